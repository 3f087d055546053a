"""What stands in a file is text: no terminal takes an order from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readycheck.tui.screens.registry import MORE
from tests.e2e.audits import SHOP, full_shop, new_shop, shops_called, texts
from tests.e2e.raw_terminal import RawTerminal, orders

ESCAPES = texts("hostile/terminal_escapes.json")
NAMES = [name for name in texts("hostile/shop_names.json") if name.strip()] + ESCAPES
MENU_DOWN = "\x1b[B"


@contextmanager
def running(home: Path, *words: str, rows: int = 24, **environ: str) -> Iterator[RawTerminal]:
    terminal = RawTerminal(home, *words, rows=rows, **environ)
    try:
        yield terminal
    finally:
        terminal.close()


def _listed(home: Path, names: list[str]) -> tuple[set[str], str]:
    """What the terminal was told, and what it shows, when all shops are on the list."""
    shops_called(home, names)
    with running(home, rows=len(names) + 10) as terminal:
        terminal.wait_for("Kaupat ja sesongit", "viimeinen")
        terminal.wait_until(lambda screen: not re.search(r"…\s+…\s+…", screen), 60)  # all are scored
        return orders(terminal.raw), terminal.screen


def test_names_in_the_list_of_shops(tmp_path: Path) -> None:
    plain, _ = _listed(tmp_path / "plain", ["kauppa", "viimeinen"])
    told, screen = _listed(tmp_path / "hostile", [*NAMES, "viimeinen"])
    assert told <= plain
    assert "A\ufffd]52;c;" in screen, "the names are there, made harmless"


def _walked(home: Path, payloads: list[str]) -> tuple[set[str], str]:
    """What the terminal was told on a walk through every screen of a shop whose texts end with the payloads."""
    full_shop(home, payloads)
    seen = ""
    with running(home, "open", SHOP) as terminal:
        seen += terminal.at_rest("[1 Kysymykset]", "t Keino")
        for key, shown in (("m", "Huomiot"), ("l", "Liitteet"), ("t", "Uusi toimenpide"), ("s", "Pisteet")):
            terminal.press(key)
            seen += terminal.at_rest(shown, "esc ")
            terminal.press("\x1b")
            terminal.wait_until(lambda screen: "esc " not in screen)
        for key, shown in (("2", "Aukiolo"), ("3", "Syyt"), ("4", "Tammikuu"), ("5", "Ostopolku"), ("6", "Vuodet")):
            terminal.press(key)
            seen += terminal.at_rest(f"[{key} {shown}]")
        for n in range(len(MORE)):
            terminal.press("7")
            terminal.wait_for("Valitse")
            terminal.press(MENU_DOWN * n + "\r")
            terminal.wait_until(lambda screen: "Valitse" not in screen)
            seen += terminal.at_rest("[7 ")
        return orders(terminal.raw), seen


def test_texts_on_every_screen_of_an_audit(tmp_path: Path) -> None:
    plain, _ = _walked(tmp_path / "plain", [" AB"])
    told, seen = _walked(tmp_path / "hostile", ESCAPES)
    assert told <= plain
    assert seen.count("\ufffd") > 20, "the texts are there, made harmless"


def test_no_color_means_no_colour(tmp_path: Path) -> None:
    new_shop(tmp_path)
    with running(tmp_path, "open", SHOP, NO_COLOR="1") as terminal:
        terminal.wait_for("Läsnäolo 1/5")
        terminal.press("k")
        terminal.at_rest("(●) k Kyllä")
        exact, told = r"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw
        assert all(red == green == blue for red, green, blue in re.findall(exact, told))
        codes = re.findall(r"\x1b\[([0-9;]+)m", re.sub(exact, "", told))
        named = [number for code in codes for number in code.split(";")]
        assert not [number for number in named if re.fullmatch(r"[34][1-68]|9[1-6]|10[1-6]", number)]
