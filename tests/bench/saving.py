"""One answer changed and saved, beside a plain write of the same bytes with an fsync of the file."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage import archive as archive_module
from readycheck.storage import atomic, backups, document, locks, texts
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.document import Document, with_value
from readycheck.storage.edits import new_document

GOAL, SAVES = 3.0, 300
PARTS: tuple[tuple[str, Any, str], ...] = (
    ("look at the values of what changed", archive_module, "plain"),
    ("read and check what changed", document, "audit_of"),
    ("take the lock", locks, "take"),
    ("read the file again and compare it", archive_module, "bytes_of"),
    ("encode what changed", texts, "texts_of"),
    ("hash it, put it together", document, "with_stamp"),
    ("parse what was encoded", document, "check_again"),
    ("write the draft, fsync it, read it back", atomic, "_written"),
    ("replace the file", os, "replace"),
    ("fsync the folder", atomic, "sync_folder"),
    ("give what is replaced a second name", backups.Backups, "keep_old"),
    ("keep a copy, take superseded ones away", backups.Backups, "keep_new"),
)


@dataclass
class Row:
    """Seconds of each save of an audit, of the plain write beside it, and of the parts of a save."""

    name: str
    bytes: int
    saves: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    parts: dict[str, list[float]] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """How many plain writes a save takes, by the medians."""
        return statistics.median(self.saves) / statistics.median(self.plain)


def saving_lines() -> Iterator[str]:
    """The table, a line as soon as it is known."""
    yield f"{'saving one answer':<24}{'bytes':>9}{'plain ms':>10}{'save ms':>9}{'p99':>8}{'times':>7}  goal {GOAL:g}"
    with TemporaryDirectory(dir=Path.home()) as name:  # on a disk: where temporary files are in memory, fsync is free
        rows = []
        for what, file_of in (("small", _small), ("the demo's", _demo), ("large", _large)):
            archive = Archive(Path(name) / what, Path(name) / "state")
            rows.append(measured(what, archive, file_of(archive)))
            yield _line(rows[-1])
        yield from ("", f"parts of a save, ms{'':<22}" + "".join(f"{row.name:>12}" for row in rows))
        for part, _, _ in PARTS:
            yield f"{part:<41}" + "".join(f"{_ms(row.parts[part]):>12.3f}" for row in rows)


def _line(row: Row) -> str:
    means = statistics.mean(row.saves) / statistics.mean(row.plain)
    return (f"{row.name:<24}{row.bytes:>9,}{_ms(row.plain):>10.2f}{_ms(row.saves):>9.2f}"
            f"{1000 * _p99(row.saves):>8.2f}{row.ratio:>7.2f}  {'met' if row.ratio <= GOAL else 'missed'}"
            f" (by the means {means:.2f}; p99 of plain {1000 * _p99(row.plain):.2f})")


def measured(name: str, archive: Archive, file: AuditFile) -> Row:
    """A save and a plain write in turns; then as many saves with a clock at each part, which takes time itself."""
    row = Row(name, len(file.data))
    for n in range(-10, SAVES):
        took, file = _save(archive, file, n)
        plain = _plain(file.path.with_name(f"plain-{n}"), file.data)
        if n >= 0:
            row.saves.append(took)
            row.plain.append(plain)
    with _clocked(row.parts):
        for n in range(SAVES // 3):
            for seconds in row.parts.values():
                seconds.append(0)
            _, file = _save(archive, file, n)
    return row


def _save(archive: Archive, file: AuditFile, n: int) -> tuple[float, AuditFile]:
    question = list(file.document["answers"])[3]
    voice = {"value": ("yes", "no")[n % 2], "on": date(2026, 10, 12)}
    edited = with_value(file.document, ("answers", question, "owner"), voice)
    began = time.perf_counter()
    saved = archive.save(file, edited)
    return time.perf_counter() - began, saved


def _plain(path: Path, data: bytes) -> float:
    """As anybody would write it; a new file each time, as a save makes one too. None goes: the next save would wait."""
    began = time.perf_counter()
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began


@contextmanager
def _clocked(parts: dict[str, list[float]]) -> Iterator[None]:
    patches = [patch.object(where, name, _timed(getattr(where, name), parts.setdefault(what, [])))
               for what, where, name in PARTS]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def _timed(call: Callable[..., Any], seconds: list[float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        began = time.perf_counter()
        try:
            return call(*args, **options)
        finally:
            seconds[-1] += time.perf_counter() - began
    return timed


def _small(archive: Archive) -> AuditFile:
    """One checklist's first ten questions and nothing else."""
    return _created(archive, new_document("Pieni", 2026, "FI", "Europe/Helsinki", shipped_checklists()[:1]), 10)


def _demo(archive: Archive) -> AuditFile:
    """The made-up shop's season."""
    return Archive(demo_archive(archive.home).home, archive.aside.folder).open(SHOP)


def _large(archive: Archive) -> AuditFile:
    """The made-up shop's with long notes and forty times the imports, walks and observations."""
    made = demo_archive(archive.home).open(SHOP).document
    note = "Iltaisin vastataan klo 20 asti. " * 20
    answers = {name: {**answer, "note": note} for name, answer in made["answers"].items()}
    long = {key: made[key] * 40 for key in ("imports", "path_runs", "observations")}
    return archive.create("iso", {**made, "answers": answers, **long})


def _created(archive: Archive, made: Document, answers: int) -> AuditFile:
    (checklist,) = made["checklists"]
    ids = [f"{checklist['id']}/{section['id']}.{question['id']}"
           for section in checklist["sections"] for question in section["questions"]][:answers]
    return archive.create("pieni", {**made, "answers": {each: {"owner": {"value": "no"}} for each in ids}})


def _ms(seconds: Sequence[float]) -> float:
    return 1000 * statistics.median(seconds)


def _p99(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]
