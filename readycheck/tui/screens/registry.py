"""Where one can go in an audit: each place with its key and its screen, loaded when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    from readycheck.tui.session import Session


@dataclass(frozen=True)
class Place:
    """A screen of the audit: `screen` is "module:Class" under tui/screens, made with the session alone.

    `key` is the digit that goes there; without one it stands in the menu behind 7. `short` fits the tab line.
    """

    id: str
    screen: str
    short: Message
    tip: Message
    key: str = ""

    def make(self, session: Session) -> AuditScreen:
        """A new screen of this place."""
        module, name = self.screen.split(":")
        made: AuditScreen = getattr(import_module(f"readycheck.tui.screens.{module}"), name)(session)
        return made


PLACES = (
    Place("audit", "audit:QuestionScreen", say("Questions"),
          say("The checklists, one question at a time."), "1"),
    Place("hours", "hours:HoursScreen", say("Hours"),
          say("Opening hours, painted over the hours when customers are there."), "2"),
    Place("reasons", "reasons:ReasonsScreen", say("Reasons"),
          say("Why customers write and call, and what is done about it."), "3"),
    Place("january", "january:JanuaryScreen", say("January"),
          say("The people January needs, week by week."), "4"),
    Place("path", "path_walk:PathWalkScreen", say("Path"),
          say("Walk the purchase path as a customer does."), "5"),
    Place("compare", "compare:CompareScreen", say("Years"),
          say("This season against the one before."), "6"),
    Place("actions", "actions:ActionsScreen", say("Actions"),
          say("What will be done, by whom and by when.")),
    Place("observations", "observations:ObservationsScreen", say("Observations"),
          say("What went well and what was hard, kept for next year.")),
    Place("service", "service:ServiceScreen", say("Service quality"),
          say("Response times, first-contact resolution, recommendation.")),
    Place("channels", "channels:ChannelsScreen", say("Channels"),
          say("Where customers are served, by whom, with which promise.")),
    Place("stages", "stages:StagesScreen", say("Customer path stages"),
          say("What can go wrong at each stage, and what is done about it.")),
    Place("confirmation", "confirmation:ConfirmationScreen", say("Order confirmation"),
          say("Which questions the order confirmation answers by itself.")),
    Place("sparring", "sparring:SparringScreen", say("Sparring session"),
          say("Owner and consultant answer blind, then agree.")),
    Place("checklists", "checklists:ChecklistsScreen", say("Checklists"),
          say("Which lists this audit asks; newer versions, and lists of your own.")),
)
BY_ID = {place.id: place for place in PLACES}
TABS = tuple(place for place in PLACES if place.key)
MORE = tuple(place for place in PLACES if not place.key)
