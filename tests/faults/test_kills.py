"""A program killed at any instant of a save leaves the old state or the new one, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.kills import KILLS, killed


@pytest.mark.slow
def test_no_kill_loses_anything(tmp_path: Path) -> None:
    found = killed(tmp_path, KILLS)
    print(found.line())
    assert found.lost == 0
    assert found.old + found.new == found.kills == KILLS
    assert min(found.old, found.new, found.halfway) > KILLS // 100, "kills hit every part of a save"
