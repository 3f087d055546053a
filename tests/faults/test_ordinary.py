"""Folders that refuse an ordinary person something: one sentence, status 2, and the audits are as they were."""

from __future__ import annotations

import pytest

from tests.faults.ordinary import CASES, refused


@pytest.mark.slow
def test_what_must_not_be_done_is_told_in_a_sentence_and_changes_nothing() -> None:
    found = refused()
    assert len(found) == len(CASES)
    for each in found:
        assert (each.status, each.changed) == (2, False), each
        assert each.said.startswith("readycheck: ") and each.said.count("\n") == 1, each
        assert "(Permission denied)" in each.said, each
    print(*(f"{each.case}: {each.said.strip()}" for each in found), sep="\n")
