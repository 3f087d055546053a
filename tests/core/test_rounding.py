"""Halves as a person rounds them, held against the decimal arithmetic of the standard library."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest

from readycheck.core.message import say
from readycheck.core.responses import duration
from readycheck.core.rounding import reaches, rounded
from readycheck.i18n import Translator
from readycheck.report.figures import Figures

EN, FI = Translator("en"), Translator("fi")


@pytest.mark.parametrize(("value", "decimals", "shown"), [
    (12.5, 0, "13"), (-12.5, 0, "\u221213"), (0.25, 1, "0.3"), (2.675, 2, "2.68"), (0.285, 2, "0.29"), (12.4, 0, "12"),
    (12.49999, 0, "12"), (0.5, 0, "1"), (1e12 + 0.5, 0, "1,000,000,000,001"), (123456789012.0, 2, "123,456,789,012.00"),
])
def test_a_half_goes_away_from_zero(value: float, decimals: int, shown: str) -> None:
    assert EN.number(value, decimals) == shown
    assert EN(f"{{x:,.{decimals}f}}", x=value) == shown


@pytest.mark.parametrize(("share", "decimals", "english", "finnish"), [
    (0.645, 0, "65%", "65\u00a0%"), (0.0025, 1, "0.3%", "0,3\u00a0%"), (0.125, 0, "13%", "13\u00a0%"),
    (-0.125, 0, "\u221213%", "\u221213\u00a0%"), (0.644, 0, "64%", "64\u00a0%"), (0.575, 0, "58%", "58\u00a0%"),
])
def test_a_half_of_a_percent(share: float, decimals: int, english: str, finnish: str) -> None:
    assert (EN.percent(share, decimals), FI.percent(share, decimals)) == (english, finnish)
    assert (EN(f"{{x:.{decimals}%}}", x=share), FI(f"{{x:.{decimals}%}}", x=share)) == (english, finnish)


def test_every_figure_of_a_few_decimals_is_rounded_as_decimals_are() -> None:
    random.seed(1)
    for _ in range(3000):
        written = Decimal(random.randint(-10**7, 10**7)).scaleb(-random.randint(0, 5))
        for decimals in (0, 1, 2):
            expected = written.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            assert Decimal(str(rounded(float(written), decimals))) == expected
            sign = "\u2212" if expected < 0 else ""
            assert EN.number(float(written), decimals) == f"{sign}{abs(expected):,}"


@pytest.mark.parametrize("value", [-0.04, -0.0, 0.04])
def test_nothing_has_no_sign(value: float) -> None:
    assert EN.number(value) == "0.0"
    assert Figures(EN).points(value).text == "0.0"


def test_figures_of_the_report_and_times() -> None:
    assert Figures(EN).nps(12.5).text == "13"
    assert Figures(EN).change(-0.005).text == "\u22121%"
    assert EN(duration(60.5)) == "61 s"


def test_a_sentence_for_programs_has_the_figures_that_people_read() -> None:
    told = say("{share:.0%} of {count}, {inner}", share=0.645, count=12.5, inner=say("{hours:.1f} h", hours=0.25))
    assert str(told) == "65% of 12.5, 0.3 h"


@pytest.mark.parametrize(("value", "least", "does"), [
    (85.0, 85.0, True), (84.96, 85.0, True), (84.95, 85.0, True), (84.94, 85.0, False), (84.99999999999999, 85.0, True),
    (85.0, 85.04, True), (85.0, 85.05, False), (0.0, 0.0, True), (-0.04, 0.0, True), (61.03, 61.08, False),
])
def test_what_is_judged_is_what_is_shown(value: float, least: float, does: bool) -> None:
    assert reaches(value, least) is does
    assert does is (float(EN.number(value).replace("\u2212", "-")) >= float(EN.number(least)))
