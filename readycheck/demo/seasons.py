"""The made-up shop's two audits as documents, put together from the story and the formula. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Any

from readycheck.core.audit import FORMAT
from readycheck.demo import season_2025, season_2026, walks
from readycheck.demo.demand import demand

NAME = "Lankakauppa Villanen"
SEASONS = {2025: season_2025, 2026: season_2026}
Document = dict[str, Any]


def documents(checklists: Sequence[Document], reasons: Mapping[str, Document]) -> tuple[Document, ...]:
    """Both seasons' documents, the earlier first.

    `checklists` are the shipped ones as documents; `reasons` gives each reason's label and kind by its code.
    """
    return tuple(_season(year, story, checklists, reasons) for year, story in SEASONS.items())


def _season(
    year: int, story: ModuleType, checklists: Sequence[Document], reasons: Mapping[str, Document]
) -> Document:
    counted = demand(year - 1)
    return {
        "format": FORMAT,
        "shop": {"name": NAME, "country": "FI", "timezone": "Europe/Helsinki"},
        "season": {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)},
        "answers": _answers(story),
        **story.TABLES,
        **walks.OF_SEASON[year],
        "reasons": _reasons(counted["contacts"]["reasons"], story.REASONS, reasons),
        "demand": counted,
        "imports": _imports(year - 1, counted),
        "checklists": [each for each in checklists if each["id"] in story.CHECKLISTS],
    }


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


def _reasons(
    counted: Mapping[str, int], planned: Mapping[str, Document], reasons: Mapping[str, Document]
) -> Document:
    """Every reason that customers had: its usual label and kind, and what the shop plans for it."""
    return {code: {**reasons.get(code, {}), **planned.get(code, {})} for code in counted}


def _imports(year: int, counted: Document) -> list[Document]:
    """Where the profile came from. The counts of each source are the whole of its half."""
    files = {"orders": ("verkkokauppa", f"tilaukset_{year}-{year + 1}.csv"),
             "contacts": ("tiketit", f"yhteydenotot_{year}-{year + 1}.csv")}
    return [
        {
            "kind": kind, "source": source, "files": [{"name": name}],
            "rows": sum(map(int, counted[kind]["daily"].split())) + sum(counted[kind].get("rejected", {}).values()),
            "first": counted[kind]["first"], "last": counted[kind]["last"], "on": SEASONS[year + 1].ANSWERED,
            "rejected": counted[kind].get("rejected", {}),
            "counts": {key: value for key, value in counted[kind].items() if key != "rejected"},
        }
        for kind, (source, name) in files.items()
    ]
