"""Importing from the app: the child's words, what it says made harmless, and the audit taken over."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.widgets import Input, Static

from readycheck.tui.import_process import (
    FileSuggester,
    ImportProcess,
    command,
    in_words_of_form,
    typed_columns,
    typed_files,
)
from readycheck.tui.screens.importing import ImportScreen
from tests.tui.small_list import app_with, saved

ORDERS = Path(__file__).parents[1] / "data" / "tui" / "orders.csv"


def test_the_childs_words() -> None:
    words = command("orders", Path("/home"), Path("/a/2026.toml"), [Path("/x/-o.csv")], "fi", source="Verkkokauppa",
                    columns=["time=Luotu"], dry_run=True)
    assert words[0] == sys.executable
    assert words[1:] == ["-m", "readycheck", "import", "--home", "/home", "--lang", "fi", "--source=Verkkokauppa",
                         "--column=time=Luotu", "--dry-run", "orders", "/a/2026.toml", "/x/-o.csv"]


def test_typed_paths(tmp_path: Path) -> None:
    spaced = tmp_path / "my orders.csv"
    spaced.touch()
    assert typed_files(str(spaced)) == [spaced]
    assert typed_files(f"'{spaced}'") == [spaced]
    assert typed_files(f"'{spaced}' /b.csv") == [spaced, Path("/b.csv")]
    assert typed_files("  ") == []
    assert typed_files("~/x.csv") == [Path.home() / "x.csv"]


def test_typed_columns() -> None:
    """Commas or spaces between them; a heading keeps its own."""
    assert typed_columns("time=Created time, id=No") == ["time=Created time", "id=No"]
    assert typed_columns("time=InvoiceDate id=InvoiceNo") == ["time=InvoiceDate", "id=InvoiceNo"]
    assert typed_columns("time=Day, hour;id=No,") == ["time=Day, hour", "id=No"]
    assert typed_columns(" ") == []


def test_the_commands_options_are_called_as_the_form_calls_them() -> None:
    labels = {"--dates dmy": "3 April", "--timezone": "Time zone"}
    assert in_words_of_form("readycheck: a.csv: say it: --timezone UTC.", labels) == "a.csv: say it: Time zone UTC."
    assert in_words_of_form("Say it: --dates dmy", labels) == "Say it: 3 April"
    assert in_words_of_form("--timezones and --dates dmyx", labels) == "--timezones and --dates dmyx"


async def test_the_path_is_completed_as_in_a_shell(tmp_path: Path) -> None:
    (tmp_path / "orders-2025.csv").touch()
    suggester = FileSuggester()
    assert await suggester.get_suggestion(f"{tmp_path}/ord") == f"{tmp_path}/orders-2025.csv"
    assert await suggester.get_suggestion(f"{tmp_path}/nothing") is None


async def test_what_the_child_says_is_made_harmless() -> None:
    process = ImportProcess([sys.executable, "-c", "print('a\\x1b]52;c;eA==\\x07b'); print('c'); raise SystemExit(3)"])
    lines = [line async for line in process.lines()]
    assert lines == ["a\ufffd]52;c;eA==\ufffdb", "c"] and process.status == 3


async def test_a_file_that_is_not_there_is_told_and_nothing_runs(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await pilot.press(*"/no.csv", "enter")
        await pilot.pause()
        assert str(app.screen.query_one("#said", Static).content) == "There is no file /no.csv."


async def test_orders_are_imported_and_can_be_undone(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", demand={})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, ImportScreen)
        app.screen.query_one(Input).value = str(ORDERS)
        await pilot.press("enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "orders" not in saved(tmp_path).get("demand", {}), "looking changes nothing"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Imported" in str(app.screen.query_one("#said", Static).content)
        # five orders, all on evenings of the season before
        assert sum(int(n) for n in saved(tmp_path)["demand"]["orders"]["daily"].split()) == 5
        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert app.session is not None and app.session.flush()
        assert "orders" not in saved(tmp_path).get("demand", {})
