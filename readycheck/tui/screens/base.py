"""What all screens of an audit have in common: head, tabs, key line, and the keys between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import AuditFile
from readycheck.tui.keys import key, key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.registry import BY_ID, MORE, Place
from readycheck.tui.screens.sized import take_size
from readycheck.tui.screens.spoken import Spoken
from readycheck.tui.screens.way import Way
from readycheck.tui.session import Changed, Session
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.next_line import NextLine
from readycheck.tui.widgets.tabs import PlaceTabs

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

_GO = tuple(
    key(digit, f"go('{place}')", BY_ID[place].short, BY_ID[place].tip, id=f"go.{place}", show=False)
    for digit, place in (
        ("1", "audit"), ("2", "hours"), ("3", "reasons"), ("4", "january"), ("5", "path"), ("6", "compare"),
        ("8", "sparring"),
    )
)


class AuditScreen(Way):
    """A screen on one audit.

    A kind of it sets `PLACE` (its id in the registry), gives its widgets in `compose_body` and puts the
    session's state into them in `show_audit`, which is called when it appears and after every change.
    It changes the audit with `edit` only. `tr` translates; `say(...)` messages and plain texts go in.
    """

    CSS_PATH = "base.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *_GO,
        key("7", "more", say("More"), say("Actions, observations, service, channels, stages, confirmation, sparring."),
            id="go.more", show=False),
        key("slash", "app.find", say("Find"), say("Find anything by its words or number, or a key by what it does."),
            id="find", display="/"),
        key("f4", "next", say("Next step"), say("To what comes next on the way through the audit."), id="next",
            show=False, display="F4"),
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this screen."), id="help",
            display="F1"),
        key("f7", "two_places", say("Two places"),
            say("What was changed in two places at once, and copies from syncing: choose, and bring in."),
            id="two-places", show=False, display="F7"),
        key("f12", "hand_over", say("Hand over"),
            say("Write this audit into one file, to send to somebody who takes it in."), id="hand-over", show=False,
            display="F12"),
        key("ctrl+z", "undo", say("Undo"), say("Take the last change back."), id="undo"),
        key("ctrl+y", "redo", say("Redo"), say("Bring back what was undone."), id="redo", show=False),
        key("r", "report", say("Report"), say("Write the report as an HTML file beside the audit."),
            id="report"),
        key("i", "import", say("Import"), say("Read orders, contacts or a survey from an export."),
            id="import"),
        key("ctrl+n", "new_season", say("New season"),
            say("A new season of this shop: hours, reasons, FAQ and plan carried over."), id="season.new", show=False),
        key("q,escape", "leave", say("Back"), say("Back to the questions, and from there to the shops."),
            id="leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.tr = session.tr

    def compose(self) -> ComposeResult:
        take_size(self)
        yield AuditHeader(self.tr)
        yield PlaceTabs(self.tr, self.PLACE)
        with Container(id="body"):
            yield from self.compose_body()
        yield NextLine(self.tr)
        yield KeyLine()

    def compose_body(self) -> ComposeResult:
        """The widgets between the tabs and the key line."""
        return ()

    def show_audit(self) -> None:
        """Put the session's state into the widgets."""

    def on_mount(self) -> None:
        """Show the audit as it stands."""
        self.show_again()
        self.later(self.stand_on_row)

    @on(Changed)
    def _changed(self, event: Changed) -> None:
        event.stop()
        if self.whole:
            self.show_again()

    def show_again(self) -> None:
        """The head, what comes next, and the rest."""
        self.query_one(AuditHeader).show_session(self.session)
        self.show_next()
        self.show_audit()

    hides_answers: ClassVar[bool] = False
    """Whether answers are kept from sight here: no words tell what was undone of them."""

    def on_screen_resume(self) -> None:
        """A window may have led to a step, or done it."""
        if self.is_mounted and self.whole and self.query_one(NextLine).display:
            self.show_next()

    def edit(self, document: Document) -> bool:
        """Make `document` the audit; where it is not valid, say why and answer False."""
        complaint = self.taken(document)
        if complaint is not None:
            self.notify(self.tr(complaint), severity="error", markup=False)
        return complaint is None

    def taken(self, document: Document) -> Message | None:
        """Make `document` the audit; what is wrong with it where it is not valid (a form's `accept`)."""
        try:
            self.session.apply(document)
        except ReadycheckError as error:
            return replace(error.problems[0], file=None).message()  # the file is the one that is open
        return None

    def tell(self, sentence: Message | str) -> None:
        """A sentence in the corner for some seconds."""
        self.notify(self.tr(sentence) if isinstance(sentence, Message) else sentence, markup=False)

    @property
    def shell(self) -> ReadycheckApp:
        """The app, as what it is."""
        return cast("ReadycheckApp", self.app)

    def action_go(self, place: str) -> None:
        """To another screen of this audit."""
        if place != self.PLACE:
            self.shell.go_to(place)

    def action_more(self) -> None:
        """The menu of the places that have no key of their own."""
        from readycheck.tui.screens.choose import ChooseScreen

        choices = {place.id: (_in_menu(place), place.tip) for place in MORE}
        self.app.push_screen(ChooseScreen(self.tr, say("More"), choices), self._go_if_chosen)

    def _go_if_chosen(self, place: str | None) -> None:
        if place:
            self.action_go(place)

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.figures_text import figures_told
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, lambda: key_help(self), lambda tr: figures_told(self.session, tr)))

    def action_undo(self) -> None:
        """Take the last edit back."""
        self._travel(self.session.undo, say("Undone: {what}"), say("Nothing to undo."))

    def action_redo(self) -> None:
        """Bring back what was undone."""
        self._travel(self.session.redo, say("Brought back: {what}"), say("Nothing to redo."))

    def _travel(self, step: Callable[[], bool], told: Message, nothing: Message) -> None:
        """Say what has changed, and show it: nobody knows by heart what the last edit was."""
        from readycheck.tui.question_text import question_numbers
        from readycheck.tui.taken_back import taken_back

        before = self.session.audit
        if not step():
            self.tell(nothing)
            return
        change = taken_back(before, self.session.audit, question_numbers(self.session.scores))
        if not (change.question and self.hides_answers):
            self.app.clear_notifications()
            self.tell(replace(told, args={"what": change.what}))
            if change.place and (change.place != self.PLACE or change.question or change.table):
                self.go_and_stand(change.place, change.table, change.row, change.question)

    def action_report(self) -> None:
        """Write the report and say where it is."""
        self.shell.write_report()

    def action_two_places(self) -> None:
        """What was changed in two places."""
        self.shell.two_places.show(self.session)

    def action_hand_over(self) -> None:
        """Write the audit for somebody else."""
        from readycheck.tui.handing_over import hand_over

        hand_over(self.shell, self.session)

    def action_import(self) -> None:
        """To the import."""
        from readycheck.tui.screens.importing import ImportScreen

        self.session.flush()
        self.session.places["led"] = "data"  # who has no export at hand is led on
        self.app.push_screen(ImportScreen(self.session))

    def action_new_season(self) -> None:
        """The form for a new season of this shop, out of this one."""
        from readycheck.tui.screens.new_shop import new_season_form

        session, made = self.session, list[tuple[AuditFile, bool]]()
        if not session.flush():
            return  # the problem stands in the head
        shop, year = session.path.parent.name, session.audit.season.year
        if session.path.resolve() != session.archive.path_of(shop, year).resolve():
            self.tell(say("This file is not among the shops: begin its new season with \"readycheck new\"."))
            return
        form = new_season_form(session.archive, self.tr, f"{shop}/{year}", lambda *file: made.append(file))
        if isinstance(form, Message):
            self.tell(form)
        else:
            self.app.push_screen(form, lambda saved: self._to_season(*made[0]) if saved and made else None)

    def _to_season(self, file: AuditFile, with_import: bool) -> None:
        """It stands in this one's place; back from it leads to the shops."""
        self.app.pop_screen()
        self.shell.open_audit(file, with_import=with_import)

    def action_leave(self) -> None:
        """Back to the questions; from there to the list of shops."""
        if self.PLACE == "audit":
            self.shell.close_audit()
        else:
            self.shell.go_to("audit")


