"""An import's progress: what is worked out from what the work tells, and how it is shown."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readycheck.commands.desk import Desk
from readycheck.commands.progress import Measured, PlainLines, ProgressLine, Standing, json_line, sentence, telling
from readycheck.i18n import Translator
from tests.cli.conftest import Run


class Screen(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def desk(err: io.StringIO, *, columns: int = 80, dumb: bool = False, finnish: bool = False) -> Desk:
    return Desk(Path(), Translator("fi" if finnish else "en"), date(2026, 10, 20), io.StringIO(), io.StringIO(), err,
                columns, dumb=dumb)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def collecting(clock: Clock, pause: float, first_after: float = 0.0) -> tuple[Measured, list[Standing]]:
    shown: list[Standing] = []
    return Measured(shown.append, pause, first_after, clock), shown


def test_bytes_make_a_share_and_the_share_what_remains(clock: Clock) -> None:
    measured, shown = collecting(clock, 0.5)
    measured.phase("reading", 4_000_000)
    clock.now += 3
    measured.done(1_000_000)
    # a quarter in three seconds: nine remain
    assert shown == [Standing("reading", None, None, None), Standing("reading", None, 0.25, 9.0)]


def test_rows_are_counted_by_the_share_in_two_digits(clock: Clock) -> None:
    measured, shown = collecting(clock, 0.5)
    measured.phase("reading", 10)
    measured.rows(2_000_000)
    measured.phase("counting")
    clock.now += 2
    measured.share(0.3086)
    assert shown[-1] == Standing("counting", 620_000, 0.3086, pytest.approx(2 * 0.6914 / 0.3086))


def test_a_share_never_falls_back_and_a_new_phase_begins_at_nothing(clock: Clock) -> None:
    measured, shown = collecting(clock, 0)
    measured.phase("counting")
    measured.share(0.5)
    measured.share(0.2)
    assert shown[-1].share == 0.5
    measured.phase("converting", 100)
    assert shown[-1].share is None


def test_it_is_shown_after_its_patience_and_then_at_most_every_pause(clock: Clock) -> None:
    measured, shown = collecting(clock, 0.25, 1.0)
    for _ in range(24):
        measured.phase("reading", 10)
        clock.now += 0.125
    # 100 … 102.875 in eighths: at 101, and every quarter of a second from there to 102.75
    assert len(shown) == 8


@pytest.mark.parametrize("finnish, said", [
    (False, "Counting … 31% · 620,000 rows · 4 s left"),
    (True, "Lasketaan … 31\u00a0% · 620\u00a0000 riviä · jäljellä 4 s"),
])
def test_the_line_in_both_languages(finnish: bool, said: str) -> None:
    standing = Standing("counting", 620_000, 0.31, 4.2)
    assert sentence(standing, desk(io.StringIO(), finnish=finnish)) == said
    assert sentence(replace(standing, share=1.0, remaining=0.0), desk(io.StringIO())) == (
        "Counting … 100% · 620,000 rows"
    )
    longest = replace(standing, phase="coding", rows=120_000_000, remaining=90 * 60)
    assert len(sentence(longest, desk(io.StringIO(), finnish=finnish))) < 80


def test_it_is_redrawn_in_place_and_leaves_nothing_behind() -> None:
    screen = Screen()
    line = ProgressLine(desk(screen))
    line.show(Standing("counting", 1_200_000, 0.5, 12.0))
    line.show(Standing("reading", None, None, None))
    line.clear()
    drawn = screen.getvalue()
    first = "Counting … 50% · 1,200,000 rows · 12 s left"
    assert drawn == f"\r{first}\r{'Reading …'.ljust(len(first))}\r{' ' * len('Reading …')}\r"


def test_a_narrow_terminal_gets_a_shorter_line() -> None:
    screen = Screen()
    ProgressLine(desk(screen, columns=20)).show(Standing("counting", 1_200_000, 0.5, 12.0))
    assert len(screen.getvalue().strip("\r")) == 19


def test_a_terminal_that_cannot_redraw_is_told_each_phase_once() -> None:
    screen = Screen()
    lines = PlainLines(desk(screen, dumb=True))
    for phase in ("reading", "reading", "counting", "counting"):
        lines.show(Standing(phase, None, 0.1, None))
    assert screen.getvalue() == "Reading …\nCounting …\n"


def test_json_lines_for_a_program() -> None:
    assert json.loads(json_line(Standing("counting", 120_000, 0.31, 4.04))) == {
        "phase": "counting", "rows": 120_000, "share": 0.31, "remaining_s": 4.0,
    }
    assert json.loads(json_line(Standing("reading", None, None, None))) == {
        "phase": "reading", "rows": None, "share": None, "remaining_s": None,
    }


@pytest.mark.parametrize("form, err, silent", [
    ("auto", io.StringIO, True), ("none", Screen, True), ("lines", io.StringIO, False),
])
def test_a_pipe_is_told_nothing_unless_it_asks(form: str, err: Callable[[], io.StringIO], silent: bool) -> None:
    stream = err()
    with telling(desk(stream), form) as progress:
        progress.phase("reading", 10)
        progress.done(5)
    assert (stream.getvalue() == "") is silent


def test_an_import_in_a_pipe_writes_json_lines_only_when_asked(run: Run, tmp_path: Path) -> None:
    assert run("new", "yarn/2026").status == 0
    path = tmp_path / "orders.csv"
    path.write_text("Order Number,Order Date\n1,2025-11-28 10:00\n", encoding="utf-8")
    assert run("import", "orders", "yarn", path, "--dry-run").err == ""
    said = run("import", "orders", "yarn", path, "--dry-run", "--progress", "lines").err
    assert next(json.loads(line)["phase"] for line in said.splitlines()) == "reading"
