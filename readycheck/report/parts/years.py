"""Year against year: what the shop did, apart from what the checklist did."""

from __future__ import annotations

from readycheck.core.years.comparison import Comparison
from readycheck.report.case import Case
from readycheck.report.model import Block, Missing, Paragraph, Section
from readycheck.report.parts.graded import graded_forecast
from readycheck.report.parts.years_core import core, score_chart
from readycheck.report.parts.years_demand import demand_moved
from readycheck.report.parts.years_promises import promises
from readycheck.report.parts.years_trend import trend_part
from readycheck.report.parts.years_volumes import volumes


def years(case: Case) -> Section:
    """The change over the comparable core, the trend, what changed in the demand, promises and the forecast."""
    title = case.tr("Year against year") if case.one_story else case.tr("Side by side")
    compared = case.comparison
    if compared is None:
        text = case.tr("There is no earlier season to compare with.")
        remedy = case.tr("Keep this audit: next year's report will be compared with it.")
        return Section("years", title, (Missing((text,), remedy),))
    return Section("years", title, _main_blocks(case, compared), years_parts(case, compared))


def main_section(case: Case, compared: Comparison) -> Section:
    """The page's first section, where the parts stand beside it and not inside."""
    title = case.tr("What moved") if case.one_story else case.tr("Side by side")
    return Section("years", title, _main_blocks(case, compared))


def _main_blocks(case: Case, compared: Comparison) -> tuple[Block, ...]:
    """Both headlines and the change, what it stands against, and the scores that readiness is made of."""
    blocks = (*core(case, compared), *score_chart(case, compared), *volumes(case, compared))
    return (*two_shops(case), *blocks)


def years_parts(case: Case, compared: Comparison) -> tuple[Section, ...]:
    """The smaller sections, those that have something to say; promises and forecast are one shop's own."""
    parts = [trend_part(case)]
    if case.one_story:
        parts.append(promises(case, compared))
    parts.append(demand_moved(case, compared))
    if case.one_story:
        parts.append(graded_forecast(case, compared))
    return tuple(part for part in parts if part.blocks or part.parts)


def two_shops(case: Case) -> list[Block]:
    """That the two sides are not one shop, where they are not."""
    shops = case.compared_as.shops if case.compared_as is not None else None
    if shops is None:
        return []
    return [Paragraph(case.tr(
        "These are two shops, {first} and {second}: what differs is no change of either.",
        first=shops[0], second=shops[1],
    ), "warning")]
