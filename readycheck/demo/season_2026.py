"""The third season: much is better, a consultant has looked too, and the evenings are still not covered."""

from __future__ import annotations

from datetime import date
from typing import Any

from readycheck.core.hours.week import WEEKDAYS

YEAR = 2026
ANSWERED = date(2026, 10, 5)
CONSULTED = date(2026, 10, 14)
CHECKLISTS = ("peak-season", "purchase-path", "service-quality", "channels", "service-process")

# question=owner's answer, or owner's/consultant's
ANSWERS = {
    "peak-season/presence":
        "evenings=yes weekends=no/no hours-by-demand=partly hours-visible=yes basic-rate-number=yes",
    "peak-season/self-service":
        "findable=yes/yes on-purchase-path=partly/no answers-what-is-asked=partly current=yes"
        " other-content=unknown care-instructions=yes",
    "peak-season/contact-reasons":
        "top-reasons-known=yes/yes top-reasons-planned=yes product-quality=yes logistics-partner=partly/no"
        " complaints-apart=yes",
    "peak-season/anticipation":
        "stages-walked=partly lead-time-before-order=yes lead-time-after-order=partly last-order-day=yes"
        " fault-plan=partly odr-link-removed=yes",
    "peak-season/proactive":
        "confirmation-answers=partly return-links-in-messages=yes contact-in-confirmation=yes campaign-messages=yes"
        " delay-and-arrival-messages=partly prior-price=yes",
    "peak-season/january":
        "january-hands=partly/partly peak-hands=yes weekly-forecast=yes rota-agreed=yes gift-returns=yes",
    "peak-season/learning":
        "reason-coding=yes times-kept=yes channels-kept=yes whole-season-kept=yes observations-written=partly",
    "purchase-path/arrive": "works=yes footer-contact=yes footer-return-complaint=yes details-current=yes news=yes",
    "purchase-path/search": "works=partly own-words=no no-results=partly failed-searches=partly",
    "purchase-path/product": "works=yes delivery-time=yes care=yes ask=yes arrived=yes",
    "purchase-path/cart": "works=yes total=yes kept=yes help-at-every-step=partly",
    "purchase-path/order": "works=yes error-messages=partly every-step=no outsiders=yes",
    "purchase-path/pay":
        "works=yes/partly wanted-methods=yes interrupted=no credit-last=yes"
        " credit-not-preselected=yes",
    "purchase-path/confirmation": "works=yes lead-time=no return-link=unknown complaint-link=no contact=yes",
    "purchase-path/delivery": "works=yes tracking=yes delay-message=partly",
    "purchase-path/return": "complaint-guide=yes withdrawal-function=yes withdrawal-two-steps=yes"
        " withdrawal-receipt=unknown",
    "service-quality/response-times":
        "targets=yes targets-met=partly live-average=no email-same-day=partly recorded=yes staffing-signal=no",
    "service-quality/first-contact-resolution": "known=yes three-in-four=partly one-view=yes leave-to-act=yes",
    "service-quality/survey": "after-every-contact=yes solved=yes recommend=yes adviser=no overall=yes",
    "service-quality/results": "satisfied=yes overall-grade=partly own-past=no",
    "channels/choice": "can-choose=yes phone-and-email=yes asked=yes fit=partly one-page=yes",
    "channels/same-service": "same-answers=partly owned=yes stand-in=no history=partly same-matters=yes",
    "channels/chat": "offered=yes asks-needs=yes sells=yes at-checkout=no when-closed=yes",
    "channels/social": "where-customers-are=yes listened=partly answered-in-place=yes own-voice=yes",
    "service-process/preparation":
        "knows-the-range=yes walked-the-path=partly support-material=yes backup=yes season-help=no tone=yes",
    "service-process/canned-replies": "ready=yes at-hand=yes season-version=no three-kinds=partly made-personal=yes",
    "villanen/yarn": "dye-lot-shown=yes patterns=yes substitute=no",
}
AGREED = {"peak-season/self-service.findable": "yes", "peak-season/contact-reasons.top-reasons-known": "yes"}
NOTES = {
    "peak-season/presence.evenings": "Chat on torstaisin auki seitsemään.",
    "peak-season/presence.weekends": "Kokeillaan lauantaivuoroa, jos saadaan tekijä.",
    "peak-season/self-service.on-purchase-path":
        "Kauppias: toimitusaika on tuotesivulla. Konsultti: kassalla ei ole yhtään linkkiä ohjeisiin.",
    "peak-season/contact-reasons.logistics-partner":
        "Postin kanssa on puhuttu, mutta huippupäivien määristä ei ole mitään kirjallista.",
    "peak-season/proactive.return-links-in-messages": "Tämä piti tehdä jo viime vuonna.",
    "peak-season/january.january-hands": "Apulainen jää loppiaiseen asti. Loppukuu tehdään omin voimin.",
    "purchase-path/pay.works": "Konsultin testissä MobilePay palautti tyhjään ostoskoriin.",
}
EVIDENCE = {"peak-season/anticipation.last-order-day": ["https://villanen.example/joulun-toimitukset"]}

