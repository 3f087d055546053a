"""All keys of the app, found in the classes of its screens and widgets: no app has to run for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from readycheck import tui

OURS = f"{tui.__name__}."
LANGUAGES = ("fi", "en")


@dataclass(frozen=True)
class Place:
    """A screen with everything on it that has keys: the screen first, then widgets, then the app where it listens."""

    screen: type[DOMNode]
    others: Sequence[type[DOMNode]]

    def chains(self) -> Iterator[tuple[type[DOMNode], ...]]:
        """What may hear a key together: one widget at a time has the focus."""
        widgets = [other for other in self.others if not _is_app(other)]
        apps = tuple(other for other in self.others if _is_app(other))
        for widget in widgets or [self.screen]:
            yield tuple(dict.fromkeys((widget, self.screen, *apps)))


@dataclass(frozen=True)
class Use:
    """What an id does on some of the screens: its keys by default, and its texts as English templates."""

    id: str
    keys: tuple[str, ...]
    label: str
    tip: str
    actions: frozenset[str]

    @property
    def fixed(self) -> bool:
        """Several keys with an action each, as the arrows: they cannot change places with one key."""
        return len(self.actions) > 1


@cache
def bindings_of(kind: type[DOMNode]) -> tuple[Binding, ...]:
    """The keys of a class with those that it inherits, one binding a key."""
    merged: BindingsMap | None = kind._merged_bindings
    return () if merged is None else tuple(binding for _, binding in merged)


@cache
def places() -> tuple[Place, ...]:
    """Every screen of the app, in the order of its name."""
    for module in walk_packages(tui.__path__, OURS):
        import_module(module.name)
    kinds = sorted(set(_kinds(Screen)), key=lambda kind: (kind.__module__, kind.__name__))
    return tuple(_place(kind) for kind in kinds)


def _place(screen: type[DOMNode]) -> Place:
    from readycheck.tui.app import ReadycheckApp

    widgets = [kind for kind in _named_by(screen) if bindings_of(kind) and _takes_keys(kind)]
    return Place(screen, [*widgets, *([] if issubclass(screen, ModalScreen) else [ReadycheckApp])])


def _kinds(root: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for kind in root.__subclasses__():
        if kind.__module__.startswith(OURS):
            yield kind
        yield from _kinds(kind)


def _named_by(screen: type[DOMNode]) -> list[type[DOMNode]]:
    """The widgets that a screen's modules name, and those that these name."""
    waiting, seen, found = [kind.__module__ for kind in screen.__mro__], set[str](), set[type[DOMNode]]()
    while waiting:
        module = waiting.pop()
        if not module.startswith(OURS) or module in seen:
            continue
        seen.add(module)
        for kind in vars(sys.modules[module]).values():
            if isinstance(kind, type) and issubclass(kind, Widget) and not issubclass(kind, Screen):
                found.add(kind)
                waiting.append(kind.__module__)
    return sorted(found, key=lambda kind: kind.__name__)


def _takes_keys(kind: type[DOMNode]) -> bool:
    """Ours where they have keys; Textual's fields and lists, not what only scrolls."""
    mine = kind.__module__.startswith(OURS) and any(binding.id for binding in bindings_of(kind))
    return mine or issubclass(kind, Input | TextArea | OptionList)


def _is_app(kind: type[DOMNode]) -> bool:
    return issubclass(kind, App)


@cache
def uses() -> Mapping[str, Sequence[Use]]:
    """Every id with what it does; more than one use where screens say it in other words or with other keys."""
    found: dict[str, dict[Use, None]] = {}
    kinds = dict.fromkeys(kind for place in places() for kind in (place.screen, *place.others))
    for kind in kinds:
        for use in _uses_in(kind):
            found.setdefault(use.id, {})[use] = None
    return {identifier: tuple(variants) for identifier, variants in sorted(found.items())}


def usual_keys(identifier: str) -> tuple[str, ...]:
    """The keys of an id without keys.toml: all that go by its first label."""
    variants = uses()[identifier]
    keys = (key for use in variants if (use.label, use.tip) == (variants[0].label, variants[0].tip) for key in use.keys)
    return tuple(dict.fromkeys(keys))


def _uses_in(kind: type[DOMNode]) -> Iterator[Use]:
    by_id: dict[str, list[Binding]] = {}
    for binding in bindings_of(kind):
        if binding.id is not None:
            by_id.setdefault(binding.id, []).append(binding)
    for identifier, bindings in by_id.items():
        keys = tuple(sorted(binding.key for binding in bindings))
        actions = frozenset(binding.action for binding in bindings)
        yield Use(identifier, keys, bindings[0].description, bindings[0].tooltip, actions)


def language_of(identifier: str | None) -> str | None:
    """The language in which a key works; None where it works in both."""
    ending = (identifier or "").rpartition(".")[2]
    return ending if ending in LANGUAGES else None
