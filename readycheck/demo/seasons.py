"""The made-up shop's three audits as documents, put together from the story and the formula. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from readycheck.core.checklist import Checklist, ReasonCodes
from readycheck.demo import own_list, season_2024, season_2025, season_2026, walks
from readycheck.demo.demand import REJECTED, demand
from readycheck.demo.first_edition import first_edition
from readycheck.storage.document import Document
from readycheck.storage.edits import new_document, with_demand

NAME = "Lankakauppa Villanen"
SEASONS = {2024: season_2024, 2025: season_2025, 2026: season_2026}
FIRST = min(SEASONS)


def documents(checklists: Iterable[Checklist], codes: ReasonCodes) -> tuple[Document, ...]:
    """The three seasons' documents, the earliest first; `codes` name the usual contact reasons."""
    shipped = tuple(checklists)
    return tuple(_season(year, story, shipped, codes) for year, story in SEASONS.items())


def _season(year: int, story: ModuleType, checklists: Iterable[Checklist], codes: ReasonCodes) -> Document:
    chosen = _lists(year, [checklist for checklist in checklists if checklist.id in story.CHECKLISTS])
    document = new_document(NAME, year, "FI", "Europe/Helsinki", chosen)
    for entry in _imports(year - 1):
        document = with_demand(document, entry, codes)
    named = document["reasons"]
    planned = {code: {**named[code], **plan} for code, plan in story.REASONS.items()}
    return {
        **document, **story.TABLES, **walks.OF_SEASON[year],
        "answers": _answers(story), "reasons": {**named, **planned},
    }


def _lists(year: int, shipped: Iterable[Checklist]) -> list[Checklist]:
    """The season's copies, the shop's own last: in the first season their first editions."""
    if year == FIRST:
        return [*map(first_edition, shipped), own_list.EDITIONS[1]]
    return [*shipped, own_list.EDITIONS[2]]


def _answers(story: ModuleType) -> Document:
    """`evenings=yes/partly` as an owner's and a consultant's voice, with what was noted beside it."""
    answers: Document = {}
    for section, line in story.ANSWERS.items():
        for entry in line.split():
            question, _, values = entry.partition("=")
            owner, _, consultant = values.partition("/")
            answer: Document = {"owner": {"value": owner, "on": story.ANSWERED}}
            if consultant:
                answer["consultant"] = {"value": consultant, "on": story.CONSULTED}
            answers[f"{section}.{question}"] = answer
    for question, value in getattr(story, "AGREED", {}).items():
        answers[question]["agreed"] = {"value": value, "on": story.CONSULTED}
    for question, note in story.NOTES.items():
        answers[question]["note"] = note
    for question, links in getattr(story, "EVIDENCE", {}).items():
        answers[question]["evidence"] = links
    return answers


def _imports(year: int) -> Iterator[Document]:
    """What the web shop and the help desk exported of the season of `year`."""
    files = {"orders": ("verkkokauppa", "tilaukset"), "contacts": ("tiketit", "yhteydenotot")}
    for kind, counts in demand(year).items():
        source, name = files[kind]
        rejected = {"time not readable": REJECTED[year]} if kind == "contacts" else {}
        yield {
            "kind": kind, "source": source, "files": [{"name": f"{name}_{year}-{year + 1}.csv"}],
            "rows": sum(map(int, counts["daily"].split())) + sum(rejected.values()),
            "first": counts["first"], "last": counts["last"], "on": SEASONS[year + 1].ANSWERED,
            "rejected": rejected, "counts": counts,
        }