TABLES: dict[str, Any] = {
    "hours": {
        "chat": {
            "live": True, **{day: ["09:00-16:00"] for day in WEEKDAYS[:5]}, "thu": ["09:00-16:00", "17:00-19:00"],
            "exceptions": [{"date": date(2026, 11, 27), "open": ["08:00-20:00"]},
                           {"date": date(2026, 12, 24), "open": ["09:00-12:00"]}],
        },
        "phone": {"live": True, **{day: ["10:00-14:00"] for day in WEEKDAYS[:5]}},
        "email": {day: ["08:00-17:00"] for day in WEEKDAYS[:5]},
    },
    "staffing": {
        "chat": {"aht": 480, "concurrency": 2, "target": 0.8, "within": 60},
        "phone": {"aht": 300, "target": 0.8, "within": 20},
        "email": {"aht": 390},
        "social": {"aht": 210},
    },
    "plan": {
        "growth": 1.15, "shrinkage": 0.3, "max_occupancy": 0.85,
        "hours": {
            "2026-W44": 20.0, "2026-W45": 80.0, "2026-W46": 80.0, "2026-W47": 80.0, "2026-W48": 95.0,
            "2026-W49": 95.0, "2026-W50": 95.0, "2026-W51": 80.0, "2026-W52": 60.0, "2026-W53": 60.0,
            "2027-W01": 40.0, "2027-W02": 30.0, "2027-W03": 30.0, "2027-W04": 30.0,
        },
    },
    "faq": [
        {"title": "Missä pakettini on?", "url": "/ukk#seuranta", "answers": ["where-is-my-order"],
         "findable": False, "reviewed": date(2026, 9, 8)},
        {"title": "Toimitusajat ja joulun viimeinen tilauspäivä", "url": "/ukk#toimitusajat",
         "answers": ["delivery-time"], "findable": True, "reviewed": date(2026, 9, 8)},
        {"title": "Palauttaminen ja peruuttaminen", "url": "/ukk#palautus", "answers": ["return"],
         "findable": True, "reviewed": date(2025, 2, 10)},
        {"title": "Viallinen tuote: näin teet reklamaation", "url": "/ukk#reklamaatio", "answers": ["complaint"],
         "findable": True, "reviewed": date(2026, 9, 8)},
        {"title": "Maksutavat", "url": "/ukk#maksutavat", "answers": ["payment"],
         "findable": True, "reviewed": date(2026, 9, 8)},
        {"title": "Alennuskoodin käyttö", "url": "/ukk#alennuskoodi", "answers": ["discount-code"],
         "findable": False, "reviewed": date(2025, 9, 15)},
        {"title": "Villan pesu ja hoito", "url": "/ukk#hoito", "answers": ["care-instructions"],
         "findable": True, "reviewed": date(2026, 9, 8)},
    ],
    "observations": [
        {"kind": "success", "on": date(2026, 10, 1),
         "text": "Seurantalinkki lähtee samana iltana: syyskuun ”missä paketti” -viestit vähenivät kolmanneksella."},
    ],
    "stages": [
        {"stage": "Mainos ja uutiskirje", "risk": "Kampanjan ehdot jäävät epäselviksi.",
         "mitigation": "Asiakaspalvelu lukee kirjeen ennen lähetystä."},
        {"stage": "Tuotesivu", "risk": "Lanka loppuu kesken kampanjan, värierät sekoittuvat.",
         "mitigation": "Saldo ja värierä näkyviin, saapumisvahti päälle.", "told_before_order": True},
        {"stage": "Kassa ja maksaminen", "risk": "Maksupalvelu kaatuu huippupäivänä.",
         "mitigation": "Tiedote valmiina, laskulla voi aina maksaa."},
        {"stage": "Toimitus", "risk": "Posti viivästyy kuten viime jouluna.", "mitigation": ""},
        {"stage": "Palautus", "risk": "Lahjan saajalla ei ole tilausnumeroa.",
         "mitigation": "Lahjakuitti pakettiin, palautusaika loppiaisesta kaksi viikkoa."},
    ],
    "confirmation": {
        "answers": ["where-is-my-order"], "lead_time": False, "returns": False, "contact": True,
        "on": date(2026, 10, 14),
    },
    "channels": {
        "chat": {"offered": True, "owner": "Sanna", "target_s": 60.0, "same_answers": True, "wished": 0.38},
        "phone": {"offered": True, "owner": "Elina", "target_s": 60.0, "same_answers": True, "wished": 0.17},
        "email": {"offered": True, "owner": "Sanna", "target_s": 28800.0, "same_answers": True, "wished": 0.36},
        "social": {"offered": True, "owner": "Veera", "target_s": 14400.0, "same_answers": False, "wished": 0.09},
    },
    "service": {
        "fcr": 0.71, "nps": 46.0, "csat": 0.88, "n": 214, "handled": 0.97,
        "grades": {"quality": 0.74, "overall": 0.63},
        "chat": {"first_response_s": 85.0, "target_s": 60.0, "measured_from": "chatin raportti 9/2026"},
        "phone": {"first_response_s": 34.0, "target_s": 60.0, "measured_from": "vaihteen raportti 9/2026"},
        "email": {"first_response_s": 25200.0, "target_s": 28800.0, "measured_from": "tiketit 9/2026"},
        "social": {"first_response_s": 19800.0, "target_s": 14400.0, "measured_from": "käsin laskettu 9/2026"},
    },
}
REASONS: dict[str, dict[str, Any]] = {
    "where-is-my-order": {
        "preventable": 0.6, "cause": "Asiakas ei löydä seurantaa, viiveestä ei kerrota.",
        "action": "Seurantalinkki lähetysviestiin heti", "owner": "Jari", "due": date(2026, 9, 30),
        "done": "Testitilaus 28.9.: linkki tuli samana iltana.", "canned_reply": True,
        "escalation": "Postin yrityspalvelu, jos seuranta ei ole liikkunut kolmeen päivään.",
    },
    "return": {
        "preventable": 0.35, "cause": "Palautusohje ei ole siinä viestissä, josta sitä etsitään.",
        "action": "Palautusohje vahvistukseen ja lähetysviestiin", "owner": "Elina", "due": date(2026, 11, 6),
        "canned_reply": True,
    },
    "product-question": {
        "preventable": 0.3, "cause": "Ohjeen lankaa ei saa, korvaavaa kysytään meiltä.", "canned_reply": False,
        "escalation": "Veera tietää langat: kysy häneltä.",
    },
    "delivery-time": {
        "preventable": 0.5, "cause": "Sesongin toimitusaika ei näy kassalla.", "action": "Toimitusaika kassalle",
        "owner": "Elina", "due": date(2026, 11, 30), "canned_reply": True,
    },
    "product-availability": {
        "preventable": 0.4, "cause": "Loppuneen värin paluuta ei kerrota.", "action": "Saapumisvahti tuotesivuille",
        "owner": "Jari", "due": date(2026, 10, 30), "done": "Vahti lähetti 212 viestiä lokakuussa.",
        "canned_reply": True,
    },
    "complaint": {"cause": "Kolme kerää samaa värierää päästi väriä.", "canned_reply": True},
}
