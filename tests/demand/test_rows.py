"""Encodings, delimiters, rows that are broken, and where each refused row stands."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from readycheck.demand.importer import run_import
from readycheck.errors import ReadycheckError
from tests.demand.imports import TODAY, busy, imported, mistakes, recognised, written

HEAD = "Tilausnumero;Tilausaika;Kanava;Yhteydenoton syy\n"
ROWS = "1;28.11.2025 14.05;Sähköposti;Ääni\n2;28.11.2025 14.06;Puhelin;Ääni\n"


@pytest.mark.parametrize(("codec", "shown", "break_"), [
    ("utf-8", "UTF-8", "\n"), ("utf-8", "UTF-8", "\r\n"), ("utf-8", "UTF-8", "\r"), ("utf-8-sig", "UTF-8", "\r\n"),
    ("cp1252", "Windows-1252", "\r\n"), ("cp1252", "Windows-1252", "\r"), ("utf-16", "UTF-16", "\r\n"),
    ("utf-16-le", "UTF-16", "\n"), ("utf-16-le", "UTF-16", "\r"), ("utf-16-be", "UTF-16", "\r\n"),
])
def test_encodings_and_line_breaks(codec: str, shown: str, break_: str, tmp_path: Path) -> None:
    found = recognised(written(tmp_path, (HEAD + ROWS).replace("\n", break_).encode(codec)), kind="contacts")
    (file,) = found.files
    assert (str(file.encoding), file.delimiter) == (shown, ";")
    counts = run_import(found, today=TODAY).entry["counts"]
    assert (counts["channels"], counts["reasons"]) == ({"email": 1, "phone": 1}, {"aani": 2})


def test_a_file_that_mixes_encodings(tmp_path: Path) -> None:
    content = HEAD.encode() + ROWS.encode() + "3;28.11.2025 14.07;Sähköposti;Ääni\n".encode("cp1252")
    path = written(tmp_path, content)
    (file,) = recognised(path, kind="contacts").files
    assert str(file.encoding) == "UTF-8 and Windows-1252 mixed"
    assert imported(path, kind="contacts").entry["counts"]["reasons"] == {"aani": 3}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_counted_in_the_headings(delimiter: str, tmp_path: Path) -> None:
    # a heading in quotation marks holds more of the others than there are delimiters
    head = delimiter.join(["order", '"a,,,;;;\t\t\t|||"', "created"])
    path = written(tmp_path, head + "\n" + delimiter.join(["1", '"x, y; z"', "2025-11-28 14:05"]) + "\n")
    assert busy(imported(path).entry["counts"]) == {(4, 14): 1}


@pytest.mark.parametrize("first", ["sep=|\n", '"sep=|"\r\n', "SEP=|\n", "\ufeffsep=|\n", "\n\nsep=|\n\n"])
def test_the_line_that_names_the_delimiter(first: str, tmp_path: Path) -> None:
    path = written(tmp_path, first + "order|created|note;;;;\n1|2025-11-28 14:05|x\n")
    assert imported(path).entry["rows"] == 1


def test_one_column_is_enough(tmp_path: Path) -> None:
    path = written(tmp_path, "created\n2025-11-28 14:05\n2025-11-28 14:06\n")
    assert busy(imported(path).entry["counts"]) == {(4, 14): 2}


def test_headings_over_two_lines_and_line_breaks_in_cells(tmp_path: Path) -> None:
    path = written(tmp_path, 'order,"text\nof it",created\n1,"a\nb\nc",2025-11-28 14:05\n2,x,never\n')
    result = imported(path)
    assert busy(result.entry["counts"]) == {(4, 14): 1}
    assert [refusal.line for refusal in result.rejected] == [6]  # lines 1-2 headings, 3-5 the first row


def test_short_rows_have_empty_cells_and_long_rows_are_refused(tmp_path: Path) -> None:
    content = (
        "order,created,text\n"
        "1,2025-11-28 10:00\n"              # short, but the time is there
        "2\n"                               # line 3: no time
        "3,2025-11-28 11:00,a,b\n"          # line 4: a cell too many: which is which is not known
        "4,2025-11-28 12:00,a,,,\n"         # only empty ones too many
        "\n"
        "5,2025-11-28 13:00,a\n"
    )
    result = imported(written(tmp_path, content))
    assert busy(result.entry["counts"]) == {(4, 10): 1, (4, 12): 1, (4, 13): 1}
    assert {(r.cause, r.count, r.line) for r in result.rejected} == {
        ("time missing", 1, 3), ("more cells than headings", 1, 4),
    }
    assert result.entry["rows"] == 5


def test_empty_rows_at_the_end_of_a_sheet(tmp_path: Path) -> None:
    result = imported(written(tmp_path, "order;created\n1;28.11.2025 10.00\n;\n;\n  ; \n"))
    assert result.entry["rejected"] == {"row empty": 3}
    assert [refusal.line for refusal in result.rejected] == [3]


def test_rows_without_an_id_are_refused_one_by_one(tmp_path: Path) -> None:
    result = imported(written(tmp_path, "order,created\n,2025-11-28 10:00\n1,2025-11-28 10:00\n,2025-11-28 11:00\n"))
    assert result.entry["rejected"] == {"id missing": 2}
    assert result.entry["counts"]["daily"] == "1"


def test_without_a_column_of_ids_every_row_counts(tmp_path: Path) -> None:
    path = written(tmp_path, "created\n2025-11-28 10:00\n2025-11-28 10:00\n")
    assert imported(path).entry["counts"]["daily"] == "2"
    named = written(tmp_path, "order,created\n1,2025-11-28 10:00\n1,2025-11-28 10:00\n")
    assert imported(named).entry["counts"]["daily"] == "1"
    assert imported(named, columns={"id": ""}).entry["counts"]["daily"] == "2"


def test_an_id_in_many_rows_counts_at_its_earliest_time(tmp_path: Path) -> None:
    content = (
        "Conversation ID,Created at,Channel,Reason\n"
        "7,2025-11-28 12:00,,\n7,2025-11-28 09:00,Chat,tracking\n7,2025-11-29 09:00,Email,\n7,,,\n"
    )
    entry = imported(written(tmp_path, content), kind="contacts").entry
    assert busy(entry["counts"]) == {(4, 9): 1}
    assert (entry["counts"]["channels"], entry["counts"]["reasons"]) == ({"chat": 1}, {"where-is-my-order": 1})
    assert entry["rejected"] == {}


def test_of_an_ids_rows_in_one_hour_the_earliest_names_channel_and_reason(tmp_path: Path) -> None:
    content = (
        "Conversation ID,Created at,Channel,Reason\n"
        "7,2025-11-28 12:50,Chat,tracking\n7,2025-11-28 12:10,Phone,Return\n7,2025-11-28 12:05,\u00a0,\n"
    )
    counts = imported(written(tmp_path, content), kind="contacts").entry["counts"]
    assert (counts["channels"], counts["reasons"]) == ({"phone": 1}, {"return": 1})


def test_a_row_too_far_ahead_names_nothing_for_its_id(tmp_path: Path) -> None:
    # today is 1 Oct 2026
    content = "Ticket,Created at,Reason\n7,2025-11-28 12:50,\n7,2029-01-01 10:00,tracking\n"
    entry = imported(written(tmp_path, content), kind="contacts").entry
    assert (entry["counts"]["reasons"], entry["counts"]["uncoded"], str(entry["last_at"])) == (
        {}, 1, "2025-11-28 12:50:00+02:00",
    )


def test_blanks_that_do_not_break_are_no_part_of_an_id(tmp_path: Path) -> None:
    rows = "1,{0} 10:00\n1\u00a0,{0} 11:00\n\u00a01,{0} 12:00\n\u00a0,{0} 13:00\n\u202f,{0} 14:00\nÄ,{0} 15:00\n"
    result = imported(written(tmp_path, "order,created\n" + rows.format("2025-11-28")))
    assert busy(result.entry["counts"]) == {(4, 10): 1, (4, 15): 1}
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("id missing", 2, 5)]


def test_a_row_with_cells_too_many_is_one_row_though_a_cell_has_line_breaks(tmp_path: Path) -> None:
    result = imported(written(tmp_path, 'text,created\n"a\nb\nc",2025-11-28 10:00,x,y\nd,2025-11-28 11:00\n'))
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("more cells than headings", 1, 2)]
    assert result.entry["rows"] == 2


def test_quotation_marks_that_do_not_match_cost_only_their_row(tmp_path: Path) -> None:
    content = 'order,created,text\n1,2025-11-28 10:00,"a"b"\n2,2025-11-28 11:00,5,6" tv\n3,2025-11-28 12:00,6" tv\n'
    result = imported(written(tmp_path, content))
    assert busy(result.entry["counts"]) == {(4, 12): 1}
    assert {(r.cause, r.count, r.line) for r in result.rejected} == {
        ("quotes not closed", 1, 2), ("more cells than headings", 1, 3),
    }


def test_rows_that_an_open_quotation_mark_swallowed_are_counted(tmp_path: Path) -> None:
    # the mark on line 2 closes on line 4, before a letter: three lines are lost, and said to be
    content = (
        'order,text,created\n1,"a,2025-11-28 10:00\n2,b,2025-11-28 11:00\n3,"c,2025-11-28 12:00\n'
        "4,d,2025-11-28 13:00\n"
    )
    result = imported(written(tmp_path, content))
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("quotes not closed", 3, 2)]
    assert (result.entry["rows"], result.entry["counts"]["daily"]) == (4, "1")


def test_a_quotation_mark_that_never_closes_is_an_error_with_its_line(tmp_path: Path) -> None:
    content = 'order,created,text\n1,2025-11-28 10:00,a\n2,2025-11-28 11:00,"b\n3,2025-11-28 12:00,c\n'
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, content))
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("export.csv: line 3: ")


def test_refused_rows_are_found_on_their_line_in_a_long_file(tmp_path: Path) -> None:
    """Multi-line cells, empty lines and rows with too many cells stand before the rows that are refused."""
    chance = random.Random(5)
    lines: list[str] = ["order,created,text"]
    first: dict[str, int] = {}
    for number in range(3000):
        kind = chance.choice(["plain", "plain", "plain", "two lines", "blank"])
        if number > 2000 and number % 97 == 0:
            kind = chance.choice(["unreadable", "too many", "no id"])
        line = "\n".join(lines).count("\n") + 2
        text = {
            "plain": f"{number},2025-11-28 10:00,x", "two lines": f'{number},2025-11-28 10:00,"x\ny, ""z"""',
            "blank": "", "unreadable": f"{number},soon,x", "too many": f"{number},2025-11-28 10:00,x,y",
            "no id": ",2025-11-28 10:00,x",
        }[kind]
        lines.append(text)
        first.setdefault(kind, line)
    result = imported(written(tmp_path, "\n".join(lines) + "\n"))
    found = {refusal.cause: refusal.line for refusal in result.rejected}
    assert found == {
        "time not readable": first["unreadable"], "more cells than headings": first["too many"],
        "id missing": first["no id"],
    }


