"""What can be done with the list of actions: narrowing it, ticking off, the calendar."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from textual.binding import BindingType

from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.core.message import Message, say
from readycheck.tui.actions_text import SHOWN
from readycheck.tui.changes import with_changes
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.actions_offers import OFFER_KEYS, ActionsOffers
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.widgets.rows import Rows

NEXT_STATUS = {"open": "doing", "doing": "done", "done": "open", "dropped": "open"}
EVERYBODY = "\n"


class ActionsTools(ActionsOffers):
    """A part of the actions screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "status", say("Status"), say("To do, under way, done: the next of these."), id="actions.status",
            display="␣"),
        key("f", "show", say("Show"), say("Everything, only what is agreed and open, or what is done."),
            id="actions.show"),
        key("w", "whose", say("Whose"), say("Only one person's actions, or everybody's."), id="actions.whose"),
        key("c", "calendar", say("Calendar"), say("Write what has a date as a calendar file (.ics) beside the audit."),
            id="actions.calendar"),
        *OFFER_KEYS,
    ]

    @property
    def shown(self) -> str:
        """What the list is narrowed to."""
        kept: str = self.session.places.get("actions.show", "all")
        return kept

    @property
    def owner(self) -> str:
        """Whose actions are listed; empty: everybody's."""
        kept: str = self.session.places.get("actions.owner", "")
        return kept if kept in self._owners() else ""

    def items(self) -> Collection[str]:
        """The audit's own actions."""
        return [str(n) for n in range(len(self.session.audit.actions))]

    def stand_on(self, key: str) -> None:
        """What was just added is in sight, whatever the list was narrowed to."""
        if key not in self.rows():
            self.session.places["actions.show"] = "all"
            self.session.places["actions.owner"] = ""
        super().stand_on(key)

    def planned(self) -> dict[str, PlannedAction]:
        """What is to be done, by key: an action's place in the audit, else where it comes from."""
        audit = self.session.audit
        places = {id(action): str(n) for n, action in enumerate(audit.actions)}
        found = plan_of_actions(audit, self.session.scores, self.session.today)
        return {places.get(id(p.action), f"{p.from_} {p.action.id}"): p for p in found}

    def _owners(self) -> Mapping[str, int]:
        """Who has how many that are open."""
        counts = {action.owner.strip(): 0 for action in self.session.audit.actions if action.owner.strip()}
        for planned in self.planned().values():
            owner = planned.action.owner.strip()
            if owner:
                counts[owner] = counts.get(owner, 0) + 1
        return counts

    def action_show(self) -> None:
        """Everything, the agreed ones that are open, those that are done."""
        names = list(SHOWN)
        self.session.places["actions.show"] = names[(names.index(self.shown) + 1) % len(names)]
        self.show_audit()

    def action_whose(self) -> None:
        """Choose a person."""
        owners = self._owners()
        if not owners:
            self.tell(say("No action has an owner yet."))
            return
        choices: dict[str, tuple[Message, Message]] = {
            EVERYBODY: (say("Everybody"), say("No action is left out.")),
            **{name: (say("{name}", name=name), say("open: {n}", n=count)) for name, count in owners.items()},
        }
        self.app.push_screen(ChooseScreen(self.tr, say("Whose"), choices, self.owner or EVERYBODY), self._whose)

    def _whose(self, chosen: str | None) -> None:
        if chosen is not None:
            self.session.places["actions.owner"] = "" if chosen == EVERYBODY else chosen
            self.show_audit()

    def action_status(self) -> None:
        """The next status of the action under the cursor; a remedy becomes an action first, a reason's is its own."""
        chosen = self.query_one(Rows).chosen
        if chosen is None:
            return
        if not chosen.isdigit() and self.planned()[chosen].from_ == "reason":
            self.tell(say("Its status is kept with its contact reason: {key} goes there.",
                          key=key_of("rows.open", "Enter")))
            return
        if not chosen.isdigit():
            self.open_item(chosen)
            return
        status = NEXT_STATUS[self.session.audit.actions[int(chosen)].status]
        self.edit(with_changes(self.session.document, ("actions", int(chosen)), {"status": status}))

    def action_calendar(self) -> None:
        """Write the calendar and say where it is."""
        from readycheck.report.calendar_file import in_calendar
        from readycheck.tui.calendar_file import write_calendar

        if not in_calendar(list(self.planned().values()), self.session.audit):
            self.tell(say("No action has a date yet."))
            return
        try:
            path = write_calendar(self.session)
        except OSError as error:
            why = error.strerror or str(error)
            self.notify(self.tr(say("The calendar could not be written: {why}", why=why)), severity="error",
                        markup=False)
        else:
            self.tell(say("The calendar is here: {path}", path=str(path)))
