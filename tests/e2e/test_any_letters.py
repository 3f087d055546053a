"""Names in any letters: a table's columns stand where they stood, in cells of a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.audits import SHOP, full_shop, shops_called
from tests.e2e.raw_terminal import RawTerminal

NAMES = (
    "Lankakauppa Oy", "Åke Öström & Äidit", "Ka\u0308sityo\u0308 Oy", "毛糸の店", "🧶 Villa ja lanka 🎄", "Пряжа",
    "A very long name of a shop that no column of eighty has any room for", "毛糸毛糸毛糸毛糸毛糸毛糸毛糸毛糸",
)
YEAR = "2026"


def _columns_of(terminal: RawTerminal, text: str) -> list[int]:
    """In which cell of its row `text` begins, for each row that has it; the second cell of a wide letter is empty."""
    drawn = terminal.drawn
    found = []
    for row in range(drawn.lines):
        cells = [drawn.buffer[row][column].data for column in range(drawn.columns)]
        found += [at for at in range(len(cells)) if "".join(cells[at:at + len(text)]) == text][:1]
    return found


def test_the_list_of_shops(tmp_path: Path) -> None:
    shops_called(tmp_path, list(NAMES))
    terminal = RawTerminal(tmp_path)
    try:
        screen = terminal.at_rest("Kaupat ja sesongit", "Пряжа")
        assert len(set(_columns_of(terminal, YEAR))) == 1 and len(_columns_of(terminal, YEAR)) == len(NAMES), screen
        for letters in ("Åke Öström & Äidit", "🧶", "毛"):
            assert letters in screen
    finally:
        terminal.close()


def test_the_tables_of_an_audit(tmp_path: Path) -> None:
    full_shop(tmp_path, [" 🧶", " o\u0308", " Å", " 毛糸"])
    terminal = RawTerminal(tmp_path, "open", SHOP)
    try:
        terminal.wait_for("[1 Kysymykset]")
        terminal.press("3")
        screen = terminal.at_rest("[3 Syyt]", "Palautus 🧶", "○ ei mitään")
        heads = _columns_of(terminal, "suunnitelma")
        states = [_columns_of(terminal, f"{state}  ") for state in ("● tehty", "◑ suunniteltu", "○ ei mitään")]
        assert len(heads) == 1 and {at for found in states for at in found} == set(heads), screen
    finally:
        terminal.close()
