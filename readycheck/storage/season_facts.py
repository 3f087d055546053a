"""What lists and the portfolio say of a season: worked out from its scores, kept in the index as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from readycheck.core.checklist import LocalText
from readycheck.core.message import Message

if TYPE_CHECKING:
    from readycheck.core.audit import Audit
    from readycheck.core.results import Band, Scores


@dataclass(frozen=True)
class SeasonFacts:
    """A season in figures. `score` and `coverages` (by id) are 0–100 or None, `known` is a share (0–1).

    `answered` of the `asked` questions; `blockers` by id; `weakest`: where the most points are lost, by id, and its
    title where it is a checklist's section. `name` is the shop's, as the file's head gives it. `due`: the dates agreed
    on for actions that are open, in order; with `peak`, the first one, and `ends`, the season's last day, they say what
    is late on any day: no clock is in the index.
    """

    name: str
    score: float | None
    band: Band | None
    known: float
    begun: bool
    answered: int
    asked: int
    blockers: tuple[str, ...]
    weakest: str | None
    weakest_title: LocalText | None
    coverages: Mapping[str, float | None]
    due: tuple[date, ...]
    peak: date
    ends: date

    @property
    def standing(self) -> Message | None:
        """Where it stands, in a word or two, as `core.standing` has it."""
        from readycheck.core.names import BAND_NAMES, NOT_BEGUN

        if not self.begun:
            return NOT_BEGUN
        return BAND_NAMES[self.band] if self.band else None

    def text(self) -> str:
        """As JSON, for the index."""
        return json.dumps(asdict(self), ensure_ascii=False, default=date.isoformat)


def facts_of(name: str, audit: Audit) -> SeasonFacts:
    """Score a season and keep what lists say of it."""
    from readycheck.core.calendar import first_peak
    from readycheck.core.scoring import score
    from readycheck.core.sections import answered
    from readycheck.core.standing import begun
    from readycheck.core.years.compare import coverages

    scores = score(audit)
    readiness = scores.readiness
    weakest = readiness.losses[0].id if readiness.losses else None
    section = scores.section(weakest) if weakest else None
    return SeasonFacts(
        name, readiness.score, readiness.band, readiness.known, begun(scores), *answered(scores),
        tuple(blocker.id for blocker in scores.blockers), weakest, section.title if section else None,
        {key: scored.score for key, scored in coverages(scores).items()},
        _agreed_dates(audit, scores), first_peak(audit.season), audit.season.ends,
    )


def _agreed_dates(audit: Audit, scores: Scores) -> tuple[date, ...]:
    """When open actions are due; what is planned is the same on every day."""
    from readycheck.core.deadlines import plan_of_actions

    plan = plan_of_actions(audit, scores, audit.season.starts)
    return tuple(sorted(planned.action.due for planned in plan if planned.agreed and planned.action.due))


def facts_from(text: str) -> SeasonFacts | None:
    """What `text` made JSON of; None for anything else."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        told = json.loads(text)
        title = told["weakest_title"]
        told["weakest_title"] = LocalText(**title) if title else None
        told["blockers"] = tuple(told["blockers"])
        told["due"] = tuple(map(date.fromisoformat, told["due"]))
        told["peak"], told["ends"] = date.fromisoformat(told["peak"]), date.fromisoformat(told["ends"])
        facts = SeasonFacts(**told)
        return facts if _of_their_kinds(facts) else None
    return None


def _of_their_kinds(facts: SeasonFacts) -> bool:
    """Whether each figure and each text is one: whatever else stood in the index, lists would stumble over it."""
    title = facts.weakest_title
    texts = (facts.name, *facts.blockers, facts.weakest or "", *((title.fi, title.en) if title else ()))
    figures = [value for value in (facts.score, *facts.coverages.values()) if value is not None]
    return (
        all(type(text) is str for text in texts) and all(in_points(value) for value in figures)
        and in_points(facts.known) and type(facts.answered) is type(facts.asked) is int
        and type(facts.begun) is bool and facts.band in (None, "ready", "nearly", "not_ready")
    )


def in_points(value: object) -> bool:
    """Whether it is a figure between 0 and 100, as sums of fractions come out."""
    return type(value) in (int, float) and -0.1 < value < 100.1  # type: ignore[operator]
