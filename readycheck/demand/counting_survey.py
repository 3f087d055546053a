"""Survey answers: looked at for the recognition, counted for the import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.demand.causes import Rejected
from readycheck.demand.opening import Opened
from readycheck.demand.reader import RefusedRow, refused_rows
from readycheck.demand.recognition import Recognition
from readycheck.demand.refusals import nothing_counted, rejections
from readycheck.demand.result import ImportResult, entry_of
from readycheck.demand.survey import Answers, count_answers, service_values
from readycheck.errors import ReadycheckError

if TYPE_CHECKING:
    import duckdb


def look_at_survey(connection: duckdb.DuckDBPyConnection, blank: Recognition, opened: Opened) -> Recognition:
    """The recognition filled in: how many rows, what is refused."""
    answers, refused, rejected = _read(connection, opened)
    questions = () if answers.n else nothing_counted(rejected, opened.sources)
    return replace(blank, rows=_rows(answers, refused), rejected=rejected, questions=questions)


def count_survey(
    connection: duckdb.DuckDBPyConnection, recognition: Recognition, opened: Opened, today: date
) -> ImportResult:
    """The import of a survey; ReadycheckError when there is no answer."""
    answers, refused, rejected = _read(connection, opened)
    if not answers.n:
        raise ReadycheckError(*nothing_counted(rejected, opened.sources))
    entry = entry_of(recognition, service_values(answers), _rows(answers, refused), rejected, today)
    merged = answers.rows - answers.responses
    twice = say("rows with an id that was there already: {count}; an id counts once", count=merged)
    return ImportResult(entry, rejected, (*recognition.settled, *((twice,) if merged else ())))


def _read(
    connection: duckdb.DuckDBPyConnection, opened: Opened
) -> tuple[Answers, list[list[RefusedRow]], tuple[Rejected, ...]]:
    answers = count_answers(connection, opened.sources)
    refused = [refused_rows(connection, source, n) for n, source in enumerate(opened.sources)]
    return answers, refused, rejections(opened.sources, refused, answers.rejected)


def _rows(answers: Answers, refused: Sequence[Sequence[RefusedRow]]) -> int:
    return answers.rows + sum(row.lines for rows in refused for row in rows)
