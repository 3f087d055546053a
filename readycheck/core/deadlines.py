"""What is to be done by when, and what can no longer be ready before the peak (DOMAIN §5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from readycheck.core.audit import Action, Audit, Reason
from readycheck.core.calendar import first_peak
from readycheck.core.checklist import LocalText
from readycheck.core.results import QuestionScore, Scores

Origin = Literal["audit", "reason", "checklist"]
Standing = Literal["overdue", "too_late", "on_time"]


@dataclass(frozen=True)
class PlannedAction:
    """One thing to do. `overdue`: its date is past.

    `late`: not ready before the first peak, neither begun today nor by the day agreed on. `days_left` counts to its
    due date, or to the peak where it has none. `title` may be in both languages.
    A checklist's remedy is never overdue: its date was agreed on by nobody.
    """

    action: Action
    title: str | LocalText
    from_: Origin
    ready_by: date
    days_left: int
    late: bool
    overdue: bool

    @property
    def standing(self) -> Standing:
        """The one word on it: a date that was missed says more than that the peak will be missed too."""
        return "overdue" if self.overdue else "too_late" if self.late else "on_time"

    @property
    def agreed(self) -> bool:
        """Whether somebody has decided on it; a checklist only proposes."""
        return self.from_ != "checklist"


def standings(plan: Iterable[PlannedAction]) -> Mapping[Standing, int]:
    """How many of them stand how, the most pressing first; what no action stands at is left out."""
    counts = Counter(planned.standing for planned in plan)
    order: tuple[Standing, ...] = ("overdue", "too_late", "on_time")
    return {standing: counts[standing] for standing in order if counts[standing]}


def plan_of_actions(audit: Audit, scores: Scores, today: date) -> tuple[PlannedAction, ...]:
    """Open actions, contact reasons' actions and the checklists' remedies, by due date, then weight.

    A remedy that an action of the audit already takes up (`question`) is not repeated.
    """
    peak = first_peak(audit.season)
    taken = {action.question for action in audit.actions}
    found = [
        *(_planned(action, action.title, "audit", peak, today) for action in audit.actions if is_open(action)),
        *(_planned(action, action.title, "reason", peak, today) for _, action in of_reasons(audit)),
        *(
            _planned(_remedy(q, peak), q.question.remedy, "checklist", peak, today)
            for q in _to_mend(scores) if q.id not in taken
        ),
    ]
    # stable: the checklists' remedies come in order of weight already
    return tuple(sorted(found, key=lambda planned: planned.action.due or date.max))


def suggested_due(lead_days: int, peak: date, today: date) -> date | None:
    """So early that it is in force before the peak; too late for that, the day before it; None once that is past."""
    in_time, latest = peak - timedelta(days=lead_days + 1), peak - timedelta(days=1)
    return next((day for day in (in_time, latest) if day >= today), None)


def is_open(action: Action) -> bool:
    """Whether there is still something to do about it."""
    return action.status in ("open", "doing")


def _planned(
    action: Action, title: str | LocalText, from_: Origin, peak: date, today: date
) -> PlannedAction:
    ready_by = today + timedelta(days=action.lead_days)
    due = action.due or peak
    agreed = action.due if from_ != "checklist" else None
    return PlannedAction(
        action, title, from_, ready_by, (due - today).days, late=max(ready_by, agreed or ready_by) >= peak,
        overdue=agreed is not None and agreed < today,
    )


def of_reasons(audit: Audit) -> Iterator[tuple[str, Action]]:
    """By code, what is to be done about contact reasons and nobody has verified yet."""
    for code, reason in audit.reasons.items():
        if reason.action.strip() and not reason.done.strip():
            yield code, reason_action(code, reason)


def reason_action(code: str, reason: Reason) -> Action:
    """What is to be done about a contact reason, done where somebody has verified it."""
    return Action(
        f"reason-{code}", reason.action, reason.owner, reason.due, status="done" if reason.done.strip() else "open",
    )


def _to_mend(scores: Scores) -> list[QuestionScore]:
    """Questions that were answered and fell short, the critical and weighty first."""
    short = [
        q for section in scores.sections for q in section.questions
        if q.applicable and q.claim in ("no", "partly", "yes") and (q.counted or 0.0) < 1
    ]
    return sorted(short, key=lambda q: (not q.blocker, -q.question.weight * (1 - (q.counted or 0.0))))


def _remedy(q: QuestionScore, peak: date) -> Action:
    """A checklist's remedy as an action that is to be ready the day before the peak."""
    return Action(
        f"question-{q.id.replace('/', '-').replace('.', '-')}", q.question.remedy.en,
        due=peak - timedelta(days=1), lead_days=q.question.lead_days, question=q.id,
    )
