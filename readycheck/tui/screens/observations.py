"""What went well and what was hard, kept for next year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.message import Message, say
from readycheck.tui.changes import with_item
from readycheck.tui.fields import Field
from readycheck.tui.keys import key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Column, Row

KINDS: Mapping[Any, Message] = {"success": say("+ success"), "difficulty": say("! difficulty")}


class ObservationsScreen(ListingScreen):
    """Observations; one success and one difficulty at least make the data of a season complete."""

    PLACE = "observations"
    PATH = ("observations",)
    NEW, ITEM = say("New observation"), say("Observation")

    def head(self) -> str:
        """What they are for, and how far they go."""
        return self.tr(say(
            "What went well, what was hard? Next year's audit shows these. Data for next year {score}",
            score=self.tr.number(self.session.scores.data.score),
        ))

    def columns(self) -> Sequence[Column]:
        """Kind, text, day."""
        return [Column(self.tr(say("kind")), 14), Column(self.tr(say("observation"))), Column(self.tr(say("day")), 11)]

    def rows(self) -> Mapping[str, Row]:
        """Every observation."""
        return {
            str(n): [self.tr(KINDS[seen.kind]), seen.text, self.tr.date(seen.on)]
            for n, seen in enumerate(self.session.audit.observations)
        }

    def nothing(self) -> Message:
        """How to begin."""
        return say("Nothing written down yet: {key} adds one. At least one success and one difficulty will help "
                   "next year.",
                   key=key_of("listing.add", "a"))

    def detail(self, key: str) -> str:
        """The whole text."""
        return self.session.audit.observations[int(key)].text

    def fields(self) -> Sequence[Field]:
        """Text, kind, day: whoever opens the form types at once."""
        return (
            Field("text", say("What happened"), "lines", needed=True),
            Field("kind", say("Kind"), "choice", KINDS),
            Field("on", say("Date"), "date"),
        )

    def values(self, key: str) -> Mapping[str, Any]:
        """An observation's values."""
        seen = self.session.audit.observations[int(key)]
        return {"kind": seen.kind, "text": seen.text, "on": seen.on}

    def first_values(self) -> Mapping[str, Any]:
        """A success of today."""
        return {"kind": "success", "on": self.session.today}

    def added(self, values: Mapping[str, Any]) -> Document:
        """One more observation."""
        return with_item(self.session.document, self.PATH, values)
