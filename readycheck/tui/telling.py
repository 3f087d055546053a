"""Sentences in the corner: short, each once, none left over from the screen before."""

from __future__ import annotations

from time import time
from typing import Literal

from textual.app import App
from textual.notifications import Notification, SeverityLevel

from readycheck.core.message import Message
from readycheck.i18n import Translator

JUST_NOW = 0.5
"""Seconds: what a key tells while it leads to another screen belongs to that screen."""
LEAST, LETTERS_A_SECOND, OF_ERRORS = 4.0, 12, 15.0
"""Seconds that a sentence stays at least, how fast it is read, and how long what went wrong stays."""


class Telling(App[None]):
    """A part of the app: what it tells, and how long."""

    tr: Translator

    def tell(self, sentence: Message, severity: Literal["information", "error"] = "information") -> None:
        """A sentence in the corner for a while."""
        self.notify(self.tr(sentence), severity=severity, markup=False)

    def notify(
        self, message: str, *, title: str = "", severity: SeverityLevel = "information", timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """The same sentence told twice stands there once, anew."""
        self._forget([each for each in self._notifications if (each.message, each.title) == (message, title)])
        if timeout is None:
            timeout = OF_ERRORS if severity == "error" else LEAST + len(message) / LETTERS_A_SECOND
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def forget_told(self) -> None:
        """Another screen came up: what was told on the one before lies in its way."""
        self._forget([each for each in self._notifications if time() - each.raised_at > JUST_NOW])

    def _forget(self, told: list[Notification]) -> None:
        for each in told:
            self._unnotify(each, refresh=False)
        if told:
            self._refresh_notifications()
