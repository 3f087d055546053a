"""What became of the actions of a season in the next (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readycheck.core.audit import Action, Audit
from readycheck.core.deadlines import is_open, reason_action


@dataclass(frozen=True)
class Promises:
    """The earlier season's actions: done by now, or not; `carried` are open on the later list, as they stand there."""

    kept: tuple[Action, ...]
    not_kept: tuple[Action, ...]
    carried: tuple[Action, ...]


def promised(audit: Audit) -> tuple[Action, ...]:
    """The actions on the season's list, and what was to be done about contact reasons."""
    reasons = (reason_action(code, reason) for code, reason in audit.reasons.items() if reason.action.strip())
    return (*audit.actions, *reasons)


def promises(before: Iterable[Action], after: Iterable[Action], between: Iterable[Action] = ()) -> Promises:
    """Kept is what was done when it was written down or later; what was dropped was not promised on.

    `between`: the actions of the seasons that lie between the two, in which it may have been done as well.
    """
    earlier, later = tuple(before), tuple(after)
    since = (*later, *between)
    kept = tuple(action for action in earlier if _done(action, since))
    not_kept = tuple(action for action in earlier if action.status != "dropped" and not _done(action, since))
    carried = tuple(a for a in later if is_open(a) and any(same_action(action, a) for action in not_kept))
    return Promises(kept, not_kept, carried)


def on_later_list(action: Action, carried: Iterable[Action]) -> Action | None:
    """What was not done as it stands among those `carried`, whose ids may be others; None where it was forgotten."""
    return next((now for now in carried if same_action(action, now)), None)


def promised_since(action: Action, carried: Iterable[Action], season: int) -> int | None:
    """The season before `season`, that of `action`, for which it was first promised; None where that was the first."""
    now = on_later_list(action, carried)
    years = [each.first_promised for each in (action, now) if each is not None and each.first_promised is not None]
    return min(years) if years and min(years) < season else None


def same_action(one: Action, other: Action) -> bool:
    """The same title under the same id or question; or the same id and question.

    An id alone says little: those that nobody typed begin with a1 in every season, and where a1 is taken, what is
    carried over has another.
    """
    same_id, same_question = one.id == other.id, one.question == other.question
    if _plain(one.title) == _plain(other.title):
        return same_id or same_question
    return same_id and same_question and bool(one.question)


def _done(action: Action, later: Iterable[Action]) -> bool:
    return action.status == "done" or any(a.status == "done" and same_action(action, a) for a in later)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
