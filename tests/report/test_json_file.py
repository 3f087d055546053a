"""JSON: the scores as `score --json` gives them, and all that the pages show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from readycheck.report.json_file import render
from readycheck.report.score_json import score_json
from tests.report.reports import LANGS, empty, full
from tests.report.shop import AUDIT
from tests.report.shop_scores import NEEDED, SCORES

INTERFACE = json.loads("""
{"shop": "", "season": 0,
 "readiness": {"score": 0, "band": "", "known": 0, "losses": [{"id": "", "points": 0}]},
 "coverage": {"opening_hours": {"score": 0, "demand": "", "evenings": 0, "weekends": 0, "any_channel": 0,
                                "channels": {"chat": 0}},
              "faq": {"score": 0},
              "contact_reasons": {"score": 0, "top": [""], "top_share": 0, "coded": 0},
              "january": {"score": 0, "before": 0,
                          "weeks": [{"week": "", "contacts": 0, "required": 0, "planned": 0, "presence": 0}]},
              "confirmation": {"score": 0}, "data": {"score": 0}, "path": {"score": 0}},
 "sections": [{"id": "", "score": 0, "known": 0}],
 "blockers": [], "contradictions": [{"question": "", "claim": "", "measure": "", "value": 0}]}
""")


def check_keys(wanted: Any, found: Any, place: str = "") -> None:
    """Every key of the interface is there, a number or null where it has a number, a text where a text."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            assert key in found, f"{place}.{key}"
            check_keys(value, found[key], f"{place}.{key}")
    elif isinstance(wanted, list):
        assert isinstance(found, list), place
        for item in found if wanted else ():
            check_keys(wanted[0], item, place)
    else:
        kinds = (str, type(None)) if isinstance(wanted, str) else (int, float, type(None))
        assert isinstance(found, kinds), place


@pytest.mark.parametrize("lang", LANGS)
def test_the_interface_s_keys_are_all_there(lang: str) -> None:
    check_keys(INTERFACE, json.loads(render(full(lang))))


def test_numbers_are_not_rounded_and_the_same_in_both_languages() -> None:
    english, finnish = (json.loads(render(full(lang))) for lang in LANGS)
    assert english["shop"] == "lankakauppa"
    assert english["coverage"]["january"]["score"] == 100 * 150 / NEEDED
    assert english["coverage"]["january"]["weeks"][1] == {
        "week": "2026-W53", "contacts": 410.25, "low": 330.0, "high": 505.0, "required": 96.375, "planned": 75.0,
        "presence": 20.125, "backlog": 28.875,
    }
    assert english["blockers"] == ["peak-season/contact-reasons.top-known", "path/pay"]
    assert english["contradictions"][1]["question"] == "peak-season/january.hands"
    assert {k: v for k, v in english.items() if k != "report"} == {k: v for k, v in finnish.items() if k != "report"}


def test_what_has_no_score_is_null() -> None:
    facts = json.loads(render(empty("en")))
    for key in ("opening_hours", "faq", "contact_reasons", "january", "confirmation", "path"):
        assert facts["coverage"][key]["score"] is None
    assert facts["readiness"] == {"score": None, "band": None, "known": 0.0, "losses": [], "contributions": []}
    assert facts["sections"] == [] and facts["blockers"] == []
    assert facts["coverage"]["faq"]["missing"] == [
        "no contacts with a reason: import contacts, code them, or type rough counts"
    ]


def test_the_command_line_s_facts_are_the_report_s() -> None:
    facts = json.loads(render(full("en")))
    del facts["report"]
    assert json.loads(json.dumps(score_json("lankakauppa", AUDIT, SCORES))) == facts
