"""How a comparison speaks: of what a shop did from season to season, or of how two files differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.core.years.comparison import Comparison, RowKind
from readycheck.report.case import Case

KINDS: Mapping[RowKind, Message] = {
    "better": say("▲ better"), "worse": say("▼ worse"), "same": say("= the same"), "new": say("new"),
    "removed": say("removed"), "changed_meaning": say("changed in meaning"),
    "became_known": say("became known"), "became_unknown": say("became unknown"),
}
KIND_ORDER: tuple[RowKind, ...] = (
    "worse", "became_unknown", "better", "became_known", "changed_meaning", "removed", "new", "same",
)
"""As a reader wants to see them: first what got worse."""


@dataclass(frozen=True)
class Phrases:
    """The sentences that tell of two seasons, or of two files of one."""

    over_both: Message
    known_in_both: Message
    only_in_one: Message
    not_in_both: Message
    itself: Message
    compared: Message
    made_of: Message
    scores: Message
    changed: Message
    answers: Message


SEASONS = Phrases(
    say("Readiness over what is known in both seasons"),
    say("known in both seasons"),
    say("points of questions and data that only one season has"),
    say("points of what is not known in both seasons"),
    say("Readiness as each season's own lists have it: {before} ({known_before} known) → {after} ({known_after} known),"
        " a change of {change}."),
    say("Only questions answered in both seasons are compared, {n} of {all}: a section's figures here are theirs, and"
        " differ from its score where it has other questions too."),
    say("What readiness is made of, in both seasons"),
    say("Scores in both seasons"),
    say("What changed between the seasons"),
    say("Answers that changed"),
)
FILES = Phrases(
    say("Readiness over what is known in both files"),
    say("known in both files"),
    say("points of questions and data that only one file has"),
    say("points of what is not known in both files"),
    say("Readiness as each file has it: {before} ({known_before} known) and {after} ({known_after} known), a difference"
        " of {change}."),
    say("Only questions answered in both files are compared, {n} of {all}: a section's figures here are theirs, and"
        " differ from its score where it has other questions too."),
    say("What readiness is made of, in both files"),
    say("Scores in both files"),
    say("Where the files differ"),
    say("Answers that differ"),
)


def phrases(case: Case) -> Phrases:
    """Those that fit what is compared."""
    found = case.comparison
    return FILES if found is not None and found.season_before == found.season_after else SEASONS


def kind_word(case: Case, compared: Comparison, kind: RowKind) -> str:
    """What became of a row; of two files nothing "became" anything."""
    if not case.one_story:
        return case.tr(_between_files(kind, *case.sides))
    return case.tr("not known yet") if compared.not_yet(kind) else case.tr(KINDS[kind])


def _between_files(kind: RowKind, before: str, after: str) -> Message:
    return {
        "better": say("▲ higher"), "worse": say("▼ lower"), "same": KINDS["same"],
        "changed_meaning": say("asks something different"),
        "new": say("only in {side}", side=after), "removed": say("only in {side}", side=before),
        "became_known": say("known only in {side}", side=after),
        "became_unknown": say("known only in {side}", side=before),
    }[kind]


def nothing_shared(case: Case, compared: Comparison) -> str:
    """Why there is no headline; a year names neither of two files of it."""
    if compared.season_before == compared.season_after:
        return case.tr("The two files share nothing that can be compared.")
    return case.tr(compared.nothing_shared)


def side_titles(case: Case) -> tuple[str, str]:
    """ "Season 2025", or a file's name as it is."""
    if case.comparison is None or case.sides != (str(case.comparison.season_before), str(case.comparison.season_after)):
        return case.sides
    before, after = (case.tr("Season {year}", year=year) for year in case.sides)
    return before, after


def own_part(case: Case, change: float) -> str:
    """What the change over the comparable core is called."""
    tr, side = case.tr, case.sides[1]
    if not change:
        return tr("You are where you were") if case.one_story else tr("The difference")
    if not case.one_story:
        return tr("{side} is lower by", side=side) if change < 0 else tr("{side} is higher by", side=side)
    return tr("You fell back") if change < 0 else tr("You improved")


def list_part(case: Case, compared: Comparison) -> str:
    """What the rest of the headline's change is called; "the checklist" only where the two ask something else."""
    if not case.one_story:
        return case.tr("The rest of the difference")
    return case.tr("The checklist changed") if compared.list_differs else case.tr("The rest of the change")


def list_note(case: Case, compared: Comparison) -> str:
    """What that rest comes from."""
    words = phrases(case)
    return case.tr(words.only_in_one if compared.list_differs else words.not_in_both)


def moved_words(case: Case, better: str, worse: str) -> str:
    """Which of many rows moved which way."""
    if case.one_story:
        return case.tr("Better: {better}. Worse: {worse}.", better=better, worse=worse)
    return case.tr("Higher in {side}: {better}. Lower: {worse}.", side=case.sides[1], better=better, worse=worse)
