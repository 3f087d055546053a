"""Payment methods, tried one by one: each is an entry of its own with its own result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.message import Message, say
from readycheck.core.names import step_name
from readycheck.tui.fields import Field
from readycheck.tui.path_text import entries
from readycheck.tui.saving import Document
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

USUAL = (
    say("Online bank"), say("Card"), say("MobilePay"), say("Invoice"), say("Instalments"), say("PayPal"),
    say("Apple Pay"), say("Google Pay"),
)
ABROAD = (
    say("Card"), say("PayPal"), say("Apple Pay"), say("Google Pay"), say("Invoice"), say("Instalments"),
    say("Bank transfer"),
)
"""Outside Finland; what a country's own shops add is named by hand."""
ANOTHER = "\n"


class PathPaying(Base):
    """A part of the path screen."""

    _timed: str | None = None
    """The entry that time is taken for, "+step" where it had none when the time began."""

    if TYPE_CHECKING:
        @property
        def run(self) -> PathRun:
            """The walk that is shown."""

        def with_step(self, at: str, changes: dict[str, Any], document: Document | None = None) -> Document:
            """The document with changes at a step."""

        def _stop(self) -> None:
            """Stop the time and keep it at the step that it was started for."""

    def action_method(self) -> None:
        """One more entry at the payment, for a method that this walk has not tried."""
        choices = {name: (say("{name}", name=name), about) for name, about in self._untried().items()}
        choices[ANOTHER] = (say("Another"), say("Name it yourself."))
        self.app.push_screen(ChooseScreen(self.tr, say("Payment method"), choices), self._method_chosen)

    def _untried(self) -> dict[str, Message]:
        """Methods that other walks have tried, then the usual ones; each with why it is offered."""
        tried = {step.payment_method.casefold() for step in self.run.steps if step.step == "pay"}
        known = {name: say("tried on another walk") for name in self.session.scores.path.payment_methods}
        there = {name.casefold() for name in known}
        at_home = self.session.audit.shop.country == "FI"
        why = say("a usual one in Finnish shops") if at_home else say("not tried yet")
        usual = {self.tr(name): why for name in (USUAL if at_home else ABROAD)}
        offered = {**known, **{name: about for name, about in usual.items() if name.casefold() not in there}}
        return {name: about for name, about in offered.items() if name.casefold() not in tried}

    def _method_chosen(self, chosen: str | None) -> None:
        if chosen == ANOTHER:
            fields = (Field("payment_method", say("Paid by"), needed=True),)
            self.app.push_screen(FormScreen(
                self.tr, say("Payment method"), fields, {}, lambda changes: self._try(changes["payment_method"]),
            ))
        elif chosen is not None:
            complaint = self._try(chosen)
            if complaint is not None:
                self.tell(complaint)

    def _try(self, method: str) -> Message | None:
        """The method takes an entry that nothing was noted at, else one more."""
        untouched = (
            str(n) for n, step in enumerate(self.run.steps)
            if step.step == "pay" and step.result == "untested" and not step.payment_method
        )
        at = next(untouched, "+pay")
        complaint = self.taken(self.with_step(at, {"payment_method": method}))
        if complaint is None:
            at = at if at != "+pay" else str(len(self.run.steps) - 1)
            self._time_along(at)
            self.stand_at(at)
        return complaint

    def _time_along(self, at: str) -> None:
        """Time that runs goes along to the method's entry; what an earlier step has taken stays there."""
        watch = self.query_one(Stopwatch)
        if not watch.running or self._timed == at:
            return
        seconds = self.run.steps[int(at)].seconds or 0.0
        if self._came_here(at):
            seconds += watch.stop()
        else:
            self._stop()
        self._timed = at
        watch.start(step_name("pay"), seconds)

    def _came_here(self, at: str) -> bool:
        """Whether the time ran for this very payment, or ran on past it to a confirmation not yet looked at."""
        return any(
            self._timed in (name, f"+{step.step}") and (name == at or step == PathStep("confirmation"))
            for name, step in entries(self.run)
        )

    def stand_at(self, at: str) -> None:
        """Put the cursor on a step's entry."""
        self.show_audit()
        self.query_one("#steps", Rows).go_to(at)
