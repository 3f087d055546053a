"""Surveys as shops export them: the four questions, CSAT of help desks, NPS groups; worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.survey import SurveyCounts, figures, sum_surveys
from readycheck.demand.survey.scales import csat_of, csat_word, grade_of, group_of, number_of, solved_of
from readycheck.errors import ReadycheckError
from readycheck.storage.service_edits import with_service
from tests.demand.imports import imported, mistakes, recognised, written

HEAD = "Vastaustunnus;Saitko asiasi hoidettua?;Suosittelisitko;Palvelun laatu;Kokonaisarvosana\n"
ROWS = (
    "1;kyllä;10;9;9\n"
    "2;Kyllä;9;10;8\n"
    "3;ei;6;8;7\n"
    "4;kyllä;8;9;10\n"
    "5;;0;;\n"
)
ZENDESK = "Id,Requester,Via,Ticket type,Created at,Satisfaction Score\n"
FRESHDESK = "Ticket ID,Source,Type,Created time,Resolution status,Survey results\n"


def counted(tmp_path: Path, content: str, **options: Any) -> dict[str, Any]:
    """The counts of a survey."""
    counts: dict[str, Any] = imported(written(tmp_path, content), kind="survey", **options).entry["counts"]
    return counts


def asked(tmp_path: Path, content: str, **options: Any) -> str:
    """The one question of a survey, with what to do about it."""
    (question,) = recognised(written(tmp_path, content), kind="survey", **options).questions
    return str(question.message())


def test_the_four_questions_are_kept_as_plain_counts(tmp_path: Path) -> None:
    entry = imported(written(tmp_path, HEAD + ROWS), kind="survey").entry
    # by grade, 0 first: recommend 10 9 6 8 0, adviser 9 10 8 9, overall 9 8 7 10
    assert entry["counts"] == {
        "n": 5, "solved": {"yes": 3, "no": 1}, "recommend": "1 0 0 0 0 0 1 0 1 1 1",
        "adviser": "0 0 0 0 0 0 0 0 1 2 1", "overall": "0 0 0 0 0 0 0 1 1 1 1",
    }
    assert (entry["kind"], entry["source"], entry["rows"], entry["rejected"]) == ("survey", "survey", 5, {})
    assert "first" not in entry


def test_the_figures_are_told_at_the_end(tmp_path: Path) -> None:
    """Solved 3 of 4; 2 of 5 promote and 2 do not; the Wilson ends of 3 of 4 are 30.1 and 95.4 %."""
    notes = [str(note) for note in imported(written(tmp_path, HEAD + ROWS), kind="survey").notes]
    assert "solved at the first contact: 3 of 4 = 75.0%; 95% interval 30.1% … 95.4%" in notes
    # answers of 100 and −100 in equal parts, one of 0: variance 8,000; 1.96·√(8,000 / 5) = 78.4
    assert "NPS: 0.0, 5 answers; 95% interval -78.4 … 78.4, by its standard error" in notes
    assert "Kokonaisarvosana: grades on the scale 0–10, answers 4, from 7 to 10" in notes


@pytest.mark.parametrize(("cell", "grade"), [
    ("10", 10), (" 9 ", 9), ("9,0", 9), ("9.0", 9), ("10 – erittäin todennäköisesti", 10), ("0 = en lainkaan", 0),
    ("9/10", 9), ("7 hyvä", 7), ("8 out of 10", 8), ("11", None), ("-1", None), ("9.5", None), ("good", None),
    ("100", None), ("9/5", None), ("1 0", None), ("10 000", None), ("80 %", None), ("★★★★★", None),
])
def test_grades_as_people_export_them(cell: str, grade: int | None) -> None:
    assert grade_of(cell) == grade


def test_what_is_no_grade_is_refused_and_the_other_answers_count(tmp_path: Path) -> None:
    result = imported(written(tmp_path, "Overall;Solved\n10;yes\nhyvä;no\n"), kind="survey")
    assert result.entry["counts"] == {
        "n": 2, "solved": {"yes": 1, "no": 1}, "overall": "0 0 0 0 0 0 0 0 0 0 1",
    }
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("answer not readable", 1, 3)]


def test_answers_with_the_same_id_count_once_and_empty_ones_not_at_all(tmp_path: Path) -> None:
    first = written(tmp_path, HEAD + ROWS, "a.csv")
    second = written(tmp_path, HEAD + "5;;0;;\n6;ei;9;;\n;;;;\n7;;;;\n", "b.csv")
    result = imported(first, second, kind="survey")
    # 6 answers; solved 3 of 5; recommend 10 9 6 8 0 9
    assert result.entry["counts"]["n"] == 6
    assert result.entry["counts"]["solved"] == {"yes": 3, "no": 2}
    assert result.entry["counts"]["recommend"] == "1 0 0 0 0 0 1 0 1 2 1"
    assert result.entry["rejected"] == {"row empty": 1}
    notes = [str(note) for note in result.notes]
    assert any("already: 1;" in note for note in notes)
    assert "rows without an answer: 1" in notes


def test_an_id_counts_by_the_row_that_holds_its_answer(tmp_path: Path) -> None:
    rows = "7,A,Mail,,2025-12-01 10:00,Offered\n7,A,Mail,,2025-12-01 10:00,Good\n"
    assert counted(tmp_path, ZENDESK + rows) == {"n": 1, "csat": {"good": 1}}


def test_questions_as_whole_sentences_are_known_by_their_words(tmp_path: Path) -> None:
    head = "Nro;Saitko asiaa eteenpäin?;Kuinka mielelläsi suosittelisit kauppaamme?;Anna kokonaisarvosana\n"
    counts = counted(tmp_path, head + "1;ei;9;10\n")
    assert counts["solved"] == {"no": 1}
    assert (counts["recommend"].split()[9], counts["overall"].split()[10]) == ("1", "1")


def test_of_two_headings_with_the_same_word_none_is_guessed(tmp_path: Path) -> None:
    head = "Suosittelisitko kauppaa ystävälle?;Miksi et suosittelisi?\n9;kallis\n"
    assert "--column overall=HEADING" in asked(tmp_path, head)
    counts = counted(tmp_path, head, columns={"recommend": "Suosittelisitko kauppaa ystävälle?"})
    assert counts["recommend"].split()[9] == "1"


def test_columns_by_hand_and_none_at_all(tmp_path: Path) -> None:
    assert "--column overall=" in asked(tmp_path, "q1,q2\nyes,9\n")
    counts = counted(tmp_path, "q1,q2\nyes,9\n", columns={"solved": "q1", "recommend": "q2"})
    assert counts == {"n": 1, "solved": {"yes": 1}, "recommend": "0 0 0 0 0 0 0 0 0 1 0"}


def test_no_answers(tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, "Overall\nhyvä\n"), kind="survey")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("export.csv: line 2: ") and "answer not readable" in sentence
    assert "no row holds an answer" in asked(tmp_path, ZENDESK + "1,A,Mail,,2025-12-01 10:00,Unoffered\n")


def test_zendesk_tickets_as_a_survey(tmp_path: Path) -> None:
    """Satisfied 3 of 4; two were asked in vain, one never, one row is blank."""
    scores = ("Good", "Good with comment", "Bad", "Good", "Offered", "Offered", "Unoffered", "")
    rows = "".join(f"{n},A,Mail,,2025-12-01 10:00,{score}\n" for n, score in enumerate(scores, 1))
    result = imported(written(tmp_path, ZENDESK + rows), kind="survey")
    assert result.entry["counts"] == {"n": 4, "csat": {"good": 3, "bad": 1}, "unanswered": 2}
    assert (result.entry["source"], result.entry["rows"], result.entry["rejected"]) == ("zendesk", 8, {})
    notes = [str(note) for note in result.notes]
    assert "asked, but not answered: 2" in notes
    assert "rows without an answer: 4" in notes
    assert "satisfied customers: 3 of 4 = 75.0%; 95% interval 30.1% … 95.4%" in notes


def test_freshdesk_tickets_as_a_survey(tmp_path: Path) -> None:
    words = ("Extremely Happy", "Happy", "Neutral", "Unhappy", "")
    rows = "".join(f"{n},Email,,2025-12-01 10:00,,{word}\n" for n, word in enumerate(words, 1))
    assert counted(tmp_path, FRESHDESK + rows) == {"n": 4, "csat": {"good": 2, "neutral": 1, "bad": 1}}


@pytest.mark.parametrize(("answers", "rule", "csat"), [
    # 1–5: satisfied are 4 and 5
    ("5 4 3 2 1", "scale 1–5, satisfied are 4–5", {"good": 2, "neutral": 1, "bad": 2}),
    ("★★★★★ ★★★★☆ ★☆☆☆☆", "scale 1–5, satisfied are 4–5", {"good": 2, "bad": 1}),
    ("4/5 2/5", "scale 1–5, satisfied are 4–5", {"good": 1, "bad": 1}),
    # percentages: from 75 on
    ("100% 75% 74% 20%", "percentages, satisfied are those of at least 75%", {"good": 2, "neutral": 1, "bad": 1}),
    ("100 75 50 40", "percentages, satisfied are those of at least 75%", {"good": 2, "neutral": 1, "bad": 1}),
    ("1 0 1", "scale 0/1, satisfied are the ones", {"good": 2, "bad": 1}),
])
def test_satisfaction_by_its_scale_and_the_rule_is_said(
    answers: str, rule: str, csat: dict[str, int], tmp_path: Path
) -> None:
    path = written(tmp_path, "CSAT;x\n" + "".join(f"{answer};x\n" for answer in answers.split()))
    result = imported(path, kind="survey")
    assert result.entry["counts"]["csat"] == csat
    assert any(rule in str(note) for note in result.notes)


@pytest.mark.parametrize(("words", "csat"), [
    ("Great Okay Bad", {"good": 1, "neutral": 1, "bad": 1}),
    ("tyytyväinen Tyytymätön neutraali", {"good": 1, "neutral": 1, "bad": 1}),
    ("nöjd missnöjd", {"good": 1, "bad": 1}),
    ("😀 🙂 😐 🙁 👎", {"good": 2, "neutral": 1, "bad": 2}),
])
def test_satisfaction_in_words_and_faces(words: str, csat: dict[str, int], tmp_path: Path) -> None:
    assert counted(tmp_path, "CSAT;x\n" + "".join(f"{word};x\n" for word in words.split()))["csat"] == csat


@pytest.mark.parametrize("answers", ["1 2 3", "2 7 6", "10 9 8", "0 3 5", "1 1 1"])
def test_a_scale_of_satisfaction_that_is_not_clear_is_asked_for(answers: str, tmp_path: Path) -> None:
    content = "CSAT;x\n" + "".join(f"{answer};x\n" for answer in answers.split())
    question = asked(tmp_path, content)
    assert "does not tell their scale" in question and "--column csat=" in question


@pytest.mark.parametrize(("answers", "csat", "refused"), [
    ("1 2 3", {"neutral": 1, "bad": 2}, {}), ("1 1 1", {"bad": 3}, {}),
    ("0 3 5", {"good": 1, "neutral": 1}, {"answer not readable": 1}),
    ("5 4 45", {"good": 2}, {"answer not readable": 1}),
])
def test_a_column_that_the_person_names_is_one_to_five(
    answers: str, csat: dict[str, int], refused: dict[str, int], tmp_path: Path
) -> None:
    path = written(tmp_path, "CSAT;x\n" + "".join(f"{answer};x\n" for answer in answers.split()))
    entry = imported(path, kind="survey", columns={"csat": "CSAT"}).entry
    assert (entry["counts"]["csat"], entry["rejected"]) == (csat, refused)


def test_grades_up_to_ten_are_no_stars_whoever_says_so(tmp_path: Path) -> None:
    assert "--column \"overall=CSAT\"" in asked(tmp_path, "CSAT;x\n10;x\n9;x\n8;x\n", columns={"csat": "CSAT"})


def test_grades_of_one_to_five_under_a_question_of_zero_to_ten_are_asked_about(tmp_path: Path) -> None:
    content = "Arvosana;x\n" + "".join(f"{grade};x\n" for grade in (5, 4, 3, 5, 1))
    question = asked(tmp_path, content)
    assert "is the scale 1–5 or 0–10?" in question
    assert '--column "overall=Arvosana"' in question and '--column "csat=Arvosana"' in question
    assert counted(tmp_path, content, columns={"csat": "Arvosana"}) == {
        "n": 5, "csat": {"good": 3, "neutral": 1, "bad": 1},
    }
    assert counted(tmp_path, content, columns={"overall": "Arvosana"})["overall"] == "0 1 0 1 1 2 0 0 0 0 0"


def test_few_low_grades_are_said_with_their_range(tmp_path: Path) -> None:
    """Four grades of 1–5 may be chance: they count, and the line tells the scale."""
    result = imported(written(tmp_path, "Arvosana;x\n5;x\n4;x\n3;x\n5;x\n"), kind="survey")
    assert "Arvosana: grades on the scale 0–10, answers 4, from 3 to 5" in [str(note) for note in result.notes]


def test_a_recommendation_of_one_to_five_gives_no_nps(tmp_path: Path) -> None:
    question = asked(tmp_path, "NPS;x\n" + "".join(f"{grade};x\n" for grade in (5, 4, 3, 5, 1)))
    assert "it gives no NPS" in question and "csat" not in question


def test_stars_under_a_question_of_zero_to_ten(tmp_path: Path) -> None:
    question = asked(tmp_path, "Overall;x\n★★★★★;x\n★★☆☆☆;x\n")
    assert 'end at 5' in question and '--column "csat=Overall"' in question


@pytest.mark.parametrize("words", [
    ("Promoter", "Passive", "Detractor"), ("Suosittelija", "Passiivinen", "Arvostelija"),
    ("Ambassadör", "Passiv", "Kritiker"),
])
def test_nps_groups_in_three_languages(words: tuple[str, ...], tmp_path: Path) -> None:
    """Of 3 promoters, 1 passive and 1 detractor: 60 % − 20 % = 40."""
    promoter, passive, detractor = words
    rows = (promoter, promoter, passive, detractor, promoter)
    counts = counted(tmp_path, "NPS category;x\n" + "".join(f"{word};x\n" for word in rows))
    assert counts == {"n": 5, "groups": {"promoter": 3, "passive": 1, "detractor": 1}}
    assert figures(SurveyCounts(groups=counts["groups"]))["nps"].value == 40


def test_a_score_goes_before_the_group_beside_it(tmp_path: Path) -> None:
    counts = counted(tmp_path, "NPS category,NPS score\nPromoter,10\nDetractor,3\n")
    assert counts == {"n": 2, "recommend": "0 0 0 1 0 0 0 0 0 0 1"}


def test_free_text_is_never_kept(tmp_path: Path) -> None:
    rows = "".join(f"9;asiakas{n}@example.fi kiittää\n" for n in range(3000))
    result = imported(written(tmp_path, "Overall;CSAT\n" + rows), kind="survey")
    assert "example" not in repr(result.entry)
    assert result.entry["rejected"] == {"answer not readable": 3000}
    assert result.entry["counts"] == {"n": 3000, "overall": "0 0 0 0 0 0 0 0 0 3000 0"}


def test_two_surveys_add_up_and_each_replaces_only_itself(tmp_path: Path) -> None:
    """NPS: 10 and 9 of the one, 0 of the other: (2 − 1) / 3; solved comes from the first alone."""
    first = imported(written(tmp_path, "Solved;NPS\nyes;10\nno;9\n"), kind="survey").entry
    second = imported(written(tmp_path, "NPS\n0\n"), kind="survey", source="other").entry
    both = with_service({"imports": [first, second]}, [first], "survey")["service"]
    assert both["nps"] == pytest.approx(100 / 3)
    assert (both["n"], both["answers"]) == (3, {"fcr": 2, "nps": 3, "recommend": 3})
    assert (both["fcr"], both["grades"]) == (0.5, {"recommend": pytest.approx(2 / 3)})


ROW = st.tuples(st.sampled_from(["yes", "no", ""]), st.integers(0, 10), st.sampled_from(["Good", "Bad", "Offered", ""]))


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=12), st.lists(ROW, min_size=1, max_size=12))
def test_two_imports_are_as_good_as_one_of_both(
    tmp_path_factory: pytest.TempPathFactory, first: list[tuple[str, int, str]], second: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("survey")

    def read(rows: list[tuple[str, int, str]], start: int) -> str:
        return "".join(f"{n};{solved};{grade};{csat}\n" for n, (solved, grade, csat) in enumerate(rows, start))

    def survey(body: str) -> SurveyCounts:
        columns = {"recommend": "NPS"}
        found = recognised(written(folder, "ID;Solved;NPS;CSAT\n" + body), kind="survey", columns=columns)
        assert found.answers is not None
        return found.answers.answers.counts

    parts = [survey(read(first, 0)), survey(read(second, 100))]
    assert sum_surveys(parts) == survey(read(first, 0) + read(second, 100))


def test_words_faces_and_numbers_by_themselves() -> None:
    assert [solved_of(text) for text in ("Kyllä", "ei", "ehkä")] == [True, False, None]
    assert [group_of(text) for text in ("promoters", "Kriitikko", "9")] == ["promoter", "detractor", None]
    assert [csat_word(text) for text in ("Unoffered", "👍🏽", "🙂🙁")] == ["unasked", "good", None]
    assert number_of("4 out of 5") == number_of("⭐⭐⭐⭐☆")
    kinds = [None, "bad", "neutral", "neutral", "good", None]
    assert [csat_of(value, "1-5") for value in (0, 1, 3, 3.5, 4, 6)] == kinds
