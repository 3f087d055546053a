"""A text to be read: the arithmetic behind a figure, the keys of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.keys import key
from readycheck.tui.screens.dialog import Dialog, Title
from readycheck.tui.widgets.labelled import Labelled

Lines = Callable[[Translator], Sequence[str | Content]]
Figures = Callable[[Translator], Sequence[tuple[str, str]]]
"""Figures and what they mean."""


KeyRows = Callable[[], Sequence[tuple[str, str, str]]]
"""Key, label and tip in English of what a screen below offers now: each language has keys of its own."""


class ReadingScreen(Dialog[None]):
    """Lines of data or of our own, scrolled by the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,enter,f1,question_mark", "cancel", say("Close"), say("Close this window."), id="close",
            display="esc"),
    ]

    def __init__(self, tr: Translator, title: Title, lines: Lines) -> None:
        super().__init__(tr, title)
        self._lines = lines

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            for line in self._lines(self.tr):
                yield Static(Content(line) if isinstance(line, str) else line, markup=False)


class KeyList(ReadingScreen):
    """All keys of a screen: key, label and what it does; then `figures` of the screen and what they mean."""

    def __init__(
        self, tr: Translator, rows: KeyRows, figures: Figures | None = None,
    ) -> None:
        super().__init__(tr, say("Keys · what the figures mean: End") if figures else say("Keys"), lambda _tr: ())
        self._make_rows = rows
        self._rows: Sequence[tuple[str, str, str]] = ()
        self._figures = figures

    def compose_content(self) -> ComposeResult:
        self._rows = self._make_rows()
        with VerticalScroll(id="text"):
            for number, (pressed, _, _) in enumerate(self._rows):
                yield Labelled(pressed, id=f"key-{number}")
            yield from figure_rows(self._figured, self.tr)

    @property
    def _figured(self) -> Sequence[tuple[str, str]]:
        return self._figures(self.tr) if self._figures else ()

    def on_mount(self) -> None:
        """Filled at once."""
        self.show_again()

    def show_again(self) -> None:
        """Each key's label and tip beside it."""
        for number, (_, label, tip) in enumerate(self._rows):
            told = Content.assemble((self.tr(label), "bold"), f" – {self.tr(tip)}")
            self.query_one(f"#key-{number}", Labelled).show_text(told)
        show_figures(self, self._figured)


class ScoresScreen(ReadingScreen):
    """What the readiness is made of, and what its figures mean."""

    def __init__(self, tr: Translator, board: Callable[[Translator], Content], figures: Figures) -> None:
        super().__init__(tr, say("Scores"), lambda spoken: [board(spoken)])
        self._figures = figures

    def compose_content(self) -> ComposeResult:
        with VerticalScroll(id="text"):
            yield from (Static(line, markup=False) for line in self._lines(self.tr))
            yield from figure_rows(self._figures(self.tr), self.tr)

    def on_mount(self) -> None:
        """Filled at once."""
        self.show_again()

    def show_again(self) -> None:
        """Each figure's meaning beside it."""
        show_figures(self, self._figures(self.tr))


def figure_rows(figures: Sequence[tuple[str, str]], tr: Translator) -> Iterator[Static | Labelled]:
    """A heading and a row for each figure; nothing where there are none."""
    if figures:
        yield Static(Content.styled(tr(say("The figures on every screen")), "bold"), classes="figures", markup=False)
        yield from (Labelled(figure, id=f"figure-{number}") for number, (figure, _) in enumerate(figures))


def show_figures(screen: ReadingScreen, figures: Sequence[tuple[str, str]]) -> None:
    """Put the meanings beside the figures."""
    for number, (_, meaning) in enumerate(figures):
        screen.query_one(f"#figure-{number}", Labelled).show_text(meaning)
