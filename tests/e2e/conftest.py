"""A terminal for each test, closed whatever happens in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """80 × 24, over an empty folder for audits."""
    made = Terminal(tmp_path / "home")
    yield made
    made.close()
