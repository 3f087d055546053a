"""`staffing --suggest` and `--csv`: where January's next hours go, and the need hour by hour."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import with_value
from tests.cli.conftest import Run
from tests.cli.even_shop import SCORE, make_even_shop

HEAD = ["date", "weekday", "start", "end", "kind", "channels", "contacts", "erlangs", "agents", "agent_hours"]


def test_eight_hours_go_to_one_empty_day(run: Run, even: str, home: Path) -> None:
    """27 December and weeks 2–4 lack ten hours a day, week 53 five; eight hours on any empty day cover eight."""
    before = Archive(home).resolve(even).read_bytes()
    found = json.loads(run("staffing", even, "--suggest", "8", "--json").out)
    assert [(day["day"], day["weekday"], day["hours"]) for day in found["days"]] == [("2026-12-27", "sun", 8)]
    assert (found["days"][0]["required"], found["days"][0]["planned"]) == pytest.approx((10, 0))
    assert found["gained"] == pytest.approx(8)
    assert found["score"] == pytest.approx({"before": SCORE, "after": 100 * 113 / 360})
    assert found["taken"] == {}
    assert set(found) == {"shop", "season", "changes", "days", "gained", "score", "backlog", "lacking", "missing",
                          "taken"}
    said = run("staffing", even, "--suggest", "8")
    assert ["Sun", "27", "Dec", "2026", "+8", "10", "0"] in [line.split() for line in said.out.splitlines()]
    told = " ".join(said.out.split())
    assert "January staffing goes from 29.2 to 31.4. The backlog at its largest goes from " in told
    assert "8 agent-hours more in January" in said.out and "say the same with --take" in said.out
    assert Archive(home).resolve(even).read_bytes() == before


def test_what_is_taken_is_in_the_plan_and_said(run: Run, even: str, home: Path) -> None:
    said = run("staffing", even, "--suggest", "8", "--take")
    assert "plan.extra.2026-12-27 = 8" in said.out and "--take" not in said.out
    assert dict(Archive(home).open(even).audit.plan.extra) == {"2026-12-27": 8}
    assert json.loads(run("staffing", even, "--json").out)["january"]["score"] == pytest.approx(100 * 113 / 360)
    again = json.loads(run("staffing", even, "--suggest", "4", "--take", "--json").out)
    assert again["score"]["before"] == pytest.approx(100 * 113 / 360)
    day, hours = next(iter(again["taken"].items()))
    assert Archive(home).open(even).audit.plan.extra[day] == hours == 4


def test_more_hours_than_are_lacking_are_not_given(run: Run, even: str) -> None:
    """255 h are lacking: 10 on 27 December, 5 on each day of week 53, 10 on each of weeks 2–4."""
    found = json.loads(run("staffing", even, "--suggest", "2000", "--json").out)
    assert sum(day["hours"] for day in found["days"]) == 10 + 7 * 5 + 21 * 10
    assert found["score"]["after"] == pytest.approx(100)
    assert "More than these 255 hours would help nobody in January." in " ".join(
        run("staffing", even, "--suggest", "2000").out.split())
    run("staffing", even, "--suggest", "2000", "--take")
    assert "no more hours are needed" in run("staffing", even, "--suggest", "10").out


def test_a_suggestion_under_a_what_if_can_be_seen_but_not_taken(run: Run, even: str, home: Path) -> None:
    before = Archive(home).resolve(even).read_bytes()
    words = ("--suggest", "20", "--set", "plan.contact_rate=1.2")
    assert json.loads(run("staffing", even, *words, "--json").out)["days"][0]["required"] == pytest.approx(20)
    said = run("staffing", even, *words)
    assert "What if plan.contact_rate=1.2" in said.out and "--take" not in said.out
    assert run("staffing", even, *words, "--take").status == 2
    assert Archive(home).resolve(even).read_bytes() == before


def test_without_a_forecast_there_is_nothing_to_suggest_from(run: Run) -> None:
    run("new", "bare/2026")
    assert "nothing to suggest hours from: no handling times" in " ".join(
        run("staffing", "bare", "--suggest", "8", "--take").out.split())


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_the_need_hour_by_hour_sums_to_each_days_need(run: Run, villanen: str, tmp_path: Path) -> None:
    target = tmp_path / "need.csv"
    assert str(target) in run("staffing", villanen, "--csv", target).out.replace("\n", "")
    data = target.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    head, *rows = table(data.decode())
    assert head == HEAD
    required: dict[str, float] = {}
    for row in rows:
        required[row[0]] = required.get(row[0], 0.0) + float(row[9])
    days = json.loads(run("staffing", villanen, "--json").out)["january"]["days"]
    assert required == pytest.approx({day["day"]: day["required"] for day in days})
    live = [row for row in rows if row[4] == "live"]
    assert live and all(int(row[8]) >= 1 and float(row[7]) >= 0 and row[2] < row[3] for row in live)


def test_what_can_wait_is_a_row_a_day_without_agents(run: Run, even: str) -> None:
    head, *rows = table(run("staffing", even, "--csv", "-").out)
    assert (head, len(rows)) == (HEAD, 92)
    assert rows[0][:6] == ["2026-11-01", "sun", "00:00", "24:00", "deferred", "email"]
    assert [float(rows[0][6]), float(rows[0][9])] == pytest.approx([6, 10])
    assert rows[0][7:9] == ["", ""]
    tried = table(run("staffing", even, "--csv", "-", "--set", "plan.contact_rate=1.2").out)
    assert float(tried[1][9]) == pytest.approx(20)


def test_an_evening_ends_at_twenty_four(run: Run, home: Path) -> None:
    file = make_even_shop(home)
    live = {"live": True, "mon": ["22:30-24:00"]}
    Archive(home).save(file, with_value(file.document, ("hours", "email"), live))
    rows = [row for row in table(run("staffing", "even", "--csv", "-").out) if row[0] == "2026-11-02"]
    assert [row[2:5] for row in rows] == [["00:00", "24:00", "deferred"], ["22:30", "23:00", "live"],
                                          ["23:00", "24:00", "live"]]


def test_a_channels_name_is_never_a_formula(run: Run, home: Path) -> None:
    name = '=HYPERLINK("http://x","y"),\n2'
    make_even_shop(home, shop="odd", channel=name)
    rows = table(run("staffing", "odd", "--csv", "-").out)[1:]
    assert len(rows) == 92
    assert {row[5] for row in rows} == {"'=HYPERLINK(\"http://x\",\"y\"), 2"}


def test_a_pipe_gets_the_bytes_of_the_file(run: Run, even: str, home: Path, tmp_path: Path) -> None:
    target = tmp_path / "need.csv"
    run("staffing", even, "--csv", target)
    piped = subprocess.run(
        [sys.executable, "-m", "readycheck", "--home", str(home), "staffing", even, "--csv", "-"],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert piped.stdout == target.read_bytes()


@pytest.mark.parametrize("name", ["need.txt", "need", "missing/need.csv", "2026.toml"])
def test_the_need_goes_nowhere_else(run: Run, even: str, tmp_path: Path, name: str) -> None:
    said = run("staffing", even, "--csv", tmp_path / name)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / name).exists()


def test_without_a_forecast_no_file_is_written(run: Run, tmp_path: Path) -> None:
    run("new", "bare/2026")
    said = run("staffing", "bare", "--csv", tmp_path / "need.csv")
    assert (said.status, said.out) == (2, "") and "no handling times" in said.err
    assert list(tmp_path.glob("need*")) == []
