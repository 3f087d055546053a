"""What an undo or a redo has changed, in words, and where it can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from readycheck.core.audit import Answer, Audit
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES, channel_name, reason_name
from readycheck.core.text import quoted
from readycheck.tui.question_text import VOICES
from readycheck.tui.screens.registry import BY_ID

PLACES = {
    "answers": "audit", "hours": "hours", "staffing": "january", "plan": "january", "reasons": "reasons",
    "faq": "reasons", "path_runs": "path", "actions": "actions", "observations": "observations", "stages": "stages",
    "confirmation": "confirmation", "service": "service", "channels": "channels",
}
"""Where a table of the audit is worked on. Others, such as an import's, have no one place: one stays where one is."""
TABLES = {"reasons": "pareto", "faq": "faq", "actions": "rows", "observations": "rows", "stages": "rows",
          "channels": "rows"}
"""The table on that screen whose rows these are."""
NONE = say("no answer")


@dataclass(frozen=True)
class TakenBack:
    """`what` changed; `place` is the screen where it is seen ("": none of its own), the rest the row or question."""

    what: Message
    place: str = ""
    table: str = ""
    row: str = ""
    question: str = ""


def taken_back(before: Audit, after: Audit, numbers: Mapping[str, str]) -> TakenBack:
    """What differs between an audit and the one after an undo; `numbers` are the questions' by id."""
    changed = [each.name for each in fields(Audit) if getattr(before, each.name) != getattr(after, each.name)]
    if "imports" in changed or "demand" in changed:
        return TakenBack(say("import"))
    if "checklists" in changed:  # with them answers may have gone elsewhere
        return TakenBack(BY_ID["checklists"].short, "checklists")
    first = next((name for name in PLACES if name in changed), "")
    if not first:
        return TakenBack(say("shop's details") if "shop" in changed or "season" in changed else say("one change"))
    old, new = getattr(before, first), getattr(after, first)
    row = _first_key(old, new)
    if first == "answers":
        return _of_answer(row, old, new, numbers)
    place = PLACES[first]
    named = _item(first, row, before, after)
    title = BY_ID[place].short
    return TakenBack(title if named is None else say("{place}: {item}", place=title, item=named), place,
                     TABLES.get(first, ""), row)


def _of_answer(question: str, old: Mapping[str, Answer], new: Mapping[str, Answer],
               numbers: Mapping[str, str]) -> TakenBack:
    then, now = old.get(question, Answer()), new.get(question, Answer())
    voice = next((name for name in VOICES if getattr(then, name) != getattr(now, name)), None)
    number = numbers.get(question, question)
    if voice is None:
        what = say("{number} note", number=number) if then.note != now.note else say("{number} source", number=number)
    else:
        what = say("{number} {before} → {after}", number=number, before=_said(getattr(then, voice)),
                   after=_said(getattr(now, voice)))
    return TakenBack(what, "audit", question=question)


def _said(voice: Any) -> Message:
    return NONE if voice is None else ANSWER_NAMES[voice.value]


def _first_key(old: Any, new: Any) -> str:
    """The key or the place of the first item that differs; an item that is gone leaves its neighbour's."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return next((key for key in dict.fromkeys((*new, *old)) if old.get(key) != new.get(key)), "")
    if isinstance(old, tuple) and isinstance(new, tuple):
        return str(next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
                        min(len(old), len(new))))
    return ""


def _item(table: str, row: str, before: Audit, after: Audit) -> Message | None:
    """The name of the row that differs, where it has one."""
    if table in ("hours", "staffing", "channels"):
        return channel_name(row)
    if table == "reasons":
        return say("{name}", name=reason_name(after if row in after.reasons else before, row))
    for audit in (after, before):
        items = getattr(audit, table)
        if isinstance(items, tuple) and row and int(row) < len(items):
            return _title(items[int(row)])
    return None


def _title(item: Any) -> Message | None:
    texts: Iterable[str] = (getattr(item, name, "") for name in ("title", "text", "stage", "tester"))
    found = next((text for text in texts if text), "")
    return say("{name}", name=quoted(found)) if found else None
