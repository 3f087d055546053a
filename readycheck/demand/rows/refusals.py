"""What was refused, by cause, with the line of the first; and columns whose values may not be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from readycheck.core.message import say
from readycheck.demand.files.text import TextFile
from readycheck.demand.formats.columns import other_column
from readycheck.demand.personal import looks_personal, too_many_names
from readycheck.demand.rows.causes import Rejected
from readycheck.demand.rows.reader import RefusedRow, Source, lines_of
from readycheck.demand.rows.tally import FILE_SHIFT, Value
from readycheck.demand.words import fold
from readycheck.errors import Problem

MOST_TEXTS = 1000
Place = tuple[int, int]


def places(sources: Sequence[Source], refused: Sequence[Sequence[RefusedRow]], seqs: Iterable[int]) -> dict[int, Place]:
    """File number and line of each row, by its `file << 40 | row`."""
    by_file: dict[int, set[int]] = {}
    for seq in seqs:
        by_file.setdefault(seq >> FILE_SHIFT, set()).add(seq & ((1 << FILE_SHIFT) - 1))
    return {
        (number << FILE_SHIFT) | row: (number, line)
        for number, rows in by_file.items()
        for row, line in lines_of(sources[number], rows, refused[number]).items()
    }


def rejections(
    sources: Sequence[Source], refused: Sequence[Sequence[RefusedRow]], values: Sequence[Value]
) -> tuple[Rejected, ...]:
    """Everything refused, the commonest cause first."""
    where = places(sources, refused, (value.seq for value in values))
    counts: dict[str, int] = {}
    first: dict[str, Place] = {}
    found = [(value.text, value.count, where[value.seq]) for value in values]
    found += [(row.cause, row.lines, (n, row.line)) for n, rows in enumerate(refused) for row in rows]
    for cause, count, place in found:
        counts[cause] = counts.get(cause, 0) + count
        first[cause] = min(first.get(cause, place), place)
    return tuple(
        _rejected(cause, counts[cause], sources[first[cause][0]].text, first[cause][1])
        for cause in sorted(counts, key=lambda cause: (-counts[cause], cause))
    )


def _rejected(cause: str, count: int, text: TextFile, line: int) -> Rejected:
    return Rejected(cause, count, text.name, text.place(line), text.unit)


def nothing_counted(rejected: Sequence[Rejected], sources: Sequence[Source]) -> tuple[Problem, ...]:
    """The mistakes of an import that would count nothing: one for each cause."""
    if not rejected:
        return (Problem(say("there are headings but no rows."), say("Export a longer time."),
                        sources[0].text.name if sources else None),)
    return tuple(
        Problem(
            say("no row can be counted: {cause} ({count}).", cause=refusal.name, count=refusal.count),
            say("Look at the row, or choose other columns with --column."), refusal.file, refusal.line,
            unit=refusal.unit,
        )
        for refusal in rejected
    )


def unfit_names(
    role: str, sources: Sequence[Source], refused: Sequence[Sequence[RefusedRow]], values: Sequence[Value],
    known: Collection[str], first_with: Callable[[str, str], int],
) -> tuple[Problem, ...]:
    """Why a column cannot be the channel or the reason: one value of it points at a person, or it has too many."""
    strange = [value for value in values if fold(value.text) and fold(value.text) not in known]
    for value in strange:
        why = looks_personal(value.text)
        if why is not None:
            row = first_with(role, value.text)
            number, line = places(sources, refused, [row])[row]
            what = say("the column \"{column}\" holds {what}, and nothing about people is kept.",
                       column=heading_of(sources[number], role), what=why)
            text = sources[number].text
            return (Problem(what, other_column(role), text.name, text.place(line), unit=text.unit),)
    if too_many_names(len({fold(value.text) for value in strange}), sum(value.count for value in values)):
        return (too_many(role, sources),)
    return ()


def too_many(role: str, sources: Sequence[Source]) -> Problem:
    """The problem of a column that names cases or people rather than kinds."""
    source = next(source for source in sources if role in source.columns)
    heading = heading_of(source, role)
    what = say("the column \"{column}\" has too many different values to name channels.", column=heading)
    if role == "reason":
        what = say("the column \"{column}\" has too many different values to name reasons.", column=heading)
    return Problem(what, other_column(role), source.text.name)


def heading_of(source: Source, role: str) -> str:
    """The heading of the column that plays a role."""
    return source.table.headings[source.columns[role]]
