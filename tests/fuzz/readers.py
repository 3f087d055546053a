"""The readers of what other people wrote, each as: bytes → read, or refused by a ReadycheckError."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from readycheck.core.scoring import score
from readycheck.core.text import clean
from readycheck.demand.files.opening import open_file
from readycheck.demand.files.table import read_table, records, unclosed_quote
from readycheck.demand.importer import run_import
from readycheck.demand.options import Kind
from readycheck.demo.seasons import documents
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import read_checklist, reason_codes, shipped_checklists
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.handover import look_at
from readycheck.storage.handover_file import HandedSeason, Handover, packed
from tests.demand.imports import DATA, EXPORTS, HOSTILE, recognised

CHECKLISTS = Path(__file__).parents[2] / "checklists"
LONGEST = 1_200  # characters of a sentence: where, what a file holds there, and what could stand there instead
KINDS: tuple[Kind, ...] = ("orders", "contacts", "survey")
WORDS = {"fi": Translator("fi"), "en": Translator("en")}


@dataclass(frozen=True)
class Reader:
    """`seeds` are whole files to begin with; `read` takes a path to one that may be broken."""

    suffix: str
    seeds: Callable[[], Sequence[bytes]]
    read: Callable[[Path], object]


def tried(reader: Reader, data: bytes, folder: Path | None = None) -> bool:
    """Whether `data` was read; False where it was refused as it should be. Anything else is a defect and raised."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        path = Path(name) / f"file{reader.suffix}"
        path.write_bytes(data)
        try:
            reader.read(path)
        except ReadycheckError as error:
            _check_sentences(error)
            return False
        finally:
            assert path.read_bytes() == data, "a reader writes nothing"
            assert [each.name for each in Path(name).iterdir()] == [path.name]
        return True


def _check_sentences(error: ReadycheckError) -> None:
    assert error.problems
    for problem in error.problems:
        for tr in WORDS.values():
            sentence = tr(problem.message())
            assert sentence.strip() and clean(sentence) == sentence and len(sentence) < LONGEST, sentence


def _checklist_seeds() -> Sequence[bytes]:
    ours = [path.read_bytes() for path in sorted(CHECKLISTS.glob("*.yaml"))]
    return [*ours, *(path.read_bytes() for path in sorted(HOSTILE.glob("yaml_*.yaml")))]


@cache
def _audit_seeds() -> Sequence[bytes]:
    """A small audit, the two full seasons of the made-up shop, and what is broken already."""
    full = [dump_document(document) for document in documents(shipped_checklists(), reason_codes())]
    small = [path.read_bytes() for path in sorted((DATA / "vectors" / "audits").glob("*.toml"))]
    # a third of the size without the checklists: more of the changes meet what is not a question's text
    bare = [dump_document({key: value for key, value in document.items() if key != "checklists"})
            for document in documents(shipped_checklists(), reason_codes())]
    return [*full, *small, *bare * 3, *(path.read_bytes() for path in sorted(HOSTILE.glob("toml_*.toml")))]


@cache
def _handover_seeds() -> Sequence[bytes]:
    """A season, and two."""
    seasons = [HandedSeason(year, dump_document(document), ("0123456789abcdef",)) for year, document in
               ((each["season"]["year"], each) for each in documents(shipped_checklists(), reason_codes()))]
    return [packed(Handover("kauppa", "Kauppa Oy", tuple(some)), "0", {}) for some in (seasons[:1], seasons[:2])]


def _exports(*endings: str) -> Callable[[], Sequence[bytes]]:
    def seeds() -> Sequence[bytes]:
        kinds = [path for folder in (EXPORTS, HOSTILE) for path in sorted(folder.iterdir()) if path.suffix in endings]
        return [path.read_bytes() for path in kinds if path.stat().st_size < 300_000]
    return seeds


def _score(path: Path) -> None:
    """What an audit file holds, through the whole arithmetic."""
    score(audit_of(parse_document(path.read_bytes(), path.name), path.name))


def _list(path: Path) -> None:
    """The same through the archive, as commands and the app open a file that is named by its path."""
    Archive(path.parent).read(path)


def _look(path: Path) -> None:
    """What was sent, into a folder with no shop."""
    look_at(Archive(path.parent / "home", path.parent / "state"), path)


def _count(path: Path) -> None:
    """Recognised as one of the three kinds, and counted where nothing is left to ask."""
    kind = KINDS[path.stat().st_size % len(KINDS)]
    recognition = recognised(path, kind=kind)
    if not recognition.questions:
        run_import(recognition, today=date(2026, 10, 1))


def _table(path: Path) -> None:
    """Only the letters, the delimiter, the headings and the cells of a CSV: hundreds a second."""
    with tempfile.TemporaryDirectory() as folder:
        text = open_file(path, Path(folder), 0)
        table = read_table(text)
        deque(records(text.readable, table), maxlen=0)
        unclosed_quote(text.readable, table)


READERS: Mapping[str, Reader] = {
    "yaml": Reader(".yaml", _checklist_seeds, read_checklist),
    "toml": Reader(".toml", _audit_seeds, _score),
    "archive": Reader(".toml", _audit_seeds, _list),
    "handover": Reader(".zip", _handover_seeds, _look),
    "table": Reader(".csv", _exports(".csv"), _table),
    "csv": Reader(".csv", _exports(".csv"), _count),
    "json": Reader(".json", _exports(".json"), _count),
    "mbox": Reader(".mbox", _exports(".mbox", ".eml"), _count),
    "workbook": Reader(".xlsx", _exports(".xlsx", ".xls"), _count),
}
