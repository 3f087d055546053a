"""Reports out of the app: written at once, then offered: opened, in the other language, in another form."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Lang

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp
    from readycheck.tui.compare_pair import Compared
    from readycheck.tui.session import Session

Choices = dict[str, tuple[Message, Message]]
Again = Callable[[str, Lang], None]
"""Writes the same in a form and a language."""
REPORT_HERE, COMPARISON_HERE = say("The report is here: {path}"), say("The comparison is here: {path}")
OPEN, LANGUAGE, HTML = "open", "language", ".html"
OTHER: dict[Lang, Lang] = {"fi": "en", "en": "fi"}
IN_OTHER: dict[Lang, Message] = {"fi": say("The same in Finnish"), "en": say("The same in English")}
FORMS: Choices = {
    ".md": (say("As Markdown"), say("For notes, wikis and e-mail.")),
    ".csv": (say("As CSV"), say("The figures for a spreadsheet.")),
    ".json": (say("As JSON"), say("Everything, for other programs.")),
}


class ReportDesk:
    """What the app does with reports; writing is done in a thread."""

    def __init__(self, app: ReadycheckApp) -> None:
        self._app = app

    def write_report(self, session: Session, ending: str = HTML, lang: Lang | None = None) -> None:
        """Write the report; a page is offered to be opened, of another form it is said where it is."""
        from readycheck.tui.report_file import write_report

        spoken: Lang = lang or session.tr.lang
        again = partial(self.write_report, session)
        then = partial(self._page_written, again, spoken, REPORT_HERE) if ending == HTML else self._tell_report
        self._write(lambda: write_report(session, ending, spoken), then)

    def write_comparison(
        self, session: Session, compared: Compared, ending: str = HTML, lang: Lang | None = None
    ) -> None:
        """Write a comparison likewise."""
        from readycheck.tui.comparison_file import write_comparison

        spoken: Lang = lang or session.tr.lang
        again = partial(self.write_comparison, session, compared)
        then = partial(self._page_written, again, spoken, COMPARISON_HERE) if ending == HTML else self._tell_comparison
        self._write(lambda: write_comparison(session, compared, ending, spoken), then)

    def write_agreement(self, session: Session) -> None:
        """Write the one-page agreement; it is offered to be opened."""
        from readycheck.tui.report_file import write_agreement

        self._write(lambda: write_agreement(session), self._agreement_written)

    def _write(self, write: Callable[[], Path], then: Callable[[Path], None]) -> None:
        self._app.run_worker(lambda: self._write_now(write, then), thread=True, exclusive=True, group="report")

    def _write_now(self, write: Callable[[], Path], then: Callable[[Path], None]) -> None:
        try:
            path = write()
        except ReadycheckError as error:
            self._app.call_from_thread(self._app.tell, error.problems[0].message(), "error")
        except OSError as error:
            sentence = say("The report could not be written: {why}", why=error.strerror or str(error))
            self._app.call_from_thread(self._app.tell, sentence, "error")
        else:
            self._app.call_from_thread(then, path)
            self._app.call_from_thread(self._app.tell_screens)  # what comes next may be another step

    # what comes after

    def _tell_report(self, path: Path) -> None:
        self._app.tell(replace(REPORT_HERE, args={"path": str(path)}))

    def _tell_comparison(self, path: Path) -> None:
        self._app.tell(replace(COMPARISON_HERE, args={"path": str(path)}))

    def _agreement_written(self, path: Path) -> None:
        self._offer(path, say("The agreement is here: {path}", path=str(path)), {}, lambda _: None)

    def _page_written(self, again: Again, lang: Lang, told: Message, path: Path) -> None:
        other = OTHER[lang]
        choices: Choices = {LANGUAGE: (IN_OTHER[other], say("A file of its own.")), **FORMS}

        def chosen(choice: str) -> None:
            if choice == LANGUAGE:
                again(HTML, other)
            else:
                again(choice, lang)

        self._offer(path, replace(told, args={"path": str(path)}), choices, chosen)

    def _offer(self, path: Path, told: Message, more: Choices, then: Callable[[str], None]) -> None:
        """A window with what can be done with the page; in a browser it just opens beside the app."""
        from readycheck.tui.screens.base import AuditScreen
        from readycheck.tui.screens.choose import ChooseScreen

        choices = {**self._opening(), **more}
        if self._app.is_web or not choices or not isinstance(self._app.screen, AuditScreen):
            self._app.tell(told)
            if self._app.is_web:
                self._app.open_url(path.as_uri())
            return

        def chosen(choice: str | None) -> None:
            if choice == OPEN:
                self._app.run_worker(lambda: self._open(path), thread=True, group="open")
            elif choice is not None:
                then(choice)

        self._app.push_screen(ChooseScreen(self._app.tr, told, choices), chosen)

    def _opening(self) -> Choices:
        from readycheck.tui.opening import browser_in_sight

        if not browser_in_sight(os.environ, sys.platform):
            return {}
        return {OPEN: (say("Open in the browser"), say("To read, print or save as a PDF."))}

    def _open(self, path: Path) -> None:
        from readycheck.tui.opening import open_in_browser

        if not open_in_browser(path):
            sentence = say("No browser opened. The file is here: {path}", path=str(path))
            self._app.call_from_thread(self._app.tell, sentence, "error")
