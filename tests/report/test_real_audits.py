"""Audits as they come from disk: each makes a whole report in every format and language."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from readycheck.core.compare import compare
from readycheck.core.scoring import score
from readycheck.report import csv_file, html, json_file, markdown
from readycheck.report.build import build
from readycheck.storage.document import audit_of, parse_document
from tests.report.reports import LANGS
from tests.report.test_html import Page, check_harmless

AUDITS = sorted((Path(__file__).parent.parent / "data" / "vectors" / "audits").glob("*.toml"))


@pytest.mark.parametrize("path", AUDITS, ids=lambda path: path.stem)
def test_a_vector_audit_makes_a_report_whose_figures_are_the_expected_ones(path: Path) -> None:
    audit = audit_of(parse_document(path.read_bytes(), path.name), path.name)
    scores = score(audit)
    for lang in LANGS:
        report = build(audit, scores, compare(audit, audit), audit, lang, date(2024, 10, 14))
        check_harmless(Page(html.render(report)))
        assert markdown.render(report).count("\n## ") == 11
        assert csv_file.render(report).endswith("\r\n")
        facts = json.loads(json_file.render(report))
        expected = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text())["coverage"]
        check(expected, facts["coverage"])


def check(expected: object, found: object) -> None:
    """Everything that is expected is there, to nine digits."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            check(value, found[key])
    elif isinstance(expected, list):
        assert len(expected) == len(found)
        for one, other in zip(expected, found, strict=True):
            check(one, other)
    elif isinstance(expected, float):
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)
    else:
        assert found == expected
