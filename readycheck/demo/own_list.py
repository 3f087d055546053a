"""The made-up shop's own checklist: what a wool shop must ask beside the shipped ones, in its two editions."""

from __future__ import annotations

from readycheck.core.checklist import Checklist, Effort, LocalText, Question, Section

SOURCE = "oma / our own"
TITLE = LocalText("Villasen omat kysymykset", "Villanen's own questions")
YARNS = LocalText("Langat", "Yarns")


def _question(
    name: str, prompt: LocalText, why: LocalText, remedy: LocalText, weight: int, effort: Effort,
    supersedes: str | None = None,
) -> Question:
    return Question(name, prompt, why, remedy, effort, weight, SOURCE, supersedes=supersedes)


DYE_LOT_WHY = LocalText(
    "Kahden värierän ero näkyy vasta valmiissa neuleessa, ja siitä tulee reklamaatio.",
    "Two dye lots show only in the finished jumper, and then there is a complaint.",
)
SAME_DYE_LOT = _question(
    "same-dye-lot",
    LocalText("Lähtevätkö tilauksen samanväriset kerät aina samasta värierästä?",
              "Are the balls of one colour in an order always sent from one dye lot?"),
    DYE_LOT_WHY,
    LocalText("Merkitse erä keräyslistaan ja sovi, mitä tehdään, kun erä ei riitä.",
              "Put the lot on the picking list and agree what to do when a lot runs short."), 2, "small",
)
DYE_LOT_SHOWN = _question(
    "dye-lot-shown",
    LocalText("Näkeekö asiakas ennen tilausta, riittääkö hänen kerilleen yksi värierä?",
              "Can customers see before ordering whether one dye lot is enough for all their balls?"),
    DYE_LOT_WHY,
    LocalText("Näytä tuotesivulla, montako kerää suurimmassa erässä on jäljellä.",
              "Show on the product page how many balls are left of the largest lot."), 2, "medium",
    supersedes="yarn.same-dye-lot",
)
PATTERNS = _question(
    "patterns",
    LocalText("Onko sovittu, kuka vastaa neuleohjeita koskeviin kysymyksiin?",
              "Is it agreed who answers questions about knitting patterns?"),
    LocalText("Ohjeen lukija kysyy kesken neulomisen ja odottaa puikot kädessä.",
              "People ask in the middle of a row and wait with the needles in hand."),
    LocalText("Nimeä vastaaja ja sijainen, ja kerää vastaukset samaan paikkaan.",
              "Name somebody and a stand-in, and keep the answers in one place."), 1, "small",
)
SHADE_CARD = _question(
    "shade-card",
    LocalText("Onko syksyn värikortti postitettu kanta-asiakkaille ennen lokakuuta?",
              "Was the autumn shade card posted to regular customers before October?"),
    LocalText("Kortista valittu väri vaihdetaan harvemmin kuin näytöltä valittu.",
              "A colour chosen from the card is exchanged less often than one chosen on a screen."),
    LocalText("Tilaa kortit elokuussa.", "Order the cards in August."), 1, "small",
)
SUBSTITUTE = _question(
    "substitute",
    LocalText("Ehdottaako tuotesivu loppuneen langan tilalle korvaavaa?",
              "Does the product page suggest another yarn where one has sold out?"),
    LocalText("Ohje on jo ostettu: jos korvaavaa ei löydy, kysytään tai ostetaan muualta.",
              "The pattern is bought already: with no other yarn in sight people ask, or buy elsewhere."),
    LocalText("Kirjaa sadalle myydyimmälle langalle yksi korvaava.",
              "Write down one substitute for each of the hundred best-selling yarns."), 2, "medium",
)
EDITIONS = {
    1: Checklist("villanen", 1, TITLE, SOURCE, (Section("yarn", YARNS, (SAME_DYE_LOT, PATTERNS, SHADE_CARD)),)),
    2: Checklist("villanen", 2, TITLE, SOURCE, (Section("yarn", YARNS, (DYE_LOT_SHOWN, PATTERNS, SUBSTITUTE)),)),
}
