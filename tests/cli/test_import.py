"""`import`: recognised first, then counted; refusals by cause; nothing changed unless all is well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

ORDERS = """Order Number;Order Date
1;28.11.2025 14.05
2;28.11.2025 20.30
3;29.11.2025 9.00
4;never
"""
CONTACTS = """Created time;Channel;Reason
28.11.2025 14.05;chat;palautus
28.11.2025 15.05;email;
30.11.2025 10.00;email;seuranta
"""


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "tilaukset.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return path


TAKEN = ("--column", "time=Order Date", "--column", "id=Order Number")


def test_a_dry_run_shows_what_was_recognised_and_changes_nothing(
    run: Run, yarn: str, home: Path, orders: Path
) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    said = run("import", "orders", yarn, orders, *TAKEN, "--dry-run")
    assert said.status == 0 and "dry run" in said.out
    assert all(text in said.out for text in ("tilaukset.csv", "time = Order Date", "28.11.2025 14.05"))
    assert path.read_bytes() == before


def test_an_import_counts_refuses_by_cause_and_keeps_the_counts(
    run: Run, yarn: str, home: Path, orders: Path
) -> None:
    said = run("import", "orders", yarn, orders, *TAKEN, "--source", "kassa", lang="fi")
    assert said.status == 0 and said.err == ""
    assert said.out.split("\n\n")[1].splitlines() == [
        "CSV, lähde ”kassa”: 28.11.2025–29.11.2025",
        "  rivejä luettu       4",
        "  tilauksia laskettu  3",
        "  rivejä hylätty      1",
        "    aika ei ole luettavissa: hylätty 1, ensimmäinen tiedostossa tilaukset.csv",
        "        rivillä 5",
    ]
    audit = Archive(home).open(yarn).audit
    assert audit.orders is not None and (audit.orders.daily, audit.orders.timed) == ((2, 1), 3)
    assert audit.orders.grid[4][14] == audit.orders.grid[4][20] == audit.orders.grid[5][9] == 1
    assert [entry.source for entry in audit.imports] == ["kassa"]


def test_the_same_file_again_changes_nothing(run: Run, yarn: str, home: Path, orders: Path) -> None:
    assert run("import", "orders", yarn, orders, *TAKEN).status == 0
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    assert "nothing changed" in run("import", "orders", yarn, orders, *TAKEN).out
    assert path.read_bytes() == before


def test_what_another_file_brought_is_not_replaced_in_silence(
    run: Run, yarn: str, home: Path, orders: Path, tmp_path: Path
) -> None:
    till = tmp_path / "kassa.csv"
    till.write_text("Order Number;Order Date\n9;1.12.2025 10.00\n", encoding="utf-8")
    assert "replaces" not in run("import", "orders", yarn, orders, *TAKEN).out
    for more in (["--dry-run"], []):
        said = run("import", "orders", yarn, till, *TAKEN, *more).out
        assert "source “csv” brought before: tilaukset.csv (4 rows)" in said and "--source" in said
    assert "replaces" not in run("import", "orders", yarn, till, *TAKEN).out  # the very same file
    assert "replaces" not in run("import", "orders", yarn, orders, *TAKEN, "--source", "verkko").out
    audit = Archive(home).open(yarn).audit
    assert audit.orders is not None and audit.orders.timed == 3 + 1


def test_contacts_bring_channels_and_named_reasons(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "yhteydenotot.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    said = run("import", "contacts", yarn, path, "--column", "time=Created time", "--column", "channel=Channel",
               "--column", "reason=Reason")
    assert said.status == 0, said.err
    audit = Archive(home).open(yarn).audit
    assert audit.contacts is not None
    assert (audit.contacts.channels, audit.contacts.uncoded) == ({"email": 2, "chat": 1}, 1)
    assert audit.contacts.reasons == {"return": 1, "where-is-my-order": 1}
    assert audit.reasons["return"].label["fi"] == "Palautus"


@pytest.mark.parametrize("words, fragment", [
    (("--column", "time"), "time=Created"),
    (("--column", "when=Order Date"), "when"),
    ((*TAKEN, "--column", "time=Ordered"), "Ordered"),
    ((*TAKEN, "--timezone", "Europe/Nowhere"), "Europe/Nowhere"),
    ((*TAKEN, "--format", "abacus"), "abacus"),
    ((), "--column"),
])
def test_what_cannot_be_imported_is_told_and_nothing_is_changed(
    run: Run, yarn: str, home: Path, orders: Path, words: tuple[str, ...], fragment: str
) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    orders.write_text(ORDERS.replace("Order Date", "Pvm X").replace("Order Number", "N X") if not words else ORDERS,
                      encoding="utf-8")
    said = run("import", "orders", yarn, orders, *words)
    assert said.status == 2 and fragment in said.err and "Traceback" not in said.err
    assert path.read_bytes() == before


def test_a_missing_file_and_a_wrong_kind_of_file(run: Run, yarn: str, tmp_path: Path) -> None:
    assert run("import", "orders", yarn, tmp_path / "none.csv").status == 2
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    said = run("import", "orders", yarn, picture)
    assert said.status == 2 and "picture.csv" in said.err


def test_the_closing_lines_tell_what_was_merged_and_refused_with_the_first_of_each(
    run: Run, yarn: str, tmp_path: Path
) -> None:
    path = tmp_path / "web.csv"
    rows = "".join(f"{n};28.11.2025 {n % 24}.05\n" for n in range(1, 1201))
    path.write_text(f"Order Number;Order Date\n{rows}7;1.12.2025 9.00\n;2.12.2025 9.00\n9999;never\n",
                    encoding="utf-8")
    said = run("import", "orders", yarn, path, *TAKEN)
    assert said.status == 0, said.err
    closing = said.out.split("\n\n")[1].splitlines()
    assert closing == [
        "CSV, source “csv”: 28 Nov 2025 – 28 Nov 2025",
        "  rows read                        1,203",
        "  orders counted                   1,200",
        "  rows whose id was there already      1",
        "  rows refused                         2",
        "    id missing: 1 refused, the first in web.csv on line 1203",
        "    time not readable: 1 refused, the first in web.csv on line 1204",
    ]


def test_the_audit_knows_the_first_and_the_last_instant(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "utc.csv"
    path.write_text(
        "Order Number;Order Date\n1;2025-03-30T00:59:59Z\n2;2025-03-30T01:00:30Z\n3;never\n4;2025-12-31T22:30:00Z\n",
        encoding="utf-8",
    )
    assert run("import", "orders", yarn, path, *TAKEN).status == 0
    (entry,) = Archive(home).open(yarn).audit.imports
    # Helsinki is two hours ahead of UTC until 03:00 that night, and three after it
    assert [str(at) for at in (entry.first_at, entry.last_at)] == [
        "2025-03-30 02:59:00+02:00", "2026-01-01 00:30:00+02:00",
    ]
    assert (str(entry.first), str(entry.last), entry.rows, entry.rejected) == (
        "2025-03-30", "2026-01-01", 4, {"time not readable": 1},
    )
    text = Archive(home).resolve(yarn).read_text(encoding="utf-8")
    assert "first_at = 2025-03-30 02:59:00+02:00\n" in text.replace("T02:59", " 02:59")
    assert "nothing changed" in run("import", "orders", yarn, path, *TAKEN).out


def test_a_dry_run_tells_the_same_figures_as_the_import(run: Run, yarn: str, orders: Path) -> None:
    dry = run("import", "orders", yarn, orders, *TAKEN, "--dry-run").out
    real = run("import", "orders", yarn, orders, *TAKEN).out
    assert dry.removesuffix("\nA dry run: nothing was changed.\n") == real


def test_everything_that_is_wrong_is_told_at_once(run: Run, yarn: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text('id;created\n1;"28.11.2025 10.00\n', encoding="utf-8")
    said = run("import", "orders", yarn, broken, tmp_path / "none.csv", "--timezone", "Europe/Nowhere",
               "--column", "when=created", "--format", "shopfy")
    assert said.status == 2
    told = said.err.splitlines()
    assert [line.split(":")[1].strip() for line in told] == [
        "--column", "--format", "--timezone", "broken.csv", "none.csv",
    ]
    assert "shopify" in told[1] and "line 2" in told[3]


def test_columns_zone_and_dates_are_asked_for_together(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text(
        "Id,Requester,Via,Ticket type,Created at,Topic\n1,Maija,Mail,,3/4/2026 10:00,a\n", encoding="utf-8"
    )
    said = run("import", "contacts", yarn, path, "--column", "reason=Topc")
    assert said.status == 2
    assert [fragment in line for fragment, line in zip(
        ("Topic", "--timezone", "--dates"), said.err.splitlines(), strict=True)] == [True] * 3


@pytest.mark.parametrize("lang, words", [("en", "taken where no other fits"), ("fi", "kyselyn vastaukset")])
def test_the_known_formats_are_listed_without_a_shop(run: Run, lang: str, words: str) -> None:
    said = run("import", "--list-formats", lang=lang)
    assert said.status == 0 and said.err == ""
    assert "shopify" in said.out and words in " ".join(said.out.split())
    assert "shopify" not in run("import", "contacts", "--list-formats").out
    listed = json.loads(run("import", "--list-formats", "--json").out)
    assert "Lineitem quantity" in next(each for each in listed if each["id"] == "shopify")["headings"]


def test_a_survey_tells_its_figures_and_all_surveys_together(run: Run, yarn: str, tmp_path: Path) -> None:
    """Solved 3 of 4, then 1 of 2: together 4 of 6. The NPS 50 was typed; 10 and 0 would give 0."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("Solved;NPS\nyes;10\nyes;\nyes;0\nno;\n", encoding="utf-8")
    second.write_text("Solved\nyes\nno\n", encoding="utf-8")
    assert run("set", yarn, "service.nps=50").status == 0
    said = run("import", "survey", yarn, first)
    assert said.status == 0
    assert "solved at the first contact: 3 of 4 = 75.0%; 95% interval 30.1% … 95.4%" in said.out
    assert "service.nps: 50 was typed by hand and stays; the import gives 0." in said.out
    again = run("import", "survey", yarn, second, "--source", "b", lang="fi").out.replace("\u00a0", " ")
    assert "kaikki kyselyt yhteensä: ratkesi ensimmäisellä yhteydenotolla: 4/6 = 66,7 %" in again


