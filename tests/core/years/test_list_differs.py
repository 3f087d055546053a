"""Whether what is left of a change may be called the checklist's: only where readiness is made of something else."""

from __future__ import annotations

import pytest

from readycheck.core.years.compare import compare
from tests.core.documents import Document, audit_of, checklist, document, question, text

SAME = [question("a"), question("b")]


def season(year: int, answers: dict[str, str], learning: list[Document], weight: float = 1.0) -> Document:
    """`own` is asked beside readiness and weighs nothing in it."""
    own = [question("x"), *([question("y")] if year == 2026 else [])]
    lists = [checklist({"learning": learning, "own": own}, {"peak-season/learning": weight})]
    given = {f"peak-season/learning.{key}": {"owner": {"value": value}} for key, value in answers.items()}
    return document(year, checklists=lists, answers=given)


@pytest.mark.parametrize(("later", "weight", "differs"), [
    (SAME, 1.0, False),
    ([*SAME, question("new")], 1.0, True),
    (SAME[:1], 1.0, True),
    ([question("a"), question("b") | {"prompt": text("something else?")}], 1.0, True),
    (SAME, 2.0, True),
])
def test_the_list_differs_where_readiness_asks_or_weighs_something_else(
    later: list[Document], weight: float, differs: bool
) -> None:
    before, after = season(2025, {"a": "yes"}, SAME), season(2026, {"a": "no"}, later, weight)
    assert compare(audit_of(before), audit_of(after)).list_differs is differs


def test_what_neither_has_answered_is_left_over_without_any_change_of_the_list() -> None:
    """a goes from yes to no: the core from 100 to 0; readiness, in which b counts as a no, from 50 to 0."""
    found = compare(audit_of(season(2025, {"a": "yes"}, SAME)), audit_of(season(2026, {"a": "no"}, SAME)))
    assert (found.improved, found.checklist_changed, found.list_differs) == (-100, 50, False)
