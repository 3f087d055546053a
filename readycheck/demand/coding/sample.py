"""A few contacts that the rules coded, to be looked at before the import is accepted; never kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readycheck.core.checklist import LocalText
from readycheck.core.message import Message, say
from readycheck.demand.coding.keywords import Rules
from readycheck.demand.coding.matching import Found, Matcher
from readycheck.demand.coding.redact import redact

PER_REASON = 3
LONGEST = 80
BEFORE = 20
"""Letters shown before the first word that matched, where the text is longer than what is shown."""


@dataclass(frozen=True)
class Sampled:
    """A contact coded as `reason`: the keywords that gave it, and its text with people hidden, 80 letters at most."""

    reason: str
    words: tuple[str, ...]
    text: str

    def message(self, reason: str | LocalText) -> Message:
        """The line that shows it, with what a person calls the reason."""
        return say("by rule {reason}: “{text}” ({words})", reason=reason, text=self.text,
                   words=", ".join(self.words))


@dataclass(frozen=True)
class ByRule:
    """The keyword rules of an import, a sample of what they coded, and how many contacts of each reason."""

    rules: Rules
    sample: tuple[Sampled, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def shown(matcher: Matcher, found: Found, cells: Iterable[str]) -> Sampled:
    """The sample of a contact's cells: subject, tags, text."""
    subject, tags, text = cells
    whole = {"tags": tags, "subject": " · ".join(filter(None, (subject, tags))), "text": text}[found.part]
    return Sampled(found.reason, found.keywords, _around(redact(whole, matcher.knows), matcher, found))


def _around(text: str, matcher: Matcher, found: Found) -> str:
    """The stretch of a long text where the first word that matched stands."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    at = next((text.index(word) for word in text.split() if matcher.says(word, found)), 0)
    start = text.rfind(" ", 0, max(at - BEFORE, 0)) + 1
    cut = "…" * (start > 0) + text[start:]
    return cut if len(cut) <= LONGEST else cut[: LONGEST - 1].rstrip() + "…"
