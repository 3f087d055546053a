"""Under the weeks' chart: names, contacts, what is short, and the backlog as bars and figures."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.report.charts.terminal_layout import Layout
from readycheck.report.charts.terminal_scale import amount


def draw_rows(layout: Layout) -> None:
    """The names on the ground line, then the rows that have room."""
    words, weeks, y = layout.words, layout.weeks, layout.y(-1)
    _row(layout, y, words.week + layout.glyphs.tick, [words.name(week.week) for week in weeks], "text")
    if "contacts" in layout.figures:
        y += 1
        _row(layout, y, layout.contacts.name, _amounts(layout, [w.contacts / layout.contacts.factor for w in weeks]),
             "text")
    if "missing" in layout.figures:
        y += 1
        short = [(week.required - week.planned) / layout.hours.factor for week in weeks]
        _row(layout, y, words.missing, _amounts(layout, short), "short")
    if layout.planned:
        _backlog(layout, y + 1)


def _backlog(layout: Layout, y: int) -> None:
    """What waits at each week's end, on its own scale."""
    most, factor = max(week.backlog for week in layout.weeks), layout.backlog.factor
    for week, slot in zip(layout.weeks, layout.slots, strict=True):
        height = week.backlog / most * layout.strip if most > 0 else 0.0
        for row in range(layout.strip):
            if height > row:
                sign = layout.glyphs.cell(height - row) * slot.bar
                layout.canvas.put(slot.start, y + layout.strip - 1 - row, sign, "backlog")
    _row(layout, y, layout.backlog.name, (), "")
    y += layout.strip
    if "backlog" in layout.figures:
        _row(layout, y, "", _amounts(layout, [week.backlog / factor for week in layout.weeks]), "backlog")
    if "saved" in layout.figures:
        before = [week.backlog / factor if week else 0.0 for week in layout.saved]
        _row(layout, y + 1, layout.words.saved, _amounts(layout, before), "saved")


def _amounts(layout: Layout, values: Sequence[float]) -> list[str]:
    return [amount(value, layout.words.number, layout.glyphs.none) for value in values]


def _row(layout: Layout, y: int, head: str, texts: Sequence[str], style: str) -> None:
    """A row's name at the axis, its texts under the bars; where they do not fit, every second one or fewer."""
    at_axis = layout.gutter - (0 if head.endswith(layout.glyphs.tick) else 1)
    layout.canvas.put(at_axis - len(head), y, head, "axis")
    every = -(-(max(map(len, texts), default=0) + 1) // layout.slots[0].width)
    x = layout.gutter
    for text, slot in list(zip(texts, layout.slots, strict=False))[::every]:
        x = max(x, (2 * slot.start + slot.bar - len(text)) // 2)
        layout.canvas.put(min(x, layout.canvas.width - len(text)), y, text, style)
        x += len(text) + 1
