"""January by week: contacts and hours needed with their intervals, hours planned, and the backlog.

Three strips under each other share the weeks, so that no strip needs a second axis.
"""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.axis import ticks
from readycheck.report.charts.svg import Drawn, Mark, box, hatch, label, legend, line, plain, stroke, svg, swatch, tag

LEFT, WIDTH, RIGHT = 56, 648, 16
HEAD, GAP, FOOT = 26, 22, 40
STRIPS = (104.0, 120.0, 70.0)
ROOM = 1.1
WHISKER, LETTER = 11, 6.4


@dataclass(frozen=True)
class WeekBar:
    """One week: contacts and the agent-hours that they require, each with its 10–90 % interval, hours planned (None
    without a plan) and what waits; texts as they are shown."""

    name: str
    dates: str
    contacts: float
    low: float
    high: float
    required: float
    required_low: float
    required_high: float
    planned: float | None
    backlog: float
    contacts_text: str
    required_text: str
    backlog_text: str


@dataclass(frozen=True)
class Weeks:
    """The weeks and the names of the three strips and their marks; `tick_text` writes an axis value."""

    weeks: tuple[WeekBar, ...]
    contacts_word: str
    interval_word: str
    required_word: str
    required_interval_word: str
    planned_word: str
    short_word: str
    backlog_word: str
    tick_texts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def tops(weeks: tuple[WeekBar, ...]) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """The axis values of the three strips, with room for a figure over the highest."""
    return (
        ticks(ROOM * max(week.high for week in weeks), 3),
        ticks(ROOM * max(max(week.required, week.required_high, week.planned or 0) for week in weeks), 3),
        ticks(ROOM * max(week.backlog for week in weeks), 2),
    )


@dataclass(frozen=True)
class _Strip:
    """Where a strip lies, and how high its axis goes."""

    top: float
    height: float
    most: float

    def y(self, value: float) -> float:
        return self.top + self.height * (1 - value / self.most)


def draw(identifier: str, title: str, description: str, weeks: Weeks) -> Drawn:
    """A box or a thin stroke with ends for an interval, bars for hours, a thick stroke for the plan, hatching for what
    is short of the need.

    Without any backlog its strip is left out.
    """
    step = WIDTH / len(weeks.weeks)
    shapes: list[Drawn] = []
    top = 0.0
    for height, values, texts, part in zip(STRIPS, tops(weeks.weeks), weeks.tick_texts, PARTS, strict=True):
        if part is not _backlog or any(week.backlog > 0 for week in weeks.weeks):
            strip = _Strip(top + HEAD, height, values[-1])
            shapes += _axis(strip, values, texts) + part(weeks, strip, step)
            top += HEAD + height + GAP
    shapes += _names(weeks, top - GAP + 16, step)
    return _placed(identifier, title, description, top - GAP + FOOT, shapes, _longest(weeks))


def _longest(weeks: Weeks) -> float:
    """About how wide the longest axis figure is."""
    return LETTER * max(len(text) for texts in weeks.tick_texts for text in texts)


def _placed(
    identifier: str, title: str, description: str, height: float, shapes: list[Drawn], figure: float
) -> Drawn:
    """All of it moved to the right where figures of six digits and more need the room."""
    more = max(0.0, figure - (LEFT - 10))
    moved = [tag("g", *shapes, transform=f"translate({plain(more)} 0)")] if more else shapes
    return svg(identifier, title, description, LEFT + WIDTH + RIGHT + more, height, *moved)


def _axis(strip: _Strip, values: tuple[float, ...], texts: tuple[str, ...]) -> list[Drawn]:
    shapes: list[Drawn] = []
    for value, text in zip(values, texts, strict=True):
        y = strip.y(value)
        shapes.append(line(LEFT, y, LEFT + WIDTH, y, "grid" if value else "base"))
        shapes.append(label(text, LEFT - 8, y + 4, "axis", "end"))
    return shapes


