"""Which checklists the audit asks, in which version; newer ones looked at and taken up, lists of one's own added."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Static

from readycheck.core.audit import Answer
from readycheck.core.checklist import Checklist
from readycheck.core.editions.answers import Earlier
from readycheck.core.message import Message, say
from readycheck.core.scoring import score
from readycheck.errors import ReadycheckError
from readycheck.storage.checklists import newer_shipped, read_checklist, shipped_checklists, shipped_versions
from readycheck.storage.document import audit_of
from readycheck.storage.editions import TakenUp, earlier_copies, remove_list, removed_lists, take_up, with_typed_answers
from readycheck.tui.keys import key, key_of
from readycheck.tui.newer_lists import look_at_newer
from readycheck.tui.screens.ask_file import AskFileScreen
from readycheck.tui.screens.edition import EarlierScreen, EditionScreen
from readycheck.tui.screens.table import TableScreen
from readycheck.tui.widgets.rows import Cell, Column, Row, Rows


class ChecklistsScreen(TableScreen):
    """The audit's lists, then those that ship with the program and are not in it."""

    PLACE = "checklists"
    CSS_PATH = ["base.tcss", "checklists.tcss"]  # type: ignore[assignment]  # Textual takes both
    BINDINGS: ClassVar[list[BindingType]] = [
        key("a", "add", say("From a file"), say("Add a list of your own, or take up its new version, from its file."),
            id="lists.add"),
        key("delete", "remove", say("Remove"), say("Take the list out of the audit; its answers stay in the file."),
            id="lists.remove", display="del"),
    ]

    def on_mount(self) -> None:
        """Whoever stands here has seen that there are newer ones."""
        look_at_newer(self.session)
        super().on_mount()

    def show_audit(self) -> None:
        """Head, rows, detail."""
        tr = self.tr
        self.query_one("#head", Static).update(tr(say(
            "An audit keeps its own copy of every list: it never changes by itself.")))
        self.show_claims()
        columns = [Column(tr(say("list"))), Column(tr(say("version")), 7, right=True),
                   Column(tr(say("answered")), 8, right=True), Column("", 22)]
        self.query_one(Rows).show_rows(columns, {each.id: self._row(each) for each in self._lists})
        self._show_detail()

    @property
    def _lists(self) -> list[Checklist]:
        """The audit's, then what ships and is not in it, then those of one's own that were removed."""
        session = self.session
        offered = {each.id: each for each in (*self._removed, *shipped_checklists())}
        there = {each.id for each in session.audit.checklists}
        order = dict.fromkeys((*(each.id for each in shipped_checklists()), *offered))
        return [*session.audit.checklists, *(offered[key] for key in order if key not in there)]

    @property
    def _removed(self) -> Sequence[Checklist]:
        with suppress(ReadycheckError):  # a copy that a hand has spoilt is told where something is taken up
            return removed_lists(self.session.document, self.session.audit)
        return ()

    def _answered_before(self, each: Checklist) -> Sequence[Earlier[Answer]]:
        """Earlier copies of a list that answers stay with."""
        with suppress(ReadycheckError):
            copies = map(with_typed_answers, earlier_copies(self.session.document))
            return [copy for copy in copies if copy.checklist.id == each.id and copy.answers]
        return ()

    def _row(self, each: Checklist) -> Row:
        tr, prefix = self.tr, f"{each.id}/"
        if self.session.audit.checklist(each.id) is None:
            return [Cell(tr(each.title), "dim"), str(each.version), "–", tr(say("not in this audit"))]
        asked = [q for section in self.session.scores.sections if section.id.startswith(prefix)
                 for q in section.questions if q.applicable]
        done = sum(q.claim is not None for q in asked)
        return [tr(each.title), str(each.version), f"{done}/{len(asked)}", tr(self._state(each))]

    def _state(self, each: Checklist) -> Message:
        shipped = shipped_versions()
        if each.id not in shipped:
            return say("your own")
        if newer_shipped((each,)):
            return say("version {version} has come", version=str(shipped[each.id]))
        return say("newest version")

    @on(Rows.Moved)
    def _show_detail(self) -> None:
        found = self._chosen
        if found is not None:
            self.query_one("#detail", Static).update(self.tr(self._advice(found)))

    def _advice(self, each: Checklist) -> Message:
        """What can be done with the row under the cursor."""
        look, add = key_of("rows.open", "Enter"), key_of("lists.add", "a")
        if self.session.audit.checklist(each.id) is None:
            return say("{key} shows what it asks, and adds it if you wish.", key=look)
        if newer_shipped((each,)):
            return say("{key} shows what the newer version changes. Nothing changes before you take it up.", key=look)
        if left := sum(len(copy.answers) for copy in self._answered_before(each)):
            return say("Answers to earlier versions that no question asks now: {n}. {key} reads them.",
                       n=left, key=look)
        if each.id in shipped_versions():
            return say("This is the newest version that ships with the program.")
        return say("Your own list. {key} takes up its new version from a file.", key=add)

    @property
    def _chosen(self) -> Checklist | None:
        name = self.query_one(Rows).chosen
        return next((each for each in self._lists if each.id == name), None)

    @on(Rows.Opened)
    def look(self) -> None:
        """What would change, in a window that takes it up or leaves it."""
        found = self._chosen
        if found is None:
            return
        kept = self.session.audit.checklist(found.id)
        offered = next((each for each in shipped_checklists() if each.id == found.id), found)
        if kept is None or offered.version > kept.version:
            self._show(offered)
        elif copies := self._answered_before(found):
            self.app.push_screen(EarlierScreen(self.tr, say("Answers that no question asks now"), copies))
        else:
            self.tell(self._advice(found))

    def action_add(self) -> None:
        """Ask for the file of a list, then show what it changes."""
        about = say("A YAML file. \"readycheck checklist new FILE\" starts one. Where it lies is not kept.")
        self.app.push_screen(AskFileScreen(self.tr, say("Checklist from a file"), about, _mistake), self._from_file)

    def _from_file(self, path: Path | None) -> None:
        if path is None:
            return
        try:
            offered = read_checklist(path)
        except ReadycheckError as error:  # changed since it was looked at
            self.tell(error.problems[0].message())
            return
        if offered == self.session.audit.checklist(offered.id):
            self.tell(say("The audit has exactly this version."))
        else:
            self._show(offered)

    def _show(self, offered: Checklist) -> None:
        session = self.session
        try:
            found = take_up(session.document, session.audit, offered, session.today, older=True)
            after = audit_of(found.document, session.path.name, (session.document, session.audit))
        except ReadycheckError as error:
            self.tell(error.problems[0].message())
            return
        scores = session.scores, score(after, (session.audit, session.scores))
        before = session.document

        def closed(wanted: bool | None) -> None:
            if wanted and session.document != before:
                self._show(offered)  # somebody else's edit came in between: what is taken is what was shown
            elif wanted:
                self._take(found)

        self.app.push_screen(EditionScreen(self.tr, found, scores), closed)

    def _take(self, found: TakenUp) -> None:
        if found.offered is not None and self.edit(found.document):
            self.show_audit()
            self.query_one(Rows).go_to(found.offered.id)
            self.tell(say("Taken up. {key} brings the earlier state back.", key=key_of("undo", "Ctrl+Z")))

    def action_remove(self) -> None:
        """The audit without the list under the cursor."""
        found, session = self._chosen, self.session
        if found is None or session.audit.checklist(found.id) is None:
            return
        try:
            removed = remove_list(session.document, session.audit, found.id, session.today)
        except ReadycheckError as error:
            self.tell(error.problems[0].message())
            return
        if self.edit(removed.document):
            self.tell(say("Removed; its answers stay in the file. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))


def _mistake(path: Path) -> Message | None:
    """The first mistake of a checklist file."""
    try:
        read_checklist(path)
    except ReadycheckError as error:
        return error.problems[0].message()
    return None
