"""Files made to break a reader: a clear sentence each, or the right counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readycheck.demand.importer import run_import
from readycheck.errors import ReadycheckError
from tests.demand.imports import HOSTILE, TODAY, busy, imported, mistakes, recognised, written


def test_times_at_the_edges_of_the_calendar_are_refused_by_cause() -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(HOSTILE / "csv_future_and_ancient.csv")
    # line 2 is the year 9999; lines 3 and 4 are 0001 and 1970; 30 February, -1 and twenty nines are no times
    assert [sentence.split(" Look")[0] for sentence in mistakes(error.value)] == [
        "csv_future_and_ancient.csv: line 5: no row can be counted: time not readable (3).",
        "csv_future_and_ancient.csv: line 3: no row can be counted: time before 1990 (2).",
        "csv_future_and_ancient.csv: line 2: no row can be counted: time over a year ahead (1).",
    ]


def test_they_are_counted_as_refused_beside_a_good_row(tmp_path: Path) -> None:
    hostile = (HOSTILE / "csv_future_and_ancient.csv").read_text(encoding="utf-8")
    result = imported(written(tmp_path, hostile + "7,2025-11-28 10:00\n"))
    assert {(r.cause, r.count, r.line) for r in result.rejected} == {
        ("time not readable", 3, 5), ("time before 1990", 2, 3), ("time over a year ahead", 1, 2),
    }
    assert result.entry["first"] == result.entry["last"] == date(2025, 11, 28)


def test_a_huge_cell_is_named_with_its_row() -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(HOSTILE / "csv_huge_field.csv")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("csv_huge_field.csv: line 2: ") and "cell too long" in sentence
    assert len(sentence) < 200


def test_bytes_that_are_no_table() -> None:
    with pytest.raises(ReadycheckError) as error:
        recognised(HOSTILE / "csv_not_csv.csv")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("csv_not_csv.csv: ") and "not a table" in sentence


def test_control_characters_are_harmless() -> None:
    path = HOSTILE / "csv_nul_and_ctrl.csv"
    assert busy(imported(path).entry["counts"]) == {(4, 10): 1}
    mapped = recognised(path, kind="contacts", columns={"reason": "name"})
    shown = "".join(str(line) for line in mapped.lines)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in shown)


def test_control_characters_in_names_headings_and_file_names(tmp_path: Path) -> None:
    content = "created,ch\x1b[2Jannel\x00\n2025-11-28,a\x1b]52;c;QQ==\x07b\u202e\n" + "2025-11-28,\n" * 20
    path = written(tmp_path, content, "or\x1b[31mders.csv")
    result = imported(path, kind="contacts", columns={"channel": "ch\ufffd[2Jannel\ufffd"})
    assert list(result.entry["counts"]["channels"]) == ["a-52-c-qq-b"]
    assert result.entry["files"][0]["name"] == "or\ufffd[31mders.csv"


@pytest.mark.parametrize(("content", "word"), [
    (b"", "empty"), (b"  \n\n", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\x00" * 5000, "not a table"),
    (b"PK\x03\x04rest", "Excel"), (b"\xd0\xcf\x11\xe0rest", "Excel"), (b"\x1f\x8bxx", "gzip"), (b"%PDF-1.7", "PDF"),
    (b'{"tickets": []}', "list of records"), (b'\xef\xbb\xbf [\n {"id": 1}]', "--column time="),
    (b'[\n "=1+1"]', "JSON"), (b"<!doctype html>", "web page"), (b"From date,To date\n1,2\n", "--column time="),
    (b"From maija Mon Dec 1\nSubject: x\n", "import contacts"), (b"Subject: x\nFrom: y\n", "e-mail"),
    (bytes(range(256)) * 40, "not a table"), (b"order,created\n", "no rows"), (b"x" * 1_100_000, "no rows"),
    (b'"a"b,created\n1,2025-11-28\n', "quotation marks"), (b"1,2025-11-28 10:00\n2,2025-11-28 11:00\n", "headings"),
    (b"sep=a\ncreated\n", "delimiter"), (b"Hei Maija,\nkiitos viestist\xc3\xa4si.\n", "--column time="),
])
def test_what_is_no_table_is_said_in_one_sentence(content: bytes, word: str, tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        imported(written(tmp_path, content))
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("export.csv: ") and word in sentence


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadycheckError) as error:
        recognised(tmp_path / "gone.csv", tmp_path, written(tmp_path, "", "empty.csv"))
    assert [sentence.split(": ")[1].split(".")[0] for sentence in mistakes(error.value)] == [
        "there is no such file", "this is a folder, not a file", "the file is empty",
    ]


def test_formulas_become_plain_names(tmp_path: Path) -> None:
    body = "".join(f'2025-11-28,"{cell}"\n' for cell in ("=1+1", "@SUM(1)", "\t=cmd|' /c calc'!A0", "＝1+2"))
    counts = imported(written(tmp_path, "created,reason\n" + body), kind="contacts").entry["counts"]
    assert sorted(counts["reasons"]) == ["1-1", "1-2", "cmd-c-calc-a0", "sum-1"]


def test_a_file_that_changes_after_it_was_looked_at(tmp_path: Path) -> None:
    path = written(tmp_path, "created\n2025-11-28\n")
    recognition = recognised(path)
    late = recognised(written(tmp_path, "created\n2025-11-28\n2028-11-28\n", "late.csv"))
    for name in ("export.csv", "late.csv"):
        written(tmp_path, "created\n2025-11-29\n", name)
    # what was shown is what is counted; a file that must be read again has to be the same
    assert run_import(recognition, today=TODAY).entry["first"] == date(2025, 11, 28)
    with pytest.raises(ReadycheckError) as error:
        run_import(late, today=TODAY)
    assert mistakes(error.value) == ["late.csv: a file changed while it was being read. Try again."]
