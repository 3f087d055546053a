"""Audits as they come from disk: each makes a whole report in every format and language."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.plan import Plan, Staffing
from readycheck.core.profile import Demand
from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.report import csv_file, html, json_file, markdown
from readycheck.report.build import build
from readycheck.storage.document import audit_of, parse_document
from tests.report.reports import LANGS
from tests.report.shop import AUDIT
from tests.report.test_html import Page, check_harmless

AUDITS = sorted((Path(__file__).parent.parent / "data" / "vectors" / "audits").glob("*.toml"))


@pytest.mark.parametrize("path", AUDITS, ids=lambda path: path.stem)
def test_a_vector_audit_makes_a_report_whose_figures_are_the_expected_ones(path: Path) -> None:
    audit = audit_of(parse_document(path.read_bytes(), path.name), path.name)
    scores = score(audit)
    for lang in LANGS:
        report = build(audit, scores, compare(audit, audit), audit, lang, date(2024, 10, 14))
        check_harmless(Page(html.render(report)))
        told = [section.id for section in report.sections if section.id not in WHERE_THERE_IS_SOME]
        assert told == ALWAYS_TOLD
        assert markdown.render(report).count("\n## ") == len(report.sections)
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


ODD = {
    "no hours": replace(AUDIT, hours={}),
    "no live channel": replace(AUDIT, hours={"email": AUDIT.hours["email"]}),
    "no orders": replace(AUDIT, demand=Demand(AUDIT.contacts, None)),
    "no contacts": replace(AUDIT, demand=Demand(None, AUDIT.orders)),
    "demand at no hour": replace(AUDIT, demand=Demand(None, replace(AUDIT.orders, grid=((0,) * 24,) * 7))),
    "no reason coded": replace(AUDIT, demand=Demand(replace(AUDIT.contacts, reasons={}, uncoded=500), AUDIT.orders)),
    "no reason for self-service": replace(
        AUDIT, reasons={code: replace(reason, self_service=False) for code, reason in AUDIT.reasons.items()},
    ),
    "no checklists": replace(AUDIT, checklists=()),
    "no plan": replace(AUDIT, plan=Plan()),
    "channels of its own": replace(AUDIT, hours={"<b>{x}": AUDIT.hours["chat"]}, staffing={"{y}": Staffing(100)}),
    "a test of nothing": replace(AUDIT, path_runs=(PathRun(), PathRun(steps=(PathStep("pay"),)))),
}
NO_PICTURE = {
    "no contacts": "pareto", "demand at no hour": "heat-map", "no reason coded": "pareto", "no checklists": "points",
}
ALWAYS_TOLD = [
    "first-steps", "score-card", "blockers", "contradictions", "coverage", "path", "actions", "years", "sections",
    "measured", "appendix",
]
WHERE_THERE_IS_SOME = ("points", "voices")


@pytest.mark.parametrize("name", ODD)
def test_what_an_audit_lacks_is_said_and_the_rest_is_shown(name: str) -> None:
    audit = ODD[name]
    for lang in LANGS:
        report = build(audit, score(audit), compare(AUDIT, audit), AUDIT, lang, date(2026, 10, 14))
        text = html.render(report)
        check_harmless(Page(text))
        if name in NO_PICTURE:
            assert f'id="{NO_PICTURE[name]}-title"' not in text
        told = [section.id for section in report.sections if section.id not in WHERE_THERE_IS_SOME]
        assert told == ALWAYS_TOLD
        assert markdown.render(report).count("\n## ") == len(report.sections)
        assert json.loads(json_file.render(report))["season"] == 2026
        assert csv_file.render(report).count("\r\n") > 200
