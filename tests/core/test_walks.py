"""Walks side by side: the same step, the same payment method, in one row."""

from __future__ import annotations

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.names import device_name
from readycheck.core.walks import StepBeside, seconds_of, side_by_side, walk_seconds, worst

ANNA = PathRun("Anna", steps=(
    PathStep("search", "pass", 30), PathStep("search", "friction", 45), PathStep("pay", "pass", 60, None, "MobilePay"),
))
BERTTA = PathRun("Bertta", steps=(
    PathStep("search", "pass"), PathStep("pay", "fail", 20, None, "Mobilepay"),
    PathStep("pay", "untested", None, None, "Invoice"),
))


def rows_of(*runs: PathRun) -> dict[tuple[str, str], StepBeside]:
    return {(row.step, row.method): row for row in side_by_side(runs)}


def test_the_worst_of_several_tries_counts_and_their_times_add_up() -> None:
    search = rows_of(ANNA, BERTTA)["search", ""]
    assert search.results == ("friction", "pass")
    assert (search.stumbled, search.tested) == (1, 2)
    assert [seconds_of(entries) for entries in search.entries] == [75, None]


def test_each_payment_method_has_a_row_however_it_was_typed() -> None:
    rows = rows_of(ANNA, BERTTA)
    assert [method for step, method in rows if step == "pay"] == ["MobilePay", "Invoice"]
    assert rows["pay", "MobilePay"].results == ("pass", "fail")
    assert (rows["pay", "Invoice"].tested, rows["pay", "Invoice"].stumbled) == (0, 0)


def test_steps_that_nobody_walked_stand_there_too() -> None:
    rows = rows_of(ANNA, BERTTA)
    assert rows["return", ""].results == ("untested", "untested")
    assert [step for step, _ in rows if step != "pay"] == [
        "arrive", "search", "product", "cart", "order", "confirmation", "delivery", "return",
    ]
    assert [row.entries for row in side_by_side(())] == [()] * 9


def test_a_whole_walk_takes_the_time_of_its_steps() -> None:
    assert (walk_seconds(ANNA), walk_seconds(BERTTA), walk_seconds(PathRun())) == (135, 20, None)


def test_no_tries_are_untested() -> None:
    assert worst(()) == "untested"


def test_a_usual_device_has_a_name_and_another_stays_as_it_was_typed() -> None:
    assert [str(device_name(each)) for each in ("phone", "tablet", "puhelin", "{old} Nokia", "")] == [
        "mobile phone", "tablet", "puhelin", "{old} Nokia", "",
    ]