def _in_menu(place: Place) -> Message:
    """Its name, and the key of its own that one of these places has."""
    if place.id != "sparring":
        return place.short
    return say("{place} ({key})", place=place.short, key=key_of("go.sparring", "8"))


def key_help(screen: Spoken) -> list[tuple[str, str, str]]:
    """Key, label and tip, in English, of every binding of ours: a row for each action.

    First those that the screen itself offers, answers and the line at the bottom; its own before the rest.
    """
    rows: dict[str, tuple[list[str], str, str]] = {}
    offered: set[str] = set()
    for bound in screen.bindings_now.values():
        binding = bound.binding
        if binding.id is not None:
            keys, _, _ = rows.setdefault(binding.id, ([], binding.description, bound.tooltip))
            keys.append(screen.app.get_key_display(binding))
            offered |= {binding.id} if binding.show or binding.id.startswith("answer.") else set()
    everywhere = {binding.id for binding in AuditScreen.BINDINGS if isinstance(binding, Binding)}
    ordered = sorted(rows.items(), key=lambda row: (row[0] in everywhere, row[0] not in offered))
    return _alike_together((" ".join(dict.fromkeys(keys)), label, tip) for _, (keys, label, tip) in ordered)


def _alike_together(rows: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """One row for keys that are told the same, such as a menu's nine numbers: "1 … 9"."""
    told: dict[tuple[str, str], list[str]] = {}
    for keys, label, tip in rows:
        told.setdefault((label, tip), []).append(keys)
    return [(keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}", *words) for words, keys in told.items()]
