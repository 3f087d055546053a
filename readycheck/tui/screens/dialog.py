"""Windows over a screen: a title, something to fill in or read, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.held import Held, held_in, put_back
from readycheck.tui.keys import LANGUAGE, key
from readycheck.tui.screens.sized import take_size
from readycheck.tui.screens.spoken import Spoken
from readycheck.tui.widgets.key_line import KeyLine

Result = TypeVar("Result")
Title = Message | str | Callable[[Translator], str]
"""Ours in either language; a text that is data; or what has to be made in each language."""


class Dialog(ModalScreen[Result | None], Spoken):
    """A kind of it gives its widgets in `compose_content`; Esc leaves it without a result.

    It keeps what is typed and marked when the language changes, and fills what else it shows in `show_again`.
    """

    CSS_PATH = "dialog.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1,question_mark", "keys", say("Keys"), say("All keys of this window."), id="help", display="F1"),
        key("escape", "cancel", say("Cancel"), say("Close this window and change nothing."), id="close"),
        key("ctrl+q", "app.quit", say("Quit"), say("Save and leave the program."), id="quit", show=False),
        LANGUAGE,
    ]

    def __init__(self, tr: Translator, title: Title) -> None:
        super().__init__()
        self.tr = tr
        self._heading = title

    def compose(self) -> ComposeResult:
        take_size(self)
        with Vertical(id="dialog"):
            yield Static(Content(self._spoken_title()), id="heading", markup=False)
            yield from self.compose_content()
            yield KeyLine()

    def compose_content(self) -> ComposeResult:
        """The widgets between the title and the keys."""
        return ()

    def _spoken_title(self) -> str:
        heading = self._heading
        if isinstance(heading, Message):
            return self.tr(heading)
        return heading if isinstance(heading, str) else heading(self.tr)

    def held(self) -> Held:
        """What is typed, chosen and marked."""
        return held_in(self)

    def put_back(self, held: Held) -> None:
        """Put that into the new widgets."""
        put_back(self, held)

    def laid_out(self) -> None:
        """Filled already: keys may have changed it since."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close, once: a second key in one burst would close what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_keys(self) -> None:
        """The list of keys."""
        from readycheck.tui.screens.base import key_help
        from readycheck.tui.screens.reading import KeyList

        self.app.push_screen(KeyList(self.tr, lambda: key_help(self)))

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)
