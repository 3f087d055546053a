"""Which reason a text has: inflections in three languages, phrases, compounds, tags, the shop's own words."""

from __future__ import annotations

from functools import cache

import pytest

from readycheck.core.audit import Reason
from readycheck.demand.coding.keywords import Keyword, rules_of
from readycheck.demand.coding.lexicon import head
from readycheck.demand.coding.matching import LONGEST_TEXT, Matcher
from readycheck.demand.coding.stems import LANGUAGES, stemmer, words_of
from readycheck.storage.checklists import reason_codes
from tests.demand.coding.inflections import TABLE, phrases


@cache
def matcher() -> Matcher:
    return Matcher(rules_of(reason_codes(), {}))


def reasons_in(text: str) -> list[str]:
    return sorted(found.reason for found in matcher().of_texts(text))


def reason_of(subject: str = "", tags: str = "", text: str = "") -> str | None:
    found = matcher().reason_of(subject, tags, text)
    return found and found.reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_inflections_as_customers_write_them(language: str) -> None:
    told = phrases(language)
    assert len(told) > 250 and len(TABLE[language]) == 25
    wrong = {phrase: reasons_in(phrase) for phrase, reason in told if reasons_in(phrase) != [reason]}
    assert wrong == {}


@pytest.mark.parametrize("text", [
    "", "Hei", "Kysymys", "Tilaus 10023", "Kiitos nopeasta toimituksesta", "perunat ja kukat", "perinteinen joulu",
    "ylioppilaskunnan kokous", "vaihtoehto", "toimitusta odotellessa", "customer service", "I am responsible",
    "black stockings", "Hej", "En fråga", "Thank you", "12345678", "palaute@kauppa.fi", "https://kauppa.fi/palautus",
    "where to order yarn", "toivon pikaista vastausta", "terveisin ja kiitos yhteistyöstä",
])
def test_texts_that_say_no_reason(text: str) -> None:
    assert reasons_in(text) == []


@pytest.mark.parametrize(("text", "reasons"), [
    ("palautus ja reklamaatio", ["complaint", "return"]),
    ("Lasku ja palautus", ["invoice", "return"]),
    ("retur eller byte", ["exchange", "return"]),
    ("return or exchange", ["exchange", "return"]),
    ("paketti myöhässä ja alennuskoodi ei toimi", ["delivery-time", "discount-code"]),
])
def test_two_reasons_are_ambiguous(text: str, reasons: list[str]) -> None:
    assert reasons_in(text) == reasons
    assert reason_of(text) is None


@pytest.mark.parametrize(("text", "reason"), [
    ("tilauksen peruutus", "order-cancel"),             # "peruutus" alone is a withdrawal
    ("peruutus", "withdrawal"),
    ("rahojen palautus", "refund"),                     # not a return
    ("palautuksen hyvitys", "refund"),                  # holds a return's word and a refund's own
    ("alennuskoodi ei toimi", "discount-code"),         # "ei toimi" alone is a complaint
    ("sivu ei toimi", "technical"),
    ("salasanan vaihto", "account"),                    # not an exchange
    ("warranty claim", "warranty"),
    ("haven't received my refund", "refund"),           # "haven't received" alone is a missing parcel
    ("skadat paket", "delivery-damaged"),
    ("byta adress", "order-change"),                    # not an exchange
    ("missä\non  Minun TILAUKSENI", "where-is-my-order"),
    ("tilauksen 10023 peruutus", "order-cancel"),       # a number between the words
])
def test_the_longest_keyword_wins(text: str, reason: str) -> None:
    assert reason_of(text) == reason


@pytest.mark.parametrize(("word", "reason"), [
    ("palautuspyyntö", "return"), ("vaatepalautukset", "return"), ("takuureklamaatiosta", "complaint"),
    ("joululahjakorttien", "gift-card"), ("returfraktsedel", "return"), ("garantireklamation", "complaint"),
    ("studentrabatten", "discount-code"), ("huoltopalautus", "return"),
])
def test_compounds_are_what_their_last_part_says(word: str, reason: str) -> None:
    assert reason_of(word) == reason


