"""Checklists: sections of questions, in Finnish and English (DOMAIN §1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Literal

from readycheck.core.countries import among
from readycheck.core.limits import Between, NotBlank, Pattern
from readycheck.core.message import say

Identifier = Annotated[str, Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", say("small letters, digits and hyphens"))]
Effort = Literal["small", "medium", "large"]


@dataclass(frozen=True)
class LocalText:
    """One text in both languages."""

    fi: Annotated[str, NotBlank()]
    en: Annotated[str, NotBlank()]

    def in_language(self, lang: str) -> str:
        """The text in `lang` ("fi" or "en")."""
        return self.fi if lang == "fi" else self.en

    def __str__(self) -> str:
        """The English one, as a Message's own text is."""
        return self.en


@dataclass(frozen=True)
class AppliesWhen:
    """All keys that are given must hold; any of a key's values is enough. A country may be "EU" or "EEA": a member."""

    channel: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    data: tuple[Literal["orders", "contacts"], ...] = ()


@dataclass(frozen=True)
class LocalWording:
    """What is said to shops of some countries instead of the question's own words; None leaves those."""

    country: tuple[str, ...]
    why: LocalText | None = None
    remedy: LocalText | None = None
    source: str | None = None


@dataclass(frozen=True)
class Question:
    """One fact to be answered in a minute; "yes" is always the good answer.

    `locally`: hints bound to a country. `formerly`: prompts of earlier editions, in either language, asking the same.
    """

    id: Identifier
    prompt: LocalText
    why: LocalText
    remedy: LocalText
    effort: Effort
    weight: Annotated[int, Between(1, 3)]
    source: str
    lead_days: Annotated[int, Between(0, 365)] = 0
    critical: bool = False
    measure: str | None = None
    at_least: Annotated[float, Between(0, 100)] | None = None
    applies_when: AppliesWhen = AppliesWhen()
    since: date | None = None
    until: date | None = None
    supersedes: str | None = None
    locally: tuple[LocalWording, ...] = ()
    formerly: tuple[str, ...] = ()

    def in_country(self, country: str) -> Question:
        """As it is put to a shop there (ISO 3166-1)."""
        words = next((words for words in self.locally if among(country, words.country)), None)
        if words is None:
            return self
        return replace(
            self, why=words.why or self.why, remedy=words.remedy or self.remedy, source=words.source or self.source,
        )

    def asks_the_same(self, other: Question) -> bool:
        """Asked in the same words, or in words that one of the two was put into before; in both languages."""
        return all(
            mine == theirs or mine in other.formerly or theirs in self.formerly
            for mine, theirs in ((self.prompt.fi, other.prompt.fi), (self.prompt.en, other.prompt.en))
        )


@dataclass(frozen=True)
class Section:
    """A part of a checklist; its id within an audit is `<checklist>/<section>`."""

    id: Identifier
    title: LocalText
    questions: tuple[Question, ...]
    intro: LocalText | None = None


@dataclass(frozen=True)
class Bands:
    """From which score on a shop is ready, or nearly (0–100), and why just there."""

    ready: Annotated[float, Between(0, 100)]
    nearly: Annotated[float, Between(0, 100)]
    why: LocalText


@dataclass(frozen=True)
class ReadinessWeight:
    """How much one score weighs in the readiness mean (DOMAIN §3.10), and why."""

    id: str
    weight: Annotated[float, Between(0, 100)]
    why: LocalText


@dataclass(frozen=True)
class Checklist:
    """A whole checklist, as shipped, as written by a shop, or as kept in an audit."""

    id: Identifier
    version: Annotated[int, Between(1, None)]
    title: LocalText
    source: str
    sections: tuple[Section, ...]
    bands: Bands | None = None
    readiness: tuple[ReadinessWeight, ...] = ()

    def questions(self) -> Mapping[str, Question]:
        """Every question by its full id, `<checklist>/<section>.<question>`, in order."""
        return {
            f"{self.id}/{section.id}.{question.id}": question
            for section in self.sections for question in section.questions
        }


@dataclass(frozen=True)
class ReasonCode:
    """A usual contact reason: its names, kind and the words it is recognised by, by language.

    `keywords` also find it in a subject or message; `names` say too little for that: only a whole cell or tag counts.
    """

    id: Identifier
    label: LocalText
    self_service: bool = True
    after_sales: bool = False
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class ReasonCodes:
    """The usual contact reasons of a web shop."""

    id: Identifier
    version: Annotated[int, Between(1, None)]
    reasons: tuple[ReasonCode, ...]
