"""What became of the actions that a season promised (DOMAIN §4)."""

from __future__ import annotations

import pytest

from readycheck.core.audit import Action
from readycheck.core.years.promises import promised_since, promises

Q = "peak-season/learning.a"


def test_done_then_done_later_carried_on_and_forgotten() -> None:
    before = [
        Action("done", "t1", status="done"), Action("late", "t2"), Action("again", "t3", status="doing"),
        Action("lost", "t4"), Action("let-go", "t5", status="dropped"), Action("dropped-later", "t6"),
    ]
    after = [
        Action("late", "t2", status="done"), Action("again", "t3", status="open"), Action("other", "t9"),
        Action("let-go", "t5"), Action("dropped-later", "t6", status="dropped"),
    ]
    found = promises(before, after)
    assert [action.id for action in found.kept] == ["done", "late"]
    assert [action.id for action in found.not_kept] == ["again", "lost", "dropped-later"]
    assert found.carried == (after[1],)


def test_what_was_done_in_a_season_between_the_two_was_kept() -> None:
    before = [Action("codes", "t1"), Action("guide", "t2")]
    between = [Action("codes", "t1", status="done"), Action("guide", "t2")]
    found = promises(before, [Action("guide", "t2")], between)
    assert [action.id for action in found.kept] == ["codes"]
    assert [action.id for action in found.not_kept] == ["guide"]
    assert [action.id for action in found.carried] == ["guide"]
    assert [action.id for action in promises(before, before).not_kept] == ["codes", "guide"]


@pytest.mark.parametrize(("other", "same"), [
    (Action("a1", "Write the FAQ", status="done"), True),
    (Action("a1", " write  the faq", status="done"), True),
    (Action("a1", "Buy a headset", status="done"), False),
    (Action("a2", "Write the FAQ", question=Q, status="done"), True),
    (Action("a2", "Write the FAQ", question=f"{Q}2", status="done"), False),
    (Action("a1", "Write a better FAQ", question=Q, status="done"), True),
])
def test_ids_that_nobody_typed_begin_with_a1_in_every_season(other: Action, same: bool) -> None:
    found = promises([Action("a1", "Write the FAQ", question=Q)], [other])
    assert bool(found.kept) is same
    assert bool(found.not_kept) is not same


@pytest.mark.parametrize(("then", "now", "since"), [
    (2024, None, 2024), (None, 2024, 2024), (2025, 2024, 2024), (2025, 2025, None), (None, None, None),
])
def test_since_when_is_told_where_it_was_promised_before(then: int | None, now: int | None, since: int | None) -> None:
    action = Action("guide", "t", first_promised=then)
    again = Action("guide", "t", first_promised=now)
    assert promised_since(action, [again], 2025) == since
