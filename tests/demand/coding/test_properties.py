"""Whatever the rows: people's codes stay, nothing is lost, and the order of rows says nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.storage.checklists import reason_codes
from tests.demand.imports import imported, written

pytestmark = pytest.mark.slow
CELLS = {"": None, "muu": None, "n/a": None, "Palautus": "return", "Villasukat": "villasukat", "lasku": "invoice"}
"""What people may have written, and the reason that it names."""
SUBJECTS = {
    "": None, "Moi": None, "Lasku ja palautus": None, "Palautuksesta": "return", "Laskuni 123": "invoice",
    "VAR ÄR MITT PAKET": "where-is-my-order", "Where's my order?": "where-is-my-order",
}
"""Subjects and what a person reads in them."""
ROWS = st.lists(st.tuples(st.sampled_from(sorted(CELLS)), st.sampled_from(sorted(SUBJECTS))), min_size=1, max_size=12)


def counts_of(lines: list[str], *, rules: bool = True) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "id;created;reason;subject\n" + "\n".join(lines) + "\n")
        counts: dict[str, Any] = imported(
            path, kind="contacts", codes=reason_codes(), code_reasons=rules, columns={"subject": "subject"}
        ).entry["counts"]
        return counts


def lines_of(rows: list[tuple[str, str]]) -> list[str]:
    return [f"{n};2025-11-28 10:00;{cell};{subject}" for n, (cell, subject) in enumerate(rows)]


@settings(max_examples=12, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_rows_of_their_own(rows: list[tuple[str, str]], random: Any) -> None:
    """Expected straight from the two tables above: people's word, else the rule's, else none."""
    people = Counter(CELLS[cell] for cell, _ in rows if CELLS[cell])
    by_rule = Counter(SUBJECTS[subject] for cell, subject in rows if not CELLS[cell] and SUBJECTS[subject])
    lines = lines_of(rows)
    counts = counts_of(lines)
    assert counts["reasons"] == people + by_rule
    assert counts.get("by_rule", {}) == by_rule
    assert sum(counts["reasons"].values()) + counts["uncoded"] == len(rows)
    before = counts_of(lines, rules=False)
    assert (before["reasons"], before["uncoded"]) == (people, counts["uncoded"] + by_rule.total())
    random.shuffle(lines)
    assert counts_of(lines) == counts


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(sorted(CELLS)), st.sampled_from(sorted(SUBJECTS))),
                min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_rows_that_share_ids(rows: list[tuple[int, str, str]], random: Any) -> None:
    """A contact that people coded is counted as without the rules; the others may only gain a reason."""
    lines = [f"{key};2025-11-28 {10 + n}:00;{cell};{subject}" for n, (key, cell, subject) in enumerate(rows)]
    with_rules, without = counts_of(lines), counts_of(lines, rules=False)
    by_rule = with_rules.get("by_rule", {})
    assert Counter(with_rules["reasons"]) - Counter(by_rule) == Counter(without["reasons"])
    assert with_rules["uncoded"] + sum(by_rule.values()) == without["uncoded"]
    assert sum(with_rules["reasons"].values()) + with_rules["uncoded"] == len({key for key, *_ in rows})
    random.shuffle(lines)
    assert counts_of(lines) == with_rules
