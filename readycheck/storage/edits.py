"""What a person or an import does to an audit, as edits of its document: each returns a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, get_args

from readycheck.core.audit import FORMAT, AnswerValue
from readycheck.core.checklist import Checklist
from readycheck.core.limits import FIRST_YEAR, LAST_YEAR
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import did_you_mean, wrong
from readycheck.storage.assign import assign
from readycheck.storage.carrying import carry_over
from readycheck.storage.checklists import checklist_to_document
from readycheck.storage.demand_edits import with_demand
from readycheck.storage.document import Document, with_value

__all__ = ["answer", "assign", "carry_over", "new_document", "with_demand"]

By = Literal["owner", "consultant", "agreed"]


def new_document(
    name: str, year: int, country: str, timezone: str, checklists: Iterable[Checklist]
) -> Document:
    """An audit with nothing answered: the shop, the season 1 Nov – 31 Jan, whole copies of the checklists."""
    if not FIRST_YEAR < year < LAST_YEAR:
        what = say("must be between {first} and {last}, not {found}.",
                   first=str(FIRST_YEAR + 1), last=str(LAST_YEAR - 1), found=str(year))
        raise wrong(what, key="season.year")
    return {
        "format": FORMAT,
        "shop": {"name": name, "country": country, "timezone": timezone},
        "season": {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)},
        "checklists": [checklist_to_document(checklist) for checklist in checklists],
    }


def answer(
    document: Mapping[str, Any], question_id: str, value: str, *, by: By = "owner", on: date,
    note: str | None = None, evidence: Sequence[str] | None = None,
) -> Document:
    """One voice's answer; `note` replaces the note, `evidence` is added. "na" needs a note: its reason."""
    _known_question(document, question_id)
    if value not in get_args(AnswerValue):
        known = ", ".join(get_args(AnswerValue))
        what = say("\"{value}\" is no answer.", value=clean(value)[:40])
        raise wrong(what, say("Answer one of {known}.", known=known))
    before = document.get("answers", {}).get(question_id, {})
    reason = note if note is not None else before.get("note", "")
    if value == "na" and not reason.strip():
        raise wrong(
            say("\"na\" needs its reason: why does this not concern the shop?"), say("Give it as a note."),
            key=question_id,
        )
    table = {**before, by: {"value": value, "on": on}}
    if note is not None:
        table["note"] = note
    if added := [each for each in evidence or () if each.strip()]:
        table["evidence"] = [*before.get("evidence", []), *added]
    return with_value(document, ("answers", question_id), table)


def _known_question(document: Mapping[str, Any], question_id: str) -> None:
    known = [
        f"{checklist['id']}/{section['id']}.{question['id']}"
        for checklist in document.get("checklists", [])
        for section in checklist.get("sections", []) for question in section.get("questions", [])
    ]
    if question_id in known:
        return
    # its last part alone is what a person remembers
    names = {name: each for each in known for name in (each, each.partition("/")[2], each.rpartition(".")[2])}
    remedy = did_you_mean(question_id, names, say("See them with: readycheck checklist show"), names)
    raise wrong(say("there is no question \"{id}\" in this audit.", id=clean(question_id)[:80]), remedy)
