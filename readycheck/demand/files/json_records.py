"""A JSON file's records in their order: a list, a list in a wrapper, a record on each line, many pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from readycheck.demand.files.json_lists import DEEPEST_WRAPPER, keys, listed
from readycheck.demand.files.json_values import NotJson, TooLong, Window
from readycheck.demand.words import fold

BROKEN = object()
"""Stands for a line that is no JSON."""


@dataclass
class Walk:
    """One way through a file. `wanted` is the key of the list to read, where no usual one was found.

    `others` counts the objects in lists under other keys, `lists` the lists of records, `values` the values on
    the outermost level; `lone` is the only one where it is no list.
    """

    window: Window
    wanted: str | None = None
    others: dict[str, int] = field(default_factory=dict)
    lists: int = 0
    values: int = 0
    by_line: bool = False
    lone: Any = None

    def records(self) -> Iterator[Any]:
        """Every record in order, as it stands: also what is no object; BROKEN for a line that is no JSON."""
        while sign := self.window.sign():
            if sign == ",":
                self.window.take()
                continue
            self.values += 1
            for record in self._items() if sign == "[" else self._outermost():
                yield record
                self.window.record += 1

    def _items(self) -> Iterator[Any]:
        """The items of the list that begins here; a page or list among them gives its own."""
        self.lists += 1
        for _ in self._each("]"):
            value = self._whole()
            found = listed(value, alone=False)
            yield from [value] if found is None else found

    def _outermost(self) -> Iterator[Any]:
        """A page of records in a wrapper, or a record of its own."""
        line = self.window.line if self.values == 1 else 0
        try:
            value = self.window.line_value() if self.by_line else self.window.value()
        except TooLong:
            yield from self._page()
        except NotJson:
            if not self.by_line:
                raise self.window.broken() from None
            yield BROKEN
        else:
            yield from self._of_value(value, alone=self.values == 1 and self._is_alone(line))

    def _is_alone(self, line: int) -> bool:
        """Whether nothing follows the first value; records that each take a line go on after a broken one."""
        ends = self.window.line
        follows = bool(self.window.sign())
        self.by_line = follows and line == ends < self.window.line
        return not follows

    def _of_value(self, value: Any, *, alone: bool) -> Iterator[Any]:
        found = listed(value, alone=alone)
        self.lists += found is not None
        self.lone = value if found is None and alone else None
        yield from [value] if found is None else found

    def _page(self) -> Iterator[Any]:
        """The records of a wrapper that is too long to be held; an error where it is a record of that length."""
        before = self.lists, len(self.others)
        yield from self._wrapper(DEEPEST_WRAPPER)
        if before == (self.lists, len(self.others)) and not self.wanted:
            raise self.window.too_long()

    def _wrapper(self, depth: int) -> Iterator[Any]:
        """The records in a long object, key by key."""
        if not depth:
            raise self.window.too_long()
        for _ in self._each("}"):
            key = fold(str(self._whole()))
            if self.window.sign() != ":":
                raise self.window.broken()
            self.window.take()
            sign = self.window.sign()
            yield from self._list_under(key) if sign == "[" else self._beside(sign, depth)

    def _list_under(self, key: str) -> Iterator[Any]:
        taken = key == self.wanted if self.wanted else key in keys().lists + keys().wrappers
        self.lists += taken
        for _ in self._each("]"):
            value = self._whole()
            if taken:
                yield value
            elif isinstance(value, dict):
                self.others[key] = self.others.get(key, 0) + 1

    def _beside(self, sign: str, depth: int) -> Iterator[Any]:
        """What stands in a wrapper beside lists: nothing of ours, but for a wrapper inside it."""
        try:
            self.window.value()
        except TooLong:
            if sign != "{":
                raise self.window.too_long() from None
            yield from self._wrapper(depth - 1)
        except NotJson:
            raise self.window.broken() from None

    def _each(self, end: str) -> Iterator[None]:
        """A step before each item of the list or object that begins here; its signs are taken."""
        self.window.take()
        while (sign := self.window.sign()) != end:
            if not sign:
                raise self.window.cut_off()
            yield
            if (sign := self.window.sign()) == ",":
                self.window.take()
            elif sign and sign != end:
                raise self.window.broken()
        self.window.take()

    def _whole(self) -> Any:
        try:
            return self.window.value()
        except TooLong:
            raise self.window.too_long() from None
        except NotJson:
            raise self.window.broken() from None
