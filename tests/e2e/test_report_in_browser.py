"""The HTML report in a real browser: it opens, it is drawn, it prints, and no text in it runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from readycheck.cli import main
from tests.e2e.audits import SHOP, full_shop, texts
from tests.e2e.browser import different_lines, dom, printed, screenshot

HEADINGS = {
    "fi": ("Näin alkuun", "Tuloskortti", "Sanottu ja mitattu", "Aukioloajat", "UKK", "Yhteydenoton syyt",
           "Tammikuun resursointi", "Ostopolku", "Toimenpiteet", "Vuosivertailu"),
    "en": ("What to do first", "Score card", "Said and measured", "Opening hours", "FAQ", "Contact reasons",
           "January staffing", "Purchase path", "Plan of actions", "Year against year"),
}
RUNS = (
    "<script>document.title='ran'</script>", "\"><img src=x onerror=\"document.title='ran'\">",
    "'><svg onload=\"document.title='ran'\">", "</title><script>document.title='ran'</script>",
    "</style><script>document.title='ran'</script>", "javascript:document.title='ran'",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\">", "<meta http-equiv=refresh content=0;url=//x>",
)


class Page(HTMLParser):
    """Tags, attributes and headings of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[str] = []
        self.title = ""
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append("")
        self._open = tag if tag in ("title", "h1", "h2", "h3", "h4") else self._open

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data
        elif self._open:
            self.headings[-1] += data

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tags if name == tag)


def written(home: Path, lang: str, payloads: list[str]) -> Path:
    """The report of the made-up shop."""
    full_shop(home, payloads)
    file = home / f"report.{lang}.html"
    assert main(["--home", str(home), "--lang", lang, "report", SHOP, "-o", str(file)]) == 0
    return file


@pytest.fixture(scope="module", params=["fi", "en"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The language, and the report in it."""
    return request.param, written(tmp_path_factory.mktemp("report"), request.param, [""])


def test_its_headings_and_charts_are_there(report: tuple[str, Path]) -> None:
    lang, file = report
    page = Page(dom(file))
    assert [heading for heading in HEADINGS[lang] if heading not in page.headings] == []
    assert "Lankakauppa Villanen" in page.title and "Lankakauppa Villanen" in page.headings[0]
    assert page.count("svg") >= 6 and page.count("script") == 0
    assert page.tags[0] == ("html", {"lang": lang})


def test_it_is_drawn(report: tuple[str, Path], tmp_path: Path) -> None:
    picture = tmp_path / "report.png"
    screenshot(report[1], picture)
    assert different_lines(picture) > 300


def test_a_blank_page_would_be_noticed(tmp_path: Path) -> None:
    page, picture = tmp_path / "blank.html", tmp_path / "blank.png"
    page.write_text("<!doctype html><title>blank</title>", encoding="utf-8")
    screenshot(page, picture)
    assert different_lines(picture) < 5


def test_it_prints(report: tuple[str, Path], tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    printed(report[1], paper)
    data = paper.read_bytes()
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 4


def test_a_script_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>still</title><p>{RUNS[1]}{RUNS[0]}", encoding="utf-8")
    assert Page(dom(page)).title == "ran"


def test_no_text_of_the_shop_runs(tmp_path: Path) -> None:
    payloads = [*RUNS, *texts("html_xss_payloads.json")]
    file = written(tmp_path, "fi", payloads)
    page, plain = Page(dom(file)), Page(dom(written(tmp_path / "plain", "fi", [""])))
    assert page.title != "ran" and "Lankakauppa Villanen" in page.title
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in plain.tags}
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcdoc", "style")]
    links = [attributes["href"] for _, attributes in page.tags if "href" in attributes]
    assert all(re.match(r"https?://|#", link) for link in links)
