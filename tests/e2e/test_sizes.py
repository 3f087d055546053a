"""Windows that change their size, and texts that come all at once."""

from __future__ import annotations

import time

from tests.e2e.audits import SHOP, full_shop, new_shop, read
from tests.e2e.terminal import SETTLE, Terminal

SIZES = ((200, 60), (60, 18), (80, 24))
PLACES = (
    ("2", "[2 Aukiolo]", "ma "), ("3", "[3 Syyt]", "Missä tilau"), ("4", "[4 Tammikuu]", "vko"),
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
        terminal.at_rest("esc Sulje")  # a window that is being drawn anew looks closed for a moment
    terminal.press("Escape")
    terminal.wait_gone("esc Sulje")
    terminal.press("q")
    terminal.wait_for("Kaupat ja sesongit")
    terminal.press("q")
    assert "Traceback" not in terminal.wait_for_shell()


def test_a_window_of_a_few_letters_breaks_nothing(terminal: Terminal) -> None:
    full_shop(terminal.home, [""])
    terminal.start("open", SHOP)
    terminal.wait_for("[1 Kysymykset]", "Läsnäolo")
    windows = (("m", "Huomiot"), ("7", "Valitse"))
    for key, shown in windows:
        terminal.press(key)
        _shrunk_and_back(terminal, shown, "esc ")
        terminal.press("Escape")
        terminal.wait_gone("esc ")
    for key, tab, shown in PLACES:
        terminal.press(key)
        _shrunk_and_back(terminal, tab, shown)
    for n in range(0, 6, 2):
        terminal.press("7")
        terminal.wait_for("Valitse")
        terminal.press(*["Down"] * n, "Enter")
        _shrunk_and_back(terminal, "[7 ")
    terminal.press("C-q")
    assert "Traceback" not in terminal.wait_for_shell()


def _shrunk_and_back(terminal: Terminal, *shown: str) -> None:
    terminal.wait_for(*shown)
    for columns, rows in ((20, 5), (80, 24)):
        terminal.resize(columns, rows)
        time.sleep(SETTLE)
    terminal.wait_for(*shown)


def test_ten_thousand_characters_are_no_name_and_no_number(terminal: Terminal) -> None:
    text = ("Yöllä »x« [b]€[/b]\t" * 600)[:9_995] + "loppu"
    full_shop(terminal.home, [""])
    shops = terminal.home / "shops"
    before = {path: path.read_bytes() for path in shops.rglob("*.toml")}
    terminal.start()
    terminal.wait_for("Kaupat ja sesongit", "2025")
    terminal.press("n")
    terminal.wait_for("Kaupan nimi", "^s OK")
    terminal.paste(text)
    terminal.press("C-s")
    terminal.wait_for("enintään", "1000 merkkiä")
    terminal.press("Escape")
    terminal.wait_gone("^s OK")
    terminal.press("Enter")
    terminal.wait_for("[1 Kysymykset]")
    terminal.press("4")
    terminal.wait_for("[4 Tammikuu]", "vko")
    terminal.press("e")
    terminal.wait_for("esc Hylkää")
    terminal.paste(text)
    terminal.wait_for("ei ole luku; kirjoita muodossa 12,5")
    terminal.press("Escape")
    terminal.wait_gone("esc Hylkää")
    terminal.press("C-q")
    terminal.wait_for_shell()
    assert {path: path.read_bytes() for path in shops.rglob("*.toml")} == before


def test_ten_thousand_pasted_characters_become_a_note(terminal: Terminal) -> None:
    text = ("Yöllä kysyttiin: »Älä jätä!» [b]€[/b] " * 400)[:9_990] + " loppu ääö"
    assert len(text) == 10_000
    file = new_shop(terminal.home)
    terminal.start("open", SHOP)
    terminal.wait_for("Läsnäolo 1/5")
    terminal.press("m")
    terminal.wait_for("Huomiot", "^s OK")
    terminal.paste(text)
    terminal.press("C-s")  # at once, behind the paste
    terminal.wait_gone("^s OK")
    terminal.press("C-q")
    terminal.wait_for_shell()
    assert read(file)["answers"]["peak-season/presence.evenings"]["note"] == text


def test_a_fast_hand_loses_nothing(terminal: Terminal) -> None:
    file = new_shop(terminal.home)
    terminal.start("open", SHOP)
    terminal.wait_for("Läsnäolo 1/5")
    terminal.press("/")
    terminal.wait_for("Etsi", "⏎ Avaa", "esc ")
    terminal.press(*"loppiaisena", "Enter")
    terminal.wait_for("Läsnäolo 3/5")
    terminal.press("m")
    terminal.wait_for("Huomiot", "^s OK")
    terminal.press(*"klo12-15", "C-s")
    terminal.wait_gone("^s OK")
    terminal.press("k", "C-q")
    terminal.wait_for_shell()
    kept = read(file)["answers"]["peak-season/presence.holidays"]
    assert (kept["note"], kept["owner"]["value"]) == ("klo12-15", "yes")
