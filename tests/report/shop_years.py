"""The made-up shop's demand of two seasons and its trend over three, worked out by hand; its page of the comparison.

Contacts came 300 by e-mail and 100 by chat, then 250, 150 and, on the phone, 100: 75 % → 50 %, 25 % → 30 %, 0 → 20 %.
Orders came all on Monday at 9 (80) and Sunday at 20 (20), then 120 and 80: 80 % → 60 % and 20 % → 40 %.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from readycheck.core.audit import Action
from readycheck.core.checklist import LocalText
from readycheck.core.deadlines import plan_of_actions
from readycheck.core.message import say
from readycheck.core.profile import Grid
from readycheck.core.years.comparison import QuestionRow
from readycheck.core.years.demand_moved import Moved, RateMoved, Share
from readycheck.core.years.trend import Trend, TrendLine
from readycheck.i18n import Lang, Translator
from readycheck.report.case import Case
from readycheck.report.comparison import build_comparison
from readycheck.report.model import Report
from readycheck.report.sides import Sides
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import COMPARISON, SCORES


def grid(monday_nine: int, sunday_twenty: int) -> Grid:
    """A week in which something comes at two hours only."""
    return tuple(
        tuple(monday_nine if (day, hour) == (0, 9) else sunday_twenty if (day, hour) == (6, 20) else 0
              for hour in range(24))
        for day in range(7)
    )


CHI = say("chi-squared test of the counts")
CHANNELS = Moved("channels", 400, 500, (
    Share("email", 300, 250, 0.75, 0.5, 0.0001, True), Share("phone", 0, 100, 0.0, 0.2, 0.0002, True),
    Share("chat", 100, 150, 0.25, 0.3, 0.2, False),
), 0.0001, 90.0, 2, CHI, steps=(say("χ² = 90 with 2 degrees of freedom"),),
    days_before=(date(2024, 11, 1), date(2025, 1, 31)), days_after=(date(2025, 11, 1), date(2026, 1, 31)))
REASONS = Moved("reasons", 10, 12, (
    Share("where-is-my-order", 6, 6, 0.6, 0.5), Share("return", 4, 6, 0.4, 0.5),
), None, None, None, say("not tested"), say("too little is counted in both seasons to test it"))
ORDER_HOURS = Moved("order_hours", 100, 200, (
    Share("weekends", 20, 80, 0.2, 0.4, 0.012, True), Share("mon-9", 80, 120, 0.8, 0.6, 0.012, True),
    Share("sun-20", 20, 80, 0.2, 0.4, 0.012, True), Share("evenings", 0, 0, 0.0, 0.0),
), 0.004, 8.0, 1, CHI, grid_before=grid(80, 20), grid_after=grid(120, 80))
NO_CONTACT_HOURS = Moved("contact_hours", 0, 0, (), None, None, None, say("not tested"),
                         say("the audit of {year} has no contacts", year="2025"))
RATE = RateMoved(0.2, 0.25, 0.03, True, say("test of two Poisson rates"), (say("0.25 / 0.2 = 1.25"),))
ADDED = (
    QuestionRow("peak-season/learning.new", None, "new", LocalText("Uusi?", "A new one?"), None, "yes", None, 1.0,
                False, say("the question is new")),
    QuestionRow("peak-season/learning.gone", None, "removed", LocalText("Vanha?", "An old one?"), "no", None, 0.0, None,
                False, say("the question was removed")),
)
MOVED = replace(
    COMPARISON, demand=(CHANNELS, REASONS, NO_CONTACT_HOURS, ORDER_HOURS), rate=RATE,
    not_kept=(*COMPARISON.not_kept, Action("c", "A returns portal", "Ville", date(2025, 11, 7))),
    carried=(Action("c", "A returns portal", "Ville", date(2026, 11, 6)),), questions=(*COMPARISON.questions, *ADDED),
)
TREND = Trend((2024, 2025, 2026), (
    TrendLine("readiness", None, (20.0, 30.5, 41.8), (False, True), (10.5, 7.3), (10.5, 7.3)),
    TrendLine("coverage/faq", None, (None, 50.0, 75.0), (False, False), (None, 25.0), (None, 25.0)),
    TrendLine("peak-season/presence", LocalText("Läsnäolo", "Presence"), (60.0, 20.0, 20.0), (False, False),
              (-40.0, 0.0), (-40.0, 0.0)),
    TrendLine("service", None, (None, None, None), (False, False), (None, None), (None, None)),
), (0.0, 4.0))


def years_case(lang: Lang, sides: Sides | None = None, **changed: object) -> Case:
    """The case of the comparison, its fields changed at will."""
    plan = plan_of_actions(AUDIT, SCORES, TODAY)
    case = Case(AUDIT, SCORES, MOVED, AUDIT, plan, Translator(lang), TODAY, sides, TREND)
    return replace(case, **changed)  # type: ignore[arg-type]


@cache
def compared(lang: Lang) -> Report:
    """The comparison as a page of its own."""
    return build_comparison(years_case(lang), "lankakauppa", [(2025, SCORES), (2026, SCORES)])