def test_a_survey_of_an_unclear_scale_asks_and_changes_nothing(run: Run, yarn: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Arvosana;x\n" + "5;x\n4;x\n3;x\n" * 2, encoding="utf-8")
    said = run("import", "survey", yarn, path, lang="fi")
    assert said.status == 2 and "onko asteikko 1–5 vai 0–10?" in said.err
    assert run("import", "survey", yarn, path, "--column", "csat=Arvosana").status == 0


def test_first_responses_are_told_against_the_promise_of_their_channel(run: Run, yarn: str, tmp_path: Path) -> None:
    """Three answers after 5, 20 and 60 minutes, one none; 25 min are promised."""
    path = tmp_path / "a.csv"
    path.write_text("Luotu;Kanava;Vasteaika (min)\n" + "".join(
        f"2025-12-01 10:00;Sähköposti;{minutes}\n" for minutes in (5, 20, 60, "")
    ), encoding="utf-8")
    assert run("set", yarn, "channels.email.target_s=1500").status == 0
    said = run("import", "contacts", yarn, path)
    # the 90 % lie 8 tenths of the way from 20 to 60 min
    assert "e-mail: first response, median 20 min; 90% answered within 52 min; answered 3, not answered 1" in (
        " ".join(said.out.split())
    )
    assert all(len(line) <= 80 for line in said.out.splitlines())
    assert "e-mail: within the target of 25 min: 2 of 3 = 66.7%" in said.out
    explained = " ".join(run("score", yarn, "--explain").out.split())
    assert "e-mail: within the target of 25 min: 2 of 3 = 66.7%" in explained
