"""The first season: one list, half of the contacts coded, telephone and e-mail in office hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from readycheck.core.hours.week import WEEKDAYS

YEAR = 2024
ANSWERED = date(2024, 10, 14)
CHECKLISTS = ("peak-season",)

# question=owner's answer, section by section
ANSWERS = {
    "peak-season/presence": "evenings=no weekends=no holidays=no hours-by-demand=no hours-visible=no"
        " basic-rate-number=yes",
    "peak-season/self-service": "findable=no on-purchase-path=no answers-what-is-asked=unknown current=no",
    "peak-season/contact-reasons": "top-reasons-known=no top-reasons-planned=no product-quality=partly"
        " logistics-partner=yes",
    "peak-season/anticipation": "stages-walked=no lead-time-before-order=no last-order-day=partly",
    "peak-season/proactive": "confirmation-answers=no return-links-in-messages=no contact-in-confirmation=no"
        " delay-and-arrival-messages=no prior-price=partly",
    "peak-season/january": "january-hands=no peak-hands=partly weekly-forecast=no rota-agreed=no",
    "peak-season/learning": "reason-coding=no times-kept=partly channels-kept=yes whole-season-kept=yes"
        " observations-written=no",
    "villanen/yarn": "same-dye-lot=no patterns=no shade-card=yes",
}
NOTES = {
    "peak-season/contact-reasons.logistics-partner":
        "Lakkoviikko on käyty läpi kuljetusyhtiön kanssa: ensi kerralla tieto tulee meille samana päivänä.",
    "peak-season/january.january-hands": "Joulun jälkeen vastaa Sanna yksin, muut inventoivat.",
    "villanen/yarn.shade-card": "Kortti lähti 340 kanta-asiakkaalle.",
}

TABLES: dict[str, Any] = {
    "hours": {
        "phone": {"live": True, **{day: ["10:00-14:00"] for day in WEEKDAYS[:5]}},
        "email": {day: ["08:00-16:00"] for day in WEEKDAYS[:5]},
    },
    "staffing": {
        "phone": {"aht": 330, "target": 0.8, "within": 30},
        "email": {"aht": 450},
        "social": {"aht": 260},
    },
    "plan": {
        "growth": 1.1, "shrinkage": 0.3, "max_occupancy": 0.85,
        "hours": {
            "2024-W44": 20.0, "2024-W45": 50.0, "2024-W46": 50.0, "2024-W47": 50.0, "2024-W48": 60.0,
            "2024-W49": 70.0, "2024-W50": 70.0, "2024-W51": 60.0, "2024-W52": 30.0, "2025-W01": 20.0,
            "2025-W02": 30.0, "2025-W03": 30.0, "2025-W04": 30.0, "2025-W05": 30.0,
        },
    },
    "faq": [
        {"title": "Toimitusajat", "url": "/ukk#toimitusajat", "answers": ["delivery-time"],
         "findable": False, "reviewed": date(2023, 2, 6)},
        {"title": "Palauttaminen", "url": "/ukk#palautus", "answers": ["return"],
         "findable": False, "reviewed": date(2024, 3, 4)},
    ],
    "observations": [
        {"kind": "success", "on": date(2025, 2, 4),
         "text": "Vahvistus lähtee nyt heti: moni kysyi ennen pakettiaan vain siksi, ettei vahvistusta ollut tullut."},
        {"kind": "difficulty", "on": date(2025, 1, 22),
         "text": "Tammikuun palautusviesteihin vastattiin vasta viikon päästä, kun Sanna oli yksin."},
    ],
    "confirmation": {"answers": [], "lead_time": False, "returns": False, "contact": False, "on": date(2024, 10, 10)},
    "channels": {
        "phone": {"offered": True, "owner": "Sanna", "target_s": 60.0, "same_answers": True},
        "email": {"offered": True, "owner": "Sanna", "target_s": 28800.0, "same_answers": False},
        "social": {"offered": True, "owner": "", "same_answers": False},
    },
    "service": {
        "phone": {"first_response_s": 95.0, "target_s": 60.0, "measured_from": "vaihteen raportti 9/2024"},
        "email": {"first_response_s": 61200.0, "target_s": 28800.0, "measured_from": "käsin laskettu 9/2024"},
    },
}
REASONS: dict[str, dict[str, Any]] = {
    "where-is-my-order": {"cause": "Tilausvahvistus lähtee vasta seuraavana aamuna.", "canned_reply": False},
    "delivery-time": {"canned_reply": False},
    "return": {"canned_reply": False},
}
