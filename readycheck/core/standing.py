"""Where a season stands, in a word or two: the same in the app, on the command line and in the report."""

from __future__ import annotations

from readycheck.core.message import Message
from readycheck.core.names import BAND_NAMES, NOT_BEGUN
from readycheck.core.results import Scores
from readycheck.core.sections import answered


def begun(scores: Scores) -> bool:
    """Whether anything is answered, or known from data: a season that was only made is not "not ready"."""
    return bool(answered(scores)[0] or scores.readiness.known)


def standing(scores: Scores) -> Message | None:
    """ "not started", else the readiness band's name; None where there is no band."""
    if not begun(scores):
        return NOT_BEGUN
    return BAND_NAMES[scores.readiness.band] if scores.readiness.band else None
