"""January's figures in two rows under one another: what is saved, and what is being tried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from readycheck.core.message import Message, say
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.i18n import Translator

GAP = 2
HEADS: Sequence[Message] = (
    say("January"), say("peak"), say("contacts"), say("need h"), say("plan h"), say("in time"), say("give up"),
    say("backlog"),
)
ROOMY = 100
"""From so many columns on the window of scenarios has room for them all."""
SPARED = (6, 5, 1, 4)
"""Where there is no room for all, these columns give way: give up, in time, peak, plan h; first the empty ones."""
LEAST_NAME = 8


@dataclass(frozen=True)
class BoardRow:
    """A row of the board: its name, and the figures' texts; without any, a sentence instead."""

    name: str
    figures: tuple[str, ...] = ()
    instead: str = ""


def figures_of(found: JanuaryStaffing, tr: Translator) -> tuple[str, ...]:
    """The figures in the order of `HEADS`; dashes where there are none."""
    outcome, weeks = found.outcome, found.weeks
    return (
        tr.number(found.score), tr.number(found.before),
        tr.number(sum(week.contacts for week in weeks) if weeks else None, 0),
        tr.number(sum(week.required for week in weeks) if weeks else None, 0),
        tr.number(sum(week.planned for week in weeks) if outcome else None, 0),
        tr.percent(outcome.answered_in_time if outcome else None),
        tr.percent(outcome.abandoned if outcome else None),
        tr.number(outcome.backlog_peak if outcome else None, 0),
    )


def board(rows: Sequence[BoardRow], tr: Translator, width: int) -> Content:
    """Heads and rows for `width` columns; a figure that differs from the first row's is bold."""
    shown = list(range(len(HEADS)))
    for spared in sorted(SPARED, key=lambda at: any(row.figures[at] != tr.number(None) for row in rows if row.figures)):
        if width < LEAST_NAME + sum(_widths(rows, shown, tr)):
            shown.remove(spared)
    heads = [tr(HEADS[at]) for at in shown]
    texts = [[row.figures[at] for at in shown] for row in rows if row.figures]
    widths = _widths(rows, shown, tr)
    room = max(LEAST_NAME, width - sum(widths))
    lines = [Content.styled(" " * room + "".join(map(_right, heads, widths)), "$secondary")]
    figures = iter(texts)
    for row in rows:
        if row.figures:
            lines.append(_line(row.name, next(figures), texts[0], widths, room))
        else:
            lines.append(Content.assemble((f"{row.name} ", "bold"), (row.instead, "$text-muted")))
    return Content("\n").join(lines)


def _widths(rows: Sequence[BoardRow], shown: Sequence[int], tr: Translator) -> list[int]:
    """Every shown column with the gap before it."""
    return [
        GAP + max(cell_len(text) for text in (tr(HEADS[at]), *(row.figures[at] for row in rows if row.figures)))
        for at in shown
    ]


def _line(name: str, figures: Sequence[str], first: Sequence[str], widths: Sequence[int], room: int) -> Content:
    parts = [
        (_right(text, cells), "" if text == before else "bold")
        for text, before, cells in zip(figures, first, widths, strict=True)
    ]
    return Content.assemble((set_cell_size(name, room), "bold"), *parts)


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text
