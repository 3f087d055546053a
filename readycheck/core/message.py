"""A sentence that is not yet in anybody's language: a template and its facts."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from readycheck.core.rounding import formatted


class _Plain(string.Formatter):
    """str.format, rounding as the translator does: programs read the figures that people read."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return formatted(value, format_spec)


_PLAIN = _Plain()


@dataclass(frozen=True)
class Message:
    """An English template with `{name}` fields, and what goes into them.

    A value may itself be a Message or a LocalText: the translator renders it first.
    """

    text: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return _PLAIN.vformat(self.text, (), self.args)

    def __hash__(self) -> int:
        # the facts may be of any kind; limits that hold messages stand in types, which must have a hash
        return hash(self.text)


def say(text: str, /, **args: Any) -> Message:
    """Mark `text` for the catalogue and keep its facts beside it."""
    return Message(text, args)


def in_a_row(parts: Sequence[Message]) -> Message:
    """Messages with commas between them, each to be translated by itself."""
    return Message(", ".join(f"{{part{n}}}" for n in range(len(parts))), {f"part{n}": p for n, p in enumerate(parts)})


def placed(message: Message, places: Mapping[str, Message]) -> Message:
    """The message with those of its fields that `places` names filled in: where something is typed differs by room."""
    return Message(message.text, {**message.args, **{name: places[name] for name in places.keys() & message.args}})


def shortened(message: Message, most: int) -> Message:
    """The message with each text in it cut to `most` characters: a file may hold 100 KB where a word should be."""
    args = {
        name: cut(value, most) if isinstance(value, str)
        else shortened(value, most) if isinstance(value, Message) else value
        for name, value in message.args.items()
    }
    return Message(message.text, args)


def cut(text: str, most: int) -> str:
    """How a long text begins."""
    return text if len(text) <= most else f"{text[:most - 1]}…"
