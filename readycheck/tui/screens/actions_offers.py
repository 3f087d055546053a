"""What the actions can be given: what last season left open, and what is done instead of what comes too late."""

from __future__ import annotations

from typing import Any

from readycheck.core.audit import Action
from readycheck.core.carried import Offer, offered
from readycheck.core.deadlines import PlannedAction
from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.action_edits import fallback_action, with_fallback
from readycheck.storage.carrying import carry_action
from readycheck.tui.fields import Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Rows

OFFER_KEYS = (
    key("t", "carry", say("Take over"), say("Choose what to take over of what last season left open."),
        id="actions.carry"),
    key("b", "instead", say("Plan B"), say("Put on the list what is done instead of what comes too late."),
        id="actions.instead"),
)
NOTHING_LEFT = say("The season before left nothing open that is not on this list.")


class ActionsOffers(ListingScreen):
    """A part of the actions screen; its keys are `OFFER_KEYS`."""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What last season left open and nobody has taken up."""
        session = self.session
        return () if session.previous is None else offered(session.previous.audit, session.audit, session.today)

    def offers_told(self) -> list[str]:
        """The line above the table, where there is something to be taken over."""
        count, before = len(self.offers), self.session.previous
        if not count or before is None:
            return []
        return [self.tr.plural("Season {year} left one open: {key} takes it over.",
                               "Season {year} left {n} open: {key} takes over those you choose.", count,
                               year=str(before.audit.season.year), key=key_of("actions.carry", "t"))]

    def action_carry(self) -> None:
        """Ask which of them."""
        offers = self.offers
        if not offers:
            self.tell(NOTHING_LEFT)
            return
        options = {offer.id: _named(offer.action) for offer in offers}
        fields = (Field("ids", say("Taken over"), "many", options),)
        note = say("Each comes as an open one, due as many days before this season's peak as last time; where that day "
                   "is past, as late as it still helps.")
        self.app.push_screen(FormScreen(self.tr, say("Left open last season"), fields, {"ids": ()}, self._carry, note))

    def _carry(self, changes: dict[str, Any]) -> Message | None:
        before, ids = self.session.previous, changes.get("ids") or ()
        if before is None or not ids:
            return say("Nothing is ticked yet: {key} ticks a line.", key=key_of("ticks.tick", "␣"))
        try:
            document = carry_action(self.session.document, before.document, ids, self.session.today)
        except ReadycheckError as error:
            return error.problems[0].message()
        self._put(document)
        return None

    def action_instead(self) -> None:
        """What is done instead of the action under the cursor becomes an action."""
        chosen = self.query_one(Rows).chosen
        if chosen is None or not chosen.isdigit():
            self.tell(say("Only an action of your own has something to do instead."))
            return
        action = self.session.audit.actions[int(chosen)]
        if not action.fallback.strip():
            self.tell(say("Write down what you will do instead ({key}).", key=key_of("listing.edit", "e")))
            return
        if fallback_action(self.session.audit.actions, action) is not None:
            self.tell(say("What is done instead is on the list already."))
            return
        try:
            self._put(with_fallback(self.session.document, action.id, self.session.today))
        except ReadycheckError as error:
            self.tell(error.problems[0].message())

    def _put(self, document: Document) -> None:
        """Take the document with more actions; the cursor goes to the last of them."""
        there = len(self.session.audit.actions)
        if self.edit(document) and len(self.session.audit.actions) > there:
            self.stand_on(str(len(self.session.audit.actions) - 1))

    def offer_detail(self, planned: PlannedAction) -> list[str]:
        """Under a row: how its plan B gets on the list, and since when it has been promised."""
        action, told = planned.action, []
        if planned.late and action.fallback.strip() and fallback_action(self.session.audit.actions, action) is None:
            told.append(say("{key} puts what is done instead on the list.", key=key_of("actions.instead", "b")))
        if action.first_promised is not None:
            told.append(say("First promised for season {year}.", year=str(action.first_promised)))
        return [" ".join(map(self.tr, told))] if told else []


def _named(action: Action) -> Message:
    owner = f" – {action.owner.strip()}" if action.owner.strip() else ""
    due = action.due or "–"
    return say("{due}  {title}{owner}", due=due, title=action.title, owner=owner)