@pytest.mark.parametrize(("subject", "tags", "reason"), [
    ("Lasku", "return", "return"),                      # a tag that names a reason goes before the subject
    ("", "vip return vip", "return"),                   # blanks part tags where nothing else does
    ("", "joulu, Missä tilaukseni on ;vip", "where-is-my-order"),
    ("", "where_is_my_order", "where-is-my-order"),
    ("", "Missä tilaukseni on", "where-is-my-order"),
    ("Lasku", "return,invoice", None),                  # two tags name two reasons
    ("Palautus", "joulu", "return"),                    # a tag that names none leaves it to the subject
    ("", "lost_parcel_claimed vip", "delivery-missing"),      # no name, but its words hold a keyword
    ("Palautus", "joulu, lasku myöhässä", None),        # words of tags and subject count together
    ("Moi", "toive", "feedback"),                       # a word that says too little in a sentence may be a tag
    ("toive", "", None),
])
def test_tags(subject: str, tags: str, reason: str | None) -> None:
    assert reason_of(subject, tags) == reason


def test_the_message_is_asked_only_where_subject_and_tags_say_nothing() -> None:
    assert reason_of("Kysymys", "", "Haluan palauttaa paidan") == "return"
    assert reason_of("Lasku", "", "Haluan palauttaa paidan") == "invoice"
    assert reason_of("Lasku ja palautus", "", "Haluan palauttaa paidan") is None


def test_only_the_first_letters_of_a_message_are_read() -> None:
    assert reason_of(text="x " * (LONGEST_TEXT // 2 - 5) + "palautus") == "return"
    assert reason_of(text="x " * (LONGEST_TEXT // 2) + "palautus") is None


def test_the_shops_own_words_come_first() -> None:
    own = {
        "tyre-change": Reason(label={"fi": "Renkaanvaihto"}, keywords=("vaihto", "rengassarja", "=nasta")),
        "return": Reason(keywords=("takaisin lähettäminen",)),
    }
    shop = Matcher(rules_of(reason_codes(), own))

    def reason(text: str) -> str | None:
        found = shop.reason_of(text, "", "")
        return found and found.reason

    assert [reason(text) for text in ("vaihdosta", "rengassarjan", "kaksi rengassarjaa")] == ["tyre-change"] * 3
    assert reason("takaisin lähettämisestä") == "return"
    assert [reason("nasta"), reason("nastat")] == ["tyre-change", None]        # "=": as written only
    assert reason("koon vaihto") == "exchange"                                 # the longer phrase still wins
    assert {found.reason for found in shop.of_tags("renkaanvaihto")} == {"tyre-change"}


def test_what_a_match_tells_is_the_rules_word_and_never_the_texts() -> None:
    (found,) = matcher().of_texts("maijanpalautukset")
    assert (found.reason, found.keywords) == ("return", ("palautus",))


def test_every_shipped_keyword_gives_its_own_reason_and_keeps_a_word() -> None:
    keywords = rules_of(reason_codes(), {}).keywords
    assert len(keywords) > 1500
    assert [keyword.text for keyword in keywords if reasons_in(keyword.text) != [keyword.reason]] == []
    single = {(keyword.reason, keyword.text.lower()) for keyword in keywords if " " not in keyword.text}
    # without its fillers a phrase may not shrink to a word that is no keyword of the same reason
    shrunk = [keyword for keyword in keywords if " " in keyword.text and len(words_of(keyword.text)) < 2]
    assert [k for k in shrunk if (k.reason, *words_of(k.text)) not in single] == []


def test_every_reason_has_words_in_all_three_languages() -> None:
    assert [code.id for code in reason_codes().reasons if set(code.keywords) != set(LANGUAGES)] == []


def test_a_keyword_as_it_is_typed() -> None:
    assert Keyword.of("=perintä", "invoice", ["fi"]) == Keyword("perintä", "invoice", ("fi",), as_written=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quick_look_at_a_words_head_never_hides_its_stem(language: str) -> None:
    told = {word for written in LANGUAGES for phrase, _ in phrases(written) for word in words_of(phrase)}
    words = {*told, "akku", "otto", "ikkuna", "why", "käy", "ollut", "annosta"}
    stems = {word: stemmer(language)(word) for word in words}
    assert [word for word, stem in stems.items() if head(stem) != head(word)[: len(head(stem))]] == []
