"""What a new key would be in the way of: another key of the same screen, or somebody who types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from readycheck.core.message import Message, say
from readycheck.errors import Problem
from readycheck.tui.key_names import types_a_sign
from readycheck.tui.key_registry import bindings_of, language_of, places

Wanted = dict[str, tuple[str, ...]]
"""New keys by the id of what they do."""


def where_one_types(identifier: str) -> bool:
    """Whether the id belongs to a field, is heard before one, or gets by without signs in a window to be filled in."""
    for place in places():
        fields = [kind for kind in place.others if issubclass(kind, Input | TextArea)]
        for kind in (place.screen, *place.others):
            bindings = [binding for binding in bindings_of(kind) if binding.id == identifier]
            if any(binding.priority for binding in bindings) or (bindings and kind in fields):
                return True
            window = fields and kind is place.screen and issubclass(kind, ModalScreen)
            if bindings and window and not any(types_a_sign(binding.key) for binding in bindings):
                return True
    return False


def first_clash(wanted: Wanted) -> Problem | None:
    """A new key that does something else on the same screen; of two new ones the later is at fault."""
    for identifier in reversed(wanted):
        for place in places():
            for chain in place.chains():
                other = _other_use(identifier, chain, wanted)
                if other is not None:
                    return _clash(identifier, *other)
    return None


def _other_use(
    identifier: str, chain: tuple[type[DOMNode], ...], wanted: Wanted,
) -> tuple[str, Binding] | None:
    """A key of `identifier` and the other binding that it has in this chain."""
    bindings = [binding for kind in chain for binding in bindings_of(kind)]
    usual = {binding.key for binding in bindings if binding.id == identifier}
    if not usual:
        return None
    for binding in bindings:
        if binding.id == identifier or _in_other_languages(identifier, binding.id):
            continue
        for key in set(wanted[identifier]) & set(wanted.get(binding.id or "", (binding.key,))):
            if key not in usual or key != binding.key:  # what is so without the file is meant so
                return key, binding
    return None


def _in_other_languages(one: str, other: str | None) -> bool:
    langs = language_of(one), language_of(other)
    return None not in langs and langs[0] != langs[1]


def _clash(identifier: str, key: str, other: Binding) -> Problem:
    what = say("\"{key}\" is already the key of {other} there.", key=key, other=other.id or Message(other.description))
    return Problem(what, say("Choose another key, or give that one another."), key=identifier)


def sharing(kind: type[DOMNode], wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Binding]:
    """The bindings of a class that have a key in common with one that is changed: the other language's."""
    bindings = bindings_of(kind)
    changed = [(binding.key, *wanted[binding.id]) for binding in bindings if binding.id and binding.id in wanted]
    touched = {key for keys in changed for key in keys}
    return (binding for binding in bindings if binding.id and binding.id not in wanted and binding.key in touched)


def keys_of(kind: type[DOMNode], identifier: str | None) -> str:
    """The keys that a class has for an id, with commas between them."""
    return ",".join(binding.key for binding in bindings_of(kind) if binding.id == identifier)
