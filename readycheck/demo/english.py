"""What the made-up shop's people wrote, as its English visitors read it; names and codes stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS: Mapping[str, str] = {
    # contact reasons
    "Seurantalinkki tulee vasta seuraavana päivänä.": "The tracking link comes only the day after.",
    "Toimitusaika on vain UKK:ssa.": "The delivery time stands in the FAQ alone.",
    "Toimitusaika tuotesivulle": "Delivery time on the product page",
    "Ohje on vaikea löytää.": "The instructions are hard to find.",
    "Asiakas ei löydä seurantaa, viiveestä ei kerrota.": "Customers do not find the tracking; nobody tells of delays.",
    "Seurantalinkki lähetysviestiin heti": "Tracking link in the dispatch message, at once",
    "Testitilaus 28.9.: linkki tuli samana iltana.": "Test order on 28 September: the link came the same evening.",
    "Postin yrityspalvelu, jos seuranta ei ole liikkunut kolmeen päivään.":
        "The Post's business desk, where tracking has stood still for three days.",
    "Sesongin toimitusaika ei näy kassalla.": "The season's delivery time is not shown at the checkout.",
    "Toimitusaika kassalle": "Delivery time at the checkout",
    "Palautusohje ei ole siinä viestissä, josta sitä etsitään.":
        "The return instructions are not in the message where people look for them.",
    "Palautusohje vahvistukseen ja lähetysviestiin": "Return instructions in the confirmation and the dispatch message",
    "Kolme kerää samaa värierää päästi väriä.": "Three balls of one dye lot bled.",
    "Ohjeen lankaa ei saa, korvaavaa kysytään meiltä.": "A pattern's yarn is sold out; people ask us for another.",
    "Veera tietää langat: kysy häneltä.": "Veera knows the yarns: ask her.",
    "Loppuneen värin paluuta ei kerrota.": "Nothing tells when a sold-out colour comes back.",
    "Saapumisvahti tuotesivuille": "Back-in-stock alerts on the product pages",
    "Vahti lähetti 212 viestiä lokakuussa.": "The alert sent 212 messages in October.",
    "Tilausvahvistus lähtee vasta seuraavana aamuna.": "The order confirmation goes out only the next morning.",
    # FAQ
    "Toimitusajat": "Delivery times",
    "Palauttaminen": "Returns",
    "Maksutavat": "Ways to pay",
    "Alennuskoodin käyttö": "Using a discount code",
    "Missä pakettini on?": "Where is my parcel?",
    "Toimitusajat ja joulun viimeinen tilauspäivä": "Delivery times, and the last day to order for Christmas",
    "Palauttaminen ja peruuttaminen": "Returning and withdrawing",
    "Viallinen tuote: näin teet reklamaation": "A faulty product: how to complain",
    "Villan pesu ja hoito": "Washing and caring for wool",
    # observations
    "Vahvistus lähtee nyt heti: moni kysyi ennen pakettiaan vain siksi, ettei vahvistusta ollut tullut.":
        "The confirmation goes out at once now: many had asked for their parcel only because no confirmation had come.",
    "Tammikuun palautusviesteihin vastattiin vasta viikon päästä, kun Sanna oli yksin.":
        "January's messages about returns were answered a week late: Sanna was alone.",
    "Syykoodi täyttyi lähes joka viestiin. Ensimmäistä kertaa tiedämme, mistä meiltä kysytään.":
        "Nearly every message got its reason. For the first time we know what we are asked.",
    "Postin viiveet toivat joulukuussa neljänneksen lisää viestejä, eikä meillä ollut valmista tekstiä.":
        "The Post's delays brought a quarter more messages in December, and we had no text ready.",
    "Tammikuussa vastausta odotettiin pisimmillään viikko: apulainen lähti jouluna, palautukset tulivat.":
        "In January people waited up to a week: our helper left at Christmas, the returns came.",
    "Seurantalinkki lähtee samana iltana: syyskuun ”missä paketti” -viestit vähenivät kolmanneksella.":
        "The tracking link goes out the same evening: September's “where is it” messages fell by a third.",
    # measured from
    "vaihteen raportti 9/2024": "switchboard report, Sept 2024",
    "käsin laskettu 9/2024": "counted by hand, Sept 2024",
    "chatin raportti 9/2025": "chat report, Sept 2025",
    "tiketit 9/2025": "tickets, Sept 2025",
    "chatin raportti 9/2026": "chat report, Sept 2026",
    "vaihteen raportti 9/2026": "switchboard report, Sept 2026",
    "tiketit 9/2026": "tickets, Sept 2026",
    "käsin laskettu 9/2026": "counted by hand, Sept 2026",
    # walks
    "Sanna, asiakaspalvelu": "Sanna, customer service",
    "Konsultin testaaja A": "The consultant's tester A",
    "Konsultin testaaja B": "The consultant's tester B",
    "tietokone": "computer",
    "puhelin": "phone",
    "tabletti": "tablet",
    "Verkkopankki": "Online bank",
    "Kortti": "Card",
    "Lasku": "Invoice",
    "Haku ei löydä lankaa, jos merkin nimessä on kirjoitusvirhe.":
        "The search finds no yarn where the brand is misspelt.",
    "Vahvistuksessa ei ole toimitusaikaa eikä palautusohjetta.":
        "The confirmation has neither a delivery time nor return instructions.",
    "Sukkalanka löytyi, sukkalankaa ei.": "“Sock yarn” was found, “sock yarns” was not.",
    "Määrän muuttaminen vaatii kolme napautusta.": "Changing the quantity takes three taps.",
    "Maksusovelluksesta palattiin tyhjään ostoskoriin, tilausta ei syntynyt.":
        "The payment app led back to an empty cart; there was no order.",
    "Perillä luvattuna päivänä.": "There on the day promised.",
    "”Merino” antoi 340 tulosta ilman suodattimia.": "“Merino” gave 340 results and no filters.",
    "Vahvistus tuli, mutta toimitusaikaa siinä ei ollut.": "The confirmation came, without a delivery time.",
    # actions
    "Tilausvahvistus lähtemään heti, yhteystiedot mukaan":
        "Order confirmations sent at once, with our contact details in them",
    "Chat auki arkisin, ajat näkyviin yhteystietoihin": "Chat open on weekdays, its hours among the contact details",
    "Lauantaivuoro puhelimeen": "A Saturday shift on the phone",
    "Lauantain viesteihin vastataan maanantaina ennen kymmentä.":
        "Saturday's messages are answered on Monday before ten.",
    "Syykoodi pakolliseksi ennen viestin sulkemista": "A reason code required before a message is closed",
    "Joulun viimeinen tilauspäivä etusivulle ja kassalle":
        "The last day to order for Christmas on the front page and at the checkout",
    "UKK etusivun valikkoon ja alatunnisteeseen": "The FAQ in the front page's menu and footer",
    "Palautusohje tilausvahvistukseen": "Return instructions in the order confirmation",
    "Hakuun synonyymit ja tavallisimmat kirjoitusvirheet": "Synonyms and common misspellings for the search",
    "Merkkien sivut valikkoon, jotta lanka löytyy haulla tai ilman.":
        "The brands' pages in the menu, so that yarn is found with or without the search.",
    "Kausiapulaisen sopimus tammikuun loppuun": "The seasonal helper's contract to the end of January",
    "Varastolta kaksi tuntia päivässä sähköposteihin.": "Two hours a day from the warehouse for the e-mails.",
    "MobilePayn paluu kassalle korjattava maksupalvelun kanssa":
        "MobilePay's way back to the checkout fixed with the payment service",
    "MobilePay pois kassalta huippuviikon ajaksi.": "MobilePay off the checkout for the peak week.",
    "Iltachat maanantaista torstaihin 18–21": "Evening chat from Monday to Thursday, 18–21",
    "Ilta-auki vain Black Fridayn viikolla.": "Evenings in Black Friday's week only.",
    "Valmis viesti Postin viiveistä": "A message ready for the Post's delays",
    # stages
    "Mainos ja uutiskirje": "Advertising and newsletter",
    "Kampanjan ehdot jäävät epäselviksi.": "A campaign's terms stay unclear.",
    "Asiakaspalvelu lukee kirjeen ennen lähetystä.": "Customer service reads the letter before it is sent.",
    "Tuotesivu": "Product page",
    "Lanka loppuu kesken kampanjan, värierät sekoittuvat.": "Yarn runs out in mid-campaign; dye lots get mixed.",
    "Saldo ja värierä näkyviin, saapumisvahti päälle.": "Stock and dye lot shown, the back-in-stock alert on.",
    "Kassa ja maksaminen": "Checkout and paying",
    "Maksupalvelu kaatuu huippupäivänä.": "The payment service fails on the peak day.",
    "Tiedote valmiina, laskulla voi aina maksaa.": "A notice is ready; an invoice always works.",
    "Toimitus": "Delivery",
    "Posti viivästyy kuten viime jouluna.": "The Post is late, as last Christmas.",
    "Palautus": "Return",
    "Lahjan saajalla ei ole tilausnumeroa.": "Who got a present has no order number.",
    "Lahjakuitti pakettiin, palautusaika loppiaisesta kaksi viikkoa.":
        "A gift receipt in the parcel; returns until two weeks after Epiphany.",
    # notes
    "Lakkoviikko on käyty läpi kuljetusyhtiön kanssa: ensi kerralla tieto tulee meille samana päivänä.":
        "We have gone through the week of the strike with the carrier: next time they tell us the same day.",
    "Joulun jälkeen vastaa Sanna yksin, muut inventoivat.":
        "After Christmas Sanna answers alone; the others are taking stock.",
    "Kortti lähti 340 kanta-asiakkaalle.": "The card went to 340 regular customers.",
    "Chat on auki virka-aikaan. Iltaisin vastataan seuraavana aamuna.":
        "Chat is open in office hours. Evenings are answered the next morning.",
    "UKK on kirjoitettu kauppaa avattaessa, kysymykset ovat samat.":
        "The FAQ was written when the shop opened; the questions are still those.",
    "Posti on luvannut, että viime joulun viiveet eivät toistu.":
        "The Post has promised that last Christmas's delays will not come again.",
    "Kausiapulaisen sopimus päättyy jouluaattona, Sanna tekee pidempää päivää.":
        "The helper's contract ends on Christmas Eve; Sanna works longer days.",
    "Chat on torstaisin auki seitsemään.": "Chat is open until seven on Thursdays.",
    "Kokeillaan lauantaivuoroa, jos saadaan tekijä.": "We try a Saturday shift, if somebody can be found.",
    "Kauppias: toimitusaika on tuotesivulla. Konsultti: kassalla ei ole yhtään linkkiä ohjeisiin.":
        "Owner: the delivery time is on the product page. Consultant: the checkout has no link to any instructions.",
    "Postin kanssa on puhuttu, mutta huippupäivien määristä ei ole mitään kirjallista.":
        "We have talked with the Post, but nothing is in writing about the peak days' volumes.",
    "Tämä piti tehdä jo viime vuonna.": "This was to be done last year already.",
    "Apulainen jää loppiaiseen asti. Loppukuu tehdään omin voimin.":
        "The helper stays until Epiphany. The rest of the month we manage on our own.",
    "Konsultin testissä MobilePay palautti tyhjään ostoskoriin.":
        "In the consultant's test MobilePay led back to an empty cart.",
}
KEPT = frozenset({"checklists", "shop", "label"})
"""The lists and the reasons' names are in both languages already; a shop keeps its name."""


def in_english(value: Any) -> Any:
    """The document with its people's words in English."""
    if isinstance(value, dict):
        return {key: part if key in KEPT else in_english(part) for key, part in value.items()}
    if isinstance(value, list):
        return [in_english(part) for part in value]
    return WORDS.get(value, value) if isinstance(value, str) else value
