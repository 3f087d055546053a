"""Demand side by side: what is shown and what is tested are told apart."""

from __future__ import annotations

from dataclasses import replace

from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_moved import ONE_SEASON
from readycheck.report import markdown
from readycheck.report.comparison import build_comparison
from tests.report.shop_scores import SCORES
from tests.report.shop_years import MOVED, years_case


def page(found: Comparison) -> str:
    case = years_case("en", comparison=found)
    return markdown.render(build_comparison(case, "lankakauppa", [(2025, SCORES), (2026, SCORES)]))


def test_what_one_season_alone_knows_is_said_to_be_in_no_test() -> None:
    channels = MOVED.demand[0]
    shares = tuple(replace(share, p=None, beyond_chance=None, why_not=ONE_SEASON) if share.id == "phone" else share
                   for share in channels.shares)
    said = "in the shares but not in the tests: Phone."
    assert said in page(replace(MOVED, demand=(replace(channels, shares=shares),)))
    assert said not in page(MOVED)


def test_what_rests_on_the_same_days_has_no_arithmetic() -> None:
    channels = MOVED.demand[0]
    step = "χ² = 90 with 2 degrees of freedom"
    same = replace(channels, p=None, statistic=None, freedom=None, days_after=channels.days_before)
    assert step in page(replace(MOVED, demand=(channels,)))
    assert step not in page(replace(MOVED, demand=(same,)))
