"""The chart of the weeks' picture: columns of need, hatched where the plan does not reach, band, plan, saved ones."""

from __future__ import annotations

from readycheck.core.staffing.results import WeekNeed
from readycheck.report.charts.terminal_layout import Layout, differ, divided_at, tick_text
from readycheck.report.charts.terminal_scale import Slot

HARDLY, HALF = 0.25, 0.5
"""Parts of a row that are left out, and from which it is drawn as a whole one."""


def draw_columns(layout: Layout) -> None:
    """Legend, axis and every week's marks."""
    _legend(layout)
    _axis(layout)
    for week, saved, slot in zip(layout.weeks, layout.saved, layout.slots, strict=True):
        _column(layout, week, slot)
        if saved is not None and slot.width > 1:
            _saved(layout, week, saved, slot)
    _border(layout)


def _legend(layout: Layout) -> None:
    put = layout.canvas.put
    put(layout.gutter - 1 - len(layout.hours.name), 0, layout.hours.name, "axis")
    for y, entries in enumerate(layout.legend):
        x = layout.gutter
        for sign, style, word in entries:
            put(x, y, sign, style)
            put(x + len(sign) + 1, y, word, "axis")
            x += len(sign) + len(word) + 3


def _axis(layout: Layout) -> None:
    """Its figures stand at the rows that they fill."""
    put, glyphs, x = layout.canvas.put, layout.glyphs, layout.gutter - 1
    for row in range(layout.rows):
        put(x, layout.y(row), glyphs.axis, "axis")
    # from the top down: in a low picture the lower of two that share a row is the one to keep
    for value in reversed(layout.axis):
        text = tick_text(value, layout.axis, layout.words.number)
        y = layout.y(layout.row(value * layout.hours.factor))
        put(0, y, " " * x)
        put(x - len(text), y, text + glyphs.tick, "axis")
    last = layout.slots[-1]
    put(layout.gutter, layout.y(-1), glyphs.ground * (last.left + last.width - layout.gutter), "axis")


def _column(layout: Layout, week: WeekNeed, slot: Slot) -> None:
    covered = min(week.required, week.planned) if layout.planned else week.required
    height = layout.height(covered)
    for row in range(layout.row(covered) + 1):
        layout.canvas.put(slot.start, layout.y(row), layout.glyphs.cell(height - row) * slot.bar, "need")
    _short(layout, slot, covered, week.required)
    if slot.band is not None and week.required_high > 0:
        _band(layout, slot.band, week)
    if layout.planned and week.planned > 0:
        _plan(layout, slot, week.planned)


def _short(layout: Layout, slot: Slot, covered: float, required: float) -> None:
    """Hatched rows over the plan's; less than half a row has a mark of its own, and so has the least shortage."""
    if not differ(required / layout.hours.factor, covered / layout.hours.factor):
        return
    height, first = layout.height(required), layout.row(covered) + 1
    for row in range(first, max(first, layout.row(required)) + 1):
        part = height - row
        if row < layout.rows and (part >= HARDLY or row == first):
            sign = layout.glyphs.short if part >= HALF else layout.glyphs.short_end
            layout.canvas.put(slot.start, layout.y(row), sign * slot.bar, "short")


def _band(layout: Layout, x: int, week: WeekNeed) -> None:
    low, high = max(0, layout.row(week.required_low)), layout.row(week.required_high)
    for row in range(low, high + 1):
        layout.canvas.put(x, layout.y(row), layout.glyphs.band, "band")
    if high > low:
        layout.canvas.put(x, layout.y(high), layout.glyphs.band_ends[0], "band")
        layout.canvas.put(x, layout.y(low), layout.glyphs.band_ends[1], "band")


def _plan(layout: Layout, slot: Slot, planned: float) -> None:
    """Across the bar and a cell beyond, so that it is seen on it and over it."""
    y, glyphs = layout.y(layout.row(planned)), layout.glyphs
    layout.canvas.put(slot.left, y, glyphs.plan * (slot.start - slot.left + slot.bar), "plan")
    if slot.band is not None:
        crossed = layout.canvas.at(slot.band, y) != " "
        layout.canvas.put(slot.band, y, glyphs.crossed if crossed else glyphs.plan, "plan")


def _saved(layout: Layout, week: WeekNeed, saved: WeekNeed, slot: Slot) -> None:
    """Marks at the bar's left side, at the heights of what is saved."""
    if layout.planned and saved.planned > 0 and differ(saved.planned, week.planned):
        layout.canvas.put(slot.left, layout.y(layout.row(saved.planned)), layout.glyphs.saved_plan, "saved")
    if differ(saved.required, week.required):
        layout.canvas.put(slot.left, layout.y(max(0, layout.row(saved.required))), layout.glyphs.saved, "saved")


def _border(layout: Layout) -> None:
    """A dotted line where January's window begins in the middle of a week."""
    place = divided_at(layout.weeks)
    if place is None or layout.slots[place].width == 1:
        return
    x, glyphs = layout.slots[place].left, layout.glyphs
    for row in range(-1, layout.rows):
        if layout.canvas.at(x, layout.y(row)) in (" ", glyphs.ground):
            layout.canvas.put(x, layout.y(row), glyphs.border, "axis")
