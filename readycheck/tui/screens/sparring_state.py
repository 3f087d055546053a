"""Where a sparring session stands: kept for as long as the app is open, and holding no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Speaker = Literal["owner", "consultant"]


@dataclass(frozen=True)
class Sitting:
    """`talking`: the agenda, not the asking; `opened`: one of its items. `heavy`: only the most important questions.

    `asked` is where the asking goes on after a look at the agenda; `told` is the question before, where both said
    the same; `running`: the clock is to run.
    """

    question: str = ""
    voice: Speaker = "owner"
    talking: bool = False
    opened: bool = False
    heavy: bool = True
    asked: str = ""
    told: str = ""
    running: bool = False

    @property
    def listing(self) -> bool:
        """Whether the agenda is seen as a list."""
        return self.talking and not self.opened
