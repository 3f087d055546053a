"""A comparison as a page of its own: the parts of the season's report that tell of two seasons, and the same forms."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.rounding import shown_change
from readycheck.core.years.comparison import Comparison
from readycheck.report.case import Case
from readycheck.report.compare_json import Read, compare_json
from readycheck.report.model import Report, Section
from readycheck.report.parts.years import main_section, years_parts
from readycheck.report.parts.years_changes import changes
from readycheck.report.parts.years_core import most_moved
from readycheck.report.parts.years_promises import counted
from readycheck.report.parts.years_steps import comparison_arithmetic
from readycheck.report.parts.years_words import nothing_shared


def build_comparison(case: Case, shop: str, seasons: Sequence[Read]) -> Report:
    """The page of a case that has a comparison; `shop` and `seasons` as `compare_json` wants them."""
    compared = case.comparison
    if compared is None:
        raise ValueError("there is nothing to compare")
    tr, readiness = case.tr, compared.scores_after.readiness
    return Report(
        lang=tr.lang,
        shop=case.audit.shop.name,
        season=case.audit.season.year,
        made_on=case.today,
        kicker=kicker(case),
        title=title(case),
        headline=headline(case, compared),
        summary=_summary(case, compared),
        colophon=tr("Made with readycheck on {day}.", day=case.today),
        readiness=case.figures.score(readiness.score),
        band=readiness.band,
        known=case.figures.share(readiness.known),
        sections=_sections(case, compared),
        facts=compare_json(case, shop, seasons),
    )


def kicker(case: Case) -> str:
    """What is compared with what."""
    before, after = case.sides
    if case.one_story:
        return case.tr("Comparison {before}–{after}", before=before, after=after)
    return case.tr("Comparison {before} – {after}", before=before, after=after)


def title(case: Case) -> str:
    """The shop's name, or both."""
    shops = case.compared_as.shops if case.compared_as is not None else None
    return case.audit.shop.name if shops is None else " – ".join(shops)


def headline(case: Case, compared: Comparison) -> str:
    """The one sentence that a managing director takes away."""
    tr = case.tr
    if compared.core_before is None or compared.core_after is None:
        return nothing_shared(case, compared)
    change = shown_change(compared.core_before, compared.core_after)
    points = tr.number(abs(change))
    if not case.one_story:
        return _difference(case, change, points)
    if not change:
        return tr("In what both seasons have, you are where you were.")
    if change > 0:
        return tr("You improved by {points} points in what both seasons have.", points=points)
    return tr("You fell back by {points} points in what both seasons have.", points=points)


def _summary(case: Case, compared: Comparison) -> tuple[str, ...]:
    """What moved most either way, and what was promised."""
    found = [most_moved(case, compared)]
    if case.one_story and (compared.kept or compared.not_kept):
        found.append(counted(case, compared))
    return tuple(filter(None, found))


def _difference(case: Case, change: float, points: str) -> str:
    tr, (before, after) = case.tr, case.sides
    if not change:
        return tr("In what both have, {before} and {after} are level.", before=before, after=after)
    higher, lower = (after, before) if change > 0 else (before, after)
    return tr("In what both have, {higher} is {points} points above {lower}.", higher=higher, lower=lower,
              points=points)


def _sections(case: Case, compared: Comparison) -> tuple[Section, ...]:
    """First what moved and what was promised, then what it stands on."""
    found = (main_section(case, compared), *years_parts(case, compared), changes(case),
             comparison_arithmetic(case, compared))
    return tuple(part for part in found if part.blocks or part.parts)
