"""Every score in both seasons as a typed row (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Set

from readycheck.core.checklist import LocalText
from readycheck.core.results import Scores, SectionScore
from readycheck.core.rounding import rounded
from readycheck.core.years.comparison import RowKind, ScoreRow
from readycheck.core.years.headline import Headline, coverages
from readycheck.core.years.questions import moved


def score_rows(found: Headline) -> tuple[ScoreRow, ...]:
    """Coverages first, then sections, the newer list's order first."""
    before, after = (coverage_scores(side, n == found.unanswered) for n, side in enumerate((found.old, found.new)))
    rows = [ScoreRow(key, _moved(before[key], a), before[key], a) for key, a in after.items()]
    titles: dict[str, LocalText] = {s.id: s.title for s in (*found.old.sections, *found.new.sections)}
    alike = {pair.section for pair in found.pairs if pair.asks_alike}
    return (*rows, *(_section_row(key, title, found, alike) for key, title in titles.items()))


def coverage_scores(scores: Scores, unanswered: bool) -> dict[str, float | None]:
    """By id; that nothing is there yet is no fall to 0 in a season where nobody has answered."""
    return {key: found.score or None if unanswered else found.score for key, found in coverages(scores).items()}


def section_score(section: SectionScore | None) -> float | None:
    """Its score; one where nobody has answered is not known, and not 0."""
    return section.score if section is not None and section.known else None


def _section_row(key: str, title: LocalText, found: Headline, alike: Set[str]) -> ScoreRow:
    """Over what is answered in both."""
    if key in found.core:
        return ScoreRow(key, _moved(*found.core[key]), *found.core[key], title)
    before, after = found.old.section(key), found.new.section(key)
    b, a = section_score(before), section_score(after)
    asked_before, asked_after = (side is not None and side.score is not None for side in (before, after))
    if asked_before != asked_after:
        return ScoreRow(key, "new" if asked_after else "removed", b, a, title)
    if asked_before and key not in alike:
        return ScoreRow(key, "changed_meaning", b, a, title)
    if b is not None and a is not None:
        return ScoreRow(key, "same", None, None, title)  # answered in both, but not one question in both
    return ScoreRow(key, _moved(b, a), b, a, title)


def _moved(before: float | None, after: float | None) -> RowKind:
    """As the two figures stand, with a decimal each: from 36.6 to 36.6 nothing got better."""
    return moved(*(None if value is None else rounded(value, 1) for value in (before, after)))
