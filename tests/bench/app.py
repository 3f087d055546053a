"""The app from outside, beside the least that a Textual app could be: its start and its memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench import bare
from tests.bench.many_shops import AUDITS, FIRST, NAME, many_shops
from tests.bench.screen import Screen
from tests.bench.stopwatch import Ratio, Timed, compared, of_process

STARTS, AT_REST = 7, 0.7
ONE_ROW = "a bare Textual app with a table of one row"
SCREENS = "a bare Textual app with seven screens of a table, texts and fields, all visited"
EVERYWHERE = ("2", "3", "4", "5", "6", "7", "\r", "1", "/", "\x1b")
"""Keys to every kind of screen."""
VISITED = "an audit, all kinds of screens visited"


def app_ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison; 130 MB of audits go into `folder`."""
    yield compared(
        "readycheck --help", of_process("-m", "readycheck", "--help"),
        "python -c \"import argparse\"", of_process("-c", "import argparse"), STARTS,
    )
    home = many_shops(folder)
    few = folder / "few"
    (few / "shops").mkdir(parents=True)
    (few / "shops" / FIRST).symlink_to(home / "shops" / FIRST)
    for audits, where in (("5 audits", few), (AUDITS, home)):
        yield compared(
            f"start of the app to the painted list of shops, {audits} in the folder", _first_paint(*_list(where)),
            ONE_ROW, _first_paint("-c", bare.ONE_ROW), STARTS,
        )
    yield from _memory(home, few)


def _list(home: Path) -> tuple[str, ...]:
    return ("-m", "readycheck", "--home", str(home), "--lang", "en")


def _first_paint(*words: str) -> Timed:
    def timed() -> float:
        with Screen(*words) as screen:
            return screen.first(NAME)
    return timed


def _memory(home: Path, few: Path) -> Iterator[Ratio]:
    """The most that each took; it hardly differs from time to time."""
    audit = (*_list(home), "open", f"{FIRST}/2026")
    for what, words, keys, beside in (
        ("the list of 5 audits", _list(few), (), ONE_ROW), (f"the list of {AUDITS}", _list(home), (), ONE_ROW),
        (VISITED, audit, EVERYWHERE, ONE_ROW), (VISITED, audit, EVERYWHERE, SCREENS),
    ):
        program, visits = (bare.ONE_ROW, ()) if beside == ONE_ROW else (bare.SCREENS, tuple("2345671"))
        yield Ratio(f"memory at most: {what}", beside, _most(words, keys), _most(("-c", program), visits), "MiB")


def _most(words: tuple[str, ...], keys: tuple[str, ...]) -> float:
    with Screen(*words) as screen:
        screen.rest(AT_REST, began=1.0)
        for key in keys:
            screen.send(key)
            screen.rest(AT_REST)
        return screen.memory()[1]
