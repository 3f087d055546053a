"""January's pictures for a terminal, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.audit import Audit
from readycheck.core.profile import Demand
from readycheck.core.staffing.results import JanuaryStaffing, Kernel, WeekNeed
from readycheck.i18n import Translator
from readycheck.report.charts.lag_words import lag_caption
from readycheck.report.charts.terminal_canvas import plain_text
from readycheck.report.charts.terminal_lag import LagWords, lag_picture
from readycheck.report.charts.terminal_layout import WeekWords
from readycheck.report.charts.terminal_weeks import weeks_picture
from readycheck.report.periods import short_period_name

WEEKS_HEIGHT, LAG_HEIGHT = 14, 6


def week_words(tr: Translator) -> WeekWords:
    """The words of `weeks_picture`."""
    return WeekWords(
        need=tr("hours needed"), short=tr("short"), plan=tr("planned"), band=tr("8 cases in 10"),
        saved_need=tr("need as saved"), saved_plan=tr("plan as saved"), border=tr("27 Dec"), week=tr("week"),
        missing=tr("short"), saved=tr("saved"),
        hours=(tr("h"), tr("1000 h"), tr("mill. h")),
        contacts=(tr("contacts"), tr("1000 contacts"), tr("mill. contacts")),
        backlog=(tr("backlog h"), tr("backlog 1000 h"), tr("backlog mill. h")),
        too_narrow=tr("(no room for the picture)"),
        name=lambda name: short_period_name(name, tr), number=tr.number,
    )


def lag_words(kernel: Kernel, demand: Demand, tr: Translator) -> LagWords:
    """The words of `lag_picture`."""
    return LagWords(
        day=tr("day"), half=tr("half"), caption=lag_caption(kernel, demand, tr), percent=lambda share: tr.percent(share)
    )


def january_lines(
    audit: Audit, found: JanuaryStaffing, weeks: Sequence[WeekNeed], tr: Translator, width: int, *,
    ascii_only: bool = False,
) -> list[str]:
    """Both pictures as plain lines of at most `width` characters, a blank line between; nothing without a forecast.

    `weeks` are those to be drawn: `weeks_or_months(found, audit.season)`, or `found.before_weeks` before them.
    """
    picture = weeks_picture(
        weeks, width, WEEKS_HEIGHT, week_words(tr), planned=audit.plan.hours is not None, ascii_only=ascii_only
    )
    lines = [plain_text(line) for line in picture]
    if found.kernel is not None and lines:
        lag = lag_picture(
            found.kernel, width, LAG_HEIGHT, lag_words(found.kernel, audit.demand, tr), ascii_only=ascii_only
        )
        lines += ["", *(plain_text(line) for line in lag)]
    return lines
