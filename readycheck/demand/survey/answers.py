"""The customer survey's four questions as figures of service quality (DOMAIN §3.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readycheck.demand.options import ROLES
from readycheck.demand.rows import causes
from readycheck.demand.rows.instants import FILE_SHIFT, Value
from readycheck.demand.rows.reader import Source, cells_sql, quoted, read
from readycheck.demand.words import vocabulary

if TYPE_CHECKING:
    import duckdb

GRADES: Mapping[str, str] = {"recommend": "recommend", "adviser": "quality", "overall": "overall"}
_GRADE = r"(?i)^(10|\d)(?:[.,]0+)?(?:\s*/\s*10|\s*[-–—=:(a-zåäö].*)?$"
_ANSWERS = ("solved", *GRADES)


@dataclass(frozen=True)
class Answers:
    """How many gave each answer: `solved` by yes/no, grades 0–10 by question.

    `rows` were read, `responses` are left when an id counts once, `n` of them gave an answer.
    """

    rows: int
    responses: int
    n: int
    solved: Mapping[str, int]
    grades: Mapping[str, Mapping[int, int]]
    rejected: Sequence[Value]


def count_answers(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> Answers:
    """The answers of all files; a response whose id was there already counts once."""
    for number, source in enumerate(sources):
        insert = "CREATE TEMP TABLE answers AS" if number == 0 else "INSERT INTO answers"
        read(connection, f"{insert} {_answers_sql(source, number)}", source)
    connection.execute(
        "CREATE TEMP TABLE responses AS SELECT * FROM answers QUALIFY row_number() OVER"
        " (PARTITION BY key ORDER BY cause IS NOT NULL, seq) = 1"
    )
    grades = {role: _counts(connection, role) for role in GRADES}
    solved = _counts(connection, "solved")
    given = " OR ".join(f"{role} IS NOT NULL" for role in _ANSWERS)
    rows, responses, n = connection.execute(
        f"SELECT (SELECT count(*) FROM answers), count(*), count(*) FILTER ({given}) FROM responses"
    ).fetchone() or (0, 0, 0)
    rejected = connection.execute(
        "SELECT cause, count(*), min(seq) FROM responses WHERE cause IS NOT NULL GROUP BY cause"
    ).fetchall()
    return Answers(rows, responses, n, {"yes": solved.get(1, 0), "no": solved.get(0, 0)}, grades,
                   tuple(Value(*row) for row in rejected))


def _answers_sql(source: Source, number: int) -> str:
    base, grouped = number << FILE_SHIFT, "id" in source.columns
    cells = f"SELECT *, {base}::BIGINT + n AS seq FROM ({cells_sql(source, number, ROLES['survey'])})"
    values = ", ".join([_solved_sql(), *(_grade_sql(role) for role in GRADES)])
    raw = " || ".join(_ANSWERS)
    unread = " OR ".join(f"(raw_{role} <> '' AND {role} IS NULL)" for role in _ANSWERS)
    missing = f"WHEN id = '' THEN {quoted(causes.ID_MISSING.text)}" if grouped else ""
    raws = ", ".join(f"{role} AS raw_{role}" for role in _ANSWERS)
    key = "CASE WHEN id = '' THEN seq::UBIGINT ELSE hash(id) END" if grouped else "seq::UBIGINT"
    inner = f"SELECT seq, id, {key} AS key, {raw} = '' AS blank, {raws}, {values} FROM ({cells})"
    cause = (
        f"CASE WHEN blank THEN {quoted(causes.ROW_EMPTY.text)} {missing}"
        f" WHEN {unread} THEN {quoted(causes.ANSWER_UNREADABLE.text)} END"
    )
    return f"SELECT seq, key, {', '.join(_ANSWERS)}, {cause} AS cause FROM ({inner})"


def _solved_sql() -> str:
    folded = "trim(regexp_replace(lower(solved), '[^\\pL\\pN]+', ' ', 'g'))"
    yes, no = (", ".join(map(quoted, sorted(words))) for words in (vocabulary().yes, vocabulary().no))
    return f"CASE WHEN {folded} IN ({yes}) THEN 1 WHEN {folded} IN ({no}) THEN 0 END AS solved"


def _grade_sql(role: str) -> str:
    """A whole grade 0–10, also as "9/10" or with words after it ("10 – very likely")."""
    return f"TRY_CAST(regexp_extract({role}, {quoted(_GRADE)}, 1) AS INTEGER) AS {role}"


def _counts(connection: duckdb.DuckDBPyConnection, role: str) -> dict[int, int]:
    """Counts by value; a row with one answer that cannot be read keeps its others."""
    return dict(connection.execute(
        f"SELECT {role}, count(*) FROM responses WHERE {role} IS NOT NULL GROUP BY 1 ORDER BY 1"
    ).fetchall())


def service_values(answers: Answers) -> dict[str, Any]:
    """`[service]` out of the answers: shares 0–1, `nps` −100…100; what nobody answered is left out.

    `fcr` is the share whose matter was solved, `grades` the shares of 9–10.
    """
    values: dict[str, Any] = {"n": answers.n}
    solved = sum(answers.solved.values())
    if solved:
        values["fcr"] = answers.solved["yes"] / solved
    grades = {GRADES[role]: _share(counts, 9, 10) for role, counts in answers.grades.items() if counts}
    recommend = answers.grades.get("recommend")
    if recommend:
        values["nps"] = 100 * (_share(recommend, 9, 10) - _share(recommend, 0, 6))
    if grades:
        values["grades"] = grades
    return values


def _share(counts: Mapping[int, int], low: int, high: int) -> float:
    return sum(count for grade, count in counts.items() if low <= grade <= high) / sum(counts.values())
