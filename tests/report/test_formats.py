"""The four formats tell the same figures: each one of the report is in every one of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest

from readycheck.report import csv_file, html, json_file, markdown
from readycheck.report.model import Chart, Claims, KeyFigures, Number, Report, Table
from tests.report.reports import LANGS, blocks, full
from tests.report.shop_scores import CONTRIBUTIONS
from tests.report.shop_years import compared


def tables(report: Report) -> Iterator[Table]:
    for block in blocks(report):
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart) and block.table:
            yield block.table


def numbers(report: Report) -> list[Number]:
    """Every figure, wherever it stands."""
    found = [report.readiness, report.known]
    for block in blocks(report):
        if isinstance(block, KeyFigures):
            found += [figure.number for figure in block.figures]
        elif isinstance(block, Claims):
            found += [number for claim in block.claims for number in (claim.data, claim.threshold)]
    return found + [cell for table in tables(report) for row in table.rows for cell in row if isinstance(cell, Number)]


def values(facts: Any) -> Iterator[float]:
    if isinstance(facts, dict):
        for item in facts.values():
            yield from values(item)
    elif isinstance(facts, list):
        for item in facts:
            yield from values(item)
    elif isinstance(facts, int | float) and not isinstance(facts, bool):
        yield facts


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("made", "least"), [(full, 300), (compared, 100)])
def test_every_figure_is_in_every_format(made: Callable[[str], Report], least: int, lang: str) -> None:
    report = made(lang)
    page, text = unescape(html.render(report)), markdown.render(report)
    written = {(row[3], row[4]) for row in csv.reader(io.StringIO(csv_file.render(report), newline=""))}
    known = set(values(json.loads(json_file.render(report))))
    found = numbers(report)
    assert len(found) > least
    for number in found:
        assert number.text in page
        assert markdown.escaped(number.text) in text
        if number.value is not None:
            assert (repr(number.value), number.unit) in written
            assert number.value in known


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("made", [full, compared])
def test_the_shown_form_is_the_value_rounded(made: Callable[[str], Report], lang: str) -> None:
    """Independent of the translator: digits of the text against Python's own rounding."""
    for number in numbers(made(lang)):
        if number.value is None or number.unit == "seconds":
            continue
        digits = number.text.removesuffix("%").rstrip("\u00a0").replace("\u2212", "-").replace("\u00a0", "").lstrip("+")
        plain = digits.replace(",", ".") if lang == "fi" else digits.replace(",", "")
        decimals = len(plain.partition(".")[2])
        shown = number.value * (100 if number.unit == "share" else 1)
        assert abs(float(plain) - shown) <= 0.5000001 * 10**-decimals


def test_all_formats_hold_the_readiness_that_its_parts_add_up_to() -> None:
    score = sum(part.points for part in CONTRIBUTIONS)
    report = full("en")
    assert json.loads(json_file.render(report))["readiness"]["score"] == score
    assert f'"readiness",{score!r},"points"' in csv_file.render(report)
    assert f"{score:.1f} points out of 100" in html.render(report)
    assert f"{score:.1f} points out of 100" in markdown.render(report)
