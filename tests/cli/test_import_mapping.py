"""What a person says about a shop's files is said once: the next import of such files takes it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Outcome, Run
from tests.demand.imports import EXPORTS
from tests.demand.workbooks import workbook

pytestmark = pytest.mark.slow

ZENDESK = EXPORTS / "zendesk_full_export.csv"
OTHER_ZONE = "Atlantic/Reykjavik"


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


def mappings(home: Path, shop: str = "yarn/2026") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = Archive(home).open(shop).document.get("mappings", [])
    return found


def till(folder: Path, name: str, rows: str, head: str = "Nro;Aika;Kassa") -> Path:
    path = folder / name
    path.write_text(f"{head}\n{rows}", encoding="utf-8")
    return path


def about(said: Outcome) -> list[str]:
    return [each["about"] for each in json.loads(said.out)["questions"]]


def test_the_zone_is_asked_for_once(run: Run, yarn: str, home: Path) -> None:
    assert run("import", "contacts", yarn, ZENDESK).status == 2
    assert mappings(home) == []
    assert run("import", "contacts", yarn, ZENDESK, "--timezone", OTHER_ZONE).status == 0
    assert mappings(home) == [{
        "kind": "contacts", "format": "zendesk", "timezone": OTHER_ZONE, "on": date(2026, 10, 20),
    }]
    again = run("import", "contacts", yarn, ZENDESK)
    assert again.status == 0
    assert f"as you said last time: time zone {OTHER_ZONE}\n" in again.out and "nothing changed" in again.out
    finnish = run("import", "contacts", yarn, ZENDESK, lang="fi")
    assert f"kuten viimeksi kerroit: aikavyöhyke {OTHER_ZONE}\n" in finnish.out
    shown = json.loads(run("import", "contacts", yarn, ZENDESK, "--dry-run", "--json").out)
    assert (shown["kept_mapping"], shown["zone"]) == (True, OTHER_ZONE)


def test_a_dry_run_and_a_question_keep_nothing(run: Run, yarn: str, home: Path) -> None:
    assert run("import", "contacts", yarn, ZENDESK, "--timezone", "UTC", "--dry-run").status == 0
    assert run("import", "contacts", yarn, ZENDESK, "--channel", "phone").status == 2
    assert mappings(home) == []


def test_columns_are_known_again_by_their_headings(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    first = till(tmp_path, "loka.csv", "1;3.10.2025 10.00;A\n")
    assert run("import", "orders", yarn, first, "--column", "time=Aika", "--column", "id=Nro").status == 0
    # the columns in another order, one more, other signs in a heading
    second = till(tmp_path, "marras.csv", "x;4.11.2025 11.00;7\n", "Lisä;AIKA;Nro.")
    said = run("import", "orders", yarn, second)
    assert said.status == 0 and "as you said last time: time = Aika, id = Nro\n" in said.out
    orders = Archive(home).open(yarn).audit.orders
    assert orders is not None and orders.first == date(2025, 11, 4)
    # files of another shape are asked about
    other = till(tmp_path, "muu.csv", "1;3.10.2025 10.00\n", "Nro;Hetki")
    assert run("import", "orders", yarn, other).status == 2


def test_what_is_said_now_wins_and_is_kept_instead(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    file = till(tmp_path, "a.csv", "1;3/4/2026 10:00;9/4/2026 12:00\n", "Nro;Aika;Maksettu")
    assert run("import", "orders", yarn, file, "--column", "time=Aika", "--dates", "mdy").status == 0
    said = run("import", "orders", yarn, file, "--dates", "dmy")
    assert "as you said last time: time = Aika" in said.out and "month" not in said.out
    assert run("import", "orders", yarn, file, "--column", "time=Maksettu").status == 0
    (kept,) = mappings(home)
    assert (kept["columns"]["time"], kept["dates"]) == ("Maksettu", "dmy")
    orders = Archive(home).open(yarn).audit.orders
    assert orders is not None and orders.first == date(2026, 4, 9)


def test_asking_again_takes_nothing_and_replaces_what_was_kept(run: Run, yarn: str, home: Path) -> None:
    assert run("import", "contacts", yarn, ZENDESK, "--timezone", OTHER_ZONE, "--channel", "phone").status == 0
    assert about(run("import", "contacts", yarn, ZENDESK, "--ask-again", "--json")) == ["zone"]
    assert run("import", "contacts", yarn, ZENDESK, "--ask-again", "--timezone", "UTC").status == 0
    assert [(kept["timezone"], "channel" in kept) for kept in mappings(home)] == [("UTC", False)]


def test_it_is_found_in_the_shop_s_other_seasons_the_newest_first(run: Run, yarn: str, home: Path) -> None:
    archive = Archive(home)
    for year, zone in ((2024, "Asia/Tokyo"), (2025, OTHER_ZONE)):
        assert run("new", f"yarn/{year}").status == 0
        assert run("import", "contacts", f"yarn/{year}", ZENDESK, "--ask-again", "--timezone", zone).status == 0
    assert mappings(home) == []
    said = run("import", "contacts", "yarn/2026", ZENDESK)
    assert said.status == 0 and f"time zone {OTHER_ZONE}\n" in said.out
    assert [kept["timezone"] for kept in mappings(home)] == [OTHER_ZONE]
    # a damaged season does not stand in the way
    archive.resolve("yarn/2025").write_bytes(b"mappings = [")
    assert run("import", "contacts", "yarn/2026", ZENDESK).status == 0


def test_a_new_season_carries_it_over(run: Run, yarn: str, home: Path) -> None:
    assert run("import", "contacts", yarn, ZENDESK, "--timezone", OTHER_ZONE).status == 0
    assert run("new", "yarn/2027").status == 0
    assert run("new", "yarn/2028", "--like", "2026").status == 0
    assert mappings(home, "yarn/2027") == mappings(home, "yarn/2028") == mappings(home)


def test_two_sources_of_one_shape_are_told_apart(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    words = ("--column", "time=Aika", "--column", "id=Nro")
    a = till(tmp_path, "a.csv", "1;3.11.2025 10.00;A\n")
    b = till(tmp_path, "b.csv", "2;4.11.2025 10.00;B\n")
    assert run("import", "orders", yarn, a, *words, "--source", "Turku").status == 0
    assert "source “Turku”" in run("import", "orders", yarn, a).out
    assert run("import", "orders", yarn, b, *words, "--source", "Oulu").status == 0
    said = run("import", "orders", yarn, a, "--json")
    assert said.status == 2 and about(said) == ["source"] and "Oulu, Turku" in said.err
    assert run("import", "orders", yarn, a, "--source", "Oulu").status == 0
    assert {kept["source"] for kept in mappings(home)} == {"Turku", "Oulu"}


def test_the_very_same_file_of_two_sources_counts_twice(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    words = ("--column", "time=Aika", "--column", "id=Nro")
    a = till(tmp_path, "a.csv", "1;3.11.2025 10.00;A\n2;3.11.2025 11.00;A\n")
    b = till(tmp_path, "b.csv", "3;4.11.2025 10.00;B\n")
    assert "twice" not in run("import", "orders", yarn, a, *words, "--source", "Turku").out
    assert "twice" not in run("import", "orders", yarn, a, "--source", "Turku").out
    assert "twice" not in run("import", "orders", yarn, b, "--source", "Salo").out
    told = "a.csv is counted twice: the source “Turku” holds the very same file."
    for option in ("--dry-run", "--progress=none"):
        assert told in " ".join(run("import", "orders", yarn, a, *words, "--source", "Oulu", option).out.split())
    orders = Archive(home).open(yarn).audit.orders
    assert orders is not None and orders.total == 5
    shown = run("import", "orders", yarn, a, "--source", "Oulu", "--json", lang="fi")
    assert "a.csv lasketaan kahdesti: aivan sama tiedosto on jo lähteessä ”Turku”." in json.loads(shown.out)["notes"]


def test_a_source_of_another_channel_is_not_taken_unasked(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    """A mailbox of the phone log's shape would otherwise replace the log's calls."""
    calls = till(tmp_path, "calls.csv", "1;3.11.2025 10.00;A\n2;3.11.2025 11.00;A\n")
    mail = till(tmp_path, "mail.csv", "3;4.11.2025 10.00;B\n")
    words = ("--column", "time=Aika", "--column", "id=Nro")
    assert run("import", "contacts", yarn, calls, *words, "--channel", "phone", "--source", "calls").status == 0
    said = run("import", "contacts", yarn, mail, "--channel", "email", "--json")
    assert said.status == 2 and about(said) == ["source"]
    assert "from the source calls before, by phone and not by e-mail" in said.err
    finnish = run("import", "contacts", yarn, mail, "--channel", "email", lang="fi")
    assert "--source calls korvaa sen tuomat" in finnish.err
    assert run("import", "contacts", yarn, mail, "--channel", "email", "--source", "mail").status == 0
    contacts = Archive(home).open(yarn).audit.contacts
    assert contacts is not None and dict(contacts.channels) == {"phone": 2, "email": 1}
    # with the channel told, or none of two, the source is known again or asked for
    assert "source “mail”" in run("import", "contacts", yarn, mail, "--channel", "email").out
    assert run("import", "contacts", yarn, mail).status == 2


def test_a_format_that_was_chosen_against_the_headings_is_chosen_again(
    run: Run, yarn: str, home: Path, tmp_path: Path
) -> None:
    shopify = EXPORTS / "shopify_orders_full.csv"
    assert run("import", "orders", yarn, shopify, "--format", "csv", "--column", "time=Paid at",
               "--column", "id=Name").status == 0
    (kept,) = mappings(home)
    assert (kept["format"], kept["read_as"], kept["columns"]) == ("shopify", "csv", {"time": "Paid at", "id": "Name"})
    said = run("import", "orders", yarn, shopify)
    assert "as you said last time: time = Paid at, id = Name, format CSV" in said.out
    # said outright, the other format stands by itself
    assert "last time" not in run("import", "orders", yarn, shopify, "--format", "shopify").out


def test_a_workbook_s_bare_numbers_are_times_where_another_season_says_so(
    run: Run, yarn: str, home: Path, tmp_path: Path
) -> None:
    # 45989 is 28 November 2025 in a workbook
    book = workbook(tmp_path / "kassa.xlsx", {"A": [["Nro", "Hetki"], [1.0, 45989.5], [2.0, 45989.75]]})
    assert run("new", "yarn/2025").status == 0
    assert run("import", "orders", "yarn/2025", book, "--column", "time=Hetki", "--column", "id=Nro").status == 0
    for _ in ("found in the other season", "found in the audit itself"):
        assert run("import", "orders", "yarn/2026", book, "--source", "kassa").status == 0
        orders = Archive(home).open("yarn/2026").audit.orders
        assert orders is not None and orders.first == date(2025, 11, 28)
        assert (orders.grid[4][12], orders.grid[4][18]) == (1, 1)


def test_a_unit_that_was_told_with_a_column_stays_with_it(run: Run, yarn: str, tmp_path: Path) -> None:
    log = till(tmp_path, "log.csv", "28.11.2025 10.00;12\n28.11.2025 11.00;14\n", "Created time;Kesto")
    said = run("import", "contacts", yarn, log, "--column", "reply=Kesto (min)")
    assert said.status == 0, said.err
    again = run("import", "contacts", yarn, log, "--dry-run")
    assert again.status == 0 and "reply = Kesto (min)" in again.out


@pytest.mark.parametrize("words", [
    ("--column", "time=maija@example.fi"), ("--column", "time=Aika", "--source", "0401234567"),
    ("--column", "time=Aika", "--channel", "maija@example.fi"),
])
def test_nothing_that_looks_personal_is_kept(
    run: Run, yarn: str, home: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = till(tmp_path, "a.csv", "3.10.2025 10.00;3.10.2025 11.00\n", "maija@example.fi;Aika")
    assert run("import", "contacts", yarn, file, *words).status == 0
    assert mappings(home) == []


def test_verify_reads_it(run: Run, yarn: str, home: Path) -> None:
    assert run("import", "contacts", yarn, ZENDESK, "--timezone", OTHER_ZONE).status == 0
    path = Archive(home).resolve(yarn)
    text = path.read_text(encoding="utf-8")
    assert run("verify").status == 0
    path.write_text(text.replace(OTHER_ZONE, "Atlantic/Reykjavk"), encoding="utf-8")
    said = run("verify")
    assert said.status == 1 and "mappings[1].timezone" in said.out + said.err and OTHER_ZONE in said.out + said.err
