"""The keyword rules of one import: the usual reasons' keywords and the shop's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from readycheck.core.audit import Reason
from readycheck.core.checklist import ReasonCodes
from readycheck.demand.coding.stems import LANGUAGES
from readycheck.demand.words import fold, reason_names

AS_WRITTEN = "="


@dataclass(frozen=True)
class Keyword:
    """A word or phrase in the languages it may be of (ids of `LANGUAGES`), and the reason that it stands for.

    `as_written`: only so, in no other form and no compound. `own` is the shop's.
    """

    text: str
    reason: str
    languages: tuple[str, ...]
    as_written: bool = False
    own: bool = False

    @classmethod
    def of(cls, text: str, reason: str, languages: Iterable[str], *, own: bool = False) -> Keyword:
        """A keyword as it is typed: "=perintä" is taken as written."""
        return cls(text.removeprefix(AS_WRITTEN), reason, tuple(languages), text.startswith(AS_WRITTEN), own)


@dataclass(frozen=True)
class Rules:
    """`keywords` for texts; `names` for tags, which must say a reason's folded name exactly."""

    keywords: tuple[Keyword, ...]
    names: Mapping[str, str]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason that the rules can give."""
        return tuple(dict.fromkeys((*self.names.values(), *(keyword.reason for keyword in self.keywords))))


def rules_of(codes: ReasonCodes, reasons: Mapping[str, Reason]) -> Rules:
    """The rules of the usual reasons and of the shop's own (`[reasons.<id>]`: id, label, keywords)."""
    usual = (
        Keyword.of(text, code.id, (language,))
        for code in codes.reasons for language, texts in code.keywords.items() if language in LANGUAGES
        for text in texts
    )
    own = (
        Keyword.of(text, identifier, LANGUAGES, own=True)
        for identifier, reason in reasons.items() for text in reason.keywords
    )
    names = {fold(name): identifier for identifier, reason in reasons.items() for name in _names(identifier, reason)}
    return Rules((*usual, *own), {name: reason for name, reason in {**reason_names(codes), **names}.items() if name})


def _names(identifier: str, reason: Reason) -> Iterator[str]:
    yield identifier
    yield from reason.label.values()
    yield from reason.keywords
