"""Two lines at the screen's foot: words at rest; while a value is typed, what it is, the input, and what is wrong."""

from __future__ import annotations

from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.widgets import Input, Static

from readycheck.core.message import say
from readycheck.tui.keys import key
from readycheck.tui.widgets.line import Line


class Typist(Protocol):
    """What becomes of the typed text: told at once, in the order of the keys."""

    def text_typed(self, text: str) -> None:
        """A key has changed the text."""

    def text_kept(self, text: str, move: int) -> None:
        """The value is to stay; the one `move` rows on is to be typed next (0: none)."""

    def text_dropped(self) -> None:
        """The value is to be as it was."""

    def text_turned(self) -> None:
        """The value is meant for other weeks."""


class ValueInput(Line):
    """Where the value is typed."""

    BINDINGS = [
        key("enter", "keep(0)", say("OK"), say("Keep this value in the trial."), id="value.keep", display="⏎"),
        key("escape", "drop", say("Drop"), say("Put back the value that was there."), id="value.drop"),
        key("tab", "turn", say("For which weeks"), say("This week alone, every week of January, every week of the"
            " season."), id="value.turn", show=False),
        key("down", "keep(1)", say("Next"), say("Keep this value and type the next row's."), id="value.next"),
        key("up", "keep(-1)", say("Before"), say("Keep this value and type the row's before."), id="value.before",
            show=False),
    ]

    def __init__(self, typist: Typist) -> None:
        super().__init__(compact=True, select_on_focus=False, disabled=True)
        self._typist = typist

    def on_key(self, event: Key) -> None:
        """Without anything to type keys are for the table."""
        if self.disabled:
            event.prevent_default()

    def action_keep(self, move: int) -> None:
        """Keep the value, and go on with another row."""
        self._typist.text_kept(self.value, move)

    def action_drop(self) -> None:
        """End without the value."""
        self._typist.text_dropped()

    def action_turn(self) -> None:
        """Another choice of weeks."""
        self._typist.text_turned()


class ValueLine(Vertical):
    """At rest it says what `rest` was given; between `begin` and `end` a value is typed in it."""

    DEFAULT_CSS = """
    ValueLine {
        height: 2; padding: 0 1;
        & > .rest { height: 2; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & > Horizontal { height: 1; display: none; }
        & .what { width: auto; max-width: 75%; height: 1; padding: 0 1 0 0; text-style: bold; }
        & ValueInput { width: 1fr; max-width: 30; height: 1; border: none; padding: 0; background: $boost; }
        & > .said.-wrong { color: $warning; text-style: bold; }
        & > .said { height: 1; display: none; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-typing > .rest { display: none; }
        &.-typing > Horizontal { display: block; }
        &.-typing > .said { display: block; }
    }
    """

    def __init__(self, typist: Typist, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._typist = typist

    def compose(self) -> ComposeResult:
        yield Static(classes="rest", markup=False)
        with Horizontal():
            yield Static(classes="what", markup=False)
            yield ValueInput(self._typist)
        yield Static(classes="said", markup=False)

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self.query_one(ValueInput).value

    @property
    def typing(self) -> bool:
        """Whether a value is being typed."""
        return self.has_class("-typing")

    def rest(self, text: str) -> None:
        """The words at rest: two lines."""
        self.query_one(".rest", Static).update(text)

    def begin(self, text: str) -> None:
        """Let a value be typed over `text`."""
        field = self.query_one(ValueInput)
        field.disabled = False
        with self.prevent(Input.Changed):
            field.value = text
        self.add_class("-typing")
        self.screen.set_focus(field)  # at once: the next key is the value's
        field.select_all()

    def type(self, text: str) -> None:
        """As if this had been typed over what stands there."""
        field = self.query_one(ValueInput)
        field.replace(text, 0, len(field.value))

    def end(self) -> None:
        """Typing is over; the keyboard is somewhere else by now."""
        self.remove_class("-typing")
        self.query_one(ValueInput).disabled = True

    def label(self, what: str) -> None:
        """What is typed."""
        self.query_one(".what", Static).update(what)

    def say(self, text: str) -> None:
        """What helps."""
        self._said(text)

    def complain(self, text: str) -> None:
        """What is wrong with the value as it stands."""
        self._said(f"⚠ {text}", wrong=True)

    def _said(self, text: str, *, wrong: bool = False) -> None:
        self.query_one(".said", Static).set_class(wrong, "-wrong").update(text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        # one that was overtaken by a newer text, or by the next row's, says nothing any more
        if self.typing and event.value == self.text:
            self._typist.text_typed(event.value)
