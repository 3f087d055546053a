"""What an answer says, text by text: words, faces, stars, grades and percentages, never by guess (DOMAIN §3.8).

CSAT is the share of the satisfied: "good" of good, neutral and bad; 4–5 of 1–5 and of five stars; at least 75 % of
percentages (what four of five stars are, from one star as 0 %); 1 of 0/1. No other scale of satisfaction has a rule
that all agree on, so it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readycheck.demand.words import HERE, fold, read_data, vocabulary

Csat = Literal["good", "neutral", "bad"]
Scale = Literal["words", "0-1", "1-5", "percent"]
UNANSWERED, UNASKED = "unanswered", "unasked"
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)\s*(%|(?:/|out of|of)\s*(\d{1,3}))?(?:\s*[-–—=:(a-zåäö*].*)?",
                     re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Words:
    """Folded words and faces by what they say."""

    csat: Mapping[str, str]
    groups: Mapping[str, str]
    faces: Mapping[str, str]
    full: frozenset[str]
    empty: frozenset[str]


@dataclass(frozen=True)
class Given:
    """A number as an answer: `top` is the scale's end where the answer says it ("4/5"; 100 for a percentage)."""

    value: float
    top: int | None = None


@cache
def words() -> Words:
    """words.yaml, read once."""
    data = read_data(HERE / "survey" / "words.yaml")
    kinds = ("good", "neutral", "bad", UNANSWERED, UNASKED)
    return Words(
        csat=_inverted(data, kinds), groups=_inverted(data, ("promoter", "passive", "detractor")),
        faces={face: kind for kind, faces in data["faces"].items() for face in faces},
        full=frozenset(data["stars"]["full"]), empty=frozenset(data["stars"]["empty"]),
    )


def _inverted(data: Mapping[str, Iterable[str]], kinds: Iterable[str]) -> dict[str, str]:
    return {fold(word): kind for kind in kinds for word in data[kind]}


def number_of(text: str) -> Given | None:
    """A number that an answer gives: "9", "9,0", "9/10", "80 %", "10 – very likely", "★★★★☆"; None: it gives none."""
    stars = [sign for sign in text if sign in words().full | words().empty]
    if stars and not text.strip("".join(words().full | words().empty) + " \ufe0f"):
        return Given(sum(sign in words().full for sign in stars), 5)
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    top = 100 if found[2] == "%" else int(found[3]) if found[3] else None
    return Given(float(found[1].replace(",", ".")), top)


def solved_of(text: str) -> bool | None:
    """Whether the matter was solved, by a word for yes or no."""
    word = fold(text)
    return True if word in vocabulary().yes else False if word in vocabulary().no else None


def grade_of(text: str) -> int | None:
    """A whole grade 0–10; None for any other number, and for a scale that does not end at 10."""
    given = number_of(text)
    if given is None or given.top not in (None, 10) or given.value not in range(11):
        return None
    return int(given.value)


def group_of(text: str) -> str | None:
    """The NPS group that a word names."""
    return words().groups.get(fold(text))


def csat_word(text: str) -> str | None:
    """"good", "neutral", "bad", "unanswered" or "unasked", by a word or a face."""
    faces = {words().faces[sign] for sign in text if sign in words().faces}
    return faces.pop() if len(faces) == 1 else words().csat.get(fold(text))


def csat_of(value: float, scale: Scale) -> Csat | None:
    """What a number says of satisfaction on its scale; None where the scale has no such number."""
    if scale == "0-1":
        return {0.0: "bad", 1.0: "good"}.get(value)  # type: ignore[return-value]  # the literals are of Csat
    lowest, neutral, good, highest = (1, 3, 4, 5) if scale == "1-5" else (0, 50, 75, 100)
    if not lowest <= value <= highest:
        return None
    return "good" if value >= good else "neutral" if value >= neutral else "bad"
