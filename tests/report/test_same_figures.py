"""No form of a report tells a figure that another lacks: also in its sentences, and in what its pictures say."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from readycheck.report import csv_file, html, json_file, markdown
from readycheck.report.model import Chart, Number, Report
from tests.report.pages import REPORTS
from tests.report.reports import blocks

FIGURE = re.compile(r"[+\u2212-]?\d+(?:[.,:\u00a0\u202f]\d+)*")
SIGNS = str.maketrans("", "", "+\u2212-")  # a dash between two figures is no sign


def figures(text: str) -> set[str]:
    """Every figure in a text as it is shown, signs apart."""
    return {found.translate(SIGNS) for found in FIGURE.findall(text)}


class Shown(HTMLParser):
    """What a person reads of a page: its texts with the tag and the class they stand in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.above: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.above.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.above.pop()

    def handle_data(self, data: str) -> None:
        if self.above and self.above[-1][0] != "style":
            self.texts.append((*self.above[-1], data))


def on_page(page: str) -> set[str]:
    """Its figures, those of pictures apart: they have their own test."""
    shown = Shown(page).texts
    return {figure for tag, _, text in shown if tag not in ("text", "title", "desc") for figure in figures(text)}


def strings(facts: Any) -> Iterator[str]:
    if isinstance(facts, dict):
        for item in facts.values():
            yield from strings(item)
    elif isinstance(facts, list):
        for item in facts:
            yield from strings(item)
    elif isinstance(facts, str):
        yield facts


def in_json(report: Report) -> set[str]:
    """The figures of JSON's texts; the day it was made on is a date there."""
    facts = json.loads(json_file.render(report))["report"]
    return {figure for text in strings(facts) for figure in figures(text)} | figures(report.colophon)


@pytest.fixture(params=REPORTS, scope="module")
def report(request: pytest.FixtureRequest) -> Report:
    made: Report = REPORTS[request.param]()
    return made


def test_markdown_page_and_json_tell_the_same(report: Report) -> None:
    told = in_json(report)
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), markdown.render(report))
    text = re.sub(r"(?m)^\d+\. ", "", text.replace("\\", ""))  # a list's own numbers
    assert figures(text) <= told
    assert on_page(html.render(report)) <= told
    missing = told - figures(text) - figures(str(report.season)) - figures(report.made_on.isoformat())
    assert not {figure for figure in missing if not _in_identifiers(report, figure)}


def _in_identifiers(report: Report, figure: str) -> bool:
    """JSON has names of its own, which no reader sees."""
    facts = json.loads(json_file.render(report))["report"]
    return any(figure in figures(name) for name in _identifiers(facts))


def _identifiers(facts: Any) -> Iterator[str]:
    if isinstance(facts, dict):
        yield from (str(facts[key]) for key in ("id", "made_on") if key in facts)
        for key, item in facts.items():
            if key == "value" and isinstance(item, str):
                yield item  # a date as programs write it
            yield from _identifiers(item)
    elif isinstance(facts, list):
        for item in facts:
            yield from _identifiers(item)


def test_the_table_for_spreadsheets_holds_every_text_and_value(report: Report) -> None:
    rows = list(csv.reader(io.StringIO(csv_file.render(report), newline="")))[1:]
    text = {figure for row in rows for cell in row for figure in figures(cell)}
    values = {row[3] for row in rows}
    facts = json.loads(json_file.render(report))["report"]
    for number in _numbers(facts):
        assert number["value"] is None or repr(number["value"]) in values or str(number["value"]) in values
    sentences = {figure for sentence in _sentences(facts) for figure in figures(sentence)}
    assert sentences <= text


def _numbers(facts: Any) -> Iterator[dict[str, Any]]:
    if isinstance(facts, dict):
        if {"value", "text", "unit"} <= facts.keys():
            yield facts
        for item in facts.values():
            yield from _numbers(item)
    elif isinstance(facts, list):
        for item in facts:
            yield from _numbers(item)


def _sentences(facts: Any) -> Iterator[str]:
    """Paragraphs, lists and steps, wherever they stand."""
    if isinstance(facts, dict):
        kind = facts.get("kind")
        if kind == "paragraph":
            yield facts["text"]
        elif kind in ("list", "steps"):
            yield from strings(facts.get("items") or facts.get("lines"))
        for item in facts.values():
            yield from _sentences(item)
    elif isinstance(facts, list):
        for item in facts:
            yield from _sentences(item)


def test_a_picture_says_nothing_that_its_table_and_words_do_not(report: Report) -> None:
    told = in_json(report)
    for chart in (block for block in blocks(report) if isinstance(block, Chart)):
        shown = Shown(html.draw(chart)).texts
        drawn = {figure for _, name, text in shown if name not in ("axis", "tiny") for figure in figures(text)}
        own = figures(" ".join((chart.title, chart.description)))
        values = []
        if chart.table is not None:
            rows = [cell for row in chart.table.rows for cell in row]
            own |= figures(" ".join((*chart.table.columns, *map(str, rows))))
            values = [cell.value for cell in rows if isinstance(cell, Number) and cell.value is not None]
        for figure in drawn - own:
            assert figure in told or any(_rounds_to(value, figure) for value in values), (chart.id, figure)


def _rounds_to(value: float, figure: str) -> bool:
    """Whether a value, or a share as per cent, is `figure` at as many decimals as that shows."""
    plain = figure.replace("\u00a0", "").replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return any(abs(abs(times * value) - float(plain)) <= 0.5000001 * 10**-decimals for times in (1, 100))
