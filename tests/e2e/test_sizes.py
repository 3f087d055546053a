"""Windows that change their size, and texts that come all at once."""

from __future__ import annotations

from tests.e2e.audits import SHOP, full_shop, new_shop, read
from tests.e2e.terminal import Terminal

SIZES = ((120, 40), (60, 20), (80, 24))
PLACES = (
    ("2", "[2 Aukiolo]", "ma "), ("3", "[3 Syyt]", "Tuotekysymys"), ("4", "[4 Tammikuu]", "vko"),
    ("5", "[5 Ostopolku]", "Maksaminen"), ("6", "[6 Vuodet]", "2025"), ("1", "[1 Kysymykset]", "Läsnäolo"),
)


def test_every_screen_follows_the_window(terminal: Terminal) -> None:
    full_shop(terminal.home, [""])
    terminal.start("open", SHOP)
    terminal.wait_for("[1 Kysymykset]", "Läsnäolo")
    for key, tab, shown in PLACES:
        terminal.press(key)
        terminal.wait_for(tab, shown)
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.wait_for(shown, "F1 Näppäimet")
    terminal.press("F1")
    terminal.wait_for("Näppäimet", "esc Sulje")
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        terminal.wait_for("esc Sulje")
    terminal.press("Escape")
    terminal.wait_gone("esc Sulje")
    terminal.press("q")
    terminal.wait_for("Kaupat ja sesongit")
    terminal.press("q")
    assert "Traceback" not in terminal.wait_for_shell()


def test_ten_thousand_pasted_characters_become_a_note(terminal: Terminal) -> None:
    text = ("Yöllä kysyttiin: »Älä jätä!» [b]€[/b] " * 400)[:9_990] + " loppu ääö"
    assert len(text) == 10_000
    file = new_shop(terminal.home)
    terminal.start("open", SHOP)
    terminal.wait_for("Läsnäolo 1/6")
    terminal.press("m")
    terminal.wait_for("Muistio", "^s OK")
    terminal.paste(text)
    terminal.press("C-s")  # at once, behind the paste
    terminal.wait_gone("^s OK")
    terminal.press("C-q")
    terminal.wait_for_shell()
    assert read(file)["answers"]["peak-season/presence.evenings"]["note"] == text


def test_a_fast_hand_loses_nothing(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    terminal.start("open", SHOP)
    terminal.wait_for("Läsnäolo 1/6")
    terminal.press("/")
    terminal.wait_for("Etsi kysymystä", "⏎ Avaa")
    terminal.press(*"loppiaisena", "Enter")
    terminal.wait_for("Läsnäolo 3/6")
    terminal.press("m")
    terminal.wait_for("Muistio", "^s OK")
    terminal.press(*"klo12-15", "C-s")
    terminal.wait_gone("^s OK")
    terminal.press("k", "C-q")
    terminal.wait_for_shell()
    kept = read(file)["answers"]["peak-season/presence.holidays"]
    assert (kept["note"], kept["owner"]["value"]) == ("klo12-15", "yes")
