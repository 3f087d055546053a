"""The report as one object: texts in the reader's language, figures raw and as they are shown.

Every renderer walks the same sections and blocks, so that no two formats can tell different figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from readycheck.core.results import Band
from readycheck.i18n import Lang
from readycheck.report.charts.change import Change
from readycheck.report.charts.heatmap import HeatMap
from readycheck.report.charts.heatmaps import HeatMaps
from readycheck.report.charts.lag import Lag
from readycheck.report.charts.meter import Meter
from readycheck.report.charts.multiples import Multiples
from readycheck.report.charts.pairs import Pairs
from readycheck.report.charts.pareto import Pareto
from readycheck.report.charts.points import Points
from readycheck.report.charts.weeks import Weeks
from readycheck.report.numbers import Day as Day
from readycheck.report.numbers import Number as Number

Picture = HeatMap | Pareto | Weeks | Change | Points | Meter | Lag | Multiples | Pairs | HeatMaps


@dataclass(frozen=True)
class Link:
    """A text that may lead somewhere; `href` is empty unless it is a whole http(s) address."""

    text: str

    @property
    def href(self) -> str:
        """The address, where following it is safe."""
        try:
            parts = urlsplit(self.text)
        except ValueError:
            return ""
        plain = self.text.isascii() and not set(self.text) & set(" \"'<>`\\")
        return self.text if parts.scheme in ("http", "https") and parts.hostname and plain else ""

    def __str__(self) -> str:
        return self.text


Cell = str | Number | Day | Link


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row's first cell is what it is about. `notes_below`: the last column is words on that, mostly
    none, and a page sets them under it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes_below: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture with what it says in words, and its figures as a table where they stand nowhere else."""

    id: str
    title: str
    description: str
    picture: Picture
    table: Table | None = None


@dataclass(frozen=True)
class Paragraph:
    """Running text; a "note" is set smaller, a "warning" marked."""

    text: str
    tone: Literal["plain", "lead", "note", "warning"] = "plain"


@dataclass(frozen=True)
class Missing:
    """In the place of a figure or a picture: what is missing, and how to get it."""

    what: tuple[str, ...]
    remedy: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; each item a sentence, with what stands behind it in `more`."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Item:
    """A list's item: its text, and a smaller line under it."""

    text: str
    more: str = ""


@dataclass(frozen=True)
class Steps:
    """Arithmetic, line by line, to be redone with a calculator."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigure:
    """A figure of the score card: its name, itself and a word on it."""

    name: str
    number: Number
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """Figures side by side; `caption` says what they are of."""

    caption: str
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Claim:
    """What was answered beside what the data says; `links` are the evidence that was given."""

    question: str
    claim: str
    data: Number
    measure: str
    threshold: Number
    remedy: str
    note: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Claims:
    """Claims against data, side by side under their two headings; `caption` says what they are of."""

    caption: str
    columns: tuple[str, str, str]
    claims: tuple[Claim, ...]


Block = Table | Chart | Paragraph | Missing | Bullets | Steps | KeyFigures | Claims


@dataclass(frozen=True)
class Section:
    """A heading, what stands under it, and smaller sections."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Report:
    """One season of one shop. `facts` is the scores as INTERFACE.md's `score --json` gives them."""

    lang: Lang
    shop: str
    season: int
    made_on: date
    kicker: str
    title: str
    headline: str
    summary: tuple[str, ...]
    colophon: str
    readiness: Number
    band: Band | None
    known: Number
    sections: tuple[Section, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)
