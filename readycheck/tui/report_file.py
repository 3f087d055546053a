"""The report of an audit as an HTML file beside it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.years.compare import compare
from readycheck.report.build import build
from readycheck.report.html import render
from readycheck.storage.atomic import write_atomically
from readycheck.tui.session import Session


def write_report(session: Session) -> Path:
    """Write `<year>-report.html` into the shop's folder, against the season before where there is one."""
    previous = None if session.previous is None else session.previous.audit
    comparison = None if previous is None else compare(previous, session.audit)
    report = build(
        session.audit, session.scores, comparison, previous, session.tr.lang, session.today,
        session.path.parent.name,
    )
    path = session.path.with_name(f"{session.path.stem}-report.html")
    write_atomically(path, render(report).encode(), lambda _: None)
    return path
