"""Where one stands is always in sight: the figures are never cut, however long the shop's name is."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from readycheck.core.message import say
from readycheck.i18n import Lang
from readycheck.tui.session import Session
from readycheck.tui.widgets.header import AuditHeader
from readycheck.tui.widgets.tabs import PlaceTabs
from tests.core.documents import checklist, question
from tests.tui.driving import SMALL, press
from tests.tui.small_list import FAQ, app_with

pytestmark = pytest.mark.slow

CRITICAL = [f"q{n}" for n in range(12)]
NAME = "Pohjois-Pohjanmaan käsityö- ja lankakauppa 毛糸 Oy Ab"


@pytest.mark.parametrize(("lang", "figures"), [
    ("fi", "0 ei valmis, tiedossa 100\u00a0% ▼8,3 · ✖ 12 · 38 pv"),
    ("en", "0 not ready, 100% known ▼8.3 · ✖ 12 · 38 d to peak"),
])
async def test_the_figures_are_whole_beside_a_long_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, figures: str,
) -> None:
    """Eleven of twelve are a no and one a yes, 8.3 of 100, until that too becomes a no."""
    answers = {f"peak-season/a.{name}": {"owner": {"value": "no"}} for name in CRITICAL}
    answers["peak-season/a.q0"] = {"owner": {"value": "yes"}}
    lists = [checklist({"a": [question(name, critical=True) for name in CRITICAL]}, {"peak-season/a": 1})]
    app = app_with(tmp_path, lang, shop={"name": NAME}, checklists=lists, answers=answers)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "e" if lang == "fi" else "n")
        head = app.screen.query_one(AuditHeader)
        said = str(head.content)
        assert said.endswith(figures) and "… · 2026 " in said and cell_len(said) <= 78
        assert said.startswith("Pohjois-Pohjanmaa"), "the shop's name has its share"
        assert app.session is not None
        monkeypatch.setattr(Session, "problem", say("No space left on device"))
        head.show_session(app.session)
        said = str(head.content)
        assert "✖ 12 · 38" in said and app.tr("⚠ not saved") in said and cell_len(said) <= 78


async def test_a_narrow_head_keeps_the_name_and_the_score_and_narrow_tabs_are_marked(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en", shop={"name": NAME}, answers={FAQ: {"owner": {"value": "no"}}})
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        said = str(app.screen.query_one(AuditHeader).content)
        assert said.startswith("Pohjois-Pohjanmaa") and "… · 2026 " in said
        assert said.endswith("  0 not ready, 50% known · 38 d")
        tabs = str(app.screen.query_one(PlaceTabs).content)
        assert tabs.startswith("[1 Questions]") and cell_len(tabs) <= 58
        assert [word for word in tabs.split() if word.isdecimal()] == list("234567")
        assert all(word.endswith("…") for word in tabs.split()[2:] if not word.isdecimal())


async def test_the_days_say_what_they_lead_to_before_the_whole_name_is_told(tmp_path: Path) -> None:
    """70 columns: the name gives way to the figures."""
    app = app_with(tmp_path, "fi", shop={"name": "Lankakauppa Villanen"}, answers={FAQ: {"owner": {"value": "no"}}})
    async with app.run_test(size=(72, 24)) as pilot:
        await pilot.pause()
        said = str(app.screen.query_one(AuditHeader).content)
        assert said.startswith("Lankakauppa") and said.endswith(" · 38 pv huippuun") and cell_len(said) <= 70
