"""Which seasons the words of `compare` mean where two shops are named with their years."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_a_year_is_one_of_the_shop_named_before_it(run: Run) -> None:
    for season in ("yarn/2024", "yarn/2026", "buttons/2025", "buttons/2026"):
        assert run("new", season).status == 0
    sides = {
        ("yarn", "2024", "buttons", "2025"): ["yarn 2024", "buttons 2025"],
        ("yarn", "2024", "buttons/2026"): ["yarn 2024", "buttons 2026"],
        ("yarn", "buttons", "2025"): ["buttons 2025", "yarn 2026"],
        ("yarn", "buttons/2025", "2026"): ["buttons 2025", "yarn 2026"],
    }
    for words, expected in sides.items():
        assert json.loads(run("compare", *words, "--json").out)["sides"] == expected
    said = run("compare", "yarn", "2026", "2026")
    assert said.status == 2 and "2026 is given twice" in said.err
    said = run("compare", "yarn", "2024", "buttons", "2024")
    assert said.status == 2 and "buttons has no audit of 2024" in said.err
