"""The answers of a survey's rows, counted: a response once, each answer by what it says (DOMAIN §3.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readycheck.core.message import Message
from readycheck.core.survey import HIGHEST, SurveyCounts
from readycheck.demand.options import ROLES
from readycheck.demand.rows import causes
from readycheck.demand.rows.reader import Source, cells_sql, quoted, read
from readycheck.demand.rows.tally import FILE_SHIFT, Value
from readycheck.demand.survey.readings import Column, Reading, read_answers
from readycheck.demand.survey.scales import UNANSWERED, UNASKED
from readycheck.errors import Problem

if TYPE_CHECKING:
    import duckdb

QUESTIONS = ROLES["survey"][1:]
LONGEST_ANSWER = 200
MOST_TEXTS = 2000
"""Rarer texts than the commonest so many are not read: the column holds free text."""
_NO_ANSWER = f"({quoted(UNANSWERED)}, {quoted(UNASKED)})"


@dataclass(frozen=True)
class Answers:
    """What was counted. `rows` were read, `responses` are left when an id counts once, `empty` of them say nothing.

    `said` tells each question's scale, `questions` ask for one.
    """

    rows: int
    responses: int
    empty: int
    counts: SurveyCounts
    rejected: Sequence[Value]
    said: tuple[Message, ...] = ()
    questions: tuple[Problem, ...] = ()

    @property
    def n(self) -> int:
        """Responses with an answer."""
        return self.counts.n


def count_answers(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], told: Mapping[str, str]
) -> Answers:
    """The answers of all files; `told` are the headings that the person named, by role.

    A response whose id was there already counts once, by the row that holds an answer.
    """
    for number, source in enumerate(sources):
        insert = "CREATE TEMP TABLE given AS" if number == 0 else "INSERT INTO given"
        read(connection, f"{insert} {_given_sql(source, number)}", source)
    readings = {role: _reading(connection, role, sources, told) for role in QUESTIONS}
    _respond(connection, readings)
    return _counted(connection, readings)


def _given_sql(source: Source, number: int) -> str:
    """SQL: the answers' texts by row; `key` is the same for rows of one id."""
    answers = ", ".join(f"left(lower({role}), {LONGEST_ANSWER}) AS {role}" for role in QUESTIONS)
    raw, cells = " || ".join(QUESTIONS), cells_sql(source, number, ROLES["survey"])
    return (
        f"SELECT seq, CASE WHEN id = '' THEN seq::UBIGINT ELSE hash(id) END AS key, id = '' AS anonymous,"
        f" {raw} = '' AS blank, left_out, {answers}"
        f" FROM (SELECT *, {number << FILE_SHIFT}::BIGINT + n AS seq FROM ({cells}))"
    )


def _reading(
    connection: duckdb.DuckDBPyConnection, role: str, sources: Sequence[Source], told: Mapping[str, str]
) -> Reading:
    """What the texts of a question mean, over all files together."""
    source = next((source for source in sources if role in source.columns), None)
    if source is None:
        return Reading({})
    texts = dict(connection.execute(
        f"SELECT {role}, count(*) FROM given WHERE {role} <> '' AND NOT left_out GROUP BY 1"
        f" ORDER BY 2 DESC, 1 LIMIT {MOST_TEXTS}"
    ).fetchall())
    heading = source.table.headings[source.columns[role]]
    return read_answers(Column(role, heading, source.text.name, bool(told.get(role, "").strip())), texts)


def _respond(connection: duckdb.DuckDBPyConnection, readings: Mapping[str, Reading]) -> None:
    """Table `responses`: one row for each id, its answers by their meanings, NULL where there is none to count."""
    for role, reading in readings.items():
        connection.execute(
            f"CREATE TEMP TABLE means_{role} AS SELECT unnest(?::VARCHAR[]) AS text, unnest(?::VARCHAR[]) AS meaning",
            [list(reading.meanings), [str(meaning) for meaning in reading.meanings.values()]],
        )
    meanings = ", ".join(f"m_{role}.meaning AS {role}" for role in QUESTIONS)
    joins = " ".join(
        f"LEFT JOIN means_{role} m_{role} ON given.{role} = m_{role}.text AND NOT left_out" for role in QUESTIONS
    )
    unread = " OR ".join(f"(given.{role} <> '' AND m_{role}.meaning IS NULL)" for role in QUESTIONS)
    answered = " OR ".join(f"coalesce({role} NOT IN {_NO_ANSWER}, false)" for role in QUESTIONS)
    connection.execute(
        f"CREATE TEMP TABLE responses AS SELECT * FROM (SELECT *, {answered} AS answered FROM (SELECT seq, key,"
        f" CASE WHEN blank AND anonymous THEN {quoted(causes.ROW_EMPTY.text)}"
        f" WHEN left_out THEN {quoted(causes.LEFT_OUT.text)}"
        f" WHEN {unread} THEN {quoted(causes.ANSWER_UNREADABLE.text)} END AS cause, {meanings} FROM given {joins}))"
        " QUALIFY row_number() OVER (PARTITION BY key ORDER BY NOT answered, cause IS NOT NULL, seq) = 1"
    )


def _counted(connection: duckdb.DuckDBPyConnection, readings: Mapping[str, Reading]) -> Answers:
    rows, responses, n, empty = connection.execute(
        "SELECT (SELECT count(*) FROM given), count(*), count(*) FILTER (answered),"
        " count(*) FILTER (NOT answered AND cause IS NULL) FROM responses"
    ).fetchone() or (0, 0, 0, 0)
    rejected = connection.execute(
        "SELECT cause, count(*), min(seq) FROM responses WHERE cause IS NOT NULL GROUP BY cause"
    ).fetchall()
    counts = {role: _by_meaning(connection, role) for role in QUESTIONS}
    return Answers(
        rows, responses, empty, _survey(n, counts), tuple(Value(*row) for row in rejected),
        tuple(message for reading in readings.values() for message in reading.said),
        tuple(reading.question for reading in readings.values() if reading.question is not None),
    )


def _by_meaning(connection: duckdb.DuckDBPyConnection, role: str) -> dict[str, int]:
    """Counts by meaning; a row with one answer that cannot be read keeps its others."""
    return dict(connection.execute(
        f"SELECT {role}, count(*) FROM responses WHERE {role} IS NOT NULL GROUP BY 1"
    ).fetchall())


def _survey(n: int, counts: Mapping[str, Mapping[str, int]]) -> SurveyCounts:
    def picked(role: str, names: Sequence[str]) -> dict[Any, int]:
        return {name: counts[role][name] for name in names if name in counts[role]}

    def grades(role: str) -> tuple[int, ...]:
        found = tuple(counts[role].get(str(grade), 0) for grade in range(HIGHEST + 1))
        return found if any(found) else ()

    return SurveyCounts(
        n=n, solved=picked("solved", ("yes", "no")), recommend=grades("recommend"), adviser=grades("adviser"),
        overall=grades("overall"), groups=picked("recommend", ("promoter", "passive", "detractor")),
        csat=picked("csat", ("good", "neutral", "bad")), unanswered=counts["csat"].get(UNANSWERED, 0),
    )
