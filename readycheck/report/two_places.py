"""Words about items that were changed in two places, for the command and the app alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.text import clean
from readycheck.i18n import Lang, Translator
from readycheck.storage.clashes import KeptClash
from readycheck.storage.decode import key_text
from readycheck.storage.differences import Difference
from readycheck.storage.document import REMOVED
from readycheck.storage.merge import Clash

PARTS: Mapping[str, Message] = {
    "owner": say("owner"), "consultant": say("consultant"), "agreed": say("agreed"), "note": say("note"),
    "evidence": say("evidence"),
}
"""The parts of an answer."""
LONGEST = 240
"""Characters of a value that are shown: whoever has to choose sees where they differ."""


ItemPath = tuple[str | int, ...]
Named = Callable[[ItemPath], str]
"""What an item of the audit file is called, by its path in it."""


@dataclass(frozen=True)
class InWords:
    """What is said in each language by words of its own, as an argument of a message."""

    words: Callable[[Translator], str]

    def in_language(self, lang: Lang) -> str:
        """The words."""
        return self.words(Translator(lang))


def in_words(words: Callable[[Translator], str]) -> Message:
    """A sentence that is nothing but such words."""
    return Message("{words}", {"words": InWords(words)})


def first_of(lines: Sequence[str], most: int, tr: Translator) -> str:
    """The first lines under a choice of a menu, and how many more there are."""
    rest = [tr(say("… and {count} more", count=len(lines) - most))] if len(lines) > most else []
    return "\n  ".join([*lines[:most], *rest])


def value_text(value: Any, tr: Translator) -> str:
    """A value of the audit file on one line; what is not there is said so."""
    if value is REMOVED:
        return tr(say("nothing (taken out)"))
    text = _text(value, tr)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _text(value: Any, tr: Translator) -> str:
    if isinstance(value, Mapping):
        if value.get("value") in ANSWER_NAMES:
            on = value.get("on")
            return tr(ANSWER_NAMES[value["value"]]) + (f" ({tr.date(on)})" if isinstance(on, date) else "")
        return "; ".join(f"{clean(str(key))}: {_text(item, tr)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_text(item, tr) for item in value) or tr(say("nothing"))
    if isinstance(value, bool):
        return tr(say("yes")) if value else tr(say("no"))
    return tr.date(value) if isinstance(value, date) else clean(str(value))


def moment(at: datetime, tr: Translator) -> str:
    """A local time to the minute."""
    return tr(say("{day} at {time}", day=at, time=f"{at:%H:%M}"))


def kept_from(kept: KeptClash, tr: Translator) -> str:
    """Where the value that is kept aside comes from, and when it was written."""
    when = moment(kept.kept_at, tr)
    if kept.origin:
        return tr(say("in the copy {name}, {when}", name=kept.origin, when=when))
    return tr(say("typed on this machine, {when}", when=when))


def in_file_since(kept: KeptClash, tr: Translator) -> str:
    """Since when the file has its value."""
    return tr(say("in the file, saved {when}", when=moment(kept.file_at, tr)))


def difference_text(found: Difference, tr: Translator, named: Named = key_text) -> str:
    """ "+ key  value" for what is new, "− key  value" for what goes, "~ key  before → after" for what changes."""
    key = named(found.path)
    if found.before is REMOVED:
        return f"+ {key}  {value_text(found.after, tr)}"
    if found.after is REMOVED:
        return f"− {key}  {value_text(found.before, tr)}"
    return f"~ {key}  {value_text(found.before, tr)} → {value_text(found.after, tr)}"


class Brings(Protocol):
    """What a copy, or an audit that was sent, would bring into a file."""

    @property
    def brought(self) -> Sequence[Difference]:
        """Without a question."""

    @property
    def clashes(self) -> Sequence[Clash]:
        """For a person to choose about."""


def in_question_words(audit: Audit, tr: Translator) -> Named:
    """Names an answer by its question's words and the part of it, whatever else by its key in the file."""
    prompts = {key: question.prompt for kept in audit.checklists for key, question in kept.questions().items()}

    def named(path: ItemPath) -> str:
        if path[:1] != ("answers",) or len(path) < 2 or path[1] not in prompts:
            return key_text(path)
        part = PARTS.get(str(path[2]), str(path[2])) if path[2:] else say("answer")
        return f"{tr(prompts[str(path[1])])} ({tr(part)})"

    return named


def preview_lines(bringing: Brings, tr: Translator, named: Named = key_text) -> list[str]:
    """What a copy would bring, a line for each item; what has to be chosen about comes last."""
    lines = [difference_text(found, tr, named) for found in bringing.brought]
    lines += [
        f"? {named(clash.path)}  "
        + tr(say("file: {file}; copy: {copy}", file=value_text(clash.theirs, tr), copy=value_text(clash.ours, tr)))
        for clash in bringing.clashes
    ]
    return lines or [tr(say("nothing that the file does not have"))]
