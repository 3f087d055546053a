"""Every page that the program writes can be read without seeing it, and without telling colours apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from readycheck.report.page import STYLES, in_css
from tests.report.pages import PAGES

VOID = {"meta"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass
class Element:
    """A tag with what stands in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    words: str = ""

    def all(self, *names: str) -> Iterator[Element]:
        """Those of these names inside it, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def one(self, name: str) -> Element:
        (found,) = self.all(name)
        return found

    @property
    def text(self) -> str:
        return " ".join([self.words.strip(), *(child.text for child in self.children)]).strip()


class Tree(HTMLParser):
    """The page as a tree."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = Element("")
        self.above = [self.root]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.above[-1].children.append(element)
        if tag not in VOID:
            self.above.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.above.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.above[-1].words += data


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest) -> Element:
    make: Callable[[], str] = PAGES[request.param]
    root = Tree(make()).root.one("html")
    assert root.attributes["lang"] == request.param[-2:]
    return root


def test_one_h1_and_headings_that_leave_no_step_out(page: Element) -> None:
    headings = list(page.all(*HEADINGS))
    levels = [int(heading.name[1]) for heading in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(heading.text for heading in headings)


def test_landmarks_stand_once_each_and_hold_everything(page: Element) -> None:
    assert page.one("head").one("title").text
    assert [child.name for child in page.one("body").children] == ["header", "main", "footer"]
    assert page.one("header").one("h1").text
    for section in page.all("section"):
        assert section.children[0].name in HEADINGS


def test_every_table_has_a_caption_and_heads_that_say_what_they_head(page: Element) -> None:
    for table in page.all("table"):
        assert table.children[0].name == "caption" and table.children[0].text
        heads = list(table.one("thead").all("th"))
        assert heads and all(head.attributes["scope"] == "col" and head.text for head in heads)
        for row in table.one("tbody").all("tr"):
            assert [cell.name for cell in row.children] == ["th"] + ["td"] * (len(heads) - 1)
            assert row.children[0].attributes["scope"] == "row" and row.children[0].text


def test_every_picture_says_in_words_what_it_shows(page: Element) -> None:
    identifiers = {each.attributes["id"]: each for each in page.all("title", "desc") if "id" in each.attributes}
    pictures = list(page.all("svg"))
    assert len(pictures) == len([svg for figure in page.all("figure") for svg in figure.all("svg")])
    for figure in page.all("figure"):
        assert figure.children[0].name == "figcaption" and figure.children[0].text
    for picture in pictures:
        assert picture.attributes["role"] == "img"
        title, words = (identifiers[name].text for name in picture.attributes["aria-labelledby"].split())
        assert title and words and title != words


def test_lists_hold_items_and_what_unfolds_says_what_it_is(page: Element) -> None:
    for found in page.all("ol", "ul"):
        assert found.children and {child.name for child in found.children} == {"li"}
    for found in page.all("dl"):
        assert all([part.name for part in each.children] == ["dt", "dd"] for each in found.children)
    for found in page.all("details"):
        assert found.children[0].name == "summary" and found.children[0].text
    assert all(link.text for link in page.all("a"))
    names = [each.attributes["id"] for each in _everything(page) if "id" in each.attributes]
    assert len(names) == len(set(names))
    assert not any("tabindex" in each.attributes for each in _everything(page))  # the order is the page's


def _everything(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _everything(child)


def _luminance(colour: str) -> float:
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _schemes() -> dict[str, dict[str, str]]:
    """The colours of each sheet by name, and those that take their places where a dark page is wanted."""
    found = {}
    for sheet in sorted(STYLES.glob("*.css")):
        light, *dark = sheet.read_text(encoding="utf-8").split("@media screen and (prefers-color-scheme: dark)")
        found[sheet.stem] = dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6})", light))
        for part in dark:
            found[f"{sheet.stem}, dark"] = {
                **found[sheet.stem], **dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6})", part.partition("} }")[0])),
            }
    return found


SCHEMES = _schemes()


def test_the_report_has_a_dark_dress_and_paper_none() -> None:
    assert set(SCHEMES) == {"agreement", "report", "report, dark"}
    assert _luminance(SCHEMES["report, dark"]["paper"]) < 0.02 < _luminance(SCHEMES["report"]["paper"])
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)  # WCAG's own extremes
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the grey that just fails


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_marks_stand_out_as_wcag_aa_asks(scheme: str) -> None:
    colour = SCHEMES[scheme]
    grounds = [colour[name] for name in ("paper", "wash") if name in colour]
    for text in ("ink", "soft", "accent"):
        assert all(_contrast(colour[text], ground) >= 4.5 for ground in grounds), text
    used = (STYLES / f"{scheme.partition(',')[0]}.css").read_text(encoding="utf-8")
    assert set(re.findall(r"[{;\s](?:color|fill): var\(--([a-z0-9]+)\)", used)) <= set(colour)


@pytest.mark.parametrize("scheme", [name for name in SCHEMES if "shade0" in SCHEMES[name]])
def test_lightness_alone_tells_the_heat_map_s_steps(scheme: str) -> None:
    steps = [_luminance(SCHEMES[scheme][f"shade{step}"]) for step in range(6)]
    assert steps in (sorted(steps), sorted(steps, reverse=True)) and len(set(steps)) == 6
    frame, halo = SCHEMES[scheme]["ink"], SCHEMES[scheme]["paper"]
    for step in range(6):  # what is open has a frame in a halo: one of them stands out on every shade
        assert max(_contrast(SCHEMES[scheme][f"shade{step}"], line) for line in (frame, halo)) >= 3


def test_what_stands_at_the_foot_of_a_printed_page_cannot_leave_the_style() -> None:
    hostile = 'a" } </style><script>\\ \n'
    assert not set(in_css(hostile)) & set('"<>}/\n') and in_css("Oy Åland–Käsityö 24") == "Oy Åland–Käsityö 24"
