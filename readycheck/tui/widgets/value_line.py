"""Two lines at the screen's foot: words at rest; while a value is typed, what it is, the input, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message as Event
from textual.widgets import Input, Static

from readycheck.core.message import say
from readycheck.tui.keys import key


class ValueInput(Input):
    """Where the value is typed; its keys are told to the line around it."""

    BINDINGS = [
        key("enter", "submit", say("OK"), say("Keep this value in the trial."), id="value.keep", display="⏎"),
        key("escape", "drop", say("Drop"), say("Put back the value that was there."), id="leave"),
        key("tab", "turn", say("For which weeks"), say("This week alone, every week of January, every week of the"
            " season."), id="value.turn", show=False),
        key("down", "move(1)", say("Next"), say("Keep this value and type the next row's."), id="value.next"),
        key("up", "move(-1)", say("Before"), say("Keep this value and type the row's before."), id="value.before",
            show=False),
    ]
    def action_drop(self) -> None:
        """End without the value."""
        self.post_message(ValueLine.Dropped())

    def action_turn(self) -> None:
        """Another choice of weeks."""
        self.post_message(ValueLine.Turned())

    def action_move(self, by: int) -> None:
        """Keep, and go to another row."""
        self.post_message(ValueLine.Kept(self.value, by))


class ValueLine(Vertical):
    """At rest it says what stands in `rest`; between `begin` and `end` a value is typed in it."""

    DEFAULT_CSS = """
    ValueLine {
        height: 2; padding: 0 1;
        & > .rest { height: 2; color: $text-muted; }
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

    @dataclass
    class Typed(Event):
        """A key has changed the text."""

        text: str

    @dataclass
    class Kept(Event):
        """The value is to stay; `move` rows on the next one is to be typed (0: none)."""

        text: str
        move: int = 0

    class Dropped(Event):
        """The value is to be as it was."""

    class Turned(Event):
        """The value is meant for other weeks."""

    def compose(self) -> ComposeResult:
        yield Static(classes="rest", markup=False)
        with Horizontal():
            yield Static(classes="what", markup=False)
            yield ValueInput(compact=True, select_on_focus=True, disabled=True)
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
        field.focus()
        field.select_all()

    def end(self) -> None:
        """Typing is over."""
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
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept(event.value))
