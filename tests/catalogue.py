"""The Finnish catalogue: what the source says, what has its Finnish, and the compiled file.

    python tests/catalogue.py check            what is wrong (exit status 1), all rooms together
    python tests/catalogue.py missing [ROOM]   .po entries still to be written, for readycheck/ROOM
    python tests/catalogue.py compile          readycheck/locale/fi/*.po -> LC_MESSAGES/readycheck.mo
"""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "readycheck"
FINNISH = SOURCE / "locale" / "fi"
COMPILED = FINNISH / "LC_MESSAGES" / "readycheck.mo"
FORMS = {"say": 1, "tr": 1, "_": 1, "plural": 2}
HEADER = (
    "Content-Type: text/plain; charset=UTF-8\n"
    "Language: fi\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
Text = str | tuple[str, ...]


def extracted(source: Path = SOURCE) -> dict[Text, str]:
    """Every string that a person may see (a pair for plurals), and where it first stands."""
    found: dict[Text, str] = {}
    for path in sorted(source.rglob("*.py")):
        for call in _calls(path):
            count = FORMS[_name(call)]
            for texts in product(*(_literals(arg) for arg in call.args[:count])):
                text = texts if count > 1 else texts[0]
                found.setdefault(text, f"{path.relative_to(source.parent).as_posix()}:{call.lineno}")
    return {text: place for text, place in found.items() if text}


def _calls(path: Path) -> list[ast.Call]:
    """The marking calls of a file, top down; the syntax tree also sees into f-strings."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    calls = [node for node in tree if isinstance(node, ast.Call) and _name(node) in FORMS and node.args]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literals(node: ast.expr) -> list[str]:
    """The texts that stand here: both of `a if x else b`, none of a variable."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    if isinstance(node, ast.JoinedStr):
        raise SyntaxError(f"an f-string cannot be translated: {ast.unparse(node)}")
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def written(folder: Path = FINNISH) -> list[tuple[str, Message]]:
    """Every entry of the .po files with its file's name, fuzzy and empty ones included."""
    entries: list[tuple[str, Message]] = []
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            catalogue: Catalog = read_po(file, locale="fi", abort_invalid=True)
        entries += [(path.name, entry) for entry in catalogue if entry.id]
    return entries


def finnish(entries: list[tuple[str, Message]]) -> dict[Text, Text]:
    """The translations that are whole and not in doubt."""
    return {_plain(e.id): _plain(e.string) for _, e in entries if not e.fuzzy and _whole(e)}


def problems(source: Path = SOURCE, folder: Path = FINNISH, compiled: Path = COMPILED) -> Iterator[str]:
    """Everything that is wrong between the source, the .po files and the .mo, a line each."""
    texts, entries = extracted(source), written(folder)
    translated = finnish(entries)
    for text, place in texts.items():
        if text not in translated:
            yield f"{place}: no Finnish for {_shown(text)}"
    for file, entry in entries:
        yield from _entry_problems(file, entry, texts, translated)
    if not compiled.is_file() or compiled.read_bytes() != mo_bytes(translated):
        yield f"{compiled.name} is stale: run `python tests/catalogue.py compile`"


def _entry_problems(
    file: str, entry: Message, texts: dict[Text, str], translated: dict[Text, Text]
) -> Iterator[str]:
    text, string = _plain(entry.id), _plain(entry.string)
    if text not in texts:
        yield f"{file}: no longer used: {_shown(text)}"
    if not _whole(entry) or entry.fuzzy:
        return
    if translated[text] != string:
        yield f"{file}: said differently elsewhere: {_shown(text)}"
    wanted = _forms(text)[-1]
    for form in _forms(string):
        if fields(form) - {"n"} != fields(wanted) - {"n"} or fields(form) - fields(wanted):
            yield f"{file}: other {{fields}} than the English has: {_shown(text)} -> {form!r}"


def fields(text: str) -> set[str]:
    """The names between braces, as str.format reads them."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def mo_bytes(translated: dict[Text, Text]) -> bytes:
    """A GNU .mo file; the same bytes for the same strings, whoever compiles it."""
    strings = {"\0".join(_forms(text)): "\0".join(_forms(form)) for text, form in translated.items()}
    pairs = sorted((text.encode(), form.encode()) for text, form in {**strings, "": HEADER}.items())
    start = 28 + 16 * len(pairs)
    tables, body = [b"", b""], b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(body))
            body += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + tables[0] + tables[1] + body


def compile_catalogue(folder: Path = FINNISH, compiled: Path = COMPILED) -> None:
    """Write the .mo that the program reads."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    draft = compiled.with_suffix(".mo.new")
    draft.write_bytes(mo_bytes(finnish(written(folder))))
    draft.replace(compiled)


def missing(room: str) -> Iterator[str]:
    """Entries without Finnish, ready to be pasted into the room's .po file."""
    translated = finnish(written())
    for text, place in extracted().items():
        if text not in translated and place.startswith(f"readycheck/{room}"):
            one, *many = _forms(text)
            lines = [f"#: {place}", f"msgid {_quoted(one)}"]
            lines += [f"msgid_plural {_quoted(form)}" for form in many]
            lines += ['msgstr[0] ""', 'msgstr[1] ""'] if many else ['msgstr ""']
            yield "\n".join(lines) + "\n"


def _plain(text: str | list[str] | tuple[str, ...]) -> Text:
    return text if isinstance(text, str) else tuple(text)


def _forms(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _whole(entry: Message) -> bool:
    strings = _forms(_plain(entry.string))
    return all(strings) and len(strings) == len(_forms(_plain(entry.id)))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _shown(text: Text) -> str:
    return " / ".join(_quoted(form) for form in _forms(text))


def main(words: list[str]) -> int:
    """`check`, `missing [ROOM]` or `compile`."""
    match words:
        case ["compile"]:
            compile_catalogue()
            return 0
        case ["missing", *room]:
            print("\n".join(missing(room[0] if room else "")))
            return 0
        case ["check"]:
            found = list(problems())
            print("\n".join(found))
            return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
