"""Survey answers: looked at for the recognition, turned into figures for the import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.demand.formats.opening import Opened
from readycheck.demand.recognition import Recognition, SurveyCount
from readycheck.demand.result import ImportResult, entry_of
from readycheck.demand.rows.reader import refused_rows
from readycheck.demand.rows.refusals import nothing_counted, rejections
from readycheck.demand.survey.answers import count_answers, service_values

if TYPE_CHECKING:
    import duckdb


def look_at_survey(connection: duckdb.DuckDBPyConnection, blank: Recognition, opened: Opened) -> Recognition:
    """The recognition filled in: how many answered what, what is refused."""
    answers = count_answers(connection, opened.sources)
    refused = [refused_rows(connection, source, n) for n, source in enumerate(opened.sources)]
    rejected = rejections(opened.sources, refused, answers.rejected)
    questions = () if answers.n else nothing_counted(rejected, opened.sources)
    rows = answers.rows + sum(row.lines for part in refused for row in part)
    return replace(blank, answers=SurveyCount(answers, rejected, rows), questions=questions)


def survey_result(recognition: Recognition, counted: SurveyCount, today: date) -> ImportResult:
    """The import of a survey."""
    answers = counted.answers
    entry = entry_of(recognition, service_values(answers), counted.rows, counted.rejected, today)
    merged = answers.rows - answers.responses
    twice = say("rows with an id that was there already: {count}; an id counts once", count=merged)
    return ImportResult(entry, counted.rejected, (*recognition.settled, *((twice,) if merged else ())))
