"""Every measurement screen is whole in a small terminal, in both languages, whatever the file says."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from readycheck.i18n import Lang
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.registry import PLACES, Place
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.ticks import Ticks
from tests.tui.driving import SMALL
from tests.tui.small_list import FULL, app_with, both, checklist, question

MINE = [place for place in PLACES if place.id != "audit"]
HOSTILE = "[red]x[/] [/oops] [@click=app.quit]y[/] \x1b]52;c;AAAA\x07 \u202egnp \u200b" + "z" * 90


def drawn(app: ReadycheckApp) -> list[str]:
    """The screen's lines as they reach the terminal."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("lang", ["fi", "en"])
async def test_nothing_is_cut_and_every_table_has_room(tmp_path: Path, lang: Lang) -> None:
    """Place by place in one app: no heading is cut, words around the tables wrap, all their lines are in view."""
    app = app_with(tmp_path, lang, **FULL)
    async with app.run_test(size=SMALL) as pilot:
        for place in MINE:
            app.go_to(place.id)
            await pilot.pause()
            await pilot.pause()
            assert_it_has_room(app.screen, place.id)


def assert_it_has_room(screen: Screen[Any], place: str) -> None:
    tables = list(screen.query(Rows))
    shown = [rows for rows in tables if is_shown(rows)]
    assert shown or not tables or place == "sparring", f"no table of {place} is shown"  # that has no agenda yet
    for rows in shown:
        cut = [column.label.plain for column in rows.ordered_columns if "…" in column.label.plain]
        assert cut == [], f"headings of {place}"
        assert rows.size.height >= 3, f"{place} #{rows.id}"
        assert rows.virtual_size.width <= rows.size.width, f"{place} #{rows.id} is too wide"
    for words in screen.query("#body Static").results(Static):
        if is_shown(words) and str(words.content):
            assert screen.region.contains_region(words.region), f"{place} #{words.id}"


def is_shown(widget: Widget) -> bool:
    """Neither it nor what it lies in is put away."""
    return all(part.display for part in widget.ancestors_with_self if isinstance(part, Widget))


async def test_text_of_a_file_is_never_markup_nor_an_escape(tmp_path: Path) -> None:
    app = app_with(
        tmp_path, "en",
        reasons={"return": {"label": {"en": HOSTILE}, "cause": HOSTILE, "after_sales": True}},
        faq=[{"title": HOSTILE, "url": HOSTILE, "answers": ["return"]}],
        hours={HOSTILE: {"live": True, "mon": ["08:00-16:00"]}},
        staffing={HOSTILE: {"aht": 60}, "chat": {"aht": 60}},
        actions=[{"id": "a", "title": HOSTILE, "owner": HOSTILE, "fallback": HOSTILE, "lead_days": 99}],
        observations=[{"kind": "success", "text": HOSTILE}],
        stages=[{"stage": HOSTILE, "risk": HOSTILE}],
        channels={HOSTILE: {"owner": HOSTILE}},
        path_runs=[{"tester": HOSTILE, "device": HOSTILE, "steps": [
            {"step": "pay", "result": "fail", "payment_method": HOSTILE, "note": HOSTILE},
        ]}],
        checklists=[checklist(), {
            "id": "own", "version": 1, "title": both(HOSTILE, HOSTILE), "source": "own",
            "sections": [{"id": "gifts", "title": both("Lahjat", "Gifts"), "questions": [
                question("card", both("Onko kortti?", "Is there a card?")),
            ]}],
        }],
    )
    async with app.run_test(size=SMALL) as pilot:
        for place in MINE:
            app.go_to(place.id)
            await pilot.pause()
            shown = "".join(drawn(app))
            await pilot.press("enter")
            await pilot.pause()
            shown += "".join(drawn(app))
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u200b]", shown), place.id
            if place.id not in ("january", "compare", "confirmation", "service", "sparring"):
                assert "[red]x" in shown, f"{place.id} shows it as it was written"
            while not isinstance(app.screen, AuditScreen):
                await app.pop_screen()


@pytest.mark.parametrize("place", MINE, ids=lambda place: place.id)
def test_every_key_has_an_id_a_label_and_a_tip(place: Place) -> None:
    module, name = place.screen.split(":")
    for binding in _bindings(getattr(import_module(f"readycheck.tui.screens.{module}"), name)):
        assert binding.id and binding.description and binding.tooltip, binding


def test_widgets_keys_have_ids_and_tips_too() -> None:
    for widget in (HeatMap, Rows, Choice, Ticks):
        assert all(binding.id and binding.tooltip for binding in _bindings(widget))


def _bindings(kind: type[Any]) -> list[Binding]:
    own = [base for base in kind.__mro__ if base.__module__.startswith("readycheck.")]
    return [binding for base in own for binding in vars(base).get("BINDINGS", ()) if isinstance(binding, Binding)]


async def test_a_large_terminal_is_used(tmp_path: Path) -> None:
    """At 120 columns the hours of the map are wider and January's bars longer than at 80."""
    widths: list[tuple[int, int]] = []
    for size in (SMALL, (120, 40)):
        app = app_with(tmp_path / str(size[0]), "fi")
        async with app.run_test(size=size) as pilot:
            await pilot.press("2")
            await pilot.pause()
            hour = app.screen.query_one(HeatMap).cell_width
            await pilot.press("4")
            await pilot.pause()
            await pilot.pause()
            bar: Widget = app.screen.query_one("#weeks", Rows)
            assert isinstance(bar, Rows)
            widths.append((hour, len(bar.get_row_at(2)[1].plain.strip())))
    assert widths[1][0] > widths[0][0] and widths[1][1] > widths[0][1]
