"""What went well and what was hard, kept for next year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from readycheck.core.message import Message, say
from readycheck.tui.changes import with_item
from readycheck.tui.fields import Field
from readycheck.tui.keys import key_of
from readycheck.tui.question_text import question_numbers
from readycheck.tui.question_years import OBSERVED
from readycheck.tui.saving import Document
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Column, Row

FIELDS = (
    Field("text", say("What happened"), "lines", needed=True),
    Field("kind", say("Kind"), "choice", OBSERVED, needed=True),
    Field("on", say("Date"), "date"),
)
"""Whoever opens the form types at once; of a kind that stood there already a difficulty would become a success."""


def first_values(today: date) -> Mapping[str, Any]:
    """Today; whether it is a success or a difficulty is to be said."""
    return {"on": today}


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
        """Kind, text, question, day."""
        return [
            Column(self.tr(say("kind")), 14), Column(self.tr(say("observation"))),
            Column(self.tr(say("question")), 8), Column(self.tr(say("day")), 11),
        ]

    def rows(self) -> Mapping[str, Row]:
        """Every observation."""
        numbers = question_numbers(self.session.scores)
        return {
            str(n): [self.tr(OBSERVED[seen.kind]), seen.text, numbers.get(seen.question, ""), self.tr.date(seen.on)]
            for n, seen in enumerate(self.session.audit.observations)
        }

    def nothing(self) -> Message:
        """How to begin."""
        return say("Nothing written down yet: {key} adds one. At least one success and one difficulty will help "
                   "next year.",
                   key=key_of("listing.add", "a"))

    def detail(self, key: str) -> str:
        """The whole text, and the question that it belongs to."""
        seen, scores = self.session.audit.observations[int(key)], self.session.scores
        asked = (q.question.prompt for section in scores.sections for q in section.questions if q.id == seen.question)
        about = [self.tr(say("Question {number}: {prompt}", number=question_numbers(scores)[seen.question],
                             prompt=prompt)) for prompt in asked]
        return "\n".join([seen.text, *about])

    def fields(self) -> Sequence[Field]:
        """Text, kind, day."""
        return FIELDS

    def values(self, key: str) -> Mapping[str, Any]:
        """An observation's values."""
        seen = self.session.audit.observations[int(key)]
        return {"kind": seen.kind, "text": seen.text, "on": seen.on}

    def first_values(self) -> Mapping[str, Any]:
        """Today."""
        return first_values(self.session.today)

    def added(self, values: Mapping[str, Any]) -> Document:
        """One more observation."""
        return with_item(self.session.document, self.PATH, values)
