"""The rows and words of several walks side by side."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.message import say
from readycheck.core.names import RESULT_NAMES, device_name, step_name
from readycheck.core.walks import StepBeside, seconds_of, side_by_side, walk_seconds, worst
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of
from readycheck.tui.path_text import MARKS
from readycheck.tui.widgets.rows import GAP, Cell, Column, Row
from readycheck.tui.widgets.stopwatch import clock

TROUBLE, NARROWEST = 7, 9
WIDE = 110
TOTAL = "total"


def walks_in_sight(count: int, chosen: int, width: int) -> range:
    """Which walks' columns fit into `width` characters; the chosen one is among them."""
    fit = max(1, (width - _step_width(width) - TROUBLE - 3 * GAP) // (NARROWEST + GAP))
    start = min(max(0, chosen - fit + 1), max(0, count - fit))
    return range(start, min(count, start + fit))


def _step_width(width: int) -> int:
    """Where there is room, a long payment method is told whole."""
    return 30 if width >= WIDE else 21


def heading(count: int, sight: range, tr: Translator) -> str:
    """What one looks at, and how to look further."""
    text = tr(say("Side by side: {n} of {count} walks · ←→ another walk · {key} goes to its step",
                  key=key_of("rows.open", "Enter"),
                  n=len(sight), count=count))
    return text if len(sight) < count else tr(say(
        "Side by side: {walks} · ←→ another walk · {key} goes to its step", key=key_of("rows.open", "Enter"),
        walks=tr.plural("{n} walk", "{n} walks", count),
    ))


def beside_columns(runs: Sequence[PathRun], sight: range, chosen: int, width: int, tr: Translator) -> list[Column]:
    """A column for each walk in sight, the chosen one marked; then how many stumbled."""
    walks = [Column(("▸" if n == chosen else " ") + _who(n, runs[n], tr), least=NARROWEST) for n in sight]
    return [Column(tr(say("step")), _step_width(width)), *walks, Column(tr(say("trouble")), TROUBLE, right=True)]


def _who(n: int, run: PathRun, tr: Translator) -> str:
    """With a number: names that begin alike are cut alike."""
    return f"{n + 1} {run.tester or tr(device_name(run.device))}".strip()


def beside_rows(runs: Sequence[PathRun], sight: range, tr: Translator) -> dict[str, Row]:
    """Every step with each walk's result and time; the last row is the whole walk's time."""
    rows: dict[str, Row] = {str(n): _row(row, sight, tr) for n, row in enumerate(side_by_side(runs))}
    times = [walk_seconds(runs[n]) for n in sight]
    rows[TOTAL] = [tr(say("Whole walk")), *("–" if time is None else clock(time) for time in times), ""]
    return rows


def _row(row: StepBeside, sight: range, tr: Translator) -> Row:
    trouble = f"{row.stumbled}/{row.tested}" if row.tested else "–"
    return [row_name(row, tr), *(_cell(row.entries[n]) for n in sight), Cell(trouble, "bold" if row.stumbled else "")]


def row_name(row: StepBeside, tr: Translator) -> str:
    """ "Payment: card", or the step alone."""
    name = tr(step_name(row.step))
    return f"{name}: {row.method}" if row.method else name


def _cell(entries: Sequence[PathStep]) -> Cell:
    result, seconds = worst(entries), seconds_of(entries)
    if result == "untested" and seconds is None:
        return Cell(MARKS[result])
    time = "" if seconds is None else f" {clock(seconds)}"
    return Cell(f"{MARKS[result]}{time}", "bold" if result in ("friction", "fail") else "")


def notes_of(row: StepBeside, runs: Sequence[PathRun], tr: Translator) -> str:
    """What each tester met at a step, with the note; who had no trouble and wrote nothing is left out."""
    lines = [
        f"{_who(n, run, tr)}: {_told(entry, tr)}"
        for n, (run, of_walk) in enumerate(zip(runs, row.entries, strict=True)) for entry in of_walk
        if entry.note or entry.result in ("friction", "fail")
    ]
    if not lines and not row.tested:
        return tr(say("Nobody has tested this yet."))
    return "\n".join(lines) or tr(say("Nobody stumbled here. There are no notes."))


def _told(entry: PathStep, tr: Translator) -> str:
    result = f"{MARKS[entry.result]} {tr(RESULT_NAMES[entry.result])}"
    return f"{result} – {entry.note}" if entry.note else result
