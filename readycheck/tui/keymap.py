"""keys.toml: other keys for what the app does. What is wrong in it is told, and the rest of it holds."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from readycheck.core.message import Message, say
from readycheck.errors import Problem, did_you_mean
from readycheck.tui.key_clashes import Wanted, first_clash, keys_of, sharing, where_one_types
from readycheck.tui.key_names import canonical, types_a_sign
from readycheck.tui.key_registry import LANGUAGES, places, uses, usual_keys

LIMIT = 100_000  # bytes: ten times the whole list
_SHAPE = say("Write lines such as: {line}", line='question.note = "f5"')
_LISTED = say("`readycheck keys` lists what there is.")
_KEY_FORM = say("Write a character, or a name such as {names}.", names='"f5", "ctrl+s", "delete"')
_NO_SIGN = say("Choose a key that types nothing, such as {names}.", names='"f5", "ctrl+s"')


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
                for binding in sharing(kind, self.wanted):
                    told.setdefault(binding.id or "", keys_of(kind, binding.id))
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
            wanted |= _changed(_ids_of(identifier), tuple(dict.fromkeys(map(_known, keys))))
        else:
            problems.append(replace(wrong, file=file, key=identifier))
    while clash := first_clash(wanted):
        problems.append(replace(clash, file=file))
        del wanted[clash.key or ""]
    return Keymap(wanted, tuple(problems))


def _changed(identifiers: list[str], keys: tuple[str, ...]) -> Wanted:
    """The ids for which these are other keys than without the file; a line with the usual ones is no change."""
    return {identifier: keys for identifier in identifiers if set(keys) != set(usual_keys(identifier))}


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
        return Problem(say("there is no such action."), did_you_mean(identifier, uses(), _LISTED))
    if any(use.fixed for use in variants):
        return Problem(say("these keys belong together and cannot be changed."))
    return None


def _wrong_keys(identifier: str, keys: list[str]) -> Problem | None:
    usual = {key for each in _ids_of(identifier) for key in usual_keys(each)}
    if not keys or not all(key.strip() or key == " " for key in keys):
        return Problem(say("no key is named."), _KEY_FORM)
    for key in keys:
        if canonical(key) is None:
            return Problem(say("there is no key \"{key}\".", key=key.strip()[:40]), _KEY_FORM)
        if types_a_sign(_known(key)) and _known(key) not in usual and any(map(where_one_types, _ids_of(identifier))):
            return Problem(say("\"{key}\" is typed into fields there.", key=key.strip()), _NO_SIGN)
    return None
