"""The survey's four questions, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.errors import ReadycheckError
from tests.demand.imports import imported, mistakes, recognised, written

HEAD = "Vastaustunnus;Saitko asiasi hoidettua?;Suosittelisitko;Palvelun laatu;Kokonaisarvosana\n"
ROWS = (
    "1;kyllä;10;9;9\n"
    "2;Kyllä;9;10;8\n"
    "3;ei;6;8;7\n"
    "4;kyllä;8;9;10\n"
    "5;;0;;\n"
)


def test_figures_of_service(tmp_path: Path) -> None:
    entry = imported(written(tmp_path, HEAD + ROWS), kind="survey").entry
    counts = entry["counts"]
    # solved: 3 of 4; recommend 10 9 6 8 0: 2 of 5 promote, 2 of 5 do not; quality 9 10 8 9: 3 of 4 are 9 or 10;
    # overall 9 8 7 10: 2 of 4
    assert counts == {
        "n": 5, "fcr": 0.75, "nps": 0.0, "grades": {"recommend": 0.4, "quality": 0.75, "overall": 0.5},
    }
    assert (entry["kind"], entry["source"], entry["rows"], entry["rejected"]) == ("survey", "survey", 5, {})
    assert "first" not in entry


def test_nps_from_minus_to_plus(tmp_path: Path) -> None:
    for grades, nps in (("9 10", 100.0), ("0 6", -100.0), ("9 7 8 0", 0.0), ("9 9 9 6", 50.0), ("7 8", 0.0)):
        body = "".join(f"{grade}\n" for grade in grades.split())
        assert imported(written(tmp_path, "NPS\n" + body), kind="survey").entry["counts"]["nps"] == nps


@pytest.mark.parametrize(("cell", "grade"), [
    ("10", 10), (" 9 ", 9), ("9,0", 9), ("9.0", 9),
    ("10 – erittäin todennäköisesti", 10), ("0 = en lainkaan", 0), ("9/10", 9), ("7 hyvä", 7),
])
def test_grades_as_people_export_them(cell: str, grade: int, tmp_path: Path) -> None:
    counts = imported(written(tmp_path, f"Overall;x\n{cell};x\n"), kind="survey").entry["counts"]
    assert counts["grades"] == {"overall": 1.0 if grade >= 9 else 0.0}


@pytest.mark.parametrize("cell", ["11", "-1", "9.5", "good", "100", "9/5", "1 0", "10 000"])
def test_what_is_no_grade_is_refused_and_the_other_answers_count(cell: str, tmp_path: Path) -> None:
    result = imported(written(tmp_path, f"Overall;Solved\n10;yes\n{cell};no\n"), kind="survey")
    assert result.entry["counts"] == {"n": 2, "fcr": 0.5, "grades": {"overall": 1.0}}
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("answer not readable", 1, 3)]


def test_answers_with_the_same_id_count_once_and_empty_ones_not_at_all(tmp_path: Path) -> None:
    first = written(tmp_path, HEAD + ROWS, "a.csv")
    second = written(tmp_path, HEAD + "5;;0;;\n6;ei;9;;\n;;;;\n", "b.csv")
    result = imported(first, second, kind="survey")
    # 6 answers; solved 3 of 5; recommend 10 9 6 8 0 9: 3 promote, 2 do not, of 6
    assert result.entry["counts"]["n"] == 6
    assert result.entry["counts"]["fcr"] == 0.6
    assert result.entry["counts"]["nps"] == pytest.approx(100 / 6)
    assert result.entry["rejected"] == {"row empty": 1}
    assert any("already: 1;" in str(note) for note in result.notes)


def test_columns_by_hand_and_none_at_all(tmp_path: Path) -> None:
    path = written(tmp_path, "q1,q2\nyes,9\n")
    (question,) = recognised(path, kind="survey").questions
    assert "--column overall=" in str(question.message())
    counts = imported(path, kind="survey", columns={"solved": "q1", "recommend": "q2"}).entry["counts"]
    assert counts == {"n": 1, "fcr": 1.0, "nps": 100.0, "grades": {"recommend": 1.0}}


def test_no_answers(tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, "Overall\nhyvä\n"), kind="survey")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("export.csv: line 2: ") and "answer not readable" in sentence
