"""What can go wrong at each stage of the customer's path, and what is done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.measures import lead_time_told
from readycheck.core.message import Message, say
from readycheck.tui.changes import with_item
from readycheck.tui.fields import YES_NO, Field
from readycheck.tui.keys import key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Column, Row

WIDE = 100
MARKS = {True: "✓", False: "✗"}
TOLD = {
    (True, True): say("before and after"), (True, False): say("before the order"),
    (False, True): say("after the order"), (False, False): say("no"),
}
"""When a stage tells of the delivery time: before the order, after it."""


class StagesScreen(ListingScreen):
    """Stages with their risk and mitigation, and when customers are told of longer delivery times."""

    PLACE = "stages"
    PATH = ("stages",)
    NEW, ITEM = say("New stage"), say("Stage")

    def head(self) -> str:
        """How many stages are thought through."""
        measures, tr = self.session.scores.measures, self.tr
        before, after = (MARKS[told] for told in lead_time_told(self.session.audit.stages))
        told = "" if not self.session.audit.stages else tr(say(
            ": before ordering {before}, after {after}", before=before, after=after))
        return tr(say(
            "From the advertisement to the return: what breaks in a rush? "
            "Stages with a risk and a mitigation {stages} · delivery times told {told}",
            stages=tr.number(measures.get("stages"), 0), told=tr.number(measures.get("lead_time_told"), 0) + told,
        ))

    def columns(self) -> Sequence[Column]:
        """Stage, risk, mitigation, when the delivery time is told."""
        tr = self.tr
        return [
            Column(tr(say("stage")), 26 if self.size.width >= WIDE else 16), Column(tr(say("risk"))),
            Column(tr(say("mitigation"))), Column(tr(say("time told")), 17),
        ]

    def rows(self) -> Mapping[str, Row]:
        """Every stage."""
        return {
            str(n): [stage.stage, stage.risk or "–", stage.mitigation or "–",
                     self.tr(TOLD[stage.told_before_order, stage.told_after_order])]
            for n, stage in enumerate(self.session.audit.stages)
        }

    def on_resize(self) -> None:
        """A wide screen tells a stage's name whole."""
        self.later(self.show_audit)

    def nothing(self) -> Message:
        """How to begin."""
        return say("No stages yet: {key} adds one, such as delivery: what breaks there in a rush, what is done "
                   "about it?",
                   key=key_of("listing.add", "a"))

    def detail(self, key: str) -> str:
        """Risk and mitigation in full."""
        stage = self.session.audit.stages[int(key)]
        return f"{stage.stage}: {stage.risk or '–'} → {stage.mitigation or '–'}"

    def fields(self) -> Sequence[Field]:
        """What is asked of a stage."""
        return (
            Field("stage", say("Stage"), hint=say("delivery, stock, returns …"), needed=True),
            Field("risk", say("What can go wrong"), "lines"),
            Field("mitigation", say("What is done about it"), "lines"),
            Field("told_before_order", say("Told before the order"), "choice", YES_NO),
            Field("told_after_order", say("Told after the order"), "choice", YES_NO),
        )

    def values(self, key: str) -> Mapping[str, Any]:
        """A stage's values."""
        stage = self.session.audit.stages[int(key)]
        return {field.key: getattr(stage, field.key) for field in self.fields()}

    def first_values(self) -> Mapping[str, Any]:
        """Nothing is told yet."""
        return {"told_before_order": False, "told_after_order": False}

    def added(self, values: Mapping[str, Any]) -> Document:
        """One more stage."""
        return with_item(self.session.document, self.PATH, values)
