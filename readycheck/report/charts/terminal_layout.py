"""How the weeks' picture shares its room: legend, chart, rows of figures, backlog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from readycheck.core.staffing.results import WeekNeed
from readycheck.report.charts.axis import ticks
from readycheck.report.charts.terminal_canvas import Canvas, Glyphs
from readycheck.report.charts.terminal_scale import NumberText, Slot, Unit, in_lines, slots, unit_for

NARROWEST, LOWEST = 24, 6
FEWEST_ROWS, LEAST_ROWS = 3, 5
ROOMY, SPACIOUS = 16, 22
"""Heights from which the backlog has two and three lines."""
LONGEST_HEAD = 10
Entry = tuple[str, str, str]
"""A mark of the legend: its sign, its style and its word."""


@dataclass(frozen=True)
class WeekWords:
    """The picture's texts. `hours`, `contacts` and `backlog` name ones, thousands and millions of them; `name` writes
    "2026-W53" and a month named "2026-12", `number` a figure with so many decimals."""

    need: str
    short: str
    plan: str
    band: str
    saved_need: str
    saved_plan: str
    border: str
    week: str
    missing: str
    saved: str
    hours: tuple[str, str, str]
    contacts: tuple[str, str, str]
    backlog: tuple[str, str, str]
    too_narrow: str
    name: Callable[[str], str]
    number: NumberText


@dataclass(frozen=True)
class Layout:
    """Weeks with their saved ones, and where each thing lies. `figures` names the rows of figures that have room;
    `rows` is the height of the chart, `strip` that of the backlog's bars."""

    weeks: Sequence[WeekNeed]
    saved: Sequence[WeekNeed | None]
    words: WeekWords
    planned: bool
    glyphs: Glyphs
    hours: Unit
    contacts: Unit
    backlog: Unit
    axis: tuple[float, ...]
    gutter: int
    slots: Sequence[Slot]
    legend: Sequence[Sequence[Entry]]
    figures: Sequence[str]
    strip: int
    rows: int
    canvas: Canvas

    @classmethod
    def of(
        cls, weeks: Sequence[WeekNeed], saved: Sequence[WeekNeed], width: int, height: int, words: WeekWords,
        planned: bool, glyphs: Glyphs,
    ) -> Layout:
        """The layout of a picture of this size."""
        weeks = weeks[-(width - LONGEST_HEAD):]
        before = matched(weeks, saved)
        room = (width - LONGEST_HEAD) // len(weeks) - 1
        highest = _highest(weeks, before, planned)
        hours = unit_for([highest], words.hours, words.number, room)
        contacts = unit_for((week.contacts for week in weeks), words.contacts, words.number, room)
        waiting = (week.backlog for week in (*weeks, *filter(None, before)))
        backlog = unit_for(waiting, words.backlog, words.number, room)
        axis = ticks(highest / hours.factor, 3 if height < ROOMY else 4)
        heads = [hours.name, words.week, contacts.name, *(tick_text(each, axis, words.number) for each in axis)]
        heads += [words.missing, backlog.name, words.saved if saved else ""] if planned else []
        gutter = max(map(len, heads)) + 1
        placed = slots(len(weeks), width - gutter, gutter)
        strip = 1 + (height >= ROOMY) + (height >= SPACIOUS) if planned else 0
        entries = _entries(weeks, before, words, planned, glyphs, placed[0])
        legend = in_lines(entries, width - gutter)[:max(1, height - strip - 1 - FEWEST_ROWS)]
        figures = _figures(weeks, before, planned)[:max(0, height - len(legend) - strip - 1 - LEAST_ROWS)]
        rows = max(1, height - len(legend) - len(figures) - strip - 1)
        return cls(weeks, before, words, planned, glyphs, hours, contacts, backlog, axis, gutter, placed, legend,
                   figures, strip, rows, Canvas(width, height))

    def y(self, row: int) -> int:
        """The line of a row of the chart; 0 is the lowest, −1 the ground."""
        return len(self.legend) + self.rows - 1 - row

    def height(self, hours: float) -> float:
        """A number of hours, in rows."""
        return hours / self.hours.factor / self.axis[-1] * self.rows

    def row(self, hours: float) -> int:
        """The row in which a value ends; the figure at a row's upper edge ends in it. −1 for nothing."""
        return min(self.rows, ceil(self.height(hours) - 1e-9)) - 1


def matched(weeks: Sequence[WeekNeed], saved: Sequence[WeekNeed]) -> list[WeekNeed | None]:
    """For each week the saved one of its name; of a name that stands there twice, each its own."""
    waiting: dict[str, list[WeekNeed]] = {}
    for week in saved:
        waiting.setdefault(week.week, []).append(week)
    return [waiting[week.week].pop(0) if waiting.get(week.week) else None for week in weeks]


def differ(one: float, other: float) -> bool:
    """Whether two figures of hours are told apart."""
    return abs(one - other) >= 0.05


def divided_at(weeks: Sequence[WeekNeed]) -> int | None:
    """The place of the second part of the week that stands there twice."""
    return next((n for n in range(1, len(weeks)) if weeks[n].week == weeks[n - 1].week), None)


def tick_text(value: float, axis: Sequence[float], number: NumberText) -> str:
    """An axis figure: tenths where one of them needs them."""
    return number(value, 0 if all(tick == int(tick) for tick in axis) else 2 if axis[1] < 0.1 else 1)


def _highest(weeks: Sequence[WeekNeed], saved: Sequence[WeekNeed | None], planned: bool) -> float:
    """The largest figure of the chart itself."""
    highest = max(max(w.required, w.required_high, w.planned if planned else 0.0) for w in weeks)
    before = (max(w.required, w.planned if planned else 0.0) for w in saved if w is not None)
    return max(highest, *before, 0.0)


def _entries(
    weeks: Sequence[WeekNeed], saved: Sequence[WeekNeed | None], words: WeekWords, planned: bool, glyphs: Glyphs,
    slot: Slot,
) -> list[Entry]:
    """The marks that the picture holds."""
    pairs = [(week, before) for week, before in zip(weeks, saved, strict=True) if before is not None]
    marks = slot.width > 1
    wanted = (
        (True, glyphs.full, "need", words.need),
        (planned, glyphs.short * 2, "short", words.short),
        (planned, glyphs.plan * 2, "plan", words.plan),
        (slot.band is not None, glyphs.band, "band", words.band),
        (marks and any(differ(a.required, b.required) for a, b in pairs), glyphs.saved, "saved", words.saved_need),
        (marks and planned and any(differ(a.planned, b.planned) for a, b in pairs), glyphs.saved_plan, "saved",
         words.saved_plan),
        (marks and divided_at(weeks) is not None, glyphs.border, "axis", words.border),
    )
    return [(sign, style, word) for there, sign, style, word in wanted if there]


def _figures(weeks: Sequence[WeekNeed], saved: Sequence[WeekNeed | None], planned: bool) -> list[str]:
    """The rows of figures by their use: what waits, what is short, what waited, contacts."""
    if not planned:
        return ["contacts"]
    # what is saved without any plan has no queue, only work that nobody was planned for
    kept = any(old is not None and old.planned > 0 for old in saved)
    moved = kept and any(
        old is not None and differ(old.backlog, now.backlog) for now, old in zip(weeks, saved, strict=True))
    return ["backlog", "missing", *(["saved"] if moved else []), "contacts"]
