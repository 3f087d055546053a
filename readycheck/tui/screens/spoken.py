"""A screen in the person's language, which can be shown again in the other one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.binding import ActiveBinding
from textual.screen import Screen

from readycheck.core.message import Message
from readycheck.i18n import Translator
from readycheck.tui.keys import in_language
from readycheck.tui.telling import Telling

if TYPE_CHECKING:
    from readycheck.tui.held import Held
    from readycheck.tui.standing import Standing


class Spoken(Screen[Any]):
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
        return in_language(self.bindings_now, self.tr)

    @property
    def bindings_now(self) -> dict[str, ActiveBinding]:
        """The same in English, as they are written down: for who translates them later."""
        return super().active_bindings

    def later(self, job: Callable[[], object]) -> None:
        """Do `job` once widths are known, unless the screen has been left by then."""
        self.call_after_refresh(lambda: job() if self.whole else None)

    def unfinished(self) -> Message | None:
        """What is to be finished before the language can change; None where nothing is half done."""
        return None

    def on_screen_resume(self) -> None:
        """Nothing that was told before lies over it."""
        if isinstance(self.app, Telling):
            self.app.forget_told()

    def show_again(self) -> None:
        """Fill the widgets, which are new."""

    def held(self) -> Held:
        """What is typed and chosen, and would go with its widgets."""
        return ()

    def put_back(self, held: Held) -> None:
        """Put that into the new widgets."""

    async def speak(self, tr: Translator) -> None:
        """Make all widgets anew with `tr`, and stand where one stood."""
        from readycheck.tui.standing import stand, standing_on

        standing, held = standing_on(self), self.held()
        self.tr = tr
        self._made_anew = True
        with self.app.batch_update():
            self.set_focus(None)  # else it would wander over the widgets as they go
            await self.recompose()
            self._made_anew = False
            for _ in range(2):  # one table may hang on the row of another
                self.show_again()
                stand(self, standing)
            self.put_back(held)
        self.refresh_bindings()
        self.call_after_refresh(self._lie_as_before, standing)

    def laid_out(self) -> None:
        """Widths are known once more after the change of language."""
        self.show_again()

    def _lie_as_before(self, standing: Standing) -> None:
        from readycheck.tui.standing import scroll

        if self.whole:
            self.laid_out()
            scroll(self, standing)


class SpokenScreen(Spoken, Screen[None]):
    """One that fills the terminal; a window is a Dialog."""


async def let_speak(screen: Spoken, tr: Translator) -> None:
    """For the app: in the screen's own turn, and no key before it is done, for neither may find widgets going."""
    done = asyncio.Event()

    async def speak() -> None:
        try:
            await screen.speak(tr)
        finally:
            done.set()

    screen.call_later(speak)
    await done.wait()
