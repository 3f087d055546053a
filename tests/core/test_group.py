"""Medians and quartiles by hand, and what of them may leave the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from readycheck.core.group import GroupFigure, group_figures, quartiles, readiness_of, shareable


@dataclass(frozen=True)
class Season:
    score: float | None
    begun: bool = True
    coverages: Mapping[str, float | None] = field(default_factory=dict)


@pytest.mark.parametrize(("values", "lower", "upper"), [
    ([10, 20], 10, 20),
    ([30, 10, 20], 10, 30),  # the middle one is in neither half
    ([40, 10, 30, 20], 15, 35),
    ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 15, 43),  # the usual example of eleven
    ([7, 15, 36, 39, 40, 41], 15, 40),  # and of six
    ([1, 2, 3, 4, 5, 6, 7, 8], 2.5, 6.5),
])
def test_quartiles_are_the_medians_of_the_halves(values: list[float], lower: float, upper: float) -> None:
    assert quartiles(values) == (lower, upper)


def test_one_value_has_no_quartiles() -> None:
    with pytest.raises(ValueError):
        quartiles([5])
    assert group_figures([Season(5.0)]) == (GroupFigure("readiness", 1, 5.0, None, None),)


def test_a_season_that_nobody_has_begun_is_no_zero() -> None:
    seasons = [Season(60.0), Season(70.0), Season(0.0, begun=False)]
    assert group_figures(seasons)[0] == GroupFigure("readiness", 2, 65.0, 60.0, 70.0)
    assert (readiness_of(seasons[2]), readiness_of(None), readiness_of(seasons[0])) == (None, None, 60.0)


def test_each_coverage_has_the_shops_that_have_it() -> None:
    seasons = [Season(50.0, coverages={"coverage/faq": each}) for each in (10.0, None, 40.0)]
    assert group_figures(seasons)[1] == GroupFigure("coverage/faq", 2, 25.0, 10.0, 40.0)


def figure(scores: list[float]) -> GroupFigure:
    return group_figures([Season(score) for score in scores])[0]


def test_of_four_nothing_of_five_a_median_of_eight_the_quartiles() -> None:
    scores = [11.4, 22.6, 33.3, 44.5, 55.1, 66.9, 77.7, 88.2]
    assert shareable([figure(scores[:4])]) == ()
    assert shareable([figure(scores[:5])]) == (GroupFigure("readiness", 5, 33, None, None),)
    assert shareable([figure(scores[:7])]) == (GroupFigure("readiness", 7, 45, None, None),)  # 44.5, as at school
    # halves 11.4 22.6 33.3 44.5 and 55.1 66.9 77.7 88.2: 27.95, 49.8, 72.3
    assert shareable([figure(scores)]) == (GroupFigure("readiness", 8, 50, 28, 72),)


def test_neither_the_lowest_nor_the_highest_is_ever_told() -> None:
    for count in range(8, 40):
        scores = [1.0, *(50.0 + n / 10 for n in range(count - 2)), 99.0]
        (told,) = shareable([figure(scores)])
        assert not {1.0, 99.0} & {told.median, told.lower, told.upper}


def test_who_leaves_may_have_had_any_score_on_that_side_of_the_middle() -> None:
    """Both sheets in hand, before and after one shop left: the same whether it had 62 or 98."""
    others = [20.3, 30.1, 40.2, 50.4, 55.5, 57.0, 58.0, 59.0, 60.6]
    before = {left: shareable([figure([*others, left])]) for left in (61.7, 79.9, 98.2)}
    assert len(set(before.values())) == 1
    assert shareable([figure(others)])[0].median == 56 and before[98.2][0].median == 56
