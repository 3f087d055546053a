"""The HTML file: what may stand in it whatever the shop's texts hold, and how it is built."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from readycheck.core.audit import Answer
from readycheck.report.build import build
from readycheck.report.html import render
from readycheck.report.html_table import long_word, table_of
from readycheck.report.model import Link, Table
from readycheck.report.page import STYLES
from tests.report.reports import LANGS, empty, full, hostile
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import SCORES

PAYLOADS = json.loads((Path(__file__).parent.parent / "data" / "html_xss_payloads.json").read_text(encoding="utf-8"))
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "h4",
    "p", "div", "span", "strong", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "figure", "figcaption", "details", "summary", "a", "svg", "desc", "g", "rect", "line", "path", "polyline",
    "circle", "text",
}
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "scope", "href", "rel", "role",
    "aria-labelledby", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "points",
    "text-anchor",
}
VOID = {"meta"}


class Page(HTMLParser):
    """Every tag with its attributes, in order, and the texts; complains of tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def check_harmless(page: Page) -> None:
    """Only known tags and attributes; links lead to http(s) and tell nobody where from; nothing is fetched."""
    for tag, attributes in page.tags:
        assert tag in TAGS, tag
        assert set(attributes) <= ATTRIBUTES, (tag, attributes)
        if "href" in attributes:
            assert tag == "a"
            assert re.fullmatch(r"https?://[!-~]+", attributes["href"])
            assert attributes["rel"] == "noreferrer"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_is_text(payload: str) -> None:
    page = Page(render(hostile(payload)))
    check_harmless(page)
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in Page(render(hostile("plain"))).tags]
    shown = payload.replace("\0", "\ufffd").strip()
    assert any(shown in text.replace("\0", "\ufffd") for text in page.texts)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_in_the_file_runs_or_is_fetched(lang: str) -> None:
    text = render(full(lang))
    page = Page(text)
    check_harmless(page)
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert page.all("html") == [{"lang": lang}]
    assert "url(" not in text and "@import" not in text
    assert [link["href"] for link in page.all("a")] == ["https://shop.example/contact"]


@pytest.mark.parametrize(("address", "href"), [
    ("https://shop.example/a?b=c#d", "https://shop.example/a?b=c#d"),
    ("HTTP://shop.example", "HTTP://shop.example"),
    ("javascript:alert(1)", ""), ("JaVaScRiPt:alert(1)", ""), ("data:text/html,x", ""), ("vbscript:x", ""),
    ("//evil.example", ""), ("https://", ""), ("https:///x", ""), ("http://[::1", ""), ("shots/chat.png", ""),
    ("java\tscript:alert(1)", ""), ("https://a.example/\"onclick=", ""), ("https://a.example/ b", ""),
])
def test_only_whole_http_addresses_are_links(address: str, href: str) -> None:
    assert Link(address).href == href


def test_identifiers_are_there_once_and_pictures_have_words() -> None:
    page = Page(render(full("fi")))
    identifiers = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    pictures = page.all("svg")
    assert len(pictures) == 7  # meter, points, heat map, reasons, January, its lag, years
    for picture in pictures:
        assert picture["role"] == "img"
        assert set(picture["aria-labelledby"].split()) <= set(identifiers)


@pytest.mark.parametrize("lang", LANGS)
def test_without_data_there_are_sentences_and_no_empty_picture(lang: str) -> None:
    page = Page(render(empty(lang)))
    check_harmless(page)
    assert page.all("svg") == []
    assert len([div for div in page.all("div") if div.get("class") == "missing"]) >= 6


def test_it_prints_on_a4_without_cutting_pictures() -> None:
    css = (STYLES / "report.css").read_text(encoding="utf-8")
    assert "@page { size: A4;" in css
    printed = css[css.index("@media print"):]
    assert re.search(r"figure,[^{]*\{ break-inside: avoid; \}", printed)
    assert "details { display: none; }" in printed


def test_a_printed_page_says_whose_it_is_of_which_season_and_day() -> None:
    foot = 'content: "Lankakauppa Oy · Season readiness 2026 · Made with readycheck on 14 Oct 2026."'
    assert f"@page {{ @bottom-left {{ {foot};" in render(full("en"))
    hostile_foot = render(hostile('"; } </style><b>'))
    assert hostile_foot.count("</style>") == 1 and "\\22 \\3b " in hostile_foot


def test_the_first_page_says_how_ready_and_what_to_do_before_any_figure() -> None:
    text = render(full("en"))
    places = [text.index(part) for part in (
        "<h1>Lankakauppa Oy</h1>", "Not ready for the season yet", "What to do first", "Score card", "What blocks",
        "Said and measured", "Where the points are", "The four coverages", "Plan of actions",
        "Year against year", "Appendix",
    )]
    assert places == sorted(places)


def test_a_long_word_may_be_broken_and_takes_no_room_from_its_neighbours() -> None:
    """An address of 25 characters and more; the words of a language stay whole."""
    cells = ("https://shop.example/help", "Yhteydenottolomakkeelta", "yes and no " * 20)
    assert [long_word(cell) for cell in cells] == [True, False, False]
    answers = {**AUDIT.answers, "peak-season/presence.evenings": Answer(note="see " + "x" * 300)}
    page = render(build(replace(AUDIT, answers=answers), SCORES, None, None, "en", TODAY))
    row = next(line for line in reversed(page.split("<tr>")) if "see xxx" in line).strip()
    assert row.startswith('<th scope="row" class="long">') and '<span class="more">see xxx' in row


def test_a_note_stands_under_its_question_and_takes_no_column() -> None:
    rows = (("Open?", "yes", "On Thursdays."), ("FAQ?", "no", "–"))
    table = Table("Answers", ("Question", "Answer", "Note"), rows, notes_below=True)
    drawn = str(table_of(table))
    assert "Note" not in drawn and "–" not in drawn
    assert '<th scope="row">Open?<span class="more">On Thursdays.</span></th>' in drawn
    assert '<th scope="row">FAQ?</th>' in drawn
