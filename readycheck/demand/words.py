"""Words as people write them: folded to one form, and looked up in vocabulary.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from readycheck.core.audit import Reason
from readycheck.core.checklist import LocalText, ReasonCodes
from readycheck.core.text import clean, slug

HERE = Path(__file__).parent


def fold(text: str) -> str:
    """One form of a word or phrase: small letters, single spaces, no other signs ("E-mail" → "e mail")."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def fold_heading(text: str) -> str:
    """A heading folded; a help desk's "[list]" or "[txt]" after a field's name is not part of it."""
    name = text.strip()
    if name.endswith("]") and "[" in name:
        name = name[: name.rindex("[")]
    return fold(name)


def read_data(path: Path) -> dict[str, Any]:
    """A shipped YAML file with every scalar as text: "no" and "1" stay what they are."""
    import yaml

    loaded = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return dict(loaded)


@dataclass(frozen=True)
class Vocabulary:
    """Folded words: channel by its names, months by theirs, and what means nothing, yes or no.

    `order_words` are in small letters only: their signs are part of them.
    """

    channels: Mapping[str, str]
    months: Mapping[str, int]
    uncoded: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    personal_headings: frozenset[str]
    personal_endings: tuple[str, ...]
    order_words: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """vocabulary.yaml, read once."""
    data = read_data(HERE / "vocabulary.yaml")
    return Vocabulary(
        channels=_inverted(data["channels"]),
        months={word: int(number) for word, number in _inverted(data["months"]).items()},
        uncoded=_folded(data["uncoded"]) | {""},
        yes=_folded(data["yes"]),
        no=_folded(data["no"]),
        personal_headings=_folded(data["personal_headings"]),
        personal_endings=tuple(map(fold, data["personal_endings"])),
        order_words=tuple(map(str.casefold, data["order_words"])),
    )


def _inverted(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold(word): meaning for meaning, names in words.items() for word in names}


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def channel_of(value: str) -> str | None:
    """The channel that a cell names: a known one, else its own slug; None where it says nothing."""
    word = fold(value)
    if word in vocabulary().uncoded:
        return None
    return vocabulary().channels.get(word) or slug(clean(value), "channel")


def reason_names(codes: ReasonCodes) -> Mapping[str, str]:
    """Reason id by folded name; ids and labels come before keywords, and a shared keyword names none."""
    named: dict[str, str] = {}
    for code in codes.reasons:
        for name in (code.id, code.label.fi, code.label.en):
            named.setdefault(fold(name), code.id)
    return {**_keywords(codes), **named}


def reason_labels(codes: ReasonCodes, own: Mapping[str, Reason]) -> Mapping[str, LocalText]:
    """What a person calls a reason, by its id: the audit's own label, else the usual one."""
    named = {code.id: code.label for code in codes.reasons}
    for name, reason in own.items():
        one = next(filter(None, reason.label.values()), "")
        if one:
            named[name] = LocalText(fi=reason.label.get("fi") or one, en=reason.label.get("en") or one)
    return named


def _keywords(codes: ReasonCodes) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for code in codes.reasons:
        for words in (*code.keywords.values(), *code.names.values()):
            for word in words:
                owners.setdefault(fold(word), set()).add(code.id)
    return {word: next(iter(ids)) for word, ids in owners.items() if len(ids) == 1}


def reason_of(value: str, names: Mapping[str, str]) -> str | None:
    """The reason that a cell names: a known one, else its own slug; None where it is uncoded.

    `names` may hold marks that stand for a cell; they are compared as they are.
    """
    word = fold(value)
    if word in vocabulary().uncoded:
        return None
    return names.get(value) or names.get(word) or slug(clean(value), "reason")
