"""Scenarios on the January screen: the trial kept under a name, and kept ones taken up again."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import BindingType

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.scenarios import apply_scenario, keep_scenario
from readycheck.tui.fields import Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.january_trying import JanuaryTrying

NEW = "\n"
FIELDS = (Field("name", say("Name"), needed=True), Field("note", say("Note")))


class JanuaryScenarios(JanuaryTrying):
    """A part of the January screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("k", "keep", say("Keep"), say("Keep the trial as a scenario, under a name."), id="january.keep"),
        key("c", "compare", say("Scenarios"), say("All kept scenarios beside what is saved; take one up or"
            " remove one."), id="january.scenarios"),
    ]

    def action_keep(self) -> None:
        """Ask for a name; where scenarios are kept already, for the one to replace or a new one."""
        if self.trial is None:
            self.tell(say("Nothing is being tried out: change a value first ({key}).",
                          key=key_of("january.change", "e")))
            return
        kept = self.session.audit.scenarios
        if not kept:
            self._ask_name()
            return
        choices = {NEW: (say("A new one"), say("Under a name of its own."))}
        for name, scenario in kept.items():
            choices[name] = (say("{name}", name=name), say("{name}", name=scenario.note) if scenario.note else
                             say("Put the trial in its place."))
        self.app.push_screen(
            ChooseScreen(self.tr, say("Keep the trial as"), choices, self.trial.name or None), self._chosen,
        )

    def _chosen(self, name: str | None) -> None:
        if name == NEW:
            self._ask_name()
        elif name is not None:
            self._keep(name, self.session.audit.scenarios[name].note)

    def _ask_name(self) -> None:
        def accept(changes: dict[str, Any]) -> Message | None:
            return self._keep(changes["name"], changes.get("note") or "")

        self.app.push_screen(FormScreen(self.tr, say("Keep the trial as a scenario"), FIELDS, {}, accept))

    def _keep(self, name: str, note: str) -> Message | None:
        if self.trial is None:
            return None
        complaint = self.taken(keep_scenario(self.session.document, name, self.trial.changes, note))
        if complaint is None:
            self.name_trial(name)
            self.tell(say("Kept as {name}. {key} shows all scenarios.",
                          key=key_of("january.scenarios", "c"), name=name))
        return complaint

    def action_compare(self) -> None:
        """All scenarios side by side."""
        from readycheck.tui.screens.scenarios import ScenariosScreen

        if not self.session.audit.scenarios:
            self.tell(say("No scenario is kept yet: try something out, then keep it ({key}).",
                          key=key_of("january.keep", "k")))
            return
        self.app.push_screen(ScenariosScreen(self.session, self.trial, self.counted), self._take_up)

    def _take_up(self, name: str | None) -> None:
        if name is None:
            self.show_audit()  # one may have been removed
            return
        try:
            document = apply_scenario(self.session.document, self.session.audit.scenarios[name])
        except ReadycheckError as error:
            self.tell(error.problems[0].message())
            return
        complaint = self.try_out(document, name=name)
        if complaint is not None:
            self.tell(complaint)
