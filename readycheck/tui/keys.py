"""Keys as the app writes them down: every one with an id, a label and a sentence of help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from textual._context import active_app
from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from readycheck.core.message import Message, say
from readycheck.i18n import Lang, Translator

EVERYWHERE = ("find", "undo", "report", "import", "help", "leave", "close", "value.drop")
"""Keys that every screen of an audit, every window or every field has: last in the line."""


KEY_FILE = "keys.toml"
"""Other keys, in the folder of the settings (keymap.py)."""


_OWN_KEYS: WeakKeyDictionary[App[Any], dict[str, str]] = WeakKeyDictionary()
"""What keys.toml gives each id first, for the texts that name a key."""


def key(
    keys: str, action: str, label: Message, tip: Message, *, id: str,
    show: bool = True, display: str | None = None, priority: bool = False,
) -> Binding:
    """A binding whose label and tip are English templates until a screen translates them.

    `show` puts it into the line at the bottom; the list of keys (F1) has them all.
    """
    return Binding(
        keys, action, label.text, show=show, key_display=display, priority=priority, tooltip=tip.text, id=id
    )


LANGUAGE = key("f3", "app.language", say("Language"), say("Suomeksi / In English, at the same place."), id="language",
               show=False)


def in_language(active: dict[str, ActiveBinding], tr: Translator) -> dict[str, ActiveBinding]:
    """The same bindings with their labels and tips translated."""
    return {
        pressed: bound._replace(
            binding=replace(bound.binding, description=tr(bound.binding.description)),
            tooltip=tr(bound.tooltip),
        )
        for pressed, bound in active.items()
    }


def called(active: dict[str, ActiveBinding], names: Mapping[str, tuple[Message, Message]]) -> dict[str, ActiveBinding]:
    """The same keys, those of these ids under another label and tip: what they do now; the line at the bottom has them.
    """
    def named(bound: ActiveBinding) -> ActiveBinding:
        identifier = bound.binding.id or ""
        if identifier not in names:
            return bound
        label, tip = (text.text for text in names[identifier])
        return bound._replace(binding=replace(bound.binding, description=label, tooltip=tip, show=True), tooltip=tip)

    return {pressed: named(bound) for pressed, bound in active.items()}


def function_key(shown: str) -> str:
    """`f5` as it is written on the key."""
    return shown.upper() if shown[:1] == "f" and shown[1:].isdecimal() else shown


def heed_key_file(app: App[Any], folder: Path | None) -> Message | None:
    """Give the app the keys of keys.toml, where the folder holds one; what is wrong in it, if anything."""
    path = None if folder is None else folder / KEY_FILE
    if path is None or not _is_there(path):  # to know all keys, all screens must be loaded
        return None
    from readycheck.tui.keymap import read_keymap

    found = read_keymap(path)
    app.set_keymap(found.for_textual())
    _OWN_KEYS[app] = {identifier: keys[0] for identifier, keys in found.wanted.items()}
    return found.first_problem() if found.problems else None


def keys_by_id(screen: Screen[Any]) -> dict[str, str]:
    """Each key of ours that works now as it is shown, by its binding's id."""
    shown: dict[str, str] = {}
    for bound in screen.active_bindings.values():
        if bound.binding.id is not None:
            shown.setdefault(bound.binding.id, screen.app.get_key_display(bound.binding))
    return shown


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that is closed to us holds no keys for us
        return False


def key_now(app: App[Any], identifier: str, usual: str) -> str:
    """The key of an id for texts beside the line of keys: keys.toml's where it has one, else the usual one."""
    return _OWN_KEYS.get(app, {}).get(identifier, usual)


def shown_key(app: App[Any], identifier: str, usual: str) -> str:
    """The same key as it is written on the screen."""
    pressed = key_now(app, identifier, "")
    return app.get_key_display(Binding(pressed, "")) if pressed else usual


@dataclass(frozen=True)
class KeyOf:
    """A key in a sentence: keys.toml's for this id where it has one, else the usual one; looked up as it is told."""

    identifier: str
    usual: str

    def in_language(self, _lang: Lang) -> str:
        """As it is written on the screen; keys are called the same in both languages."""
        app = active_app.get(None)
        return self.usual if app is None else shown_key(app, self.identifier, self.usual)

    def __str__(self) -> str:
        return self.in_language("en")


def key_of(identifier: str, usual: str) -> KeyOf:
    """The key of an id to be put into a sentence, `usual` where it has not been changed; every sentence has it so."""
    return KeyOf(identifier, usual)
