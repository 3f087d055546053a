"""The report and the agreement of an audit as HTML files beside it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.years.compare import compare
from readycheck.report.agreement import build as agreement
from readycheck.report.agreement import html as agreement_page
from readycheck.report.build import build
from readycheck.report.html import render
from readycheck.storage.atomic import write_atomically
from readycheck.tui.report_stand import page_path
from readycheck.tui.session import Session


def write_report(session: Session) -> Path:
    """Write `<year>-report.html` into the shop's folder, against the season before where there is one."""
    previous = None if session.previous is None else session.previous.audit
    comparison = None if previous is None else compare(previous, session.audit)
    report = build(
        session.audit, session.scores, comparison, previous, session.tr.lang, session.today,
        session.path.parent.name,
    )
    return _written(session, "report", render(report))


def write_agreement(session: Session) -> Path:
    """Write `<year>-agreement.html`: the page to be signed, with nothing of the private notes."""
    made = agreement.build(session.audit, session.scores, session.tr.lang, session.today)
    return _written(session, "agreement", agreement_page.render(made))


def _written(session: Session, name: str, text: str) -> Path:
    path = page_path(session, name)
    write_atomically(path, text.encode(), lambda _: None)
    return path
