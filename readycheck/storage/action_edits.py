"""What becomes of an action: its status, and what is done instead of it. Each edit returns a new document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from readycheck.core.audit import Action
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import suggested_due
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError, did_you_mean, wrong
from readycheck.storage.document import APPEND, Document, audit_of, with_value
from readycheck.storage.encode import encode

REASON = "reason-"
Status = Literal["open", "doing", "done", "dropped"]


def with_status(document: Mapping[str, Any], action_id: str, status: Status) -> Document:
    """The action of this id with another status; ReadycheckError where no action has it."""
    place, _ = _find(document, action_id)
    return with_value(document, ("actions", place, "status"), status)


def with_fallback(document: Mapping[str, Any], action_id: str, today: date) -> Document:
    """One more action: what was written down to do instead of this one, by the same person, before the first peak.

    The action itself stays: the next season may still be in time for it. ReadycheckError where nothing is written
    down, or where that is on the list already.
    """
    if _of_a_reason(document, action_id):
        raise wrong(
            say("\"{id}\" belongs to a contact reason: only actions of your own have something to do instead.",
                id=clean(action_id)),
            say("Its plan is changed with: readycheck set SHOP reasons.{code}.action=…",
                code=clean(action_id.removeprefix(REASON))),
        )
    place, action = _find(document, action_id)
    audit = audit_of(document, "")
    if not action.fallback.strip():
        raise wrong(
            say("nothing is written down to do instead of \"{id}\".", id=clean(action_id)),
            say("Write it with: readycheck set SHOP \"actions[{n}].fallback=…\"", n=place + 1),
        )
    if fallback_action(audit.actions, action) is not None:
        raise wrong(say("what is done instead of \"{id}\" is on the list already.", id=clean(action_id)))
    taken = {each.id for each in audit.actions}
    names = (f"{action.id}-instead{n}" for n in ("", *range(2, len(taken) + 3)))
    instead = Action(
        next(name for name in names if name not in taken), _as_title(action.fallback), action.owner,
        suggested_due(0, first_peak(audit.season), today), question=action.question,
    )
    return with_value(document, ("actions", APPEND), {**encode(instead), "status": "open"})


def fallback_action(actions: tuple[Action, ...], action: Action) -> Action | None:
    """The action that was made of this one's fallback; None where nobody has."""
    wanted = _as_title(action.fallback).split()
    return next((each for each in actions if wanted and _as_title(each.title).split() == wanted), None)


def _as_title(text: str) -> str:
    """A sentence as actions are called: without its full stop."""
    stripped = text.strip()
    return stripped if stripped.endswith("..") else stripped.removesuffix(".")


def _find(document: Mapping[str, Any], action_id: str) -> tuple[int, Action]:
    actions = audit_of(document, "").actions
    for place, action in enumerate(actions):
        if action.id == action_id:
            return place, action
    raise _unknown(document, action_id, tuple(action.id for action in actions))


def _of_a_reason(document: Mapping[str, Any], action_id: str) -> bool:
    """Whether this is the plan of a contact reason and no action of the audit's own."""
    own = any(action.id == action_id for action in audit_of(document, "").actions)
    return not own and action_id.startswith(REASON) and action_id.removeprefix(REASON) in document.get("reasons", {})


def _unknown(document: Mapping[str, Any], action_id: str, known: tuple[str, ...]) -> ReadycheckError:
    if _of_a_reason(document, action_id):
        return wrong(
            say("\"{id}\" belongs to a contact reason: it is done when somebody has verified it.", id=clean(action_id)),
            say("Say how: readycheck set SHOP reasons.{code}.done=…", code=clean(action_id.removeprefix(REASON))),
        )
    listed = say("The audit's own: {known}.", known=", ".join(map(clean, known)) or "–")
    what = say("there is no action \"{id}\".", id=clean(action_id)[:80])
    return wrong(what, did_you_mean(action_id, known, listed))
