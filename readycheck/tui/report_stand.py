"""Where a session's report is, and whether it still tells what the audit says."""

from __future__ import annotations

from pathlib import Path

from readycheck.tui.session import Session


def page_path(session: Session, name: str, ending: str = ".html") -> Path:
    """`<year>-<name>.html` beside the audit, or with another ending."""
    return session.path.with_name(f"{session.path.stem}-{name}{ending}")


def report_is_current(session: Session) -> bool:
    """Whether the report is younger than the last change of the audit."""
    try:
        written = page_path(session, "report").stat().st_mtime_ns
        return not session.unsaved and written >= session.path.stat().st_mtime_ns
    except OSError:
        return False
