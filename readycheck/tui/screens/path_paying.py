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
"""Outside Finland, after the country's own; what else its shops have is named by hand."""
OWN = {"SE": "Swish", "NO": "Vipps", "DK": "MobilePay", "NL": "iDEAL", "BE": "Bancontact", "PL": "BLIK"}
"""What a country pays with by phone or bank, under a name that is no word of any language."""
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
        """One more entry at the payment, or the one of a method that this walk has tried."""
        self.app.push_screen(ChooseScreen(self.tr, say("Payment method"), self._methods()), self._method_chosen)

    def _methods(self) -> dict[str, tuple[Message, Message | None]]:
        """The usual ones, each under its number all along; then one to be named, and what other walks have named."""
        here, tried = say("tried on this walk"), {step.payment_method.casefold() for step in self._payments()}
        elsewhere = {name.casefold(): name for name in self.session.scores.path.payment_methods}
        usual = self._usual()
        others = [name for folded, name in elsewhere.items() if folded not in {each.casefold() for each in usual}]

        def told(name: str) -> tuple[Message, Message | None]:
            known = say("tried on another walk") if name.casefold() in elsewhere else None
            return say("{name}", name=name), here if name.casefold() in tried else known

        another = {ANOTHER: (say("Another"), say("Name it yourself."))}
        return {**{name: told(name) for name in usual}, **another, **{name: told(name) for name in others}}

    def _usual(self) -> list[str]:
        """What shops of this country mostly offer."""
        country = self.session.audit.shop.country
        own = [OWN[country]] if country in OWN else []
        return [*own, *map(self.tr, USUAL if country == "FI" else ABROAD)]

    def _payments(self) -> list[PathStep]:
        return [step for step in self.run.steps if step.step == "pay" and step.payment_method]

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
        """The method keeps its entry, or takes one that nothing was noted at, else one more."""
        pays = {str(n): step for n, step in enumerate(self.run.steps) if step.step == "pay"}
        own = (n for n, step in pays.items() if step.payment_method.casefold() == method.casefold())
        untouched = (n for n, step in pays.items() if step.result == "untested" and not step.payment_method)
        at = next(own, next(untouched, "+pay"))
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
