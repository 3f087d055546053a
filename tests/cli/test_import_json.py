"""`import --json`: what the app's mapping screen lives on; people and texts never stand in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Outcome, Run
from tests.demand.imports import EXPORTS

ZENDESK = EXPORTS / "zendesk_full_export.csv"


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


def facts(said: Outcome) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_a_dry_run_tells_form_columns_and_counts(run: Run, yarn: str, home: Path) -> None:
    before = Archive(home).resolve(yarn).read_bytes()
    said = run("import", "contacts", yarn, ZENDESK, "--timezone", "UTC", "--dry-run", "--json")
    assert said.status == 0 and said.err == ""
    found = facts(said)
    (file,) = found.pop("files")
    # 19 Dec 22:41 UTC is 00:41 of the next day in Helsinki
    expected = {
        "kind": "contacts", "format": "zendesk", "format_name": "Zendesk", "why": "recognised by its columns",
        "source": "zendesk", "zone": "UTC", "date_order": "dmy", "kept_mapping": False, "rows": 2, "counted": 2,
        "merged": 0, "first": "2025-12-20", "last": "2025-12-27", "timed": 2, "channels": {"chat": 1, "email": 1},
        "uncoded": 1, "coded_by_rule": {}, "rejected": [], "questions": [],
    }
    assert {key: found[key] for key in expected} == expected
    assert "saved" not in found
    assert found["roles"][:5] == ["time", "clock", "id", "channel", "reason"]
    assert {key: file[key] for key in ("name", "form", "encoding", "delimiter")} == {
        "name": "zendesk_full_export.csv", "form": "csv", "encoding": "UTF-8", "delimiter": ",",
    }
    headings = file["headings"]
    assert {role: headings[at] for role, at in file["columns"].items() if role in found["roles"][:5]} == {
        "time": "Created at", "id": "Id", "channel": "Via", "reason": "Contact reason [list]",
    }
    assert Archive(home).resolve(yarn).read_bytes() == before


def test_the_preview_shows_all_columns_but_no_person_and_no_text(run: Run, yarn: str) -> None:
    said = run("import", "contacts", yarn, ZENDESK, "--timezone", "UTC", "--dry-run", "--json")
    (file,) = facts(said)["files"]
    first = dict(zip(file["headings"], file["rows"][0], strict=True))
    assert {name: first[name] for name in ("Id", "Created at", "Via", "Status")} == {
        "Id": "4343", "Created at": "2025-12-19 22:41", "Via": "Mail", "Status": "Closed",
    }
    assert first["Requester"] == first["Requester email"] == first["Subject"] == "•••"
    assert not any(word in said.out for word in ("Maija", "maija", "pakettini"))


def test_at_most_five_rows_are_shown_and_short_ones_are_filled_up(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Order Number,Order Date,x\n" + "".join(f"{n},2025-11-28 10:00\n" for n in range(9)),
                    encoding="utf-8")
    (file,) = facts(run("import", "orders", yarn, path, "--dry-run", "--json"))["files"]
    assert file["rows"] == [[str(n), "2025-11-28 10:00", ""] for n in range(5)]


def test_a_file_without_headings_shows_nobody_s_data_as_headings(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("maija@example.fi;0401234567;toimitus\nville@example.fi;0507654321;palautus\n", encoding="utf-8")
    said = run("import", "orders", yarn, path, "--dry-run", "--json")
    assert said.status == 2
    assert "example.fi" not in said.out and "0401234567" not in said.out
    assert [each["about"] for each in facts(said)["questions"]] == ["column"]
    assert facts(said)["files"][0]["headings"] == ["•••", "•••", "toimitus"]


@pytest.mark.parametrize("content, words, about", [
    (ZENDESK, (), ["zone"]),
    ("Created time;Channel\n3/4/2025 10:00;chat\n", ("--column", "time=Created time"), ["dates"]),
    ("a;b\n1;2\n", (), ["column"]),
    ("Created time;Channel\nnever;chat\n", ("--column", "time=Created time"), ["column"]),
    ("", (), ["file"]),
    ("Created time;Channel\n3/4/2025 10:00;chat\n", ("--column", "time=Created time", "--column", "reason=Chanel"),
     ["column", "dates"]),
])
def test_questions_say_what_they_are_about(
    run: Run, yarn: str, home: Path, tmp_path: Path, content: str | Path, words: tuple[str, ...], about: list[str]
) -> None:
    path = content if isinstance(content, Path) else tmp_path / "log.csv"
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    before = Archive(home).resolve(yarn).read_bytes()
    for dry in ([], ["--dry-run"]):
        said = run("import", "contacts", yarn, path, *words, "--json", *dry)
        found = facts(said)
        assert said.status == 2 and [each["about"] for each in found["questions"]] == about
        assert found["counted"] == 0 and all(each["text"] and each["remedy"] for each in found["questions"])
        assert said.err.count("readycheck: ") == len(about)
    assert Archive(home).resolve(yarn).read_bytes() == before


def test_after_the_import_it_says_whether_something_was_saved(run: Run, yarn: str, home: Path) -> None:
    words = ("import", "contacts", yarn, ZENDESK, "--timezone", "UTC", "--json")
    assert facts(run(*words))["saved"] is True
    before = Archive(home).resolve(yarn).read_bytes()
    assert facts(run(*words))["saved"] is False
    assert Archive(home).resolve(yarn).read_bytes() == before


def test_refusals_have_their_place_and_a_sentence_in_the_language(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Order Number;Order Date\n1;28.11.2025 14.05\n2;never\n", encoding="utf-8")
    for lang, sentence in (
        ("en", "time not readable: 1 refused, the first in till.csv on line 3"),
        ("fi", "aika ei ole luettavissa: hylätty 1, ensimmäinen tiedostossa till.csv rivillä 3"),
    ):
        found = facts(run("import", "orders", yarn, path, "--dry-run", "--json", lang=lang))
        assert found["rejected"] == [{
            "cause": "time not readable", "count": 1, "file": "till.csv", "place": 3, "unit": "line",
            "text": sentence,
        }]


def test_a_survey_tells_how_many_answered(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("solved;recommend\nyes;10\nno;3\n", encoding="utf-8")
    found = facts(run("import", "survey", yarn, path, "--column", "solved=solved", "--column", "recommend=recommend",
                      "--dry-run", "--json"))
    assert (found["counted"], found["rows"], found["first"]) == (2, 2, None)


def test_mistakes_in_the_words_are_told_in_the_json_too(run: Run, yarn: str, tmp_path: Path) -> None:
    said = run("import", "orders", yarn, tmp_path / "none.csv", "--json", "--column", "time")
    assert said.status == 2 and "time=Created" in said.err
    assert [each["about"] for each in facts(said)["questions"]] == ["column"]
