"""A comparison as a file beside the audit: what the screen shows, as a page, text or data."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.deadlines import plan_of_actions
from readycheck.core.text import slug
from readycheck.core.years.trend import trend
from readycheck.i18n import Lang, Translator
from readycheck.report.case import Case
from readycheck.report.comparison import build_comparison
from readycheck.report.renderers import rendered
from readycheck.storage.atomic import write_atomically
from readycheck.tui.compare_pair import Compared, audits_of
from readycheck.tui.report_stand import page_path
from readycheck.tui.session import Session


def write_comparison(session: Session, compared: Compared, ending: str = ".html", lang: Lang | None = None) -> Path:
    """Write `<year>-comparison-<other>` in a form and language; in another than the app's, that stands in the name."""
    spoken: Lang = lang or session.tr.lang
    name = f"comparison-{slug('-'.join(compared.sides.names))}"
    path = page_path(session, name if spoken == session.tr.lang else f"{name}.{spoken}", ending)
    case = _case(session, compared, spoken)
    read = [(audit.season.year, scores) for audit, scores in (
        (compared.before, compared.found.scores_before), (compared.after, compared.found.scores_after))]
    page = build_comparison(case, session.shop, read)
    write_atomically(path, rendered(page, ending), lambda _: None)
    return path


def _case(session: Session, compared: Compared, lang: Lang) -> Case:
    """With the trend of all seasons, where the two are the shop's own and there are more."""
    found, audits = compared.found, audits_of(session) if compared.sides.one_story else []
    plan = plan_of_actions(compared.after, found.scores_after, session.today)
    return Case(
        compared.after, found.scores_after, found, compared.before, plan, Translator(lang), session.today,
        compared.sides, trend(audits) if len(audits) > 2 else None,
    )
