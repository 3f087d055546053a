"""The orders' file on the mapping screen: a second path, looked at with the contacts, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.import_choices import Choices
from readycheck.tui.import_fields import ORDERS
from readycheck.tui.screens.import_form import ImportForm
from readycheck.tui.widgets.mapping_table import MappingTable
from tests.tui.driving import text_of
from tests.tui.import_driving import import_screen, paste, push, settled, taken_for
from tests.tui.small_list import saved

TICKETS = """Tiketti;Luotu;Kanava;{heading}
1;29.11.2025 0.10;chat;#1001
2;7.12.2025 9.00;chat;Tilaus 1001
3;10.12.2025 9.00;chat;1002
"""


def test_the_orders_files_are_words_of_the_command_for_contacts_only() -> None:
    files = (Path("/x/a.csv"), Path("/x/-b c.csv"))
    assert Choices("contacts", orders=files).words() == ["--orders=/x/a.csv", "--orders=/x/-b c.csv"]
    assert Choices("orders", orders=files).words() == []
    before = Choices("contacts", files=(Path("/x/t.csv"),), orders=files)
    assert before.for_files("contacts", [Path("/x/t.csv"), Path("/x/u.csv")]).orders == files
    assert before.for_files("contacts", [Path("/x/u.csv")]).orders == ()


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text("Tilausnumero;Tilausaika\n1001;28.11.2025 23.30\n1002;1.12.2025 10.00\n", encoding="utf-8")
    return path


def tickets(folder: Path, heading: str = "Tilausnro") -> Path:
    path = folder / "tickets.csv"
    path.write_text(TICKETS.format(heading=heading), encoding="utf-8")
    return path


async def typed(app: ReadycheckApp, pilot: Pilot[Any], text: str) -> None:
    """The text stands in the field of the orders' file, as if typed."""
    field = app.screen.query_one("#orders Input", Input)
    field.focus()
    field.value = text
    await settled(app, pilot)


@pytest.mark.slow
async def test_contacts_are_linked_to_the_orders_beside_them(tmp_path: Path, orders: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, tickets(tmp_path))
        assert taken_for(app)["Tilausnro"] == "Order number"
        assert '("Orders\' file"), the days from order to contact are counted' in text_of(app, "#said")
        await typed(app, pilot, str(orders)[:-2])
        assert "known order" not in text_of(app, "#said") and text_of(app, "#status") == "", "half a path is no mistake"
        await typed(app, pilot, str(orders))
        assert text_of(app, "#said").split("\n")[1] == "3 contacts name a known order; half came within 9 days"
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status").startswith("✔ Imported: 3 contacts.")
        assert text_of(app, "#said").count("3 contacts name a known order; half came within 9 days") == 1
        found = saved(tmp_path)["demand"]["contacts"]
        assert found["linked"] == 3 and found["lags"].split()[:10] == ["0", "1", *["0"] * 7, "2"]


@pytest.mark.slow
async def test_the_column_is_pointed_at(tmp_path: Path, orders: Path) -> None:
    async with import_screen(tmp_path, "fi") as (app, pilot):
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, tickets(tmp_path, "Ostos"))
        await typed(app, pilot, str(orders))
        assert text_of(app, "#asked").startswith("⚠ Tilausnumeron saraketta ei tunnistettu.")
        await push(app, pilot, "enter")
        assert isinstance(app.focused, MappingTable)
        await push(app, pilot, "end", "enter", "6")
        assert taken_for(app)["Ostos"] == "Tilausnumero" and text_of(app, "#asked") == ""
        assert "3 yhteydenottoa koskee tunnettua tilausta; puolet tuli 9 päivän kuluessa" in text_of(app, "#said")


@pytest.mark.slow
async def test_what_is_wrong_with_the_orders_stands_in_the_way(tmp_path: Path, orders: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, tickets(tmp_path))
        await typed(app, pilot, "/nowhere.csv")
        await push(app, pilot, "ctrl+s")
        assert text_of(app, "#status") == "There is no file /nowhere.csv." and saved(tmp_path)["demand"] == {}
        orders.write_text("Tilausaika;Summa\n1.12.2025 10.00;5\n", encoding="utf-8")
        await typed(app, pilot, str(orders))
        assert text_of(app, "#asked") == (
            "⚠ orders.csv: no column with order numbers was recognised. Import it as orders first, and say which column"
            " is the id: that holds here too."
        )
        await push(app, pilot, "ctrl+s")
        assert saved(tmp_path)["demand"] == {} and app.focused is app.screen.query_one("#orders Input", Input)
        await typed(app, pilot, "")
        assert text_of(app, "#asked") == "" and "counted: 3 contacts" in text_of(app, "#said")


@pytest.mark.slow
async def test_only_contacts_have_the_field_and_other_files_empty_it(tmp_path: Path, orders: Path) -> None:
    async with import_screen(tmp_path) as (app, pilot):
        form = app.screen
        assert isinstance(form, ImportForm)
        await paste(app, pilot, orders)
        assert not form.row(ORDERS).display
        await push(app, pilot, "shift+tab", "right", "tab")
        await paste(app, pilot, tickets(tmp_path))
        assert form.row(ORDERS).display
        await typed(app, pilot, str(orders))
        other = tmp_path / "other.csv"
        other.write_text("Luotu;Kanava\n1.12.2025 9.00;chat\n", encoding="utf-8")
        await paste(app, pilot, other)
        assert form.query_one("#orders Input", Input).value == "" and "known order" not in text_of(app, "#said")
