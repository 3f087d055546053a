"""`staffing --check` and `--learn`: the forecast on the shop's own past, and last season's against what came.

The even shop's season 2025 forecast 216 January contacts; in 2026's audit 432 of them came, twice as many.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from math import exp, log, sqrt
from pathlib import Path

import pytest

from readycheck.core.forecast.backtest import backtests
from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from tests.cli.conftest import Run
from tests.cli.even_shop import contacts_profile


def test_the_forecast_is_tried_on_the_past(run: Run, villanen: str, home: Path) -> None:
    found = json.loads(run("staffing", villanen, "--check", "--json").out)
    assert found["backtest"] == [asdict(each) for each in backtests(Archive(home).open(villanen).audit.demand)]
    assert [set(each) for each in found["backtest"]] == [{"ahead", "weeks", "lag", "without_lag", "flat", "held"}] * 4
    first = found["backtest"][0]
    shown = [line.split() for line in run("staffing", villanen, "--check").out.splitlines()]
    percents = [f"{100 * first[key]:.1f}%" for key in ("lag", "without_lag", "flat")]
    assert ["1", str(first["weeks"]), *percents, f"{100 * first['held']:.0f}%"] in shown


def test_too_little_past_is_said(run: Run, two_evens: str) -> None:
    assert "There is too little data to try the forecast on" in run("staffing", two_evens, "--check").out
    assert json.loads(run("staffing", two_evens, "--check", "--json").out)["backtest"] == []


def test_the_page_tells_what_came_of_last_seasons_forecast(run: Run, two_evens: str) -> None:
    """216 expected, drift 0.3, noise 2: e^(±1.2816 · √ln(e^0.09 + 2/216)); 432 lie outside."""
    width = exp(1.2815515655446004 * sqrt(log(exp(0.09) + 2 / 216)))
    out = " ".join(run("staffing", two_evens).out.split())
    between = f"{216 / width:.0f} – {216 * width:.0f}"
    assert f"was 216 contacts ({between} in 8 cases of 10); 432 came." in out
    assert "The interval did not hold." in out
    grade = json.loads(run("staffing", two_evens, "--json").out)["grade"]
    assert grade["season"] == 2025
    assert (grade["forecast"], grade["outcome"], grade["error"]) == pytest.approx((216, 432, -0.5))
    assert (grade["low"], grade["high"]) == pytest.approx((216 / width, 216 * width))
    assert set(grade) == {"season", "forecast", "low", "high", "outcome", "error", "held", "weeks_held", "weeks",
                          "factors", "drift", "learned_drift", "steps"}
    assert [week["week"] for week in grade["weeks"]] == [
        "2025-W52", "2026-W01", "2026-W02", "2026-W03", "2026-W04", "2026-W05"]


def test_the_drift_that_the_forecast_missed_is_learned(run: Run, two_evens: str, home: Path) -> None:
    """√((4 · 0.3² + ln(432.5 / 216.5)² − 2 / 216) / 5)"""
    learned = sqrt((4 * 0.09 + log(432.5 / 216.5) ** 2 - 2 / 216) / 5)
    saved = Archive(home).open(two_evens).document
    said = " ".join(run("staffing", two_evens, "--learn").out.split())
    assert "Saved: plan.drift = 0.407" in said and "432 came" in said
    after = Archive(home).open(two_evens)
    assert after.audit.plan.drift == pytest.approx(learned)
    assert with_value(after.document, ("plan", "drift"), 0.3) == with_value(saved, ("plan", "drift"), 0.3)
    assert json.loads(run("staffing", two_evens, "--json").out)["january"]["drift"] == pytest.approx(learned)
    again = json.loads(run("staffing", two_evens, "--learn", "--json").out)
    assert again["plan"] == {"drift": pytest.approx(learned)}  # learned once, however often it is asked


@pytest.mark.parametrize(("lang", "to_do", "done"), [
    ("en", "The app's January page takes it into the plan.", "This season's plan has it."),
    ("fi", "voi viedä sovelluksen tammikuun sivulla.", "Se on jo tämän sesongin suunnitelmassa."),
])
def test_what_was_learned_is_not_asked_for_again(run: Run, two_evens: str, lang: str, to_do: str, done: str) -> None:
    before = " ".join(run("compare", two_evens, lang=lang).out.split())
    run("staffing", two_evens, "--learn")
    after = " ".join(run("compare", two_evens, lang=lang).out.split())
    assert (to_do in before, done in before) == (True, False)
    assert (to_do in after, done in after) == (False, True)


def test_there_may_be_nothing_to_learn_from(run: Run, two_evens: str, home: Path) -> None:
    archive = Archive(home)
    file = archive.open(two_evens)
    short = contacts_profile(date(2025, 12, 27), 30, 12)
    archive.save(file, with_value(file.document, ("demand", "contacts"), short))
    for reference, why in ((two_evens, "27 Dec 2025"), (f"{two_evens}/2025", "no season of this shop before 2025")):
        before = archive.resolve(reference).read_bytes()
        said = run("staffing", reference, "--learn")
        assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
        assert said.err.startswith("readycheck: --learn: there is nothing to learn from: ") and why in said.err
        assert archive.resolve(reference).read_bytes() == before
        assert json.loads(run("staffing", reference, "--json").out)["grade"] is None
