"""The mapping screen with the real command behind it: keys go in, the saved audit is read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.widgets import Input

from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.reading import ReadingScreen
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.mapping_table import MappingTable
from tests.tui.driving import press, text_of
from tests.tui.import_driving import DATA, ORDERS, import_screen, paste, push, settled, taken_for
from tests.tui.small_list import saved

pytestmark = pytest.mark.slow

MYCASHFLOW = DATA / "exports" / "mycashflow_orders_UNVERIFIED.csv"
ZENDESK = DATA / "exports" / "zendesk_full_export.csv"


def orders_of(home: Path) -> list[int]:
    """The orders' counts by day, as saved."""
    return [int(n) for n in saved(home)["demand"]["orders"]["daily"].split()]


async def test_a_recognised_file_is_shown_without_a_key_and_imported_with_one(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        assert text_of(app, "#recognised").startswith("Not a known export format: ")
        assert taken_for(app) == {"Order ID": "Id", "Created at": "Time", "Total": "–"}
        # five orders between 3 November and 7 January
        assert "5 rows · counted: 5 orders · 3 Nov 2025 – 7 Jan 2026" in text_of(app, "#said")
        assert saved(tmp_path)["demand"] == {}, "looking changes nothing"
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status").startswith("✔ Imported: 5 orders. The scores are up to date.")
        assert sum(orders_of(tmp_path)) == 5 and orders_of(tmp_path)[:2] == [2, 1]
        await press(pilot, "escape", "ctrl+z")
        assert app.session is not None and app.session.flush()
        assert "orders" not in saved(tmp_path).get("demand", {})


async def test_after_the_orders_the_contacts_are_asked_for_and_chosen_already(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "ctrl+s")
        assert app.session is not None and "led" not in app.session.places, "what was done is not passed over"
        await press(pilot, "escape", "i")
        assert app.screen.query_one("#kind Choice", Choice).value == "contacts"


async def test_a_file_that_is_not_there_is_told_and_nothing_runs(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await pilot.press(*"/no.csv")
        await settled(app, pilot)
        assert text_of(app, "#status") == "There is no file /no.csv.", "while one types, too"
        await push(app, pilot, "enter")
        assert text_of(app, "#status") == "There is no file /no.csv."
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status") == "There is no file /no.csv."


async def test_columns_are_mapped_by_hand(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, MYCASHFLOW)
        assert set(taken_for(app).values()) == {"–"}
        assert "Choose the column in the table" in text_of(app, "#asked")
        await push(app, pilot, "enter")
        assert isinstance(app.focused, MappingTable)
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, ChooseScreen)
        await push(app, pilot, "1")
        assert taken_for(app)["OrderDate"] == "Time" and text_of(app, "#asked") == ""
        await push(app, pilot, "left", "enter", "3")
        assert taken_for(app) == {"OrderID": "Id", "OrderDate": "Time", "OrderEmail": "–", "OrderTotal": "–"}
        await push(app, pilot, "ctrl+s")
        # 28 November to 1 December 2025
        assert orders_of(tmp_path) == [1, 0, 0, 1]


async def test_a_column_can_be_left_out_again(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "enter", "enter", "4")
        assert taken_for(app) == {"Order ID": "–", "Created at": "Time", "Total": "–"}
        assert "not used" in text_of(app, "#column")


async def test_an_open_zone_is_asked_and_answered_on_the_spot(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right")
        await paste(app, pilot, ZENDESK)
        assert text_of(app, "#asked").startswith("⚠ Zendesk does not say")
        await push(app, pilot, "ctrl+s")
        assert "First answer" in text_of(app, "#status") and saved(tmp_path)["demand"] == {}
        assert isinstance(app.focused, Choice), "it goes to the question"
        await push(app, pilot, "right", "right")
        assert text_of(app, "#asked") == "" and "counted: 2 contacts" in text_of(app, "#said")
        await push(app, pilot, "ctrl+s")
        # 22:41 and 10:00 UTC are half past midnight on Saturday the 20th and noon on Saturday the 27th in Helsinki
        grid = [row.split() for row in saved(tmp_path)["demand"]["contacts"]["grid"]]
        hours = {(day, hour): int(n) for day, row in enumerate(grid) for hour, n in enumerate(row) if n != "0"}
        assert hours == {(5, 0): 1, (5, 12): 1}


async def test_a_typed_zone(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right")
        await paste(app, pilot, ZENDESK)
        await push(app, pilot, "tab", "enter", "left")
        assert isinstance(app.focused, Input)
        await pilot.press(*"Mars/Olympus")
        await settled(app, pilot)
        assert "Mars/Olympus" in text_of(app, "#asked") + text_of(app, "#status")
        await pilot.press("ctrl+u", *"Asia/Tokyo")
        await settled(app, pilot)
        await push(app, pilot, "ctrl+s")
        # Tokyo is nine hours ahead of UTC: Friday 22:41 there is Friday 15:41 in Helsinki
        assert saved(tmp_path)["demand"]["contacts"]["grid"][4].split()[15] == "1"


async def test_another_kind_is_said_and_one_key_away(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ZENDESK)
        await push(app, pilot, "enter")
        assert "holds something else: Zendesk" in text_of(app, "#asked")
        await push(app, pilot, "right")
        assert taken_for(app)["Created at"] == "Time"


async def test_several_files_and_the_next_ones_rows(tmp_path: Path) -> None:
    second = tmp_path / "later orders.csv"
    second.write_text("Order ID,Created at,Total\n2001,2025-11-05 12:00:00,1\n1005,2026-01-07 21:10:00,20\n")
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS, second)
        assert text_of(app, "#recognised").startswith("orders.csv (1/2): ")
        await push(app, pilot, "enter", "n")
        assert text_of(app, "#recognised").startswith("later orders.csv (2/2): ")
        await push(app, pilot, "ctrl+s")
        assert sum(orders_of(tmp_path)) == 6, "the order that is in both counts once"


async def test_what_is_not_a_table_is_told_and_the_screen_stays(tmp_path: Path) -> None:
    wrong = tmp_path / "picture.csv"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(200))
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await paste(app, pilot, wrong)
        told = text_of(app, "#asked") + text_of(app, "#status")
        assert "picture" in told and "⚠" in told
        assert not app.screen.query_one(MappingTable).display, "the file before is no longer shown"
        await push(app, pilot, "ctrl+s")
        assert saved(tmp_path)["demand"] == {}


async def test_a_file_that_is_wrong_in_three_ways_tells_each_with_its_first_place(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    rows = ["Order ID,Created at", "1,2025-11-03 18:15:00", "2,yesterday", "3,", "4,2025-03-30 03:30:00", "5,soon"]
    wrong.write_text("\n".join(rows), encoding="utf-8")
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, wrong)
        said = text_of(app, "#said").split("\n")
        assert said[0] == "5 rows · counted: one order · 4 are refused · 3 Nov 2025"
        # an hour that does not exist, an empty cell, and two that are no time; the places are lines of the file
        refused = sorted(line for line in said if line.startswith("✖"))
        assert len(refused) == 3
        assert sorted(re.search(r": (\d) refused.*line (\d)", line).groups() for line in refused) == [  # type: ignore[union-attr]
            ("1", "4"), ("1", "5"), ("2", "3"),
        ]
        await push(app, pilot, "ctrl+s")
        assert orders_of(tmp_path) == [1]
        assert sorted(saved(tmp_path)["demand"]["orders"]["rejected"].values()) == [1, 1, 2]


async def test_what_was_said_once_is_taken_again_for_the_next_file(tmp_path: Path) -> None:
    later = tmp_path / "january.csv"
    later.write_text(MYCASHFLOW.read_text(encoding="utf-8").replace("1.12.2025", "7.1.2026"), encoding="utf-8")
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, MYCASHFLOW)
        await push(app, pilot, "enter", "right", "enter", "1", "ctrl+s")
        assert len(orders_of(tmp_path)) == 4
        await paste(app, pilot, later)
        assert "columns as you said last time" in text_of(app, "#recognised")
        assert taken_for(app)["OrderDate"] == "Time" and text_of(app, "#asked") == ""


