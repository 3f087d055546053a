"""The arithmetic of what moved in the demand, to be redone with a calculator."""

from __future__ import annotations

from readycheck.core.message import Message
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_moved import Moved, RateMoved
from readycheck.report.case import Case
from readycheck.report.model import Section, Steps
from readycheck.report.parts.graded import graded_steps
from readycheck.report.parts.years_demand import TITLES


def years_steps(case: Case, compared: Comparison) -> list[Section]:
    """Contacts per order, then each split."""
    rate, splits = compared.rate, [each for each in compared.demand if not _of_the_same_days(each)]
    found = [] if rate is None or _of_the_same_days(rate) else [
        _steps(case, "rate", case.tr("Contacts per order"), rate.steps)]
    found += [_steps(case, each.what, case.tr(TITLES[each.what]), each.steps) for each in splits]
    return [part for part in found if part.blocks]


def _of_the_same_days(moved: Moved | RateMoved) -> bool:
    """Two files of one import: nothing is tested, and there is nothing to redo."""
    return moved.p is None and moved.days_before is not None and moved.days_before == moved.days_after


def _steps(case: Case, key: str, title: str, steps: tuple[Message, ...]) -> Section:
    lines = tuple(case.tr(step) for step in steps)
    return Section(f"steps-moved-{key}", title, (Steps(lines),) if lines else ())


def comparison_arithmetic(case: Case, compared: Comparison) -> Section:
    """All of a comparison's own arithmetic, the forecast's with it where it is told."""
    parts = years_steps(case, compared)
    if case.one_story:
        parts.append(graded_steps(case, compared))
    return Section("years-arithmetic", case.tr("The arithmetic"), (), tuple(part for part in parts if part.blocks))
