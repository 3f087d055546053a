"""The table of inflections (tests/data/inflections.yaml)."""

from __future__ import annotations

import yaml

from tests.demand.imports import DATA

TABLE: dict[str, dict[str, str]] = yaml.safe_load((DATA / "inflections.yaml").read_text(encoding="utf-8"))
"""By language and reason; a stroke stands between two phrases."""


def phrases(language: str) -> list[tuple[str, str]]:
    """Every phrase of a language ("fi", "sv", "en") with its reason."""
    return [(part.strip(), reason) for reason, text in TABLE[language].items() for part in text.split(" / ")]
