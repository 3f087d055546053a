"""One family of errors: what is wrong, where it stands, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readycheck.core.message import Message, cut, say, shortened

Unit = Literal["line", "row", "record", "message"]
"""What a person counts in a file: the lines of a text, the rows of a sheet, the records or messages of others."""
_PLACES: Mapping[Unit, Message] = {
    "line": say("line {line}"), "row": say("row {line}"), "record": say("record {line}"),
    "message": say("message {line}"),
}

LONGEST_QUOTE, LONGEST_LIST = 200, 1000
"""Characters that a file's own words, and what can be chosen instead, may take of a sentence."""


CLOSE = 0.65
"""Of two names, how much must be the same (difflib's ratio): "fax" is "faq" (0.67), "bogus" is not "hours" (0.6)."""


@dataclass(frozen=True)
class Problem:
    """One mistake. `file`, `line` (the number of a `unit`) and `key` are where; `remedy` is how to mend it."""

    what: Message
    remedy: Message | None = None
    file: str | None = None
    line: int | None = None
    key: str | None = None
    unit: Unit = "line"

    def message(self) -> Message:
        """The whole sentence: where, what, how to mend it."""
        at = None if self.line is None else Message(_PLACES[self.unit].text, {"line": self.line})
        places = [self.file, at, self.key and cut(self.key, LONGEST_QUOTE)]
        where = [place for place in places if place]
        sentence = shortened(self.what, LONGEST_QUOTE)
        if self.remedy is not None:
            sentence = say("{what} {remedy}", what=sentence, remedy=shortened(self.remedy, LONGEST_LIST))
        for place in reversed(where):
            sentence = say("{where}: {rest}", where=place, rest=sentence)
        return sentence


class ReadycheckError(Exception):
    """Wrong use or unreadable input: told in a sentence each, exit status 2, nothing changed on disk."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems: Sequence[Problem] = problems

    def __str__(self) -> str:
        return "; ".join(str(problem.message()) for problem in self.problems)


def wrong(
    what: Message, remedy: Message | None = None, *,
    file: str | None = None, line: int | None = None, key: str | None = None, unit: Unit = "line",
) -> ReadycheckError:
    """A ReadycheckError about one mistake."""
    return ReadycheckError(Problem(what, remedy, file, line, key, unit))


def close_names(name: str, known: Iterable[str], most: int) -> list[str]:
    """The names that a slip of the fingers makes `name` of, the closest first; none is better than a wild guess."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), most, CLOSE)


def did_you_mean(
    name: str, known: Iterable[str], otherwise: Message, meaning: Mapping[str, str] | None = None
) -> Message:
    """The remedy for an unknown name: up to three that are like it (or what they mean), else `otherwise`."""
    close = dict.fromkeys((meaning or {}).get(each, each) for each in close_names(name, known, 3))
    return say("Did you mean {close}?", close=", ".join(close)) if close else otherwise
