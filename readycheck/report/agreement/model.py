"""The agreement as one object: texts in the reader's language, as many as one page holds."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.i18n import Lang


@dataclass(frozen=True)
class Line:
    """A row: a question with its agreed answer, or an action with owner, due day and a mark where it is late."""

    text: str
    cells: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Part:
    """A table with its heading; `more` says how many there are besides, `nothing` stands for an empty one."""

    id: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    more: str = ""
    nothing: str = ""


@dataclass(frozen=True)
class Agreement:
    """One page: whose, of which day, how ready, what was settled, and who signs."""

    lang: Lang
    kicker: str
    title: str
    headline: str
    known: str
    parts: tuple[Part, ...]
    signers: tuple[str, ...]
    signing: str
    colophon: str
