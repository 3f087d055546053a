"""Typing a value on the January screen: every key is tried out, and the figures stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.events import Key

from readycheck.core.message import Message, say
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.tui.fields import NotTyped, shown, typed
from readycheck.tui.january_targets import WEEKS_OF, Target
from readycheck.tui.january_trial import Trial
from readycheck.tui.keys import key, key_of
from readycheck.tui.latest_job import PAUSE
from readycheck.tui.saving import Document
from readycheck.tui.screens.january_trying import JanuaryTrying
from readycheck.tui.widgets.value_line import ValueLine

WHILE_TYPING = ("keys",)
"""The screen's actions that go on while a value is typed; all others would be meant for the text."""
MOVING = ("up", "down", "pageup", "pagedown", "home", "end")
"""Keys that lead to another row of a series of values; any other one ends the series."""


class JanuaryTyping(JanuaryTrying):
    """A part of the January screen: between `begin` and its end, a value is typed for `target`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "change", say("Type"), say("Type another value for the row under the cursor; the figures move as you"
            " type."), id="january.change"),
    ]
    target: Target | None = None
    series: str | None = None
    """The plan's table of which values are being typed one after another: a digit types the next one."""
    _meant = "one"
    _before: tuple[Trial | None, JanuaryStaffing | None] = None, None
    _upon: Document | None = None

    if TYPE_CHECKING:
        def target_here(self) -> Target | None:
            """What stands under the cursor; None where nothing can be typed."""

        def to_row(self, by: int) -> Target | None:
            """Move the cursor, at the last row not at all; what stands there, None where nothing is typed."""

        def same_here(self) -> Target | None:
            """What was typed last, for the row under the cursor; None where the keyboard is in the settings."""

        def show_help(self) -> None:
            """What the keys do now."""

        def to_rows(self) -> None:
            """Give the keyboard back to the table that had it."""

    @property
    def _line(self) -> ValueLine:
        return self.query_one(ValueLine)

    def action_change(self) -> None:
        """Type another value; what has only a few is stepped."""
        target = self.target_here()
        if target is not None and target.kind == "choice":
            self.step(target, 1)
        elif target is not None:
            self.begin(target)

    def begin(self, target: Target, weeks: str = "one") -> None:
        """Let a value be typed for the target, and for those weeks."""
        self.target, self._meant, self._before = target, weeks, (self.trial, self.counted)
        self._upon = self.session.document
        self.app.clear_notifications()  # they would stand over the line
        self._line.begin(shown(target.kind, target.value, self.tr))
        self._label()
        self.refresh_bindings()

    def on_key(self, event: Key) -> None:
        """In a series of values a digit is the next value's first, and no key to another screen."""
        if self.series is None or self.target is not None or event.key in MOVING:
            return
        following = self.same_here() if (event.character or "x") in "0123456789" else None
        if following is None:
            self.end_series()
        else:
            event.stop()
            self.begin(following)
            self._line.type(event.character or "")

    def end_series(self) -> None:
        """Digits lead to the screens again."""
        self.series = None
        self.show_help()

    def step(self, target: Target, by: int) -> None:
        """The target's value a step up or down."""
        value = target.stepped(by)
        if value is None and target.kind != "choice":
            self.tell(say("Type a value first ({key}).", key=key_of("january.change", "e")))
            return
        complaint = self.try_out(target.put(self.tried, value), kind=target.kind)
        if complaint is not None:
            self.tell(complaint)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a value is typed, keys are its own; only a trial can be taken."""
        if self.target is not None:
            return action in WHILE_TYPING
        return self.trial is not None if action == "take" else True

    def unfinished(self) -> Message | None:
        """A value that is being typed."""
        return say("Keep the value ({key}) or drop it ({second_key}) first, then {third_key}.",
                   key=key_of("value.keep", "Enter"), second_key=key_of("value.drop", "Esc"),
                   third_key=key_of("language", "F3")) if self.target is not None else None

    def follow(self) -> None:
        """What is typed for an audit that has changed meanwhile is no more."""
        super().follow()
        if self.target is not None and self._upon is not self.session.document:
            self.stop_typing()

    def stop_typing(self) -> None:
        """Typing is over; what was tried last stays."""
        if self.target is not None:
            self.target = None
            self.to_rows()
            self._line.end()
            self.refresh_bindings()

    # what the line tells

    def text_typed(self, text: str) -> None:
        """Try what stands there now."""
        self._try_text(text, pause=PAUSE)

    def text_turned(self) -> None:
        """Try the value for other weeks."""
        self._meant = self._next_meant()
        self._label()
        self._try_text(self._line.text)

    def text_dropped(self) -> None:
        """Back to what was tried before."""
        self.series = None
        self.stop_typing()
        self.set_trial(*self._before)
        self.show_audit()

    def text_kept(self, text: str, move: int) -> None:
        """Let the value stand; where it is none yet, it is to be mended first."""
        if not self._try_text(text):
            return
        self.mark(self._before[0])
        self.series = self.target.table if self.target else None
        following = self.to_row(move) if move else None
        if following is not None and following.kind != "choice":
            self.begin(following)
        else:
            self.stop_typing()
            self.show_audit()

    def _try_text(self, text: str, *, pause: float = 0.0) -> bool:
        """Try the text; where it is no value yet, the figures stay and the line says why."""
        if self.target is None:
            return False
        try:
            value = self._value(self.target, text)
        except NotTyped as error:
            complaint: Message | None = error.message
        else:
            start = self._before[0].document if self._before[0] else self.session.document
            # an empty field that nobody has typed in empties no other week either
            nothing = value is None and self.target.value is None
            document = start if nothing and self._meant != "one" else self.target.put(start, value, self._meant)
            complaint = self.try_out(document, kind=self.target.kind, pause=pause, typing=True)
        if complaint is None:
            self._line.say(self._help(self.target))
        else:
            self._line.complain(self.tr(complaint))
        return complaint is None

    def _value(self, target: Target, text: str) -> Any:
        # what was not touched stays as exact as it is
        untouched = text == shown(target.kind, target.value, self.tr)
        return target.value if untouched else typed(
            target.kind, text, self.tr, self.session.today, self.session.audit.shop.country)

    def _label(self) -> None:
        if self.target is not None:
            self._line.label(self.tr(self.target.label(self._meant)))
            self._line.say(self._help(self.target))

    def _help(self, target: Target) -> str:
        # the key first: in a small terminal the end may be cut
        parts = [say("Tab: {weeks}.", weeks=WEEKS_OF[self._next_meant()])] if len(target.paths) > 1 else []
        if target.hint:
            parts.append(target.hint)
        return " ".join(self.tr(part) for part in parts)

    def _next_meant(self) -> str:
        kinds = list(self.target.paths) if self.target else ["one"]
        return kinds[(kinds.index(self._meant) + 1) % len(kinds)]
