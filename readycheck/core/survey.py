"""The customer survey as plain counts that add up, and the figures that follow from them (DOMAIN §3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeVar

from readycheck.core.intervals import nps_interval, wilson
from readycheck.core.limits import Count, Packed
from readycheck.core.message import Message, say
from readycheck.core.sums import added

Key = TypeVar("Key")
Figure = Literal["fcr", "nps", "csat", "recommend", "quality", "overall"]
FIGURES: tuple[Figure, ...] = ("fcr", "nps", "csat", "recommend", "quality", "overall")
Group = Literal["promoter", "passive", "detractor"]
GROUPS: Mapping[Group, tuple[int, int]] = {"detractor": (0, 6), "passive": (7, 8), "promoter": (9, 10)}
"""The grades of each NPS group, ends included."""
HIGHEST = 10
Histogram = Annotated[tuple[int, ...], Packed(count=HIGHEST + 1)]
"""How many gave each grade 0 … 10."""
FIGURE_NAMES: Mapping[Figure, Message] = {
    "fcr": say("solved at the first contact"), "nps": say("NPS"), "csat": say("satisfied customers"),
    "recommend": say("grades 9–10 for recommending"), "quality": say("grades 9–10 for the adviser"),
    "overall": say("grades 9–10 overall"),
}


@dataclass(frozen=True)
class SurveyCounts:
    """How many gave each answer. `n` gave any; a histogram without answers is empty.

    `groups` are those of whom only the NPS group is known, `csat` the satisfied, the others and what lies between,
    `unanswered` those who were asked and did not answer, where the help desk tells them.
    """

    n: Count = 0
    solved: Mapping[Literal["yes", "no"], Count] = field(default_factory=dict)
    recommend: Histogram = ()
    adviser: Histogram = ()
    overall: Histogram = ()
    groups: Mapping[Group, Count] = field(default_factory=dict)
    csat: Mapping[Literal["good", "neutral", "bad"], Count] = field(default_factory=dict)
    unanswered: Count = 0


@dataclass(frozen=True)
class SurveyFigure:
    """A share (0–1), or the NPS (−100 … 100), of `n` answers (0: not known), with its 95 % interval if it has one."""

    value: float
    n: int
    low: float | None
    high: float | None


def sum_surveys(surveys: Sequence[SurveyCounts]) -> SurveyCounts:
    """The answers of several surveys together."""
    return SurveyCounts(
        n=sum(survey.n for survey in surveys),
        solved=added(survey.solved for survey in surveys),
        recommend=_histograms(survey.recommend for survey in surveys),
        adviser=_histograms(survey.adviser for survey in surveys),
        overall=_histograms(survey.overall for survey in surveys),
        groups=added(survey.groups for survey in surveys),
        csat=added(survey.csat for survey in surveys),
        unanswered=sum(survey.unanswered for survey in surveys),
    )


def figures(survey: SurveyCounts) -> dict[Figure, SurveyFigure]:
    """Every figure that somebody answered: FCR, NPS, CSAT and the shares of 9–10."""
    found = {
        "fcr": _share(survey.solved.get("yes", 0), sum(survey.solved.values())),
        "nps": _nps(survey),
        "csat": _share(survey.csat.get("good", 0), sum(survey.csat.values())),
        "recommend": _share(nps_groups(survey)["promoter"], sum(nps_groups(survey).values())),
        "quality": _share(sum(survey.adviser[9:]), sum(survey.adviser)),
        "overall": _share(sum(survey.overall[9:]), sum(survey.overall)),
    }
    return {name: figure for name in FIGURES for figure in [found[name]] if figure is not None}


def nps_groups(survey: SurveyCounts) -> dict[Group, int]:
    """Promoters (9–10), passives (7–8) and detractors (0–6), by grade or as the export named them."""
    return {
        group: sum(survey.recommend[low:high + 1]) + survey.groups.get(group, 0)
        for group, (low, high) in GROUPS.items()
    }


def _share(part: int, n: int) -> SurveyFigure | None:
    return SurveyFigure(part / n, n, *wilson(part / n, n)) if n else None


def _nps(survey: SurveyCounts) -> SurveyFigure | None:
    groups = nps_groups(survey)
    n = sum(groups.values())
    if not n:
        return None
    low, high = nps_interval(groups["promoter"] / n, groups["detractor"] / n, n) or (None, None)
    return SurveyFigure(100 * (groups["promoter"] - groups["detractor"]) / n, n, low, high)


def figure_message(name: Figure, figure: SurveyFigure) -> Message:
    """A figure in one line: its value, its answers, its interval."""
    if not figure.n:
        return _typed(name, figure.value)
    if name == "nps":
        told = say("NPS: {value:.1f}, {n:,} answers", value=figure.value, n=figure.n)
        return told if figure.low is None else say(
            "{figure}; 95% interval {low:.1f} … {high:.1f}, by its standard error", figure=told, low=figure.low,
            high=figure.high,
        )
    told = say("{what}: {count:,} of {n:,} = {share:.1%}", what=FIGURE_NAMES[name],
               count=round(figure.value * figure.n), n=figure.n, share=figure.value)
    return told if figure.low is None else say(
        "{figure}; 95% interval {low:.1%} … {high:.1%}", figure=told, low=figure.low, high=figure.high
    )


def _typed(name: Figure, value: float) -> Message:
    """A figure of which nobody said how many answered."""
    if name == "nps":
        return say("NPS: {value:.1f}", value=value)
    return say("{what}: {share:.1%}", what=FIGURE_NAMES[name], share=value)


def _histograms(histograms: Iterable[Sequence[int]]) -> tuple[int, ...]:
    given = [histogram for histogram in histograms if histogram]
    return tuple(sum(counts) for counts in zip(*given, strict=True))
