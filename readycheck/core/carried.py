"""What one season promised and did not do, as it is offered to the next: nothing of it is taken unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from readycheck.core.audit import Action, Audit
from readycheck.core.calendar import first_peak, moved_with_peak
from readycheck.core.deadlines import is_open, of_reasons, suggested_due
from readycheck.core.years.promises import same_action


@dataclass(frozen=True)
class Offer:
    """An action of the earlier season as it would stand in the later: open, its due date as far from the peak.

    `earlier_id` is its id in the earlier season, which another one may have here. `reason`: the code of the contact
    reason that it goes to; None: to the audit's own actions.
    """

    action: Action
    earlier_id: str
    reason: str | None = None

    @property
    def id(self) -> str:
        """What it is asked for by."""
        return self.action.id


def offered(previous: Audit, audit: Audit, today: date) -> tuple[Offer, ...]:
    """What `previous` left open and `audit` has not taken up in any state, in the order it was written down."""
    return (*_actions(previous, audit, today), *_reasons(previous, audit, today))


def _actions(previous: Audit, audit: Audit, today: date) -> Iterator[Offer]:
    there = {action.id for action in audit.actions}
    for action in previous.actions:
        if is_open(action) and not any(_taken_up(action, now) for now in audit.actions):
            # ids that nobody typed begin with a1 in every season: another action may have this one
            free = action.id if action.id not in there else f"{action.id}-{previous.season.year}"
            yield Offer(replace(_moved(action, previous, audit, today), id=free), action.id)


def _taken_up(action: Action, now: Action) -> bool:
    return same_action(action, now) or action.title.split() == now.title.split()


def _reasons(previous: Audit, audit: Audit, today: date) -> Iterator[Offer]:
    """Contact reasons' actions that nobody has verified; beside another plan of the reason, as ones of their own."""
    for code, action in of_reasons(previous):
        plan = audit.reasons[code].action.split() if code in audit.reasons else []
        if plan == action.title.split() or any(_taken_up(action, now) for now in audit.actions):
            continue
        moved = _moved(action, previous, audit, today)
        if plan:
            yield Offer(replace(moved, id=f"{action.id}-{previous.season.year}"), action.id)
        else:
            yield Offer(moved, action.id, code)


def _moved(action: Action, previous: Audit, audit: Audit, today: date) -> Action:
    """As far from the later season's peak; where that day is past, as late as it can still help."""
    due = None if action.due is None else moved_with_peak(action.due, previous.season, audit.season)
    if due is not None and due < today:
        due = suggested_due(action.lead_days, first_peak(audit.season), today)
    return replace(
        action, status="open", due=due, first_promised=action.first_promised or previous.season.year,
    )
