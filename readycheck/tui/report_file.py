"""The report and the agreement of an audit as files beside it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.audit import Audit
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.trend import Trend
from readycheck.i18n import Lang
from readycheck.report.agreement import build as agreement
from readycheck.report.agreement import html as agreement_page
from readycheck.report.build import build
from readycheck.report.history import Read, trend_up_to
from readycheck.report.renderers import rendered
from readycheck.storage.atomic import write_atomically
from readycheck.tui.report_stand import page_path
from readycheck.tui.session import Session


def write_report(session: Session, ending: str = ".html", lang: Lang | None = None) -> Path:
    """Write `<year>-report` in a form and language, against the season before where there is one.

    In another language than the app's, the language stands in the name too.
    """
    previous = None if session.previous is None else session.previous.audit
    comparison = None if previous is None else compare(previous, session.audit, None, session.scores)
    spoken: Lang = lang or session.tr.lang
    report = build(
        session.audit, session.scores, comparison, previous, spoken, session.today, session.shop,
        trend=None if previous is None or comparison is None else _trend(session, previous, comparison),
    )
    name = "report" if spoken == session.tr.lang else f"report.{spoken}"
    return _written(page_path(session, name, ending), rendered(report, ending))


def _trend(session: Session, previous: Audit, comparison: Comparison) -> Trend | None:
    """As `readycheck report` has it: of the shop's seasons up to this one."""
    read: dict[int, Read] = {previous.season.year: (previous, comparison.scores_before),
                             session.audit.season.year: (session.audit, session.scores)}
    return trend_up_to(session.archive, session.path.parent, read)


def write_agreement(session: Session) -> Path:
    """Write `<year>-agreement.html`: the page to be signed, with nothing of the private notes."""
    made = agreement.build(session.audit, session.scores, session.tr.lang, session.today)
    return _written(page_path(session, "agreement"), agreement_page.render(made).encode())


def _written(path: Path, data: bytes) -> Path:
    write_atomically(path, data, lambda _: None)
    return path
