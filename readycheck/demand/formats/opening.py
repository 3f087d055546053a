"""The files of one import opened together: one dialect, a table and its columns each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from readycheck.core.message import Message, say
from readycheck.demand.files.opening import open_file
from readycheck.demand.files.table import Table, read_table, unclosed_quote
from readycheck.demand.files.text import TextFile
from readycheck.demand.formats.columns import check_roles, find_columns
from readycheck.demand.formats.dialects import Dialect, check_format, choose, time_headings
from readycheck.demand.formats.kept import NOTHING_KEPT, Kept, Taken, take_kept
from readycheck.demand.formats.leaving_out import leave_out
from readycheck.demand.options import AUTO, ImportOptions, Kind
from readycheck.demand.progress import SILENT, Progress
from readycheck.demand.rows.reader import Source
from readycheck.demand.rows.zones import zone_of
from readycheck.demand.words import fold_heading
from readycheck.errors import Problem, ReadycheckError, wrong

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Opened:
    """The sources, their common dialect and why it, and which columns are still to be named.

    `taken` is what the person says, now and before; `progress` is to be told how far the counting is.
    """

    dialect: Dialect
    why: Message
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Message, ...]
    taken: Taken
    progress: Progress = SILENT

    @property
    def countable(self) -> bool:
        """Whether the rows can be looked at, though questions about columns may be open."""
        return not self.problems or all("time" in source.columns for source in self.sources)


def open_sources(
    paths: Sequence[Path], kind: Kind, options: ImportOptions, folder: Path, kept: Kept = NOTHING_KEPT,
    progress: Progress = SILENT,
) -> Opened:
    """Every file opened and its columns found; copies go into `folder`.

    ReadycheckError, with everything that is wrong with options and files, when one cannot be read or they are of
    different dialects.
    """
    times, mistakes = _times(kind, options, kept), _mistakes(kind, options)
    texts, tables, notes = _tables(paths, folder, options, times, progress, mistakes)
    taken = take_kept(kind, options, [table.headings for table in tables], kept)
    options = taken.options
    if not times >= _times(kind, options) and any(text.form == "xlsx" for text in texts):
        # an earlier season says which numbers are times: the workbook's are to be read as such
        texts, tables, notes = _tables(paths, folder, options, times | _times(kind, options), progress)
    chosen = _each(
        list(zip(texts, tables, strict=True)),
        lambda _, pair: choose(map(fold_heading, pair[1].headings), kind, options.format, pair[0].name),
    )
    dialect = _common(chosen, texts)
    sources, problems = list[Source](), list[Problem]()
    for text, table in zip(texts, tables, strict=True):
        columns = find_columns(table.headings, dialect, kind, options, text.name)
        sources.append(Source(text, table, columns.by_role, leave_out(text, table, dialect)))
        problems += columns.problems
    problems += [] if taken.problem is None else [taken.problem]
    progress.phase("counting")
    return Opened(
        dialect, _why(dialect, options), tuple(sources), tuple(problems), (*notes, *taken.said), taken, progress
    )


def _times(kind: Kind, options: ImportOptions, kept: Kept = NOTHING_KEPT) -> frozenset[str]:
    """Folded headings under which a bare number may be a time."""
    return frozenset().union(*(time_headings(kind, columns) for columns in (options.columns, *kept.columns(kind))))


def _tables(
    paths: Sequence[Path], folder: Path, options: ImportOptions, times: frozenset[str], progress: Progress,
    mistakes: Sequence[Problem] = (),
) -> tuple[list[TextFile], list[Table], tuple[Message, ...]]:
    """Every different file as a table of text; ReadycheckError for what is wrong with them, after `mistakes`."""
    def table(number: int, path: Path) -> tuple[TextFile, Table]:
        text = open_file(
            path, folder, number, texts=options.read_texts, sheet=options.sheet, times=times, progress=progress,
        )
        return text, _whole_table(text)

    progress.phase("reading", _size(paths))
    pairs = _each(paths, table, mistakes)
    texts, notes = _without_twins([text for text, _ in pairs])
    notes = (*notes, *(note for text in texts for note in text.notes))
    return texts, [table for text, table in pairs if any(text is kept for kept in texts)], notes


def _mistakes(kind: Kind, options: ImportOptions) -> list[Problem]:
    """What is wrong with the options, whatever the files are."""
    problems = list[Problem]()
    for check in (check_roles, check_format, _check_zone, _check_orders):
        try:
            check(kind, options)
        except ReadycheckError as error:
            problems += error.problems
    return problems


def _check_zone(_: Kind, options: ImportOptions) -> None:
    if options.timezone:
        zone_of(options.timezone, "--timezone")


def _check_orders(kind: Kind, options: ImportOptions) -> None:
    if options.orders and kind != "contacts":
        raise wrong(say("only contacts are looked up among orders."),
                    say("Leave it out, or use \"import contacts\"."), key="--orders")


def _size(paths: Sequence[Path]) -> int:
    """Bytes of all files; one that cannot be asked has none, and is told of when it is opened."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += path.stat().st_size
    return size


def _each(items: Sequence[T], work: Callable[[int, T], U], mistakes: Sequence[Problem] = ()) -> list[U]:
    """`work` done for every item; the mistakes of all of them are told together, after those known before."""
    done, problems = list[U](), list(mistakes)
    for number, item in enumerate(items):
        try:
            done.append(work(number, item))
        except ReadycheckError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise ReadycheckError(*problems)
    return done


def _without_twins(texts: Sequence[TextFile]) -> tuple[list[TextFile], tuple[Message, ...]]:
    """A file with the same bytes as one before it is not counted again, whatever its name."""
    kept: dict[str, TextFile] = {}
    notes: list[Message] = []
    for text in texts:
        twin = kept.setdefault(text.sha256, text)
        if twin is not text:
            notes.append(say("{file} is the same as {other} and counts once", file=text.name, other=twin.name))
    return list(kept.values()), tuple(notes)


def _whole_table(text: TextFile) -> Table:
    """The table of a file whose quotation marks all close: an open one would swallow the rows after it."""
    table = read_table(text)
    line = unclosed_quote(text.readable, table) if text.quotes % 2 else None
    if line is not None:
        raise wrong(
            say("a quotation mark opens here and nothing closes it before the file ends."),
            say("Close it, or export the file again."), file=text.name, line=text.place(line), unit=text.unit,
        )
    return table


def _common(chosen: Sequence[Dialect], texts: Sequence[TextFile]) -> Dialect:
    """The dialect of all files: a source is one export."""
    other = next((number for number, dialect in enumerate(chosen) if dialect != chosen[0]), None)
    if other is None:
        return chosen[0]
    raise wrong(
        say("this is {this}, but {file} is {that}.", this=chosen[other].name, file=texts[0].name,
            that=chosen[0].name),
        say("Import the exports of different sources one by one."), file=texts[other].name,
    )


def _why(dialect: Dialect, options: ImportOptions) -> Message:
    if options.format != AUTO:
        return say("chosen with --format")
    if dialect.forms == ("mbox",):
        return say("recognised by what is in the file")
    if dialect.recognised_by:
        return say("recognised by its columns")
    return say("not a known export format: read by its column headings")
