"""What every part of a report is made from: the audit, its scores, and the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from readycheck.core.audit import Audit
from readycheck.core.checklist import LocalText
from readycheck.core.deadlines import PlannedAction
from readycheck.core.hours.suggest import Suggestion, suggest_hours
from readycheck.core.message import Message
from readycheck.core.names import reason_label, score_name
from readycheck.core.results import Scores
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.trend import Trend
from readycheck.i18n import Translator
from readycheck.report.figures import Figures
from readycheck.report.sides import Sides

EXTRA_HOURS = 6
"""A weekly budget that a small shop can find: two evenings of three hours."""


@dataclass(frozen=True)
class Case:
    """`previous` is the audit of the season before, where there is one; `plan` is sorted by due date.

    `compared_as`: what the two sides are called where their years do not name them. `trend`: of three seasons and more.
    """

    audit: Audit
    scores: Scores
    comparison: Comparison | None
    previous: Audit | None
    plan: Sequence[PlannedAction]
    tr: Translator
    today: date
    compared_as: Sides | None = None
    trend: Trend | None = None

    @property
    def sides(self) -> tuple[str, str]:
        """What both sides of the comparison are called: their years, unless files or shops are compared."""
        if self.compared_as is not None:
            return self.compared_as.names
        found = self.comparison
        return ("", "") if found is None else (str(found.season_before), str(found.season_after))

    @property
    def one_story(self) -> bool:
        """Whether the two sides are one shop's seasons, so that what moved is what the shop did."""
        return self.compared_as is None or self.compared_as.one_story

    @cached_property
    def suggested(self) -> Suggestion:
        """Where the next hours of answering should go; asked for in two places, worked out once."""
        return suggest_hours(self.audit, EXTRA_HOURS)

    @property
    def figures(self) -> Figures:
        """Numbers in the reader's form."""
        return Figures(self.tr)

    def reason(self, code: str) -> str:
        """A contact reason's label."""
        return reason_label(self.audit, code, self.tr.lang)

    def title(self, identifier: str) -> str:
        """A score's name: a section's own title, else the coverage's name."""
        section = self.scores.section(identifier)
        return self.tr(section.title if section else score_name(identifier))

    def listed_title(self, identifier: str) -> str:
        """A score's name where sections and coverages of like names stand in one list."""
        if self.scores.section(identifier):
            return self.title(identifier)
        return self.tr("{name} (measured)", name=self.title(identifier))

    def words(self, text: str | LocalText) -> str:
        """A text that may be in both languages; one that is not is a person's own, and stays as it is."""
        return text if isinstance(text, str) else self.tr(text)

    def sentence(self, message: Message) -> str:
        """A message as a sentence of its own: a capital first, a full stop last."""
        text = self.capital(message)
        return text if text.endswith((".", "!", "?")) else f"{text}."

    def capital(self, message: Message) -> str:
        """A message that begins with a capital."""
        text = self.tr(message).strip()
        return text[:1].upper() + text[1:]
