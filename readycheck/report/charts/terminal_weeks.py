"""The season's weeks in a terminal: agent-hours needed with their band, against the plan, and what piles up.

        h █ needed  ╱╱ short  ━━ planned  │ 8 cases of 10
      80┤             ╷
        │━━━━┿  ╱╱╱╱  ╵
      40┤ ███  ━━━━━━
        │ ███   ████
    week┤─53─────1─────

A row of the chart is full where a value reaches the axis figure beside it. No mark is told by its colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.staffing.results import WeekNeed
from readycheck.report.charts.terminal_canvas import ASCII, BLOCKS, Line
from readycheck.report.charts.terminal_columns import draw_columns
from readycheck.report.charts.terminal_layout import LOWEST, NARROWEST, Layout, WeekWords
from readycheck.report.charts.terminal_rows import draw_rows


def weeks_picture(
    weeks: Sequence[WeekNeed], width: int, height: int, words: WeekWords, *, planned: bool,
    saved: Sequence[WeekNeed] | None = None, ascii_only: bool = False,
) -> tuple[Line, ...]:
    """At most `height` lines of at most `width` characters; without weeks none.

    `weeks` are ISO weeks or months, in order; a week that 27 December divides stands there twice. `planned`: whether
    there is a plan: without one neither it nor a backlog is drawn. `saved` are the same weeks as they are saved, to be
    marked beside the ones that are tried. Where not all weeks have room, the last ones are drawn. Styles: need,
    short, plan, band, saved, backlog, axis, text.
    """
    if not weeks:
        return ()
    if width < NARROWEST or height < LOWEST:
        return (((words.too_narrow[:max(0, width)], "axis"),),) if width > 0 and height > 0 else ()
    layout = Layout.of(weeks, saved or (), width, height, words, planned, ASCII if ascii_only else BLOCKS)
    draw_columns(layout)
    draw_rows(layout)
    return layout.canvas.lines()
