"""What January still lacks, with the key that each is set by."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.commands.season import Season
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.message import Message, placed, say
from readycheck.report.case import Case
from readycheck.report.model import Missing

KEYS = {
    "at_channel": say(" (staffing.CHANNEL.aht)"), "at_share": say(" (staffing.CHANNEL.share)"),
    "at_rate": say(" (plan.contact_rate)"), "at_orders": say(" (plan.orders.WEEK)"),
    "at_hours": say(" (plan.hours.WEEK)"),
}


def with_keys(missing: Iterable[Message]) -> tuple[Message, ...]:
    """The sentences, each with its key."""
    return tuple(placed(each, KEYS) for each in missing)


def missing_block(season: Season, case: Case) -> Missing:
    """What is missing, and the command that gives it."""
    audit = season.audit
    week = iso_week(january_window(audit.season)[1])
    remedy = case.tr("Type them with readycheck set {season} KEY=VALUE, such as plan.hours.{week}=40.",
                     season=f"{season.shop}/{audit.season.year}", week=week)
    return Missing(tuple(map(case.sentence, with_keys(case.scores.january.missing))), remedy)
