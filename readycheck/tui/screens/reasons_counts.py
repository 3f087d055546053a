"""Rough counts of the contact reasons, typed by an owner who has no export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from readycheck.core.audit import Reason
from readycheck.core.checklist import ReasonCode
from readycheck.core.message import Message, say
from readycheck.core.names import reason_name
from readycheck.tui.changes import with_changes
from readycheck.tui.fields import Field
from readycheck.tui.screens.form import FormScreen

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen


class ReasonsCounts(Base):
    """A part of the reasons screen."""

    if TYPE_CHECKING:
        @property
        def codes(self) -> list[str]:
            """Every reason, as they stand in the table."""

    def action_counts(self) -> None:
        """Every reason with its rough count in one form; an import's counts are not mixed with such."""
        contacts = self.session.audit.contacts
        if contacts is not None and contacts.coded:
            self.tell(say("An import has counted the reasons already: counts typed by hand are not used beside it."))
            return
        usual = _usual_reasons()
        fields = self._count_fields(usual)
        reasons = self.session.audit.reasons
        values = {field.key: reasons.get(field.key, Reason()).count for field in fields}
        note = say("Roughly how many contacts of last season had each reason; empty: not known. "
                   "An import that counts reasons takes the place of these.")
        self.app.push_screen(FormScreen(
            self.tr, say("Counts by hand"), fields, values, lambda changes: self._take_counts(changes, usual), note,
        ))

    def _count_fields(self, usual: dict[str, ReasonCode]) -> list[Field]:
        """The shop's own reasons first, then the usual ones."""
        audit = self.session.audit
        own = [Field(code, say("{name}", name=reason_name(audit, code)), "whole") for code in self.codes]
        return own + [
            Field(code.id, say("{name}", name=code.label), "whole")
            for code in usual.values() if code.id not in self.codes
        ]

    def _take_counts(self, changes: dict[str, Any], usual: dict[str, ReasonCode]) -> Message | None:
        """A usual reason that gets a count gets its names and its kind with it."""
        document = self.session.document
        for code, count in changes.items():
            names = named(usual[code]) if code in usual and code not in self.session.audit.reasons else {}
            document = with_changes(document, ("reasons", code), {**names, "count": count})
        return self.taken(document)


def _usual_reasons() -> dict[str, ReasonCode]:
    from readycheck.storage.checklists import reason_codes

    return {code.id: code for code in reason_codes().reasons}


def named(code: ReasonCode) -> dict[str, Any]:
    """A usual reason as the audit keeps it."""
    return {
        "label": {"fi": code.label.fi, "en": code.label.en}, "self_service": code.self_service,
        "after_sales": code.after_sales,
    }
