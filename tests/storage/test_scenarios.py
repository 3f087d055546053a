"""What-ifs kept by name: a trial and the assignments that make it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.plan import Scenario
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.scenarios import apply_scenario, changes_between, drop_scenario, keep_scenario
from tests.storage.shops import audit, told

BEFORE = {
    "plan": {"growth": 1.1, "hours": {"2026-W53": 75.0, "2027-W01": 60}, "gifts": {"share": 0.2}},
    "staffing": {"chat": {"aht": 480, "concurrency": 2}, "phone": {"aht": 240}},
    "hours": {"chat": {"live": True, "mon": ["08:00-16:00"], "tue": ["08:00-16:00"], "exceptions": [
        {"date": date(2026, 12, 24), "open": ["08:00-12:00"]}, {"date": date(2026, 12, 31)},
    ]}},
}


def test_changes_are_assignments_that_a_person_could_have_typed() -> None:
    """Each of them stands beside the edit that it comes of."""
    draft = deepcopy(audit(**BEFORE))
    draft["plan"]["growth"] = 1.25
    draft["plan"]["hours"]["2027-W01"] = 80
    draft["plan"]["hours"]["2027-W02"] = 40.5
    del draft["plan"]["gifts"]
    draft["plan"]["pooled"] = False
    draft["plan"]["campaigns"] = {"Black Friday": {"first": date(2026, 11, 27), "last": date(2026, 11, 30)}}
    del draft["staffing"]["phone"]
    draft["hours"]["chat"]["mon"] = ["08:00-16:00", "18:00-21:00"]
    draft["hours"]["chat"]["tue"] = []
    draft["hours"]["chat"]["exceptions"] = [{"date": date(2026, 12, 25), "open": ["08:00-12:00"]}]
    draft["hours"]["e mail"] = {}
    assert changes_between(audit(**BEFORE), draft) == (
        "plan.growth=1.25",
        "plan.hours.2027-W01=80",
        "plan.hours.2027-W02=40.5",
        "plan.gifts=",
        "plan.pooled=false",
        'plan.campaigns."Black Friday".first=2026-11-27',
        'plan.campaigns."Black Friday".last=2026-11-30',
        "staffing.phone=",
        "hours.chat.mon=08:00-16:00, 18:00-21:00",
        "hours.chat.tue=",
        "hours.chat.exceptions[1].date=2026-12-25",
        "hours.chat.exceptions[2]=",
        'hours."e mail".live=false',
        'hours."e mail".live=',
    )


def test_other_tables_are_no_part_of_a_scenario() -> None:
    assert changes_between(audit(), audit(service={"nps": 30})) == ()


NAMES = st.sampled_from(["chat", "e mail", 'a."b"\\c', "x=y", "[1]", "'"])
NUMBERS = st.one_of(st.integers(1, 90), st.floats(0.001, 90, allow_nan=False))
SHARES = st.floats(0.01, 0.99)
DAYS = st.dates(date(2026, 11, 1), date(2027, 1, 31))
SPANS = st.lists(st.sampled_from(["08:00-12:00", "13:00-16:00", "18:00-24:00"]), unique=True, max_size=3)
EXCEPTIONS = st.lists(
    st.fixed_dictionaries({"date": DAYS}, optional={"open": SPANS}), max_size=3, unique_by=lambda each: each["date"],
)
WEEKS = st.dictionaries(st.sampled_from(["2026-W52", "2026-W53", "2027-W01"]), NUMBERS)
CAMPAIGN = st.fixed_dictionaries({"first": st.just(date(2026, 11, 27)), "last": DAYS.filter(
    lambda day: day >= date(2026, 11, 27))}, optional={"orders": st.floats(0.5, 3)})
PLAN = st.fixed_dictionaries({}, optional={
    "growth": NUMBERS, "contact_rate": NUMBERS, "pooled": st.booleans(), "shrinkage": SHARES, "hours": WEEKS,
    "extra": st.dictionaries(DAYS.map(str), NUMBERS), "kernel": st.sampled_from(["assumed", "fitted", "counted"]),
    "late": st.fixed_dictionaries({}, optional={"share": SHARES, "first": st.just(date(2026, 12, 1))}),
    "campaigns": st.dictionaries(NAMES, CAMPAIGN, max_size=2).filter(
        lambda kept: all(any(map(str.isalnum, name)) for name in kept)),
})
STAFFING = st.dictionaries(NAMES, st.fixed_dictionaries({"aht": NUMBERS}, optional={"target": SHARES}), max_size=3)
HOURS = st.dictionaries(NAMES, st.fixed_dictionaries({}, optional={
    "live": st.booleans(), "holidays": st.sampled_from(["open", "closed"]), "mon": SPANS, "exceptions": EXCEPTIONS,
}), max_size=3)
TRIALS = st.fixed_dictionaries({}, optional={"plan": PLAN, "staffing": STAFFING, "hours": HOURS})


@given(TRIALS, TRIALS)
def test_the_changes_between_two_audits_make_the_one_out_of_the_other(old: Any, new: Any) -> None:
    document, draft = audit(**old), audit(**new)
    made = apply_scenario(document, changes_between(document, draft))
    assert audit_of(made, "made") == audit_of(draft, "draft")
    assert changes_between(made, draft) == ()


@given(TRIALS, TRIALS)
def test_what_was_kept_is_read_back_from_the_file(old: Any, new: Any) -> None:
    document, draft = audit(**old), audit(**new)
    kept = keep_scenario(document, "Iltavuorot ±", changes_between(document, draft), "kaksi iltaa")
    scenario = audit_of(parse_document(dump_document(kept), "kept"), "kept").scenarios["Iltavuorot ±"]
    assert audit_of(apply_scenario(document, scenario), "made") == audit_of(draft, "draft")
    assert scenario.note == "kaksi iltaa"


def test_a_scenario_is_tried_upon_the_audit_as_it_is_now() -> None:
    """Two percent more patience for growth 1.2, though another hand has changed the shrinkage since."""
    now = audit(plan={"growth": 1.0, "shrinkage": 0.4})
    tried = audit_of(apply_scenario(now, Scenario(("plan.growth=1.2",))), "tried")
    assert (tried.plan.growth, tried.plan.shrinkage) == (1.2, 0.4)
    assert now["plan"]["growth"] == 1.0, "the document itself stays"


def test_a_name_that_is_there_already_is_replaced_and_the_last_one_leaves_no_table() -> None:
    document = keep_scenario(audit(), "evenings", ("plan.growth=1.2",), "a note")
    document = keep_scenario(document, " evenings ", ("plan.growth=1.3",))
    assert document["scenarios"] == {"evenings": {"changes": ["plan.growth=1.3"]}}
    both = keep_scenario(document, "gifts", ())
    assert set(drop_scenario(both, "evenings")["scenarios"]) == {"gifts"}
    assert "scenarios" not in drop_scenario(document, "evenings")


def test_a_name_that_is_not_kept_is_told() -> None:
    document = keep_scenario(audit(), "evenings", ())
    assert told(lambda: drop_scenario(document, "evening")) == (
        'there is no scenario "evening". Did you mean evenings?')
    assert told(lambda: drop_scenario(document, "xx")) == 'there is no scenario "xx". Kept here: evenings.'
    assert told(lambda: drop_scenario(audit(), "xx")) == 'there is no scenario "xx". None is kept.'


@pytest.mark.parametrize(("change", "sentence"), [
    ("plan.groth=1", "plan.groth: is not a known key. Did you mean growth?"),
    ("nonsense", '"nonsense" has no =. Write it as KEY=VALUE.'),
])
def test_a_change_that_no_audit_has_is_told(change: str, sentence: str) -> None:
    assert told(lambda: apply_scenario(audit(), (change,))) == sentence


def test_a_name_without_a_word_is_no_name() -> None:
    assert "holds no word" in told(lambda: audit_of(keep_scenario(audit(), " – ", ()), "file"))
