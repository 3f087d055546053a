"""What comes next fits into one line of a small terminal, whatever it is, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from readycheck.core.audit import Audit
from readycheck.core.message import say
from readycheck.core.next_step import NextStep, steps_left
from readycheck.core.scoring import score
from readycheck.i18n import Lang, Translator
from readycheck.tui.widgets.next_line import GAP
from tests.core.documents import audit_of, checklist, contacts, document, question

ROOM = 80 - 2 - GAP


def steps() -> list[NextStep]:
    """Every step, with counts of two digits and of one."""
    peak = date(2026, 11, 27)
    found: list[NextStep] = []
    for n in (1, 80):
        asked = [question(f"q{i}") for i in range(n)]
        lists = [checklist({"a": asked}, {"peak-season/a": 1}), checklist({"b": asked}, identifier="other")]
        critical = [checklist({"a": [question(f"q{i}", critical=True) for i in range(n)]}, {"peak-season/a": 1})]
        ids = [f"peak-season/a.q{i}" for i in range(n)]
        audits: list[Audit] = [audit_of(document(checklists=lists, **tables)) for tables in (
            {}, {"demand": {"contacts": contacts()}, "reasons": {f"r{i}": {"cause": "c"} for i in range(n)}},
            {"demand": {"orders": {k: v for k, v in contacts().items() if k in ("first", "last", "grid", "daily")}}},
            {"answers": {i: {"owner": {"value": "yes"}, "consultant": {"value": "no"}} for i in ids}},
            {"actions": [{"id": f"a{i}", "title": "t"} for i in range(n)]},
        )]
        audits.append(audit_of(document(checklists=critical, answers={i: {"owner": {"value": "no"}} for i in ids})))
        found += [step for audit in audits for step in steps_left(audit, score(audit), peak)]
    return found


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_every_step_fits_beside_what_is_answered(lang: Lang) -> None:
    tr = Translator(lang)
    answered = tr(say("{done}/{asked} answered", done=125, asked=162))
    said = {tr(step.what) + (" (3)" if not step.question else "") for step in steps()}
    assert len({step.id for step in steps()}) == 12, "none is left out"
    for what in said:
        assert cell_len(f"F4 {tr('Next:')} {what}") + cell_len(answered) <= ROOM, what
