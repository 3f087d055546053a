"""What is done, by whom and by when; what can no longer be ready before the peak is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.calendar import first_peak
from readycheck.core.message import Message, say
from readycheck.storage.merge_lists import free_action_id
from readycheck.tui import actions_text as words
from readycheck.tui.changes import with_item
from readycheck.tui.fields import Field
from readycheck.tui.keys import key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.actions_tools import ActionsTools
from readycheck.tui.widgets.rows import Column, Row, Rows

FIELDS = (
    Field("title", say("What will be done"), "lines", needed=True),
    Field("owner", say("Who does it")),
    Field("due", say("By when"), "date"),
    Field("status", say("Status"), "choice", words.STATUSES),
    Field("lead_days", say("Days it takes"), "whole"),
    Field("fallback", say("Instead, if too late"), "lines"),
)
WIDE = 100


class ActionsScreen(ActionsTools):
    """The audit's own actions, then what reasons and checklists ask for; Enter makes an action of those."""

    PLACE = "actions"
    PATH = ("actions",)
    NEW, ITEM = say("New action"), say("Action")

    def head(self) -> str:
        """How many there are and how they stand; what the list is narrowed to."""
        plan, peak = list(self.planned().values()), first_peak(self.session.audit.season)
        lines = [*words.head_lines(plan, peak, self.session.today, self.tr), *self.offers_told()]
        narrowed = words.filter_text(self.shown, self.owner, self.tr)
        return "\n".join([*lines, narrowed] if narrowed else lines)

    def columns(self) -> Sequence[Column]:
        """When, what, who, how far."""
        return words.columns(self.tr, wide=self._wide)

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    def on_resize(self) -> None:
        """The column of lead times comes and goes."""
        self.later(self.show_audit)

    def rows(self) -> Mapping[str, Row]:
        """What is agreed on by due date, what checklists propose, then those that are done or dropped."""
        planned, actions = self.planned(), self.session.audit.actions
        agreed = {key: p for key, p in planned.items() if p.agreed}
        to_do = {"all": {**agreed, **planned}, "open": agreed, "closed": {}}[self.shown]
        closed = {} if self.shown == "open" else {str(n): a for n, a in enumerate(actions) if str(n) not in planned}
        return {
            **{key: words.planned_row(p, self.tr, wide=self._wide)
               for key, p in to_do.items() if self._is_theirs(p.action.owner)},
            **{key: words.closed_row(a, self.tr, wide=self._wide)
               for key, a in closed.items() if self._is_theirs(a.owner)},
        }

    def _is_theirs(self, owner: str) -> bool:
        return self.owner in ("", owner.strip())

    def nothing(self) -> Message:
        """What hides the rows, or how to begin."""
        if self.shown != "all" or self.owner:
            return say("Nothing of this kind: {key} and {second_key} show more.",
                       key=key_of("actions.show", "f"), second_key=key_of("actions.whose", "w"))
        return say("No actions yet: {key} adds one.", key=key_of("listing.add", "a"))

    def detail(self, key: str) -> str:
        """The whole text; what instead, where it comes too late."""
        planned = self.planned().get(key)
        if planned is None:
            return self.session.audit.actions[int(key)].title
        told = words.detail_text(planned, first_peak(self.session.audit.season), self.tr)
        return "\n".join([told, *self.offer_detail(planned)])

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
        planned = self.planned()[key]
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
        document = self.session.document
        return with_item(document, self.PATH, {"id": free_action_id(document.get("actions", [])), **values})

    def action_remove(self) -> None:
        """Remove an action; what a reason or a checklist asks for is not removed here."""
        chosen = self.query_one(Rows).chosen
        if chosen is not None and not chosen.isdigit():
            self.tell(say("This comes from a reason or a checklist: answer it there."))
            return
        super().action_remove()
