"""Power lost at every moment of a save leaves the old state or the new one; a disk that lies, one that is restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.power import all_replayed


@pytest.mark.slow
def test_power_lost_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    found = all_replayed(tmp_path)
    print(*(each.line() for each in found), sep="\n")
    for each in found:
        assert each.whole + each.restored + each.nothing == each.states > each.moments
        assert bool(each.restored) == ("lies" in each.what)
