"""What keeps the app light on its feet: no key waits for garbage, and what was left is let go of."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache
from textual.app import App
from textual.events import Event, InputEvent

REST = 0.4
"""Seconds between two looks whether a key was pressed."""
WORTH, BURST = 4, 40
"""Young collections until a full one is worth its time at rest, and until it comes in the midst of keys."""


class LightApp(App[None]):
    """Collects all garbage while nobody presses a key: it takes as long as several repaints."""

    _pressed = False

    def on_mount(self) -> None:
        """Look for rest from now on."""
        self.set_interval(REST, self._tidy)

    async def on_event(self, event: Event) -> None:
        """Remember that a key was pressed, or the mouse moved."""
        self._pressed = self._pressed or isinstance(event, InputEvent)
        await super().on_event(event)

    def _tidy(self) -> None:
        pressed, self._pressed = self._pressed, False
        if not pressed and gc.get_count()[2] >= WORTH:
            gc.collect()


def lighten() -> None:
    """Once, when all is loaded and nothing is open yet: what is there now is never looked through for garbage."""
    let_go_of_left_widgets()
    gc.freeze()
    gc.set_threshold(gc.get_threshold()[0], gc.get_threshold()[1], BURST)


def let_go_of_left_widgets() -> None:
    """Textual keeps the last 1,024 widgets that it drew, with all their lines, as the "class" of a cached method.

    It is meant to be a class method (textual issue 6665), and so it becomes one; nothing is done where it is.
    """
    name = "get_inner_outer"
    method = vars(StylesCache).get(name)
    if method is not None and hasattr(method, "cache_info"):
        setattr(StylesCache, name, classmethod(method))