async def test_the_very_same_files_again_are_told_to_change_nothing(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        await push(app, pilot, "ctrl+s")
        before = saved(tmp_path)
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status").startswith("These same files were read before")
        assert saved(tmp_path) == before


async def test_what_it_replaces_is_said_before_and_a_name_of_its_own_keeps_both(tmp_path: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_text("Order ID,Created at\n2001,2025-11-05 12:00:00\n", encoding="utf-8")
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ORDERS)
        assert "This replaces" not in text_of(app, "#said")
        await push(app, pilot, "ctrl+s")
        await paste(app, pilot, ORDERS)
        assert "are in the audit already, as “csv”: nothing is counted twice." in text_of(app, "#said")
        assert "another name" not in text_of(app, "#said")
        await paste(app, pilot, later)
        assert "This replaces what “csv” brought before: orders.csv." in text_of(app, "#said")
        await push(app, pilot, "enter", "tab")
        await pilot.press(*"Myymälä")
        await settled(app, pilot)
        assert "This replaces" not in text_of(app, "#said")
        await push(app, pilot, "ctrl+s")
        assert sum(orders_of(tmp_path)) == 6


async def test_reasons_by_keyword_rules_are_told_apart_and_no_text_is_kept(tmp_path: Path) -> None:
    tickets = tmp_path / "tickets.csv"
    tickets.write_text(
        "Ticket ID,Created at,Channel,Contact reason,Subject\n"
        "1,2025-12-01 10:00,email,,Palautus Maija Virtanen\n2,2025-12-01 11:00,chat,Palautus,\n"
        "3,2025-12-02 12:00,email,,Hei\n", encoding="utf-8",
    )
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, tickets)
        assert "without a reason 2" in text_of(app, "#said")
        await push(app, pilot, "enter", "tab", "right", "m")
        assert isinstance(app.screen, ReadingScreen)
        await push(app, pilot, "escape", "ctrl+s")
        demand = saved(tmp_path)["demand"]["contacts"]
        assert (demand["reasons"], demand["by_rule"], demand["uncoded"]) == ({"return": 2}, {"return": 1}, 1)
        for path in tmp_path.rglob("*.toml*"):
            assert b"Virtanen" not in path.read_bytes()


async def test_wrongly_recognised_it_is_read_as_a_plain_table(tmp_path: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await paste(app, pilot, ZENDESK)
        await push(app, pilot, "enter", "t")
        assert text_of(app, "#recognised").startswith("Chosen with the key t")
        assert taken_for(app)["Created at"] == "Time"


async def test_a_path_with_its_quotes_typed_letter_by_letter(tmp_path: Path) -> None:
    spaced = tmp_path / "my orders.csv"
    spaced.write_bytes(ORDERS.read_bytes())
    async with import_screen(tmp_path) as (app, pilot):
        await pilot.press(*(f"'{spaced}'"))
        await settled(app, pilot)
        assert "counted: 5 orders" in text_of(app, "#said")
        await push(app, pilot, "backspace", "backspace")
        assert not app.screen.query_one(MappingTable).display, "half a path is no file"
