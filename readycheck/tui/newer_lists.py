"""Newer versions of an audit's checklists: offered until somebody has looked at them, and then no more."""

from __future__ import annotations

from readycheck.storage.checklists import newer_shipped, shipped_versions
from readycheck.storage.last_place import LookedAt
from readycheck.tui.session import Session

SEEN = "lists"


def not_looked_at(session: Session) -> bool:
    """Whether there is a newer version that nobody has looked at."""
    newer = _newer(session)
    if newer and SEEN not in session.places:  # no file is read where there is nothing to offer
        session.places[SEEN] = {*_kept(session).read().split()}
    return bool(newer) and not newer <= session.places[SEEN]


def look_at_newer(session: Session) -> None:
    """Somebody looks at them now: the next time this is known."""
    newer = _newer(session)
    if newer:
        session.places[SEEN] = newer
        _kept(session).keep(" ".join(sorted(newer)))


def _newer(session: Session) -> set[str]:
    return {f"{each}:{shipped_versions()[each]}" for each in newer_shipped(session.audit.checklists)}


def _kept(session: Session) -> LookedAt:
    return LookedAt(session.archive.aside, session.path)
