"""An audit and its scores into a Report: the order of the parts is the order in which it is read."""

from __future__ import annotations

from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.deadlines import plan_of_actions
from readycheck.core.results import Scores
from readycheck.core.text import slug
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.trend import Trend
from readycheck.i18n import Lang, Translator
from readycheck.report.case import Case
from readycheck.report.model import Report, Section
from readycheck.report.parts.actions import actions
from readycheck.report.parts.answers import sections
from readycheck.report.parts.appendix import appendix
from readycheck.report.parts.blockers import blockers, contradictions, voices
from readycheck.report.parts.faq import faq
from readycheck.report.parts.first_steps import first_steps
from readycheck.report.parts.headline import headline, summary
from readycheck.report.parts.hours import opening_hours
from readycheck.report.parts.january import january
from readycheck.report.parts.measured import measured
from readycheck.report.parts.path import purchase_path
from readycheck.report.parts.reasons import contact_reasons
from readycheck.report.parts.scorecard import points, scorecard
from readycheck.report.parts.years import years
from readycheck.report.score_json import score_json
from readycheck.report.sides import Sides


def build(
    audit: Audit, scores: Scores, comparison: Comparison | None, previous: Audit | None, lang: Lang, today: date,
    shop: str | None = None, compared_as: Sides | None = None, trend: Trend | None = None,
) -> Report:
    """One season's report in `lang`. `shop` is the archive's slug, else made from the shop's name.

    `compared_as` and `trend` are as `Case` has them.
    """
    tr = Translator(lang)
    plan = plan_of_actions(audit, scores, today)
    case = Case(audit, scores, comparison, previous, plan, tr, today, compared_as, trend)
    return Report(
        lang=lang,
        shop=audit.shop.name,
        season=audit.season.year,
        made_on=today,
        kicker=tr("Season readiness {year}", year=str(audit.season.year)),
        title=audit.shop.name,
        headline=headline(case),
        summary=summary(case),
        colophon=tr("Made with readycheck on {day}.", day=today),
        readiness=case.figures.score(scores.readiness.score),
        band=scores.readiness.band,
        known=case.figures.share(scores.readiness.known),
        sections=_sections(case),
        facts=score_json(shop or slug(audit.shop.name), audit, scores),
    )


def _sections(case: Case) -> tuple[Section, ...]:
    """First what to do, then what it stands on."""
    coverage = (opening_hours(case), faq(case), contact_reasons(case), january(case))
    found = (
        first_steps(case),
        scorecard(case),
        blockers(case),
        contradictions(case),
        points(case),
        voices(case),
        Section("coverage", case.tr("The four coverages"), (), coverage),
        purchase_path(case),
        actions(case),
        years(case),
        sections(case),
        measured(case),
        appendix(case),
    )
    return tuple(section for section in found if section.blocks or section.parts)
