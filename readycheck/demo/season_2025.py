"""The second season, as its owner alone filled it in: hours of an office, half of the list answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from readycheck.core.hours.week import WEEKDAYS

YEAR = 2025
ANSWERED = date(2025, 10, 12)
CHECKLISTS = ("peak-season", "purchase-path")

# question=owner's answer, section by section
ANSWERS = {
    "peak-season/presence":
        "evenings=no weekends=no holidays=no hours-by-demand=no hours-visible=partly",
    "peak-season/self-service":
        "findable=partly on-purchase-path=no answers-what-is-asked=yes current=no"
        " care-instructions=partly",
    "peak-season/contact-reasons":
        "top-reasons-known=yes top-reasons-planned=partly product-quality=partly logistics-partner=yes",
    "peak-season/anticipation":
        "stages-walked=no lead-time-before-order=partly lead-time-after-order=no last-order-day=yes"
        " odr-link-removed=no",
    "peak-season/proactive":
        "confirmation-answers=no return-links-in-messages=no contact-in-confirmation=yes campaign-messages=unknown"
        " delay-and-arrival-messages=partly prior-price=yes",
    "peak-season/january":
        "january-hands=partly peak-hands=yes weekly-forecast=no rota-agreed=partly gift-returns=unknown",
    "peak-season/learning":
        "reason-coding=partly times-kept=yes channels-kept=yes whole-season-kept=yes observations-written=yes",
    "purchase-path/arrive": "works=yes footer-contact=yes footer-return-complaint=partly details-current=yes news=yes",
    "purchase-path/search": "works=yes own-words=unknown no-results=no failed-searches=no",
    "purchase-path/product": "works=yes delivery-time=no care=partly ask=no arrived=yes",
    "purchase-path/cart": "works=yes total=yes kept=unknown help-at-every-step=partly",
    "purchase-path/order": "works=yes error-messages=partly every-step=no outsiders=no",
    "purchase-path/pay": "works=yes wanted-methods=yes credit-last=yes credit-not-preselected=yes",
    "villanen/yarn": "dye-lot-shown=partly patterns=partly substitute=no",
}
NOTES = {
    "peak-season/presence.evenings": "Chat on auki virka-aikaan. Iltaisin vastataan seuraavana aamuna.",
    "peak-season/january.january-hands": "Kausiapulaisen sopimus päättyy jouluaattona, Sanna tekee pidempää päivää.",
    "peak-season/contact-reasons.logistics-partner": "Posti on luvannut, että viime joulun viiveet eivät toistu.",
    "peak-season/self-service.answers-what-is-asked": "UKK on kirjoitettu kauppaa avattaessa, kysymykset ovat samat.",
}

TABLES: dict[str, Any] = {
    "hours": {
        "chat": {"live": True, **{day: ["09:00-15:00"] for day in WEEKDAYS[:5]}},
        "email": {day: ["08:00-16:00"] for day in WEEKDAYS[:5]},
    },
    "staffing": {
        "chat": {"aht": 540, "concurrency": 2, "target": 0.8, "within": 60},
        "email": {"aht": 420},
        "social": {"aht": 240},
    },
    "plan": {
        "growth": 1.1, "shrinkage": 0.3, "max_occupancy": 0.85,
        "hours": {
            "2025-W44": 20.0, "2025-W45": 60.0, "2025-W46": 60.0, "2025-W47": 60.0, "2025-W48": 70.0,
            "2025-W49": 80.0, "2025-W50": 80.0, "2025-W51": 70.0, "2025-W52": 50.0, "2026-W01": 45.0,
            "2026-W02": 38.0, "2026-W03": 38.0, "2026-W04": 38.0, "2026-W05": 38.0,
        },
    },
    "faq": [
        {"title": "Toimitusajat", "url": "/ukk#toimitusajat", "answers": ["delivery-time"],
         "findable": True, "reviewed": date(2024, 9, 20)},
        {"title": "Palauttaminen", "url": "/ukk#palautus", "answers": ["return"],
         "findable": False, "reviewed": date(2024, 3, 4)},
        {"title": "Maksutavat", "url": "/ukk#maksutavat", "answers": ["payment"],
         "findable": True, "reviewed": date(2025, 9, 15)},
        {"title": "Alennuskoodin käyttö", "url": "/ukk#alennuskoodi", "answers": ["discount-code"],
         "findable": False, "reviewed": date(2025, 9, 15)},
    ],
    "observations": [
        {"kind": "success", "on": date(2026, 2, 3),
         "text": "Syykoodi täyttyi lähes joka viestiin. Ensimmäistä kertaa tiedämme, mistä meiltä kysytään."},
        {"kind": "difficulty", "on": date(2026, 1, 14),
         "text": "Postin viiveet toivat joulukuussa neljänneksen lisää viestejä, eikä meillä ollut valmista tekstiä."},
        {"kind": "difficulty", "on": date(2026, 1, 21),
         "text": "Tammikuussa vastausta odotettiin pisimmillään viikko: apulainen lähti jouluna, palautukset tulivat."},
    ],
    "confirmation": {"answers": [], "lead_time": False, "returns": False, "contact": True, "on": date(2025, 10, 9)},
    "channels": {
        "chat": {"offered": True, "owner": "Sanna", "target_s": 60.0, "same_answers": True},
        "email": {"offered": True, "owner": "Sanna", "target_s": 28800.0, "same_answers": True},
        "social": {"offered": True, "owner": "", "same_answers": False},
    },
    "service": {
        "chat": {"first_response_s": 110.0, "target_s": 60.0, "measured_from": "chatin raportti 9/2025"},
        "email": {"first_response_s": 41400.0, "target_s": 28800.0, "measured_from": "tiketit 9/2025"},
    },
}
REASONS: dict[str, dict[str, Any]] = {
    "where-is-my-order": {
        "preventable": 0.6, "cause": "Seurantalinkki tulee vasta seuraavana päivänä.", "canned_reply": True,
    },
    "delivery-time": {
        "preventable": 0.5, "cause": "Toimitusaika on vain UKK:ssa.", "action": "Toimitusaika tuotesivulle",
        "owner": "Elina", "due": date(2025, 11, 21), "canned_reply": True,
    },
    "return": {"preventable": 0.3, "cause": "Ohje on vaikea löytää.", "canned_reply": False},
    "product-question": {"canned_reply": False},
    "product-availability": {"canned_reply": False},
}
