"""CSV: one tidy row a figure; texts quoted and never a formula; numbers bare and unrounded."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from readycheck.report.csv_file import field, render, safe
from tests.report.reports import LANGS, empty, full, hostile

DATA = Path(__file__).parent.parent / "data" / "csv_formula_payloads.json"
PAYLOADS = json.loads(DATA.read_text(encoding="utf-8"))
INVISIBLE = " \t\r\n\ufeff\u200b\u200c\u200d\u2060"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_a_formula(payload: str) -> None:
    found = rows(render(hostile(payload)))
    texts = [cell for row in found for cell in (row[0], row[1], row[2], *([] if row[4] else [row[3]]))]
    assert not [cell for cell in texts if cell.lstrip(INVISIBLE)[:1] in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")]
    assert {len(row) for row in found} == {5}


@pytest.mark.parametrize(("text", "cell"), [
    ("=1+1", "'=1+1"), ("+358401234567", "'+358401234567"), ("-5", "'-5"), ("@SUM(1)", "'@SUM(1)"),
    ("\t=1", "'\t=1"), ("\ufeff=1", "'\ufeff=1"), ("\uff1d1", "'\uff1d1"), ("a=1", "a=1"), ("a\n=1", "a =1"),
    ("5-6", "5-6"), ("", ""), ("'quoted'", "''quoted'"),
])
def test_an_apostrophe_stands_before_what_looks_like_a_formula(text: str, cell: str) -> None:
    assert safe(text) == cell


@pytest.mark.parametrize("payload", PAYLOADS)
def test_taking_one_apostrophe_off_gives_the_text_back(payload: str) -> None:
    cell = safe(payload)
    assert (cell[1:] if cell.startswith("'") else cell) == " ".join(payload.splitlines())


@pytest.mark.parametrize(("value", "written"), [
    (-5.0, "-5.0"), (3, "3"), (0.1 + 0.2, "0.30000000000000004"), (None, ""),
    ('say "no"', '"say ""no"""'), ("-5", "\"'-5\""),
])
def test_numbers_stay_numbers_and_texts_are_quoted(value: str | float | None, written: str) -> None:
    assert field(value) == written


TEXT, NUMBER = r'"(?:[^"]|"")*"', r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
LINE = re.compile(f'({TEXT}),({TEXT}),({TEXT}),(?:({TEXT}),("(?:date)?")|({NUMBER})?,("[^"]+"))')


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_is_quoted_and_every_figure_bare(lang: str) -> None:
    for report in (full(lang), empty(lang)):
        head, *body = render(report).removesuffix("\r\n").split("\r\n")
        assert head == '"section","item","figure","value","unit"'
        assert len(body) > 50
        assert [line for line in body if not LINE.fullmatch(line)] == []


def test_figures_stand_under_their_section_and_item() -> None:
    found = rows(render(full("en")))
    assert ["The four coverages / January staffing", "week 53, 28 Dec–3 Jan", "Needed", "96.375", "hours"] in found
    assert ["The four coverages / Contact reasons", "Where is my order", "Contacts", "200", "contacts"] in found
    assert ["The four coverages / Opening hours", "Mon", "20", "24", "orders"] in found
    assert ["Plan of actions", "New returns portal", "Due", "2026-11-25", "date"] in found
    assert ["Said and measured", "Are there hands enough in January?", "≥", "0.9", "share"] in found
