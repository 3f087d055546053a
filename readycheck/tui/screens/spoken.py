"""A screen in the person's language, which can be shown again in the other one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding
from textual.screen import Screen

from readycheck.core.message import Message
from readycheck.i18n import Translator
from readycheck.tui.keys import in_language

if TYPE_CHECKING:
    from readycheck.tui.standing import Standing


class SpokenScreen(Screen[None]):
    """A kind of it speaks with `tr` in its `compose`, and fills its widgets in `show_again`.

    What it keeps in attributes of its own outlives the change of language; they hold no translated text.
    """

    tr: Translator
    _made_anew = False

    @property
    def whole(self) -> bool:
        """Whether its widgets are there: not while they are made anew in the other language, nor once it is left."""
        return self.display and not self._made_anew

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the person's language."""
        return in_language(super().active_bindings, self.tr)

    def later(self, job: Callable[[], object]) -> None:
        """Do `job` once widths are known, unless the screen has been left by then."""
        self.call_after_refresh(lambda: job() if self.whole else None)

    def unfinished(self) -> Message | None:
        """What is to be finished before the language can change; None where nothing is half done."""
        return None

    def show_again(self) -> None:
        """Fill the widgets, which are new."""

    async def speak(self, tr: Translator) -> None:
        """Make all widgets anew with `tr`, and stand where one stood."""
        from readycheck.tui.standing import stand, standing_on

        standing = standing_on(self)
        self.tr = tr
        self._made_anew = True
        with self.app.batch_update():
            self.set_focus(None)  # else it would wander over the widgets as they go
            await self.recompose()
            self._made_anew = False
            for _ in range(2):  # one table may hang on the row of another
                self.show_again()
                stand(self, standing)
        self.refresh_bindings()
        self.call_after_refresh(self._lie_as_before, standing)

    def _lie_as_before(self, standing: Standing) -> None:
        """Widths are known now."""
        from readycheck.tui.standing import scroll

        if self.whole:
            self.show_again()
            scroll(self, standing)


async def let_speak(screen: SpokenScreen, tr: Translator) -> None:
    """For the app: in the screen's own turn, and no key before it is done, for neither may find widgets going."""
    done = asyncio.Event()

    async def speak() -> None:
        try:
            await screen.speak(tr)
        finally:
            done.set()

    screen.call_later(speak)
    await done.wait()