def test_lines_are_those_of_the_file_that_came_not_of_a_copy(tmp_path: Path) -> None:
    content = "sep=;\r\n\r\norder;created;text\r\n1;28.11.2025 10.00;\"ä\nö\"\r\n2;soon;ä\r\n"
    for codec in ("utf-8", "cp1252", "utf-16"):
        result = imported(written(tmp_path, content.encode(codec)))
        assert [refusal.line for refusal in result.rejected] == [6]


def test_the_first_refused_row_is_the_first_of_all_files(tmp_path: Path) -> None:
    first = written(tmp_path, "order,created\n1,2025-11-28 10:00\n2,soon\n", "a.csv")
    second = written(tmp_path, "order,created\n3,soon\n4,later\n", "b.csv")
    (refusal,) = imported(first, second).rejected
    assert (refusal.count, refusal.file, refusal.line) == (3, "a.csv", 3)


def test_a_refused_row_of_an_item_that_counts_is_no_loss(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,soon\n1,2025-11-28 10:00\n")
    entry = imported(path).entry
    assert (entry["rejected"], entry["counts"]["daily"]) == ({}, "1")


def test_the_same_file_twice_counts_once(tmp_path: Path) -> None:
    first = written(tmp_path, "created\n2025-11-28 10:00\n", "a.csv")
    second = written(tmp_path, "created\n2025-11-28 10:00\n", "b.csv")
    result = imported(first, second)
    assert result.entry["counts"]["daily"] == "1"
    assert [file["name"] for file in result.entry["files"]] == ["a.csv"]
    assert any("b.csv is the same as a.csv" in str(note) for note in result.notes)


def test_names_of_files_that_databases_take_for_patterns(tmp_path: Path) -> None:
    for name in ("or*ders.csv", "orders [1].csv", "it's.csv", "päivä {a}.csv", "a?b.csv", "x.csv.gz"):
        path = written(tmp_path, "created\n2025-11-28 10:00\n", name)
        assert imported(path).entry["files"][0]["name"] == name


def test_a_row_longer_than_two_million_signs(tmp_path: Path) -> None:
    content = "order,created,text\n1,2025-11-28 10:00," + "x" * 2_100_000 + "\n2,2025-11-28 11:00,y\n"
    result = imported(written(tmp_path, content))
    assert [(r.cause, r.count, r.line) for r in result.rejected] == [("cell too long", 1, 2)]
    assert busy(result.entry["counts"]) == {(4, 11): 1}


def test_against_the_standard_librarys_reader(tmp_path: Path) -> None:
    """Cells full of delimiters, quotation marks and line breaks, written by csv itself."""
    chance = random.Random(11)
    path = tmp_path / "wild.csv"
    hours = [0] * 24
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";", lineterminator=chance.choice(["\n", "\r\n"]))
        writer.writerow(["text", "id", "created", "more"])
        for number in range(2000):
            noise = ["".join(chance.choices('a;,"\n\tä ', k=chance.randrange(12))) for _ in range(2)]
            hour = chance.randrange(24)
            hours[hour] += 1
            writer.writerow([noise[0], number, f"2025-11-28 {hour:02d}:30", noise[1]])
    result = imported(path)
    assert result.entry["rejected"] == {}
    assert result.entry["counts"]["grid"][4] == " ".join(map(str, hours))