def _columns(weeks: Weeks, step: float) -> list[tuple[WeekBar, float, float]]:
    """Each week with the middle and the half width of its column."""
    half = min(step * 0.28, 30)
    return [(week, LEFT + step * (place + 0.5), half) for place, week in enumerate(weeks.weeks)]


def _contacts(weeks: Weeks, strip: _Strip, step: float) -> list[Drawn]:
    shapes = legend(
        LEFT, strip.top - 12, (stroke("plan"), weeks.contacts_word), (swatch("band"), weeks.interval_word),
    )
    for week, x, half in _columns(weeks, step):
        high, low, here = strip.y(week.high), strip.y(week.low), strip.y(week.contacts)
        shapes += [
            box(x - half, high, 2 * half, low - high, "band"), line(x - half, here, x + half, here, "plan"),
            label(week.contacts_text, x, high - 5, "value", "middle"),
        ]
    return shapes


def _hours(weeks: Weeks, strip: _Strip, step: float) -> list[Drawn]:
    shapes = legend(LEFT, strip.top - 12, *_hours_marks(weeks))
    for week, x, half in _columns(weeks, step):
        shapes += [*_need(week, strip, x, half), *_interval(week, strip, x + half + WHISKER)]
    return shapes


def _hours_marks(weeks: Weeks) -> list[tuple[Mark, str]]:
    """The plan's marks only where there is one."""
    entries = [(swatch("bar"), weeks.required_word)]
    if any(week.planned is not None for week in weeks.weeks):
        entries += [(stroke("plan"), weeks.planned_word), (swatch("lost", hatched=True), weeks.short_word)]
    return [*entries, (_whisker_mark, weeks.required_interval_word)]


def _need(week: WeekBar, strip: _Strip, x: float, half: float) -> list[Drawn]:
    covered = week.required if week.planned is None else min(week.required, week.planned)
    full, part = strip.y(week.required), strip.y(covered)
    shapes = [
        box(x - half, part, 2 * half, strip.y(0) - part, "bar"),
        box(x - half, full, 2 * half, part - full, "lost"), hatch(x - half, full, 2 * half, part - full),
    ]
    if week.planned is not None:
        plan = strip.y(week.planned)
        shapes += [line(x - half - 6, plan, x + half + 6, plan, name) for name in ("plan-halo", "plan")]
    above = min(full, strip.y(week.planned or 0)) - 6
    return [*shapes, label(week.required_text, x, above, "value", "middle")]


def _interval(week: WeekBar, strip: _Strip, x: float) -> list[Drawn]:
    """Beside the bar, so that neither hides the other; nothing where it is not known."""
    if week.required_high <= 0:
        return []
    low, high = strip.y(week.required_low), strip.y(week.required_high)
    ends = [line(x - 3, y, x + 3, y, "whisker") for y in (low, high)]
    return [line(x, low, x, high, "whisker"), *ends]


def _whisker_mark(x: float, y: float) -> tuple[Drawn, ...]:
    middle = x + 9
    ends = (line(middle - 3, end, middle + 3, end, "whisker") for end in (y - 6, y + 6))
    return (line(middle, y - 6, middle, y + 6, "whisker"), *ends)


def _backlog(weeks: Weeks, strip: _Strip, step: float) -> list[Drawn]:
    shapes = legend(LEFT, strip.top - 12, (swatch("bar-rest"), weeks.backlog_word))
    for week, x, half in _columns(weeks, step):
        here = strip.y(week.backlog)
        shapes += [
            box(x - half, here, 2 * half, strip.y(0) - here, "bar-rest"),
            label(week.backlog_text, x, here - 5, "value", "middle"),
        ]
    return shapes


def _names(weeks: Weeks, y: float, step: float) -> list[Drawn]:
    return [
        shape for week, x, _ in _columns(weeks, step)
        for shape in (label(week.name, x, y, "label", "middle"), label(week.dates, x, y + 15, "axis", "middle"))
    ]


PARTS = (_contacts, _hours, _backlog)
