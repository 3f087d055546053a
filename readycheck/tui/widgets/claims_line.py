"""One line that says which answers the data of this screen contradicts."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from readycheck.core.results import Scores
from readycheck.i18n import Translator
from readycheck.tui.measured import contradicted_at


class ClaimsLine(Static):
    """Empty where nothing is contradicted; a click on it does what the key does."""

    DEFAULT_CSS = """
    ClaimsLine { height: 1; padding: 0 1; color: $text-warning; link-style: none; link-color: $text-warning; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show_claims(self, scores: Scores, place: str, tr: Translator) -> None:
        """Count what was claimed and is measured here."""
        count = len(contradicted_at(place, scores))
        text = tr.plural(
            "⚠ One answer says yes where the data here says no: ! shows it",
            "⚠ {n} answers say yes where the data here says no: ! shows them", count,
        ) if count else ""
        self.update(Content(text).stylize(Style.from_meta({"@click": "screen.claims"})))
