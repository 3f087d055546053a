"""The consultant's private notes beside an audit, `<year>.private.toml`: no report, export or command reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from readycheck.core.audit import Text
from readycheck.core.limits import Between, Length
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.archive import Archive
from readycheck.storage.atomic import write_atomically
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.document import REMOVED, Document, with_value
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.references import PRIVATE
from readycheck.storage.toml_guard import MAX_BYTES, parse_toml, plain

FORMAT = "readycheck-private/1"
LONGEST, SHORTEST_SITTING, LONGEST_SITTING = 10_000, 5, 600
_HEAD = "# readycheck – private notes; leave the machine with nothing / omat muistiinpanot, eivät päädy raporttiin"
Note = Annotated[Text, Length(LONGEST, say("characters"))]


@dataclass(frozen=True)
class PrivateNotes:
    """Notes by question id and a `general` one; `seconds` spent by section id; the sitting's `planned_minutes`."""

    format: str = FORMAT
    general: Note = ""
    planned_minutes: Annotated[int, Between(SHORTEST_SITTING, LONGEST_SITTING)] = 60
    notes: Mapping[str, Note] = field(default_factory=dict)
    seconds: Mapping[str, Annotated[int, Between(0, 1_000_000)]] = field(default_factory=dict)


class PrivateFile:
    """The private notes of one audit file; there is no file until something is written.

    Everything raises ReadycheckError, one sentence, and writes nothing, where the file cannot be read or holds
    something else.
    """

    def __init__(self, archive: Archive, audit_file: Path) -> None:
        self.path = audit_file.with_name(f"{audit_file.stem}{PRIVATE}")
        self._archive = archive

    def read(self) -> PrivateNotes:
        """What is written there."""
        return _notes(self._document(), self.path)

    def write_note(self, question: str | None, text: str) -> PrivateNotes:
        """A question's note, or the general one (None); an empty text takes it away."""
        kept = clean(text, lines=True).strip() or REMOVED
        at = ("notes", question) if question else ("general",)
        return self._change(lambda document: with_value(document, at, kept))

    def plan(self, minutes: int) -> PrivateNotes:
        """How many minutes the sitting is to take."""
        return self._change(lambda document: with_value(document, ("planned_minutes",), minutes))

    def add_seconds(self, section: str, seconds: int) -> PrivateNotes:
        """Time spent on a section, on top of what is there: two apps at once both count."""
        def add(document: Document) -> Document:
            before = _notes(document, self.path).seconds.get(section, 0)
            return with_value(document, ("seconds", section), before + seconds)

        return self._change(add)

    def _document(self) -> Document:
        if not self.path.exists():
            return {"format": FORMAT}
        return parse_toml(bytes_of(self.path, MAX_BYTES), shown(self.path))

    def _change(self, edit: Callable[[Document], Document]) -> PrivateNotes:
        """Read, edit and write under the file's lock, private to the person whose account it is."""
        with self._archive.locked(self.path) as target:
            before = self._document()
            _notes(before, self.path)
            after = plain(edit(before), shown(self.path))
            notes = _notes(after, self.path)
            if after != before:
                self._write(target, after)
            return notes

    def _write(self, target: Path, document: Document) -> None:
        import tomli_w

        with suppress(OSError):  # one made by hand may be open to others
            target.chmod(0o600)
        write_atomically(
            target, f"{_HEAD}\n{tomli_w.dumps(document)}".encode(), lambda data: parse_toml(data, shown(self.path)),
            self._archive.aside.draft,
        )


def _notes(document: Mapping[str, Any], path: Path) -> PrivateNotes:
    if document.get("format") != FORMAT:
        what = say("these are no private notes that this program knows: format = \"{known}\" is missing.", known=FORMAT)
        raise wrong(what, say("The file is left as it is; move it away to begin new notes."), file=shown(path))
    mistakes = Mistakes(unknown_keys=False)
    notes = decode(PrivateNotes, document, mistakes)
    if notes is None:
        raise ReadycheckError(
            *(Problem(what, remedy, shown(path), key=key_text(at)) for at, what, remedy in mistakes.found)
        )
    return notes
