"""The walks down the purchase path, and what is promised in each season."""

from __future__ import annotations

from datetime import date
from typing import Any


def _walk(on: date, tester: str, device: str, *steps: dict[str, Any], outsider: bool = True) -> dict[str, Any]:
    return {"tester": tester, "outsider": outsider, "device": device, "on": on, "steps": list(steps)}


def _step(
    step: str, seconds: float | None, result: str = "pass", *, helped: bool = True, **more: str
) -> dict[str, Any]:
    timed = {} if seconds is None else {"seconds": seconds}
    return {"step": step, "result": result, **timed, "help_reachable": helped, **more}


RUNS_2025 = [
    _walk(
        date(2025, 10, 9), "Sanna, asiakaspalvelu", "tietokone",
        _step("arrive", 15.0),
        _step("search", 140.0, "friction", note="Haku ei löydä lankaa, jos merkin nimessä on kirjoitusvirhe."),
        _step("product", 60.0), _step("cart", 25.0), _step("order", 90.0, helped=False),
        _step("pay", 45.0, helped=False, payment_method="Verkkopankki"),
        _step("confirmation", None, "friction", note="Vahvistuksessa ei ole toimitusaikaa eikä palautusohjetta."),
        outsider=False,
    ),
]
RUNS_2026 = [
    _walk(
        date(2026, 10, 6), "Sanna, asiakaspalvelu", "tietokone",
        _step("arrive", 12.0),
        _step("search", 95.0, "friction", note="Sukkalanka löytyi, sukkalankaa ei."),
        _step("product", 50.0), _step("cart", 20.0), _step("order", 80.0, helped=False),
        _step("pay", 40.0, payment_method="Verkkopankki"), _step("confirmation", 60.0),
        outsider=False,
    ),
    _walk(
        date(2026, 10, 13), "Konsultin testaaja A", "puhelin",
        _step("arrive", 20.0), _step("search", 70.0), _step("product", 65.0),
        _step("cart", 45.0, "friction", note="Määrän muuttaminen vaatii kolme napautusta."),
        _step("order", 130.0),
        _step("pay", 160.0, "fail", helped=False, payment_method="MobilePay",
              note="Maksusovelluksesta palattiin tyhjään ostoskoriin, tilausta ei syntynyt."),
        _step("pay", 55.0, payment_method="Kortti"), _step("confirmation", 120.0),
        _step("delivery", None, note="Perillä luvattuna päivänä."),
    ),
    _walk(
        date(2026, 10, 14), "Konsultin testaaja B", "tabletti",
        _step("arrive", 15.0),
        _step("search", 180.0, "friction", note="”Merino” antoi 340 tulosta ilman suodattimia."),
        _step("product", 40.0), _step("cart", 30.0), _step("order", 105.0),
        _step("pay", 60.0, payment_method="Lasku"),
        _step("confirmation", 90.0, "friction", note="Vahvistus tuli, mutta toimitusaikaa siinä ei ollut."),
    ),
]
ACTIONS_2024 = [
    {"id": "vahvistus-heti", "title": "Tilausvahvistus lähtemään heti, yhteystiedot mukaan", "owner": "Jari",
     "due": date(2024, 10, 31), "lead_days": 7, "status": "done",
     "question": "peak-season/proactive.contact-in-confirmation"},
    {"id": "chat-auki", "title": "Chat auki arkisin, ajat näkyviin yhteystietoihin", "owner": "Sanna",
     "due": date(2024, 11, 8), "lead_days": 14, "status": "done", "question": "peak-season/presence.hours-visible"},
    {"id": "syykoodi-pakolliseksi", "title": "Syykoodi pakolliseksi ennen viestin sulkemista", "owner": "Sanna",
     "due": date(2024, 11, 1), "lead_days": 7, "status": "open", "question": "peak-season/learning.reason-coding"},
    {"id": "palautusohje-vahvistukseen", "title": "Palautusohje tilausvahvistukseen", "owner": "Elina",
     "due": date(2024, 11, 15), "lead_days": 5, "status": "open",
     "question": "peak-season/proactive.return-links-in-messages"},
    {"id": "lauantaivuoro", "title": "Lauantaivuoro puhelimeen", "owner": "Elina", "due": date(2024, 11, 15),
     "lead_days": 21, "status": "dropped", "question": "peak-season/presence.weekends",
     "fallback": "Lauantain viesteihin vastataan maanantaina ennen kymmentä."},
]
ACTIONS_2025 = [
    {"id": "syykoodi-pakolliseksi", "title": "Syykoodi pakolliseksi ennen viestin sulkemista", "owner": "Sanna",
     "due": date(2025, 10, 31), "lead_days": 7, "status": "done", "question": "peak-season/learning.reason-coding",
     "first_promised": 2024},
    {"id": "joulun-tilauspaiva", "title": "Joulun viimeinen tilauspäivä etusivulle ja kassalle", "owner": "Elina",
     "due": date(2025, 11, 14), "lead_days": 3, "status": "done",
     "question": "peak-season/anticipation.last-order-day"},
    {"id": "ukk-etusivulle", "title": "UKK etusivun valikkoon ja alatunnisteeseen", "owner": "Elina",
     "due": date(2025, 11, 7), "lead_days": 2, "status": "done", "question": "peak-season/self-service.findable"},
    {"id": "palautusohje-vahvistukseen", "title": "Palautusohje tilausvahvistukseen", "owner": "Elina",
     "due": date(2025, 11, 14), "lead_days": 5, "status": "open",
     "question": "peak-season/proactive.return-links-in-messages", "first_promised": 2024},
    {"id": "haku-ymmartaa", "title": "Hakuun synonyymit ja tavallisimmat kirjoitusvirheet", "owner": "Jari",
     "due": date(2025, 11, 17), "lead_days": 10, "status": "open", "question": "purchase-path/search.own-words",
     "fallback": "Merkkien sivut valikkoon, jotta lanka löytyy haulla tai ilman."},
    {"id": "tammikuun-apulainen", "title": "Kausiapulaisen sopimus tammikuun loppuun", "owner": "Elina",
     "due": date(2025, 11, 20), "lead_days": 30, "status": "open", "question": "peak-season/january.january-hands",
     "fallback": "Varastolta kaksi tuntia päivässä sähköposteihin."},
]
ACTIONS_2026 = [
    {"id": "mobilepay", "title": "MobilePayn paluu kassalle korjattava maksupalvelun kanssa", "owner": "Jari",
     "due": date(2026, 10, 30), "lead_days": 10, "status": "doing", "question": "purchase-path/pay.works",
     "fallback": "MobilePay pois kassalta huippuviikon ajaksi."},
    {"id": "iltavuorot", "title": "Iltachat maanantaista torstaihin 18–21", "owner": "Elina",
     "due": date(2026, 11, 13), "lead_days": 21, "status": "open", "question": "peak-season/presence.evenings",
     "fallback": "Ilta-auki vain Black Fridayn viikolla."},
    {"id": "palautusohje-vahvistukseen", "title": "Palautusohje tilausvahvistukseen", "owner": "Elina",
     "due": date(2026, 11, 6), "lead_days": 5, "status": "doing",
     "question": "peak-season/proactive.return-links-in-messages", "first_promised": 2024},
    {"id": "tammikuun-apulainen", "title": "Kausiapulaisen sopimus tammikuun loppuun", "owner": "Elina",
     "due": date(2026, 11, 20), "lead_days": 30, "status": "open", "question": "peak-season/january.january-hands",
     "fallback": "Varastolta kaksi tuntia päivässä sähköposteihin.", "first_promised": 2025},
    {"id": "viivetiedote", "title": "Valmis viesti Postin viiveistä", "owner": "Sanna", "due": date(2026, 11, 9),
     "lead_days": 3, "status": "done", "question": "peak-season/proactive.delay-and-arrival-messages"},
]
OF_SEASON: dict[int, dict[str, Any]] = {
    2024: {"actions": ACTIONS_2024},
    2025: {"path_runs": RUNS_2025, "actions": ACTIONS_2025},
    2026: {"path_runs": RUNS_2026, "actions": ACTIONS_2026},
}
