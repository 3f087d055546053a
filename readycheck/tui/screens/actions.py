"""What is done, by whom and by when; what can no longer be ready before the peak is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.audit import Action
from readycheck.core.calendar import first_peak
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.core.message import Message, say
from readycheck.tui.changes import with_item
from readycheck.tui.fields import Field
from readycheck.tui.saving import Document
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Cell, Column, Row

STATUSES: Mapping[Any, Message] = {
    "open": say("to do"), "doing": say("under way"), "done": say("done"), "dropped": say("dropped"),
}
FIELDS = (
    Field("title", say("What is done"), "lines", needed=True),
    Field("owner", say("Who does it")),
    Field("due", say("By when"), "date"),
    Field("status", say("Status"), "choice", STATUSES),
    Field("lead_days", say("Days until it works"), "whole"),
    Field("fallback", say("Else, if not ready"), "lines"),
)
WIDE = 100
ORIGIN = {"audit": say("action"), "reason": say("reason"), "checklist": say("checklist")}


class ActionsScreen(ListingScreen):
    """The audit's own actions, then what reasons and checklists ask for; Enter makes an action of those."""

    PLACE = "actions"
    PATH = ("actions",)
    NEW, ITEM = say("New action"), say("Action")

    def head(self) -> str:
        """How many are open, how many come too late for the peak."""
        planned = [p for p in self._planned().values() if p.from_ == "audit"]
        peak = first_peak(self.session.audit.season)
        count = self.tr.plural("{n} open action", "{n} open actions", len(planned))
        late = sum(p.late or p.overdue for p in planned)
        days = (peak - self.session.today).days
        if days < 0:
            return self.tr(say("{count}, {late} late · the first peak was {peak}", count=count, late=late, peak=peak))
        return self.tr(say(
            "{count}, {late} late · {days} days to the first peak ({peak})", count=count, late=late, peak=peak,
            days=days,
        ))

    def _planned(self) -> dict[str, PlannedAction]:
        """What is to be done, by key: an action's place in the audit, else where it comes from."""
        audit = self.session.audit
        places = {id(action): str(n) for n, action in enumerate(audit.actions)}
        found = plan_of_actions(audit, self.session.scores, self.session.today)
        return {places.get(id(p.action), f"{p.from_} {p.action.id}"): p for p in found}

    def columns(self) -> Sequence[Column]:
        """When, what, who, how far."""
        tr = self.tr
        columns = [
            Column("", 10), Column(tr(say("due")), 11), Column(tr(say("what"))), Column(tr(say("who")), 10),
            Column(tr(say("status")), 10),
        ]
        # in a small terminal the words need the room more than the lead time does
        return [*columns, Column(tr(say("days")), 6, right=True)] if self._wide else columns

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    def on_resize(self) -> None:
        """The column of lead times comes and goes."""
        self.call_after_refresh(self.show_audit)

    def rows(self) -> Mapping[str, Row]:
        """Open ones by due date, then those that are done or dropped."""
        planned = self._planned()
        own = {key: p for key, p in planned.items() if p.from_ == "audit"}
        closed = {str(n): a for n, a in enumerate(self.session.audit.actions) if str(n) not in own}
        return {
            **{key: self._row(p.action, self._mark(p), self.tr(p.title), self.tr(STATUSES[p.action.status]))
               for key, p in own.items()},
            **{key: self._row(p.action, self._mark(p), self.tr(p.title), self.tr(ORIGIN[p.from_]))
               for key, p in planned.items() if key not in own},
            **{key: self._row(a, Cell("✓" if a.status == "done" else "–"), a.title, self.tr(STATUSES[a.status]))
               for key, a in closed.items()},
        }

    def _row(self, action: Action, mark: Cell, title: str, status: str) -> Row:
        lead = [str(action.lead_days)] if self._wide else []
        return [mark, self.tr.date(action.due), title, action.owner or "–", status, *lead]

    def _mark(self, planned: PlannedAction) -> Cell:
        if planned.late:
            return Cell(self.tr(say("⚠ too late")), "bold")
        if planned.overdue:
            return Cell(self.tr(say("! overdue")), "bold")
        return Cell(self.tr.plural("{n} day", "{n} days", planned.days_left))

    def detail(self, key: str) -> str:
        """The whole text; what instead, where it comes too late."""
        planned = self._planned().get(key)
        if planned is None:
            return self.session.audit.actions[int(key)].title
        text = self.tr(planned.title)
        if planned.late and planned.action.fallback:
            text += "\n" + self.tr(say("Instead: {fallback}", fallback=planned.action.fallback))
        elif planned.late:
            text += "\n" + self.tr(say("Begun today it is ready {day}: write down what is done instead.",
                                       day=planned.ready_by))
        return text

    def fields(self) -> Sequence[Field]:
        """What is asked of an action."""
        return FIELDS

    def values(self, key: str) -> Mapping[str, Any]:
        """An action's values."""
        action = self.session.audit.actions[int(key)]
        return {field.key: getattr(action, field.key) for field in FIELDS}

    def first_values(self) -> Mapping[str, Any]:
        """Open, in force at once."""
        return {"status": "open", "lead_days": 0}

    def open_item(self, key: str) -> None:
        """An action's form; a checklist's remedy becomes an action, a reason's action is changed at the reason."""
        if key.isdigit():
            super().open_item(key)
            return
        planned = self._planned()[key]
        if planned.from_ == "reason":
            self.session.places["reasons"] = planned.action.id.removeprefix("reason-")
            self.action_go("reasons")
            return
        self.add_with({
            "title": self.tr(planned.title), "due": planned.action.due, "status": "open",
            "lead_days": planned.action.lead_days, "question": planned.action.question,
        })

    def added(self, values: Mapping[str, Any]) -> Document:
        """One more action under a free id."""
        taken = {action.id for action in self.session.audit.actions}
        free = next(name for name in (f"a{n}" for n in range(1, len(taken) + 2)) if name not in taken)
        return with_item(self.session.document, self.PATH, {"id": free, **values})

    def action_remove(self) -> None:
        """Remove an action; what a reason or a checklist asks for is not removed here."""
        chosen = self.query_one("#rows").chosen  # type: ignore[attr-defined]
        if chosen is not None and not chosen.isdigit():
            self.tell(say("This comes from a reason or a checklist: answer it there."))
            return
        super().action_remove()
