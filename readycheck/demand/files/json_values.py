"""A JSON file's values one after another, however big it is: only the value at hand is held."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from readycheck.core.message import Message, say
from readycheck.demand.files.text import CHUNK, Origin
from readycheck.errors import ReadycheckError, wrong

LONGEST_VALUE = 2_000_000
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NEAR = 8
_CUT = re.compile(r"[\w.+\\-]*$")


class Number(str):
    """A number as it is spelt, so that a long id keeps every digit."""

    __slots__ = ()


class Doubled(dict[str, Any]):
    """An object that has a key twice: which of the two holds, nobody can say."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(found)


def _nothing(constant: str) -> None:
    """NaN and Infinity are no JSON; programs write them where there is no value."""


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=Number, parse_float=Number, parse_constant=_nothing, strict=False
)


class TooLong(Exception):
    """A value longer than one record may be: to be read piece by piece, if it is a list."""


class NotJson(Exception):
    """What stands here is no JSON value."""


class Window:
    """The text of a file around the place where it is being read."""

    def __init__(self, origin: Origin, codec: str) -> None:
        self._chunks = _decoded(origin, codec)
        self._text, self._at, self._lines = "", 0, 1
        self.name, self.ended, self.record = origin.name, False, 0

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._lines + self._text.count("\n", 0, self._at)

    def sign(self) -> str:
        """The next sign that is no space, not yet taken; "" at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self) -> None:
        """Step over the sign that `sign` showed."""
        self._at += 1

    def line_value(self) -> Any:
        """The value that starts here and ends on this line; NotJson where none does, the line taken."""
        while (end := self._text.find("\n", self._at)) < 0:
            if len(self._text) - self._at > LONGEST_VALUE or not self._more():
                return self._last_value()
        try:
            value, length = _DECODER.raw_decode(self._text[self._at:end])
        except (json.JSONDecodeError, RecursionError) as error:
            self._at = end
            raise NotJson from error
        self._at += length
        return value

    def _last_value(self) -> Any:
        try:
            return self.value()
        except NotJson:
            self._at = len(self._text)
            raise

    def value(self) -> Any:
        """The value that starts here, taken; TooLong, NotJson (not taken), or ReadycheckError where it is cut off."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                self._read_on(error)
                continue
            except RecursionError as error:
                raise self.wrong_here(say("this is nested too deeply.")) from error
            # a number at the end of the window may go on behind it
            if end < len(self._text) or not self._more():
                self._at = end
                return value

    def _read_on(self, error: json.JSONDecodeError) -> None:
        """Read more where that may mend it; else TooLong, NotJson, or ReadycheckError: the file is cut off."""
        behind = self._text[error.pos:error.pos + _NEAR + 1]
        at_end = error.msg.startswith("Unterminated") or len(behind) <= _NEAR
        if not at_end:
            raise NotJson
        if len(self._text) - self._at > LONGEST_VALUE:
            raise TooLong
        if not self._more():
            if error.msg.startswith("Unterminated") or _CUT.fullmatch(behind.rstrip()):
                raise self.cut_off() from error
            raise NotJson

    def _more(self) -> bool:
        """Read on, forgetting what was taken; False at the end of the file."""
        chunk = next(self._chunks, "")
        if not chunk:
            self.ended = True
            return False
        self._lines = self.line
        self._text, self._at = self._text[self._at:] + chunk, 0
        return True

    def cut_off(self) -> ReadycheckError:
        """The error of a file that ends too early."""
        if not self.record:
            return self.wrong_here(say("the file is cut off."))
        return self.wrong_here(say("the file is cut off after record {number}.", number=self.record))

    def broken(self) -> ReadycheckError:
        """The error of a file that is no JSON here, and of which nothing after this can be trusted."""
        if not self.record:
            return self.wrong_here(say("this is no JSON."))
        return self.wrong_here(say("this is not JSON after record {number}.", number=self.record))

    def too_long(self) -> ReadycheckError:
        """The error of a record that no help desk writes."""
        return self.wrong_here(say("record {number} is longer than two million characters.", number=self.record + 1))

    def wrong_here(self, what: Message) -> ReadycheckError:
        """An error at the line that is being read."""
        return wrong(what, say("Export it again."), file=self.name, line=self.line)


def _decoded(origin: Origin, codec: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    with origin.path.open("rb") as file:
        while chunk := file.read(CHUNK):
            origin.progress.done(len(chunk))
            if text := decoder.decode(chunk):
                yield text
    yield decoder.decode(b"", final=True)
