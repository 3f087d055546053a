"""Survey answers: looked at for the recognition, turned into counts for the import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from readycheck.core.message import Message, say
from readycheck.core.survey import SurveyCounts, figure_message, figures
from readycheck.demand.formats.opening import Opened
from readycheck.demand.recognition import Recognition, SurveyCount
from readycheck.demand.result import ImportResult, entry_of
from readycheck.demand.rows.reader import refused_rows
from readycheck.demand.rows.refusals import nothing_counted, rejections
from readycheck.demand.survey.answers import Answers, count_answers
from readycheck.errors import Problem

if TYPE_CHECKING:
    import duckdb


def look_at_survey(connection: duckdb.DuckDBPyConnection, blank: Recognition, opened: Opened) -> Recognition:
    """The recognition filled in: how many answered what on which scale, what is refused, what is asked."""
    answers = count_answers(connection, opened.sources, blank.options.columns)
    refused = [refused_rows(connection, source, n) for n, source in enumerate(opened.sources)]
    rejected = rejections(opened.sources, refused, answers.rejected)
    rows = answers.rows + sum(row.lines for part in refused for row in part)
    questions = answers.questions
    if not answers.n and not questions:
        questions = nothing_counted(rejected, opened.sources) if rejected or not rows else (_no_answers(blank),)
    return replace(
        blank, answers=SurveyCount(answers, rejected, rows), questions=questions,
        settled=(*blank.settled, *answers.said),
    )


def _no_answers(blank: Recognition) -> Problem:
    return Problem(say("no row holds an answer."), say("Look at the column, or choose another with --column."),
                   blank.files[0].name)


def survey_result(recognition: Recognition, counted: SurveyCount, today: date) -> ImportResult:
    """The import of a survey: its counts, and the figures that follow from them."""
    entry = entry_of(recognition, counts_document(counted.answers.counts), counted.rows, counted.rejected, today)
    return ImportResult(entry, counted.rejected, (*recognition.settled, *_notes(counted.answers)))


def counts_document(counts: SurveyCounts) -> dict[str, Any]:
    """The counts as the audit file keeps them: a histogram is one text, what nobody answered is left out."""
    histograms = {"recommend": counts.recommend, "adviser": counts.adviser, "overall": counts.overall}
    tables: Mapping[str, Mapping[Any, int]] = {"solved": counts.solved, "groups": counts.groups, "csat": counts.csat}
    return {
        "n": counts.n,
        **{name: dict(table) for name, table in tables.items() if table},
        **{name: " ".join(map(str, grades)) for name, grades in histograms.items() if grades},
        **({"unanswered": counts.unanswered} if counts.unanswered else {}),
    }


def _notes(answers: Answers) -> Iterator[Message]:
    merged = answers.rows - answers.responses
    if merged:
        yield say("rows with an id that was there already: {count}; an id counts once", count=merged)
    if answers.empty:
        yield say("rows without an answer: {count}", count=answers.empty)
    if answers.counts.unanswered:
        yield say("asked, but not answered: {count}", count=answers.counts.unanswered)
    yield from (figure_message(name, figure) for name, figure in figures(answers.counts).items())
