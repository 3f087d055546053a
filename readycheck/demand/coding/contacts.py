"""The keyword rules over an import's files: a look at each different text, then a mark in the reason's cell.

The marks stand in for the cells of rows that nobody coded; the counting takes them for any other text. Nothing of
subjects, tags and messages outlives the import: the tables are gone with its database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.demand.coding.cells import READ, id_key, marked, roles_read, text_sql, uncoded_sql
from readycheck.demand.coding.keywords import Rules
from readycheck.demand.coding.marks import marks_of
from readycheck.demand.coding.matching import LONGEST_TEXT, Matcher
from readycheck.demand.coding.sample import PER_REASON, Sampled, shown
from readycheck.demand.progress import SILENT, Progress, execute
from readycheck.demand.rows.reader import Source, file_sql, left_out_sql, trimmed_sql, unreadable
from readycheck.errors import Problem

if TYPE_CHECKING:
    import duckdb

CHUNK = 5_000
READING = 0.5
"""The part of the work that is reading the files."""
OWN_NUMBERS = 1 << 20
"""The tables of refused rows of this look: the counting has those of the files' own numbers."""


@dataclass(frozen=True)
class Coding:
    """`sources` with the marks in place, the reason of each mark, and a sample of what was coded."""

    sources: tuple[Source, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    sample: tuple[Sampled, ...] = ()


def nothing_to_read(sources: Sequence[Source], *, texts: bool) -> Problem | None:
    """The problem of files in which the rules would find no text at all."""
    if any(role in source.columns for source in sources for role in roles_read(texts)):
        return None
    what = say("no column with the subject or tags was recognised, so the keyword rules have nothing to go by.")
    return Problem(what, say("Say which it is: --column subject=HEADING or --column tags=HEADING."),
                   sources[0].text.name)


def code_contacts(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], rules: Rules, progress: Progress = SILENT, *,
    texts: bool,
) -> Coding:
    """The rules applied to rows without a reason; to message texts only where `texts` allows it.

    A contact of which people coded any row stays as it is. ReadycheckError where a file is no table.
    """
    # joins must not be turned round: rows are numbered in the file's order
    connection.execute("SET disabled_optimizers = 'type_pushdown,build_side_probe_side,join_order'")
    connection.execute("CREATE OR REPLACE TEMP TABLE uncoded_texts"
                       " (text_key UBIGINT, subject VARCHAR, tags VARCHAR, text VARCHAR, rows BIGINT)")
    connection.execute("CREATE OR REPLACE TEMP TABLE coded_ids (id_key UBIGINT)")
    connection.execute("CREATE OR REPLACE TEMP TABLE ruled (rule_key UBIGINT, rule_mark VARCHAR)")
    _gather(connection, sources, texts, progress)
    marks = marks_of(rules.reasons)
    sample = _apply(connection, Matcher(rules), marks, progress)
    reasons = {mark: reason for reason, mark in marks.items()}
    ((mixed,),) = connection.execute("SELECT count(*) > 0 FROM coded_ids").fetchall()
    return Coding(tuple(marked(source, texts, mixed=mixed) for source in sources), reasons, sample)


def _gather(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], texts: bool, progress: Progress
) -> None:
    """The different texts of rows without a reason, and the ids of which some rows have one and others none."""
    connection.execute("CREATE OR REPLACE TEMP TABLE looked_at (id_key UBIGINT, coded BOOLEAN)")
    for number, source in enumerate(sources):
        part = (number * READING / len(sources), (number + 1) * READING / len(sources))
        cells = ", ".join(f"{text_sql(source, role, texts)} AS {role}" for role in READ)
        shown = ", ".join(f"left({trimmed_sql(role)}, {LONGEST_TEXT})" for role in READ)
        _read(connection, source, number, progress, part, (
            f"INSERT INTO uncoded_texts SELECT hash({', '.join(READ)}), {shown}, n FROM"
            f" (SELECT {cells}, count(*) AS n FROM {{file}}"
            f" WHERE {uncoded_sql(source)} AND NOT {left_out_sql(source)} GROUP BY 1, 2, 3)"
        ))
        if {"id", "reason"} <= source.columns.keys():
            _read(connection, source, number, progress, part, (
                f"INSERT INTO looked_at SELECT DISTINCT {id_key(source)}, NOT ({uncoded_sql(source)}) FROM {{file}}"
                f" WHERE NOT {left_out_sql(source)}"
            ))
    connection.execute("INSERT INTO coded_ids SELECT id_key FROM looked_at WHERE id_key IS NOT NULL GROUP BY 1"
                       " HAVING bool_or(coded) AND NOT bool_and(coded)")
    connection.execute("DROP TABLE looked_at")


def _read(
    connection: duckdb.DuckDBPyConnection, source: Source, number: int, progress: Progress,
    part: tuple[float, float], template: str,
) -> None:
    """Run a statement over a file: by all cores, or by one where line breaks in cells forbid it."""
    import duckdb

    for in_order in (False, True):
        file = file_sql(source, OWN_NUMBERS + number, in_order=in_order)
        try:
            execute(connection, template.replace("{file}", file), progress, part)
        except duckdb.Error as error:
            if in_order:
                raise unreadable(source) from error
        else:
            return


def _apply(
    connection: duckdb.DuckDBPyConnection, matcher: Matcher, marks: Mapping[str, str], progress: Progress
) -> tuple[Sampled, ...]:
    """Table `ruled` filled; of each reason's texts the commonest are the sample."""
    ((total,),) = connection.execute("SELECT count(*) FROM uncoded_texts").fetchall()
    texts = connection.execute(
        "SELECT text_key, any_value(subject), any_value(tags), any_value(text), sum(rows) AS n"
        " FROM uncoded_texts GROUP BY text_key ORDER BY n DESC, text_key"
    )
    keys, found = list[int](), list[str]()
    sample: dict[str, list[Sampled]] = {}
    seen = 0
    while chunk := texts.fetchmany(CHUNK):
        progress.share(READING + (1 - READING) * min(1.0, (seen := seen + len(chunk)) / total))
        for key, *cells, _ in chunk:
            match = matcher.reason_of(*cells)
            if match is not None:
                keys.append(key)
                found.append(marks[match.reason])
                of_reason = sample.setdefault(match.reason, [])
                of_reason += [shown(matcher, match, cells)] if len(of_reason) < PER_REASON else []
    for start in range(0, len(keys), CHUNK):
        stretch = slice(start, start + CHUNK)
        connection.execute("INSERT INTO ruled SELECT unnest(?::UBIGINT[]), unnest(?::VARCHAR[])",
                           [keys[stretch], found[stretch]])
    return tuple(sampled for reason in marks for sampled in sample.get(reason, ()))
