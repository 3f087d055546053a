"""Which questions the order confirmation answers by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readycheck.core.audit import Confirmation
from readycheck.core.message import Message, say
from readycheck.core.names import reason_label, reason_name
from readycheck.storage.document import with_value
from readycheck.tui.fields import YES_NO
from readycheck.tui.keys import key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.settings_list import SettingsScreen
from readycheck.tui.settings import Setting


class ConfirmationScreen(SettingsScreen):
    """Read the confirmation as a customer gets it, and note what it answers."""

    PLACE = "confirmation"
    VALUE_WIDTH = 0
    NO_OPTIONS = say("No contact reason is asked after the order yet: add such reasons first ({key}).",
                     key=key_of("go.reasons", "3"))

    def head(self) -> str:
        """The share of after-sales questions that it answers."""
        found = self.session.scores.confirmation
        if found.score is None and found.missing:
            return self.tr(say("No score yet – {missing}.", missing=found.missing[0]))
        return self.tr(say("Order confirmation: answers {score}% of the most common questions after the order.",
                           score=self.tr.number(found.score, 0)))

    def settings(self) -> Sequence[Setting]:
        """What it answers, what it states, when it was looked at."""
        given = self.session.audit.confirmation or Confirmation()
        names: dict[Any, Message] = {
            code: say("{name}", name=reason_name(self.session.audit, code))
            for code in self._after_sales(given)
        }
        return [
            Setting(("confirmation", "answers"), say("Questions it answers"), "many", given.answers, names),
            Setting(("confirmation", "lead_time"), say("Tells the delivery time"), "choice", given.lead_time, YES_NO),
            Setting(("confirmation", "returns"), say("Tells how to return"), "choice", given.returns, YES_NO),
            Setting(("confirmation", "contact"), say("Tells contact channels and hours"), "choice", given.contact,
                    YES_NO),
            Setting(("confirmation", "on"), say("Looked at on"), "date", given.on),
        ]

    def _after_sales(self, given: Confirmation) -> list[str]:
        """The after-sales reasons, most asked first, and what is noted already."""
        audit = self.session.audit
        asked = [row.reason for row in self.session.scores.reasons.pareto]
        after = [code for code in (*asked, *audit.reasons) if code in audit.reasons and audit.reasons[code].after_sales]
        return list(dict.fromkeys((*after, *given.answers)))

    def with_setting(self, path: Sequence[str], value: Any) -> Document:
        """The value, and the day when it was first looked at."""
        document = super().with_setting(path, value)
        if self.session.audit.confirmation is None and path[-1] != "on":
            document = with_value(document, ("confirmation", "on"), self.session.today)
        return document

    def detail(self) -> str:
        """What it leaves open, by name."""
        found, audit = self.session.scores.confirmation, self.session.audit
        open_ = [reason_label(audit, code, self.tr.lang) for code in found.unanswered]
        if not open_:
            return ""
        return self.tr(say("Not answered in it: {reasons}. Each of these comes back as a contact.",
                           reasons=", ".join(open_)))
