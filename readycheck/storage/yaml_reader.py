"""YAML as plain data with line numbers: no aliases, no tags, no duplicates, not too deep, not too large.

Unquoted scalars stay text of the type Plain until the schema says what they are: `no` and `10:30` are
text where text is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.decode import Path, Plain, key_text

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
MAX_VALUES = 20_000     # five times the largest checklist; a megabyte of `a: |` took ten seconds
Lines = dict[Path, int]


def read_yaml(data: bytes, file: str) -> tuple[Any, Lines, list[Problem]]:
    """The data of a YAML text, each key's line (from 1), and the keys that stand twice (the first counts).

    ReadycheckError where it cannot be read.
    """
    if len(data) > MAX_BYTES:
        raise wrong(say("is larger than {mb:g} MB.", mb=MAX_BYTES / 1e6), say("Split it."), file=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise wrong(say("is not UTF-8."), say("Save it as UTF-8."), file=file, line=line) from None
    import yaml

    try:
        builder = _Builder(yaml.parse(text, Loader=yaml.CSafeLoader), file)
        value = builder.document()
    except ReadycheckError:
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        what = say("is not YAML: {problem}.", problem=clean(error.problem or ""))
        raise wrong(what, file=file, line=mark.line + 1 if mark else None) from None
    except Exception as error:  # noqa: BLE001 - PyYAML raises ValueError, KeyError and more on broken input
        raise wrong(say("is not YAML: {problem}.", problem=clean(str(error))[:120]), file=file) from None
    return value, builder.lines, builder.twice


class _Builder:
    """Data out of parser events, one pass."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self._events, self._file, self._values = events, file, 0
        self.lines: Lines = {}
        self.twice: list[Problem] = []

    def document(self) -> Any:
        """The first and only document."""
        import yaml

        value: Any = None
        starts: Iterator[Any] = (event for event in self._events if isinstance(event, yaml.DocumentStartEvent))
        for number, start in enumerate(starts):
            if number:
                line = start.start_mark.line + 1
                raise self._no(say("holds a second document (---)."), say("Put it into a file of its own."), line)
            value = self._node(next(self._events), (), 0)
        return value

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        import yaml

        line = event.start_mark.line + 1
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._no(say("holds an anchor or alias (& or *)."), say("Write the text out."), line)
        if event.tag is not None:
            raise self._no(say("holds a tag (!)."), say("Take it out."), line)
        if depth > MAX_DEPTH:
            raise self._no(say("is nested too deeply."), None, line)
        self._values += 1
        if self._values > MAX_VALUES:
            raise self._no(say("holds over {limit} values.", limit=MAX_VALUES), say("Split it."), line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        # block and quoted scalars are meant as text; plain ones are what the schema wants
        return Plain(event.value) if event.implicit[0] and not event.style else str(event.value)

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        import yaml

        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        import yaml

        table: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
                raise self._no(say("has a key that is no plain text."), None, line)
            key = clean(event.value)
            at = (*path, key)
            if key in table:
                self.twice.append(self._problem(say("is here twice."), say("Keep one of them."), line, at))
                at = (*at, "")  # what stands below must not move the lines of the one that counts
            self.lines.setdefault(at, line)
            table.setdefault(key, self._node(next(self._events), at, depth + 1))
        return table

    def _problem(self, what: Message, remedy: Message | None, line: int, path: Path = ()) -> Problem:
        return Problem(what, remedy, self._file, line, key_text(path) or None)

    def _no(self, what: Message, remedy: Message | None, line: int) -> ReadycheckError:
        return ReadycheckError(self._problem(what, remedy, line))
