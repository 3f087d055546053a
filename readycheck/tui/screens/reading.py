"""A text to be read: the arithmetic behind a figure, the keys of a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog
from readycheck.tui.widgets.labelled import Labelled


class ReadingScreen(Dialog[None]):
    """Lines of data or of our own, scrolled by the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,enter,f1,question_mark", "cancel", say("Close"), say("Close this window."), id="close",
            display="esc"),
    ]

    def __init__(self, tr: Translator, title: Message | str, lines: Sequence[str | Content]) -> None:
        super().__init__(tr, title)
        self._lines = lines

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for line in self._lines:
                yield Static(Content(line) if isinstance(line, str) else line, markup=False)


class KeyList(ReadingScreen):
    """All keys of a screen: key, label and what it does; then `figures` of the screen and what they mean."""

    def __init__(
        self, tr: Translator, rows: Sequence[tuple[str, str, str]], figures: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(tr, say("Keys · what the figures mean: End") if figures else say("Keys"), [])
        self._rows = rows
        self._figures = figures

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for number, (pressed, _, _) in enumerate(self._rows):
                yield Labelled(pressed, id=f"key-{number}")
            yield from figure_rows(self._figures, self.tr)

    def on_mount(self) -> None:
        """Each key's label and tip beside it."""
        for number, (_, label, tip) in enumerate(self._rows):
            self.query_one(f"#key-{number}", Labelled).show_text(Content.assemble((label, "bold"), f" – {tip}"))
        show_figures(self, self._figures)


class ScoresScreen(ReadingScreen):
    """What the readiness is made of, and what its figures mean."""

    def __init__(self, tr: Translator, board: Content, figures: Sequence[tuple[str, str]]) -> None:
        super().__init__(tr, say("Scores"), [board])
        self._figures = figures

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            yield Static(self._lines[0], markup=False)
            yield from figure_rows(self._figures, self.tr)

    def on_mount(self) -> None:
        """Each figure's meaning beside it."""
        show_figures(self, self._figures)


def figure_rows(figures: Sequence[tuple[str, str]], tr: Translator) -> Iterator[Static | Labelled]:
    """A heading and a row for each figure; nothing where there are none."""
    if figures:
        yield Static(Content.styled(tr(say("The figures on every screen")), "bold"), classes="figures", markup=False)
        yield from (Labelled(figure, id=f"figure-{number}") for number, (figure, _) in enumerate(figures))


def show_figures(screen: ReadingScreen, figures: Sequence[tuple[str, str]]) -> None:
    """Put the meanings beside the figures."""
    for number, (_, meaning) in enumerate(figures):
        screen.query_one(f"#figure-{number}", Labelled).show_text(meaning)
