"""Forms for contact reasons and FAQ entries: change, add, remove."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import BindingType

from readycheck.core.audit import Reason
from readycheck.core.calendar import first_peak
from readycheck.core.message import Message, say
from readycheck.core.names import reason_name
from readycheck.core.reasons import CAUSE, PLANNED
from readycheck.core.text import slug
from readycheck.tui.changes import with_changes, with_item, without
from readycheck.tui.fields import Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.reason_forms import REASON_FIELDS, faq_fields, faq_values, reason_values
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.reasons_counts import ReasonsCounts, named
from readycheck.tui.widgets.rows import Rows

ANOTHER = "\n"


class ReasonsTools(ReasonsCounts):
    """A part of the reasons screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "open", say("Edit"), say("The row under the cursor in a form."), id="reasons.edit"),
        key("tab", "app.focus_next", say("Reasons/FAQ"), say("To the other table."), id="reasons.other"),
        key("a", "add_reason", say("New reason"), say("Add a contact reason."), id="reasons.add"),
        key("c", "counts", say("Counts"), say("Type rough counts, where no import has counted."), id="reasons.counts"),
        key("k", "canned", say("Canned reply"), say("Whether there is a canned reply to this reason."),
            id="reasons.canned", show=False),
        key("o", "confirmed", say("In the confirmation"), say("Whether the order confirmation answers this reason."),
            id="reasons.confirmed", show=False),
        key("n", "add_faq", say("New FAQ entry"), say("Add an FAQ entry that answers this reason."),
            id="reasons.add-faq"),
        key("v", "reviewed", say("Reviewed today"), say("This FAQ entry was read through today."),
            id="reasons.reviewed"),
        key("delete", "remove", say("Remove"), say("Remove what is written about this reason, or this FAQ entry."),
            id="reasons.remove", show=False, display="del"),
    ]

    @property
    def reason(self) -> str | None:
        """The reason under the cursor."""
        return self.query_one("#pareto", Rows).chosen

    @property
    def entry(self) -> int | None:
        """The FAQ entry under the cursor, while the FAQ has the keyboard."""
        faq = self.query_one("#faq", Rows)
        return int(faq.chosen) if faq.has_focus and faq.chosen is not None else None

    @property
    def codes(self) -> list[str]:
        """Every reason, as they stand in the table."""
        asked = [row.reason for row in self.session.scores.reasons.pareto]
        return list(dict.fromkeys((*asked, *self.session.audit.reasons)))

    def action_open(self) -> None:
        """The form of the row under the cursor."""
        if self.entry is not None:
            self.open_faq(self.entry)
        elif self.reason is not None:
            self.open_reason(self.reason)

    def open_reason(self, code: str) -> None:
        """The form of a reason."""
        audit = self.session.audit
        values = reason_values(audit.reasons.get(code, Reason()))

        def accept(changes: dict[str, Any]) -> Message | None:
            return self.taken(with_changes(self.session.document, ("reasons", code), changes))

        title = say("{name}", name=reason_name(audit, code))
        note = say("The cause is worth {cause:.0f} points; with action, owner and a due date before {day} the plan is"
                   " worth {planned:.0f}, and done and verified 100.", cause=100 * CAUSE, planned=100 * PLANNED,
                   day=first_peak(audit.season))
        self.app.push_screen(FormScreen(self.tr, title, REASON_FIELDS, values, accept, note))

    def open_faq(self, n: int) -> None:
        """The form of an FAQ entry."""
        entry = self.session.audit.faq[n]
        fields = faq_fields(self.session.audit, self.codes)

        def accept(changes: dict[str, Any]) -> Message | None:
            return self.taken(with_changes(self.session.document, ("faq", n), changes))

        self.app.push_screen(FormScreen(self.tr, say("FAQ entry"), fields, faq_values(entry), accept))

    def action_add_faq(self) -> None:
        """A new entry, for the chosen reason unless said."""
        fields = faq_fields(self.session.audit, self.codes)
        first = {"findable": False, "answers": (self.reason,) if self.reason else ()}

        def accept(changes: dict[str, Any]) -> Message | None:
            return self.taken(with_item(self.session.document, ("faq",), {**first, **changes}))

        self.app.push_screen(FormScreen(self.tr, say("New FAQ entry"), fields, first, accept))

    def action_reviewed(self) -> None:
        """The entry under the cursor was reviewed today."""
        if self.entry is None:
            self.tell(say("Put the cursor on an FAQ entry first (Tab)."))
        else:
            self.edit(with_changes(self.session.document, ("faq", self.entry), {"reviewed": self.session.today}))

    def action_canned(self) -> None:
        """There is a canned reply, or there is none."""
        if self.reason is not None:
            ready = self.session.audit.reasons.get(self.reason, Reason()).canned_reply
            self.edit(with_changes(self.session.document, ("reasons", self.reason), {"canned_reply": not ready}))

    def action_confirmed(self) -> None:
        """The order confirmation answers this reason, or does not."""
        code, audit = self.reason, self.session.audit
        if code is None:
            return
        if not audit.reasons.get(code, Reason()).after_sales:
            self.tell(say("The confirmation comes after the order: this reason is asked before it ({key} changes "
                          "that).",
                          key=key_of("reasons.edit", "e")))
            return
        answers = audit.confirmation.answers if audit.confirmation else ()
        kept = [each for each in answers if each != code] if code in answers else [*answers, code]
        looked = {} if audit.confirmation else {"on": self.session.today}
        self.edit(with_changes(self.session.document, ("confirmation",), {"answers": kept, **looked}))

    def action_add_reason(self) -> None:
        """Choose a usual reason that is not there yet, or name another."""
        from readycheck.storage.checklists import reason_codes

        there = set(self.codes)
        choices = {
            code.id: (say("{name}", name=code.label), _about(after_sales=code.after_sales))
            for code in reason_codes().reasons if code.id not in there
        }
        choices[ANOTHER] = (say("Another"), say("Name it yourself."))
        self.app.push_screen(ChooseScreen(self.tr, say("New reason"), choices), self._reason_chosen)

    def _reason_chosen(self, chosen: str | None) -> None:
        from readycheck.storage.checklists import reason_codes

        if chosen == ANOTHER:
            self._name_reason()
        elif chosen is not None:
            code = next(code for code in reason_codes().reasons if code.id == chosen)
            self._add(chosen, named(code))

    def _name_reason(self) -> None:
        fields = (Field("name", say("Name"), needed=True),)

        def accept(changes: dict[str, Any]) -> Message | None:
            return self._add(slug(changes["name"], "reason"), {"label": {self.tr.lang: changes["name"]}})

        self.app.push_screen(FormScreen(self.tr, say("New reason"), fields, {}, accept))

    def _add(self, code: str, value: dict[str, Any]) -> Message | None:
        if code in self.codes:
            return say("{name} is there already.", name=reason_name(self.session.audit, code))
        complaint = self.taken(with_changes(self.session.document, ("reasons",), {code: value}))
        if complaint is None:
            self.show_audit()
            self.query_one("#pareto", Rows).go_to(code)
        return complaint

    def action_remove(self) -> None:
        """Take away the FAQ entry, or what is written of the reason; undo brings it back."""
        document = self.session.document
        if self.entry is not None:
            document = without(document, ("faq", self.entry))
        elif self.reason in self.session.audit.reasons:
            document = without(document, ("reasons", self.reason or ""))
        if document is not self.session.document and self.edit(document):
            self.tell(say("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))


def _about(*, after_sales: bool) -> Message:
    return say("asked after the order") if after_sales else say("asked before the order")
