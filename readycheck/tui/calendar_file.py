"""The actions of an audit as a calendar file beside it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.deadlines import plan_of_actions
from readycheck.report.calendar_file import actions_ics
from readycheck.storage.atomic import write_atomically
from readycheck.storage.files import saved_at
from readycheck.tui.report_stand import page_path
from readycheck.tui.session import Session


def write_calendar(session: Session) -> Path:
    """Write `<year>-actions.ics` into the shop's folder; OSError where it cannot be."""
    session.flush()  # calendars take the later save's entries for the newer ones
    plan = plan_of_actions(session.audit, session.scores, session.today)
    data = actions_ics(plan, session.audit, session.tr, session.today, saved_at(session.path))
    path = page_path(session, "actions", ".ics")
    write_atomically(path, data, lambda _: None)
    return path
