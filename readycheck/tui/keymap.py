"""keys.toml: other keys for what the app does. What is wrong in it is told, and the rest of it holds."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from readycheck.core.message import Message, say
from readycheck.errors import Problem, did_you_mean
from readycheck.tui.key_names import canonical, types_a_sign
from readycheck.tui.key_registry import LANGUAGES, bindings_of, language_of, places, uses

LIMIT = 100_000  # bytes: ten times the whole list
_SHAPE = say("Write lines such as: {line}", line='question.note = "f5"')
_LISTED = say("`readycheck keys` lists what there is.")
_KEY_FORM = say("Write a sign, or a name such as {names}.", names='"f5", "ctrl+s", "delete"')
_NO_SIGN = say("Choose a key that types nothing, such as {names}.", names='"f5", "ctrl+s"')
Wanted = dict[str, tuple[str, ...]]
"""New keys by the id of what they do."""


@dataclass(frozen=True)
class Keymap:
    """`wanted` holds; `problems` are the lines that do not."""

    wanted: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()

    def first_problem(self) -> Message:
        """What is told in the app: the first mistake, and where the others are to be read."""
        first, *others = self.problems
        if not others:
            return first.message()
        return say("{first} ({n} more: `readycheck keys`)", first=first.message(), n=len(others))

    def for_textual(self) -> dict[str, str]:
        """`wanted`, and the keys of ids that share one of them: Textual would drop those."""
        told = {identifier: ",".join(keys) for identifier, keys in self.wanted.items()}
        for place in places():
            for kind in (place.screen, *place.others):
                for binding in _sharing(kind, self.wanted):
                    told.setdefault(binding.id or "", _keys_of(kind, binding.id))
        return told


def read_keymap(path: Path) -> Keymap:
    """What stands in the file; nothing where there is none."""
    try:
        with path.open("rb") as file:
            document = tomllib.loads(_text(file.read(LIMIT)))
    except FileNotFoundError:
        return Keymap({})
    except OSError as error:
        return _nothing(path, say("cannot be read ({reason}).", reason=error.strerror or str(error)))
    except UnicodeDecodeError:
        return _nothing(path, say("is not UTF-8."))
    except (ValueError, RecursionError) as error:
        return _nothing(path, say("is no TOML here ({reason}).", reason=str(error)))
    return keymap_of(document, path.name)


def _text(data: bytes) -> str:
    """PowerShell writes what is redirected into a file as UTF-16."""
    return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")


def _nothing(path: Path, what: Message) -> Keymap:
    return Keymap({}, (Problem(what, _SHAPE, path.name),))


def keymap_of(document: Mapping[str, Any], file: str) -> Keymap:
    """The keys in a parsed file. A line that clashes with another key of a screen is left out, and told."""
    wanted: Wanted = {}
    problems: list[Problem] = []
    for identifier, value in _flat(document):
        keys = _keys_in(value)
        wrong = _wrong_id(identifier) or _wrong_keys(identifier, keys)
        if wrong is None:
            wanted |= dict.fromkeys(_ids_of(identifier), tuple(dict.fromkeys(map(_known, keys))))
        else:
            problems.append(replace(wrong, file=file, key=identifier))
    while clash := _first_clash(wanted):
        problems.append(replace(clash, file=file))
        del wanted[clash.key or ""]
    return Keymap(wanted, tuple(problems))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """`question.note` and `"question.note"` are the same."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _keys_in(value: Any) -> list[str]:
    """"f5,n" or ["f5", "n"]; a comma alone is a key."""
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        return []
    return [key for part in parts for key in ([part] if part == "," else part.split(","))]


def _known(key: str) -> str:
    return canonical(key) or ""


def _ids_of(identifier: str) -> list[str]:
    """An answer's key may be given for both languages at once: `answer.yes` for `answer.yes.fi` and `.en`."""
    spoken = [f"{identifier}.{lang}" for lang in LANGUAGES]
    return spoken if identifier not in uses() and all(each in uses() for each in spoken) else [identifier]


def _wrong_id(identifier: str) -> Problem | None:
    variants = [use for each in _ids_of(identifier) for use in uses().get(each, ())]
    if not variants:
        return Problem(say("there is no such thing to do."), did_you_mean(identifier, uses(), _LISTED))
    if any(use.fixed for use in variants):
        return Problem(say("these keys belong together and cannot be changed."))
    return None


def _wrong_keys(identifier: str, keys: list[str]) -> Problem | None:
    if not keys or not all(key.strip() or key == " " for key in keys):
        return Problem(say("no key is named."), _KEY_FORM)
    for key in keys:
        if canonical(key) is None:
            return Problem(say("there is no key \"{key}\".", key=key.strip()[:40]), _KEY_FORM)
        if types_a_sign(_known(key)) and any(map(_where_one_types, _ids_of(identifier))):
            return Problem(say("\"{key}\" is typed into fields there.", key=key.strip()), _NO_SIGN)
    return None


def _where_one_types(identifier: str) -> bool:
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


def _first_clash(wanted: Wanted) -> Problem | None:
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
    if not any(binding.id == identifier for binding in bindings):
        return None
    spoken = {language_of(identifier), None}
    for binding in bindings:
        lang = language_of(binding.id)
        if binding.id != identifier and (None in (lang, language_of(identifier)) or lang in spoken):
            keys = wanted.get(binding.id or "", (binding.key,))
            for key in wanted[identifier]:
                if key in keys:
                    return key, binding
    return None


def _clash(identifier: str, key: str, other: Binding) -> Problem:
    what = say("\"{key}\" is already the key of {other} there.", key=key, other=other.id or Message(other.description))
    return Problem(what, say("Choose another key, or give that one another."), key=identifier)


def _sharing(kind: type[DOMNode], wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Binding]:
    """The bindings of a class that have a key in common with one that is changed: the other language's."""
    bindings = bindings_of(kind)
    changed = [(binding.key, *wanted[binding.id]) for binding in bindings if binding.id and binding.id in wanted]
    touched = {key for keys in changed for key in keys}
    return (binding for binding in bindings if binding.id and binding.id not in wanted and binding.key in touched)


def _keys_of(kind: type[DOMNode], identifier: str | None) -> str:
    return ",".join(binding.key for binding in bindings_of(kind) if binding.id == identifier)
