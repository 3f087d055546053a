"""Times as people and programs write them. All shops here are in Helsinki: UTC+2 in winter, +3 in summer."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pytest

from readycheck.errors import ReadycheckError
from tests.demand.imports import SEASON, busy, imported, mistakes, recognised, written

FRIDAY_14 = {(4, 14): 1}


@pytest.mark.parametrize("text", [
    "2025-11-28 14:05", "2025-11-28T14:05", "2025-11-28 14:05:09", "2025-11-28T14:05:09.123456", "2025/11/28 14:05",
    "'2025-11-28 14:05", "2025-11-28  14.05.09",
    "28.11.2025 14.05", "28.11.2025 14:05:09", "28.11.2025 klo 14.05", "28.11.2025 kl. 14.05", "28.11.2025, 14.05",
    "28. 11. 2025 14.05", "28.11.25 14.05", "28.11.2025\u00a014.05", "pe 28.11.2025 klo 14.05",
    "28/11/2025 14:05", "11/28/2025 14:05", "11/28/2025 2:05 PM", "28-11-2025 14:05", "28/11/25 14:05",
    "Nov 28, 2025 14:05:09 PM", "Nov 28, 2025, 2:05:09 PM", "November 28, 2025 14:05", "28 Nov 2025 14:05",
    "28. marraskuuta 2025 klo 14.05", "28 november 2025 14:05", "Fri, 28 Nov 2025 14:05:09",
    # with an offset of their own, to be moved to Helsinki
    "2025-11-28T12:05:09Z", "2025-11-28 12:05:09 UTC", "2025-11-28 14:05:09 +0200", "2025-11-28T14:05:09+02:00",
    "2025-11-28T13:05:09+01", "2025-11-28T06:35:09-05:30", "Fri, 28 Nov 2025 12:05:09 GMT",
])
def test_friday_28_november_2025_at_14(text: str, tmp_path: Path) -> None:
    counts = imported(written(tmp_path, f'order,created\n1,"{text}"\n')).entry["counts"]
    assert (busy(counts), counts["timed"], counts["daily"]) == (FRIDAY_14, 1, "1")


@pytest.mark.parametrize(("text", "hour"), [
    ("2025-11-28 12:30 AM", 0), ("2025-11-28 12:30 PM", 12), ("2025-11-28 01:30 p.m.", 13), ("28.11.2025 0.12", 0),
    ("2025-11-27T23:30:00Z", 1), ("2025-11-27 24:00", 0), ("27.11.2025 klo 24.00", 0),
])
def test_the_hour_of_the_day(text: str, hour: int, tmp_path: Path) -> None:
    assert busy(imported(written(tmp_path, f"order,created\n1,{text}\n")).entry["counts"]) == {(4, hour): 1}


@pytest.mark.parametrize("text", [
    "2025-02-30 10:00", "31.11.2025 10.00", "2025-11-28 24:01", "2025-11-28 10:60", "2025-13-01 10:00", "-1", "0",
    "99999999999999999999", "45989.5", "soon", "Foo 28, 2025 14:05", "2025-11-28T10", "2025-11-28T10:00+15:00",
    "2025-11-28T10:00:00-23:00",
    "25-11-28 10:00", "10:00", "2025-11-28 10:00 EET+2 or so",
])
def test_what_is_no_time_is_refused_with_its_line(text: str, tmp_path: Path) -> None:
    result = imported(written(tmp_path, f'order,created\n1,2025-11-28 10:00\n2,"{text}"\n'))
    assert result.entry["rejected"] == {"time not readable": 1}
    assert [(refusal.file, refusal.line) for refusal in result.rejected] == [("export.csv", 3)]
    assert result.entry["counts"]["daily"] == "1"


def test_slashes_are_settled_by_any_row_of_the_import(tmp_path: Path) -> None:
    # 9/6 alone is open; 9/13 can only be 13 September, so 9/6 is 6 September
    first = written(tmp_path, "order,created\n1,9/6/2025 10:00\n", "a.csv")
    second = written(tmp_path, "order,created\n2,9/13/2025 10:00\n", "b.csv")
    entry = imported(first, second).entry
    assert (entry["first"], entry["last"]) == (date(2025, 9, 6), date(2025, 9, 13))
    third = written(tmp_path, "order,created\n2,13/9/2025 10:00\n", "c.csv")
    entry = imported(first, third).entry
    assert (entry["first"], entry["last"]) == (date(2025, 6, 9), date(2025, 9, 13))


def test_slashes_that_contradict_each_other_are_asked(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,13/9/2025 10:00\n2,9/14/2025 10:00\n")
    (question,) = recognised(path).questions
    assert "--dates" in str(question.message())
    # as told: 9/14 is then no date
    assert imported(path, date_order="dmy").entry["rejected"] == {"time not readable": 1}


def test_the_same_day_and_month_needs_no_question(tmp_path: Path) -> None:
    assert imported(written(tmp_path, "order,created\n1,9/9/2025 10:00\n")).entry["first"] == date(2025, 9, 9)


def test_a_date_alone_counts_by_day_and_not_in_the_heat_map(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,2025-11-28\n2,28.11.2025\n3,2025-11-29 10:00\n")
    result = imported(path)
    counts = result.entry["counts"]
    assert (counts["daily"], counts["timed"], busy(counts)) == ("2 1", 1, {(5, 10): 1})
    assert any("dates without an hour: 2;" in str(note) for note in result.notes)


def test_a_date_alone_stays_its_day_whatever_the_zone(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,2025-11-28\n")
    assert imported(path, timezone="America/New_York").entry["first"] == date(2025, 11, 28)


@pytest.mark.parametrize("head", ["Päivä;Kello", "Pvm;Klo", "Date;Time", "Datum;Tid", "Päivämäärä;Kellonaika"])
def test_date_and_time_of_day_in_two_columns(head: str, tmp_path: Path) -> None:
    path = written(tmp_path, head + "\n28.11.2025;14.05\n2025-11-28;14:05:33\n28.11.2025;\n28.11.2025;soon\n")
    result = imported(path)
    assert (busy(result.entry["counts"]), result.entry["counts"]["daily"]) == ({(4, 14): 2}, "3")
    assert [(r.cause, r.line) for r in result.rejected] == [("time not readable", 5)]


def test_a_time_of_day_beside_a_whole_time_is_not_added_to_it(tmp_path: Path) -> None:
    path = written(tmp_path, "Created at;Time\n28.11.2025 14.05;33 min\n")
    assert busy(imported(path).entry["counts"]) == FRIDAY_14
    other = written(tmp_path, "day;at;x\n28.11.2025;14.05;1\n")
    assert busy(imported(other, columns={"time": "day", "clock": "at"}).entry["counts"]) == FRIDAY_14


def test_midnight_on_every_row_is_a_date_that_a_spreadsheet_wrote(tmp_path: Path) -> None:
    path = written(tmp_path, "order;created\n1;28.11.2025 0.00\n2;29.11.2025 0.00\n")
    result = imported(path)
    assert (result.entry["counts"]["timed"], busy(result.entry["counts"])) == (0, {})
    assert result.entry["counts"]["grid_of"] == "all"
    assert any("every time is midnight" in str(note) for note in result.notes)
    one_more = written(tmp_path, "order;created\n1;28.11.2025 0.00\n2;29.11.2025 0.01\n")
    assert busy(imported(one_more).entry["counts"]) == {(4, 0): 1, (5, 0): 1}


@pytest.mark.parametrize(("text", "cause"), [
    ("1989-12-31 23:59", "time before 1990"), ("1970-01-01", "time before 1990"), ("0001-01-01", "time before 1990"),
    ("2027-10-02 00:00", "time over a year ahead"), ("9999-12-31 23:59:59 +0200", "time over a year ahead"),
    ("2027-10-02", "time over a year ahead"),
])
def test_out_of_range(text: str, cause: str, tmp_path: Path) -> None:
    # today is 1 Oct 2026: up to 1 Oct 2027 is within a year
    path = written(tmp_path, f"order,created\n1,{text}\n2,2027-10-01 23:59\n3,1990-01-01 00:00\n")
    entry = imported(path).entry
    assert entry["rejected"] == {cause: 1}
    assert (entry["first"], entry["last"]) == (date(1990, 1, 1), date(2027, 10, 1))


def test_naive_times_of_an_unknown_source_are_the_shops_and_it_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,2025-11-28 14:05\n")
    assert any("assumed to be the shop's, Europe/Helsinki" in str(line) for line in recognised(path).lines)
    # 14:05 in London is 16:05 in Helsinki
    assert busy(imported(path, timezone="Europe/London").entry["counts"]) == {(4, 16): 1}


def test_the_given_zone_is_not_for_times_with_an_offset(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,2025-11-28T14:05:00+02:00\n")
    assert busy(imported(path, timezone="America/New_York").entry["counts"]) == FRIDAY_14


def test_a_zone_that_is_none_is_told_with_a_suggestion(tmp_path: Path) -> None:
    path = written(tmp_path, "order,created\n1,2025-11-28 14:05\n")
    with pytest.raises(ReadycheckError) as error:
        recognised(path, timezone="Europe/Helsingfors")
    (sentence,) = mistakes(error.value)
    assert sentence.startswith("--timezone: ") and "Europe/Helsinki" in sentence
    for hostile in ("../../etc/passwd", "Europe", "", "\x00"):
        with pytest.raises(ReadycheckError):
            recognised(path, zone=hostile or "x", season=SEASON)


def test_the_quick_way_reads_times_as_the_patient_one(tmp_path: Path) -> None:
    """An apostrophe before a time, as WooCommerce writes it, keeps it from the quick way; both give the same hours."""
    chance = random.Random(3)
    starts = ["2025-11-28 14:05", "2025-11-28T14:05:09", "2025-11-28T12:05:09Z", "2025-11-28 14:05:09 +0200",
              "2025-11-28T14:05:09+02:00", "2025-11-28T14:05:09-0330", "2025-03-30 03:30:00", "2025-10-26 03:30"]
    signs = "0123456789:-+ TZ./"
    times = list(starts)
    while len(times) < 4000:
        letters = list(chance.choice(starts))
        for _ in range(chance.randrange(1, 3)):
            letters[chance.randrange(len(letters))] = chance.choice(signs)
        time = "".join(letters).strip()
        # what is nearly a time (14:0Z) is read by the one and refused by the other
        if re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z| ?[+-]\d\d:?[0-5]\d)?", time):
            times.append(time)
    entries = []
    for mark in ("", "'"):
        rows = "".join(f'{number},"{mark}{time}"\n' for number, time in enumerate(times))
        entries.append(imported(written(tmp_path, "order,created\n" + rows), date_order="dmy").entry)
    assert entries[0]["rejected"] == entries[1]["rejected"]
    assert entries[0]["counts"] == entries[1]["counts"]
    assert entries[0]["counts"]["timed"] > 1000


@pytest.mark.parametrize(("rows", "first", "last"), [
    (["2025-11-28 14:05:59", "2025-12-01 09:30:01", "2025-11-28 14:59:00"],
     "2025-11-28 14:05:00+02:00", "2025-12-01 09:30:00+02:00"),
    # 12:10 UTC is 14:10 in Helsinki, after 14:05; 23:50 in London the next day's 1:50
    (["2025-11-28T12:10:00Z", "2025-11-28T14:05:00+02:00", "2025-11-28T23:50:00+00:00", "2025-11-29T01:20:00+02:00"],
     "2025-11-28 14:05:00+02:00", "2025-11-29 01:50:00+02:00"),
    (["28.11.2025 14.05", "1.12.2025 9.30.45", "soon"], "2025-11-28 14:05:00+02:00", "2025-12-01 09:30:00+02:00"),
    # other ways of writing times in the first and in the last hour
    (["2025-11-28 14:40", "28.11.2025 14.05", "2025-11-28T12:20:00Z", "2025/12/01 09:30", "2025-12-01 09:10"],
     "2025-11-28 14:05:00+02:00", "2025-12-01 09:30:00+02:00"),
])
def test_the_first_and_the_last_instant(rows: list[str], first: str, last: str, tmp_path: Path) -> None:
    lines = "".join(f"{number},{row}\n" for number, row in enumerate(rows))
    counted = recognised(written(tmp_path, "order,created\n" + lines)).counted
    assert counted is not None
    assert (str(counted.tally.first_at), str(counted.tally.last_at)) == (first, last)


def test_the_first_and_the_last_instant_of_several_files_and_of_rows_with_one_id(tmp_path: Path) -> None:
    one = written(tmp_path, "order,created\n1,2025-11-28 14:40\n2,2025-12-01 09:10\n", "one.csv")
    # order 2 came on the 1st, so its row of the 3rd does not count; both files have a row between 14 and 15
    two = written(tmp_path, "order,created\n3,2025-11-28 14:05\n4,2025-12-01 09:30\n2,2025-12-03 10:00\n", "two.csv")
    entry = imported(one, two).entry
    assert (str(entry["first_at"]), str(entry["last_at"])) == (
        "2025-11-28 14:05:00+02:00", "2025-12-01 09:30:00+02:00",
    )


def test_dates_alone_have_no_first_instant(tmp_path: Path) -> None:
    counted = recognised(written(tmp_path, "order,created\n1,28.11.2025\n2,29.11.2025\n")).counted
    assert counted is not None and counted.tally.first_at is None
