"""The app's shell: which audit is open, saving it in time, leaving the terminal whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.message import Message as Event
from textual.screen import Screen

from readycheck.core.message import Message, say
from readycheck.errors import wrong
from readycheck.i18n import Lang, Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.tui.ascii_filter import key_in_words
from readycheck.tui.keys import LANGUAGE, function_key, heed_key_file, key, key_of
from readycheck.tui.light import LightApp, lighten
from readycheck.tui.one_by_one import OneByOne
from readycheck.tui.preferences import Preferences
from readycheck.tui.report_desk import ReportDesk
from readycheck.tui.screens.registry import BY_ID
from readycheck.tui.screens.spoken import Spoken, SpokenScreen, let_speak
from readycheck.tui.telling import Telling
from readycheck.tui.terminal import HUNG_UP, fit_terminal, heed_signals, let_go_of
from readycheck.tui.themes import FEW_COLOURS, THEMES, ground_of, theme_for
from readycheck.tui.two_places import TwoPlaces

if TYPE_CHECKING:  # the rules of scoring come with it, and the list of shops is painted before them
    from readycheck.tui.session import Session


class SaveTried(Event):
    """The session's file was written, or could not be."""


class SessionChanged(Event):
    """The audit or its scores are new."""


class ReadycheckApp(Telling, OneByOne, LightApp):
    """The list of shops, and on top of it the screens of one audit."""

    CSS_PATH = "app.tcss"
    TITLE = "readycheck"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+q", "quit", say("Quit"), say("Save and leave the program."), id="quit", show=False,
            priority=True),
        key("f2", "theme", say("Light or dark"), say("Change between the light and the dark colours."),
            id="theme", show=False),
        LANGUAGE,
        key("ctrl+p", "find", say("Commands"), say("All keys of this screen by what they do, and everything else."),
            id="commands", show=False),
    ]

    def __init__(
        self, archive: Archive, tr: Translator, today: date, file: AuditFile | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self.archive = archive
        self.tr = tr
        self.today = today
        self.session: Session | None = None
        self._first_file = file
        self._told_problem: Message | None = None
        self.reports = ReportDesk(self)
        self.two_places = TwoPlaces(self)
        self.own_filters: list[LineFilter] = []
        for theme in (*THEMES, *FEW_COLOURS):
            self.register_theme(theme)
        self.preferences = preferences or Preferences()
        self.theme = theme_for(self.preferences.ground).name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then what the terminal wants changed."""
        return [*super().get_line_filters(), *self.own_filters]

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is shown; by its name where its sign is not to be had."""
        shown = function_key(super().get_key_display(binding))
        return key_in_words(shown) if self.own_filters else shown

    def on_mount(self) -> None:
        """Signals, keys of the person's own, and the first screen: an audit, else the list of shops."""
        heed_signals(self.told_to_end)
        complaint = heed_key_file(self, self.preferences.folder)
        if complaint is not None:  # no reason to keep anybody from the audit
            self.tell(complaint, "error")
        if self._first_file is not None:
            self.open_audit(self._first_file)
        else:
            self.push_screen(self._shops())

    def _shops(self) -> Screen[None]:
        from readycheck.tui.screens.shops import ShopsScreen

        return ShopsScreen(self.archive, self.tr, self.today)

    def told_to_end(self, number: int) -> None:
        """Save and end, as the signal of this number asks for."""
        if self.session is not None:
            self.session.flush()
        self.exit(return_code=128 + number)

    def open_audit(self, file: AuditFile, *, with_import: bool = False) -> None:
        """Open an audit file at its questions; `with_import`: the import stands before them."""
        from readycheck.tui.left_off import brought_in, go_on, told
        from readycheck.tui.session import Session

        file, sentences = brought_in(self.archive, file)
        session = Session(self.archive, file, self.tr, self.today)
        session.listener = self._session_changed
        session.in_background = self._score_in_thread
        session.saver_listener = self._save_tried
        self.session = session
        cut_off = go_on(session)
        self.push_screen(BY_ID["audit"].make(session))
        for typed in cut_off:
            self.tell(told(typed, session, self))
        for sentence in sentences:
            self.tell(sentence)
        self.two_places.opened(session)
        if with_import:
            from readycheck.tui.screens.importing import ImportScreen

            self.push_screen(ImportScreen(session))

    def go_to(self, place: str) -> None:
        """From one screen of the audit to another."""
        if self.session is not None:
            self.session.flush()
            self.switch_screen(BY_ID[place].make(self.session))

    def close_audit(self) -> None:
        """Back to the list of shops; where the audit cannot be saved, ask first."""
        self._when_saved(self._audit_closed)

    def _audit_closed(self) -> None:
        self.session = None
        if self._first_file is None:
            self.pop_screen()
        else:  # it was opened at once and stands on no list yet
            self._first_file = None
            self.switch_screen(self._shops())

    async def action_quit(self) -> None:
        """Leave, with everything saved; where that fails, ask."""
        self._when_saved(self.exit)

    def _fatal_error(self) -> None:
        """Textual would print the values of all variables on a crash: they may be customers' data."""
        from rich.traceback import Traceback

        self.panic(Traceback(show_locals=False, width=100))

    def action_theme(self) -> None:
        """Light or dark."""
        names = [theme.name for theme in (FEW_COLOURS if self.native_ansi_color else THEMES)]
        self.theme = names[1 - names.index(self.theme)] if self.theme in names else names[0]
        if not self.native_ansi_color:  # where the ground is the terminal's, the next one may have another
            self.preferences.remember(ground=ground_of(self.theme))

    async def action_language(self) -> None:
        """The other language, at the same place; what is half done comes first."""
        for screen in self.screen_stack:
            if isinstance(screen, Spoken) and (before := screen.unfinished()) is not None:
                self.tell(before)
                return
        await self.speak("en" if self.tr.lang == "fi" else "fi")

    async def speak(self, lang: Lang, but: Spoken | None = None) -> None:
        """This language from now on, on every screen; `but` sees to itself."""
        self.tr = Translator(lang)
        self.preferences.remember(lang=lang)
        if self.session is not None:
            self.session.tr = self.tr
        for screen in self.screen_stack:
            if isinstance(screen, Spoken) and screen is not but:
                await let_speak(screen, self.tr)

    def action_find(self) -> None:
        """The window that finds anything and does it."""
        here = self.screen
        if isinstance(here, SpokenScreen):
            from readycheck.tui.finds import finds
            from readycheck.tui.screens.search import SearchScreen

            self.push_screen(SearchScreen(self.tr, lambda: finds(here)), lambda found: found.go() if found else None)

    def action_help_quit(self) -> None:
        """Ctrl+C: say how one leaves."""
        self.tell(say("{key} leaves the program.", key=key_of("quit", "Ctrl+Q")))

    def write_report(self) -> None:
        """Write the HTML report and offer to open it."""
        if self.session is not None:
            self.reports.write_report(self.session)

    def write_agreement(self) -> None:
        """Write the one-page agreement and offer to open it."""
        if self.session is not None:
            self.reports.write_agreement(self.session)

    def _when_saved(self, then: Callable[[], object]) -> None:
        """Flush, then go on; where it fails, ask whether to try again or to go on without."""
        session = self.session
        if session is None or session.flush():
            then()
            return
        from readycheck.tui.screens.choose import ChooseScreen

        def chosen(choice: str | None) -> None:
            if choice == "again":
                self._when_saved(then)
            elif choice == "leave":
                then()

        choices = {
            "again": (say("Try again"), say("Once the disk or the folder is all right again.")),
            "leave": (say("Go on without saving"), session.fate),
        }
        title = say("Not saved: {why}", why=session.problem or "")
        self.push_screen(ChooseScreen(self.tr, title, choices), chosen)

    def _session_changed(self) -> None:
        """From any thread."""
        self.post_message(SessionChanged())

    def _score_in_thread(self, job: Callable[[], None]) -> None:
        self.run_worker(job, thread=True, exclusive=True, group="score")

    def on_session_changed(self) -> None:
        """Every audit screen shows the audit as it is now."""
        self.tell_screens()

    def tell_screens(self) -> None:
        if self.session is None:
            return
        from readycheck.tui.screens.base import AuditScreen
        from readycheck.tui.session import Changed

        for screen in self.screen_stack:
            if isinstance(screen, AuditScreen):
                screen.post_message(Changed(self.session))

    def _save_tried(self) -> None:
        """From any thread."""
        self.post_message(SaveTried())

    def on_save_tried(self) -> None:
        """Take over what somebody else wrote; tell once what could not be saved."""
        session = self.session
        if session is None:
            return
        if session.settle():
            self.two_places.merged(session)
        if session.problem != self._told_problem:
            self._told_problem = session.problem
            if session.problem is not None:
                self.tell(say("Not saved: {why}", why=session.problem), "error")
            self.tell_screens()


def run_app(
    archive: Archive, lang: Lang, today: date, open_reference: str | None = None,
    preferences: Preferences | None = None,
) -> None:
    """Run the app on `archive`; `open_reference` (SHOP[/YEAR] or a path) opens that audit first.

    `preferences` are read and kept where they are given.

    ReadycheckError where it cannot be opened, or where the last edit could not be saved; SystemExit with the
    status where a signal or a crash ended it.
    """
    file = None if open_reference is None else archive.open(open_reference)
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # an empty one asks for nothing, but Textual heeds it
    app = ReadycheckApp(archive, Translator(lang), today, file, preferences)
    fit_terminal(app, os.environ)
    lighten()
    try:
        app.run()
    finally:
        session = app.session
        if session is not None:
            session.flush()
        if app.return_code == HUNG_UP:
            let_go_of(sys.stdout, sys.stderr)
    if session is not None and session.unsaved and session.problem is not None:
        raise wrong(say("Not saved: {why}", why=session.problem), session.fate)
    if app.return_code:
        raise SystemExit(app.return_code)


