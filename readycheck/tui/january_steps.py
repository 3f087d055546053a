"""The steps of trying out, to go back and forth between while the audit stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from readycheck.tui.january_trial import Trial
from readycheck.tui.saving import Document

Step = tuple[Document, Trial | None]
"""What was tried, upon which document of the audit."""


@dataclass
class TrialSteps:
    """What was tried before and, after going back, since. A step upon another document waits until that is back."""

    _before: list[Step] = field(default_factory=list)
    _since: list[Step] = field(default_factory=list)

    def mark(self, document: Document, trial: Trial | None) -> None:
        """From `trial` something else is tried now."""
        self._before.append((document, trial))
        self._since.clear()

    def back(self, document: Document, now: Trial | None) -> Step | None:
        """What was tried before `now`; None where the audit was changed since."""
        return _travel(self._before, self._since, (document, now))

    def forth(self, document: Document, now: Trial | None) -> Step | None:
        """What was tried before going back to `now`; None where there is nothing."""
        return _travel(self._since, self._before, (document, now))

    def clear(self) -> None:
        """There is nothing to go back to."""
        self._before.clear()
        self._since.clear()


def _travel(back: list[Step], forth: list[Step], now: Step) -> Step | None:
    if not back or back[-1][0] is not now[0]:
        return None
    forth.append(now)
    return back.pop()
