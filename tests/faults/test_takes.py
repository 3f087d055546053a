"""A take that is killed leaves each season as it was or as it shall be, and taking again brings the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.takes import tried


@pytest.mark.slow
def test_no_kill_in_a_take_loses_anything(tmp_path: Path) -> None:
    found = tried(tmp_path)
    assert len(found) > 30 and found[0] == "old" and found[-1] == "new"
    assert found == sorted(found, reverse=True), "once it is new it stays so"
