"""What reaches a browser, a spreadsheet or a calendar: texts that would run there, and nothing that runs."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from readycheck.cli import main
from tests.e2e.audits import SHOP, full_shop, texts
from tests.e2e.tab import Tab, opened, until
from tests.e2e.test_served import serving

CANARY = [
    "<script>window.ran=1;alert('ran')</script>", "\"><img src=//canary.example/x onerror=\"window.ran=1\">",
    "'><svg onload=\"window.ran=1;alert('ran')\">", "</title></style></textarea><script>window.ran=1</script>",
    "<link rel=stylesheet href=//canary.example/x.css>", "<style>@import '//canary.example/y.css'</style>",
    "javascript:window.ran=1", "<iframe src=//canary.example></iframe>", "<base href=//canary.example/>",
]
ACTIVE = [*CANARY, *texts("html_xss_payloads.json"), *texts("markdown_payloads.json")]
FORMULAS = texts("csv_formula_payloads.json")
SKIPPED = " \t\r\n\x00\xa0\ufeff\ufffd\u200b\u200c\u200d\u2060"
COMPUTED = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")
LINES = [
    "x\r\nATTENDEE:mailto:a@b.example", "\nEND:VEVENT\nBEGIN:VALARM", ";X-A=1:y", "\\nURL:http://evil.example", "\r x",
    "\u2028ATTENDEE:x", "\x85ATTENDEE:x", "\x0bATTENDEE:x",
    *texts("hostile/terminal_escapes.json"), *texts("hostile/shop_names.json"),
]
RUNNING = "script, iframe, img, object, base, link, form"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up shop with a payload at the end of every text, its checklists' questions included."""
    folder = tmp_path_factory.mktemp("active")
    full_shop(folder, ACTIVE, questions=True)
    return folder


def written(home: Path, *words: str | Path) -> None:
    assert main(["--home", str(home), "--lang", "fi", *map(str, words)]) == 0


async def _still(tab: Tab) -> None:
    """Nothing in the page has run."""
    assert await tab.run("document.readyState") == "complete"
    await tab.run("new Promise(done => setTimeout(done, 500))")
    assert await tab.run("window.ran") is None and tab.dialogs == []
    assert not [address for address in tab.requested if "canary" in address or "evil" in address]


async def test_the_canary_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p>" + "".join(CANARY[:3]), encoding="utf-8")
    async with opened(tmp_path / "profile") as tab:
        await tab.open(page.as_uri())
        await until(lambda: tab.dialogs, lambda: "a dialogue")
        assert await tab.run("window.ran") == 1
        assert [address for address in tab.requested if "canary.example" in address]


async def test_reports_run_nothing(home: Path, tmp_path: Path) -> None:
    """Both pages, with every link looked at and each part that can be unfolded open."""
    report, page = tmp_path / "report.html", tmp_path / "page.html"
    written(home, "report", SHOP, "-o", report)
    written(home, "agreement", SHOP, "-o", page)
    for file in (report, page):
        async with opened(tmp_path / f"profile-{file.stem}") as tab:
            await tab.open(file.as_uri())
            await until(lambda tab=tab: tab.requested, lambda: "the page")
            await tab.run("new Promise(done => document.readyState == 'complete' ? done() : onload = done)")
            await tab.run("document.querySelectorAll('details').forEach(part => part.open = true)")
            await tab.run("document.querySelectorAll('*').forEach(part => part.dispatchEvent(new Event('mouseover')))")
            await _still(tab)
            assert tab.requested == [file.as_uri()], "the page and nothing else"
            assert await tab.run(f"document.querySelectorAll('{RUNNING}').length") == 0
            links = await tab.run("[...document.querySelectorAll('[href]')].map(link => link.getAttribute('href'))")
            assert all(re.match(r"https?://|#", link) for link in links)


async def test_the_served_page_runs_nothing(home: Path, tmp_path: Path) -> None:
    """The app in a tab: the list of shops, then the shop's first screens."""
    async with serving(home) as (address, _), opened(tmp_path / "profile") as tab:
        await tab.open(address)
        await tab.wait_for("Kaupat ja sesongit")
        await tab.press("\r")
        await tab.wait_for("[1 Kysymykset]")
        for key in "23456":
            await tab.press(key)
            await tab.wait_for(f"[{key} ")
        await _still(tab)
        assert {re.sub(r"^\w+://([^/?#]+).*", r"\1", each) for each in tab.requested if "://" in each} == {
            re.sub(r"^\w+://([^/?#]+).*", r"\1", address)
        }


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_no_cell_is_computed(lang: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In the report, and in the need hour by hour; quoted or not, as a spreadsheet reads them."""
    full_shop(tmp_path, [f"\0{payload}" for payload in FORMULAS], questions=True)
    _take_away_what_stands_before(tmp_path)
    file = tmp_path / "report.csv"
    assert main(["--home", str(tmp_path), "--lang", lang, "report", SHOP, "-o", str(file)]) == 0
    assert main(["--home", str(tmp_path), "--lang", lang, "staffing", SHOP, "--csv", str(tmp_path / "need.csv")]) == 0
    for made in (file, tmp_path / "need.csv"):
        text = made.read_bytes().decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        computed = [cell for cell in cells if cell.lstrip(SKIPPED).startswith(COMPUTED)]
        assert [cell for cell in computed if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell)] == []
    assert "'=1+1" in file.read_text(encoding="utf-8-sig"), "the payloads are there, harmless"


def _take_away_what_stands_before(home: Path) -> None:
    """The texts become nothing but their payload: what was appended behind a zero byte."""
    for path in (home / "shops" / SHOP).glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'"(?:[^"\\\n]|\\.)*?\\u0000', '"', text), encoding="utf-8")


def test_no_property_is_put_into_a_calendar(tmp_path: Path) -> None:
    plain, hostile = _calendar(tmp_path / "plain", [""]), _calendar(tmp_path / "hostile", LINES)
    assert [sorted(part.keys()) for part in plain.walk()] == [sorted(part.keys()) for part in hostile.walk()]
    assert len(plain.walk("VEVENT")) > 5
    assert [part.name for part in plain.walk()] == [part.name for part in hostile.walk()]


def _calendar(home: Path, payloads: list[str]) -> Calendar:
    """Also as text: each line begins with a property that we write, or with the space of a long one."""
    full_shop(home, payloads, questions=True)
    file = home / "actions.ics"
    written(home, "actions", SHOP, "--ics", file)
    data = file.read_bytes()
    lines = data.decode("utf-8").split("\r\n")
    known = re.compile(r"( |(BEGIN|END|VERSION|PRODID|METHOD|X-WR-CALNAME|UID|DTSTAMP|DTSTART|DTEND|TRANSP|SUMMARY|"
                       r"DESCRIPTION|ACTION|TRIGGER|SEQUENCE|STATUS|LAST-MODIFIED)[;:]|$)")
    assert [line for line in lines if not known.match(line)] == []
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202e]", "".join(lines))
    return Calendar.from_ical(data)
