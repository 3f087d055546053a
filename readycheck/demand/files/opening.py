"""A file of any kind opened as a table of text: what it is, its first bytes say, never its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.demand.files.kinds import kind_of
from readycheck.demand.files.text import Origin, TextFile, open_text
from readycheck.demand.progress import SILENT, Progress
from readycheck.errors import ReadycheckError, wrong

HEAD = 1 << 16
Reader = Callable[[Origin], TextFile]


def _json(origin: Origin) -> TextFile:
    from readycheck.demand.files.json_file import read_json  # each reader is loaded by who has such a file

    return read_json(origin)


def _mbox(origin: Origin) -> TextFile:
    from readycheck.demand.files.mbox import read_mbox

    return read_mbox(origin)


def _packed(origin: Origin) -> TextFile:
    from readycheck.demand.files.packed import read_packed

    return read_packed(origin, opened)


def _parquet(origin: Origin) -> TextFile:
    from readycheck.demand.files.parquet import read_parquet

    return read_parquet(origin)


def _workbook(origin: Origin) -> TextFile:
    from readycheck.demand.files.workbook import read_workbook

    return read_workbook(origin)


READERS: Mapping[str, Reader] = {
    "json": _json, "mbox": _mbox, "gzip": _packed, "parquet": _parquet, "zip": _workbook, "ole": _workbook,
}
"""The reader of each kind of file, by the id that kinds.py gives it; text without a kind is read as CSV."""


def open_file(
    path: Path, folder: Path, number: int, *, texts: bool = False, sheet: str | None = None,
    times: frozenset[str] = frozenset(), progress: Progress = SILENT,
) -> TextFile:
    """The file at `path` as text; a copy, where one is needed, goes into `folder` as `<number>.csv`.

    `texts` says whether message bodies may be read at all, `sheet` which sheet of a workbook, `times` (folded)
    which headings are of times. ReadycheckError when it cannot be read, is empty, or is no table.
    """
    origin = Origin(path, clean(path.name), folder / f"{number}.csv", texts, sheet, times, progress)
    try:
        return opened(origin)
    except OSError as error:
        raise _unreadable(origin.name, error) from error


def opened(origin: Origin) -> TextFile:
    """The text of a file by the reader of its kind."""
    with origin.path.open("rb") as file:
        head = file.read(HEAD)
    if not head.removeprefix(b"\xef\xbb\xbf").strip():
        raise wrong(say("the file is empty."), say("Export it again."), file=origin.name)
    kind = kind_of(head)
    if kind is None:
        return open_text(origin, head)
    if kind.id not in READERS:
        raise wrong(kind.what, kind.remedy, file=origin.name)
    return READERS[kind.id](origin)


def _unreadable(name: str, error: OSError) -> ReadycheckError:
    if isinstance(error, FileNotFoundError):
        return wrong(say("there is no such file."), say("Check its name and folder."), file=name)
    if isinstance(error, IsADirectoryError):
        return wrong(say("this is a folder, not a file."), say("Name the files in it."), file=name)
    return wrong(say("the file cannot be read."), say("Check that you may open it."), file=name)
