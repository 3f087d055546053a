"""NPS, CSAT, FCR and the shares of 9–10 with their intervals, worked out by hand (DOMAIN §3.8)."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.intervals import nps_interval, wilson
from readycheck.core.service import service_quality
from readycheck.core.survey import Figure, SurveyCounts, figure_message, figures, nps_groups, sum_surveys
from tests.core.documents import audit_of, document

GRADES = st.lists(st.integers(0, 50), min_size=11, max_size=11).map(tuple)
SURVEYS = st.builds(
    SurveyCounts, n=st.integers(0, 500), recommend=GRADES, adviser=GRADES, overall=st.just(()) | GRADES,
    solved=st.fixed_dictionaries({"yes": st.integers(0, 90), "no": st.integers(0, 90)}),
    groups=st.just({}) | st.fixed_dictionaries({"promoter": st.integers(0, 9), "detractor": st.integers(0, 9)}),
    csat=st.just({}) | st.fixed_dictionaries({"good": st.integers(0, 90), "bad": st.integers(0, 90)}),
)


def grades(**counts: int) -> tuple[int, ...]:
    """A histogram from `g9=2`-like counts."""
    return tuple(counts.get(f"g{grade}", 0) for grade in range(11))


def test_every_figure_has_its_own_answers() -> None:
    """FCR 3 of 4. Recommend 10 9 8 6 0: 2 promoters, 1 passive, 2 detractors of 5, so NPS 0. Adviser 9 9 8: 2 of 3.
    Overall 10 7: 1 of 2. CSAT: good 6 of 6 + 1 + 1 = 8."""
    survey = SurveyCounts(
        n=9, solved={"yes": 3, "no": 1}, recommend=grades(g10=1, g9=1, g8=1, g6=1, g0=1), adviser=grades(g9=2, g8=1),
        overall=grades(g10=1, g7=1), csat={"good": 6, "neutral": 1, "bad": 1}, unanswered=40,
    )
    found = {name: (figure.value, figure.n) for name, figure in figures(survey).items()}
    assert found == {
        "fcr": (0.75, 4), "nps": (0.0, 5), "csat": (0.75, 8), "recommend": (0.4, 5),
        "quality": (pytest.approx(2 / 3), 3), "overall": (0.5, 2),
    }


def test_who_is_known_by_group_only_counts_in_the_nps() -> None:
    """One 9 and one 3, and 6 promoters, 1 passive, 1 detractor by name: 7 − 2 of 10 is 50."""
    survey = SurveyCounts(recommend=grades(g9=1, g3=1), groups={"promoter": 6, "passive": 1, "detractor": 1})
    assert nps_groups(survey) == {"promoter": 7, "passive": 1, "detractor": 2}
    assert (figures(survey)["nps"].value, figures(survey)["recommend"].value) == (50, 0.7)


def test_nobody_answered() -> None:
    assert figures(SurveyCounts(unanswered=5)) == {}


def test_the_interval_of_the_nps_by_its_standard_error() -> None:
    """5 promoters, 3 passives, 2 detractors of 10: the answers 100, 0 and −100 have the mean 30 and the variance
    (5·70² + 3·30² + 2·130²) / 10 = 6,100; √(6,100 / 10) = 24.698; 1.96 of them are 48.41."""
    low, high = nps_interval(0.5, 0.2, 10) or (0, 0)
    assert (low, high) == (pytest.approx(30 - 48.407, abs=5e-3), pytest.approx(30 + 48.407, abs=5e-3))


def test_an_nps_of_which_all_say_the_same_has_no_interval_and_none_leaves_the_scale() -> None:
    assert nps_interval(1.0, 0.0, 30) is None
    assert nps_interval(0.0, 0.0, 30) is None
    assert (nps_interval(0.9, 0.0, 4) or (0, 0))[1] == 100


def test_the_wilson_interval_by_its_formula() -> None:
    """8 of 10: (0.8 + 3.8415/20 ± 1.96·√(0.016 + 3.8415/400)) / 1.38415 = (0.99207 ± 0.31366) / 1.38415."""
    assert wilson(0.8, 10) == (pytest.approx(0.4901, abs=1e-4), pytest.approx(0.9433, abs=1e-4))


@given(SURVEYS)
def test_every_interval_holds_its_figure(survey: SurveyCounts) -> None:
    for name, figure in figures(survey).items():
        lowest, highest = (-100, 100) if name == "nps" else (0, 1)
        if figure.low is not None and figure.high is not None:
            assert lowest <= figure.low <= figure.value + 1e-9
            assert figure.value - 1e-9 <= figure.high <= highest


@given(st.lists(SURVEYS, min_size=1, max_size=4))
def test_surveys_add_up_answer_by_answer(surveys: list[SurveyCounts]) -> None:
    together = sum_surveys(surveys)
    for part in ("recommend", "adviser"):
        assert getattr(together, part) == tuple(map(sum, zip(*(getattr(each, part) for each in surveys), strict=True)))
    assert sum(together.solved.values()) == sum(each.solved["yes"] + each.solved["no"] for each in surveys)
    shares = [figures(each)["fcr"] for each in surveys if "fcr" in figures(each)]
    if shares:
        weighted = sum(share.value * share.n for share in shares) / sum(share.n for share in shares)
        assert figures(together)["fcr"].value == pytest.approx(weighted)


@pytest.mark.parametrize(("name", "survey", "told"), [
    ("fcr", SurveyCounts(solved={"yes": 8, "no": 2}),
     "solved at the first contact: 8 of 10 = 80.0%; 95% interval 49.0% … 94.3%"),
    ("nps", SurveyCounts(recommend=grades(g9=5, g8=3, g1=2)),
     "NPS: 30.0, 10 answers; 95% interval -18.4 … 78.4, by its standard error"),
    ("nps", SurveyCounts(recommend=grades(g9=5)), "NPS: 100.0, 5 answers"),
])
def test_a_figure_in_words(name: Figure, survey: SurveyCounts, told: str) -> None:
    assert str(figure_message(name, figures(survey)[name])) == told


def test_each_figure_of_an_audit_has_the_interval_of_its_own_answers() -> None:
    """FCR by 100 answers, CSAT by the survey's 40; the NPS has an interval once the promoters' share is known."""
    doc = document(service={
        "n": 40, "fcr": 0.8, "csat": 0.8, "nps": 30, "answers": {"fcr": 100, "nps": 10}, "grades": {"recommend": 0.5},
    })
    found = service_quality(audit_of(doc))
    assert found.fcr is not None and found.csat is not None and found.nps_interval is not None
    assert (found.fcr.n, found.fcr.low) == (100, wilson(0.8, 100)[0])
    assert (found.csat.n, found.csat.low) == (40, wilson(0.8, 40)[0])
    assert found.nps_n == 10
    assert found.nps_interval[1] - found.nps_interval[0] == pytest.approx(2 * 196 * sqrt(0.61 / 10), rel=1e-4)
    del doc["service"]["grades"]
    assert service_quality(audit_of(doc)).nps_interval is None


def test_promoters_that_do_not_fit_a_typed_nps_make_no_interval() -> None:
    """A share of 20 % promoters cannot give an NPS of 30."""
    doc = document(service={"n": 40, "nps": 30, "grades": {"recommend": 0.2}})
    assert service_quality(audit_of(doc)).nps_interval is None


def test_the_arithmetic_tells_every_figure_and_what_is_missing() -> None:
    doc = document(service={"n": 10, "fcr": 0.8, "nps": 30, "email": {"first_response_s": 3600}})
    assert [str(step) for step in service_quality(audit_of(doc)).steps] == [
        "solved at the first contact: 8 of 10 = 80.0%; 95% interval 49.0% … 94.3%", "NPS: 30.0, 10 answers",
        "e-mail: first response 1 h", "no first response time with a target: type them by channel",
    ]
