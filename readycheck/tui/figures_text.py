"""What the figures that stand on every screen of an audit mean, told with the figures themselves."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.calendar import first_peak
from readycheck.core.message import say
from readycheck.core.readiness import PEAK_SEASON
from readycheck.core.sections import answered
from readycheck.i18n import Translator
from readycheck.tui.session import Session

Told = tuple[str, str]
"""A figure, and what it means."""


def figures_told(session: Session, tr: Translator) -> list[Told]:
    """Each figure of the head and of the line above the keys, with its meaning."""
    readiness = session.scores.readiness
    done, asked = answered(session.scores)
    return [
        (f"{done}/{asked}", tr(say(
            "How many of the questions that concern your shop are answered. \"Don't know\" counts too."))),
        (tr.number(readiness.score, 0), tr(say(
            "Readiness, 0 to 100: the weighted mean of the sections and of what is measured. What is not answered or "
            "not measured counts as 0."))),
        *_bands(session, tr),
        (tr.percent(readiness.known), tr(say(
            "Known: the share of that mean based on an answer or on data. \"Don't know\" does not add to it."))),
        ("▲ ▼", tr(say("What readiness has gained or lost since the audit was opened."))),
        ("✖", tr(say("Blockers: a \"no\" to a question that must not be a no, or a purchase path that breaks off at "
                     "cart, order or payment."))),
        (_days(session, tr), tr(say("To the first peak, {day}.", day=first_peak(session.audit.season)))),
    ]


def _bands(session: Session, tr: Translator) -> Iterator[Told]:
    checklist = session.audit.checklist(PEAK_SEASON)
    if checklist is not None and checklist.bands is not None:
        bands = checklist.bands
        yield f"{tr.number(bands.nearly, 0)} / {tr.number(bands.ready, 0)}", tr(say(
            "From {nearly} on a shop is nearly ready, from {ready} on ready. While something blocks it is nearly ready "
            "at most.",
            nearly=tr.number(bands.nearly, 0), ready=tr.number(bands.ready, 0)))


def _days(session: Session, tr: Translator) -> str:
    days = (first_peak(session.audit.season) - session.today).days
    return tr.plural("{n} day", "{n} days", max(0, days))
