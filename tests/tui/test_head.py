"""Where one stands is always in sight: the figures are never cut, however long the shop's name is."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from readycheck.core.message import say
from readycheck.i18n import Lang
from readycheck.tui.session import Session
from readycheck.tui.widgets.header import AuditHeader
from tests.core.documents import checklist, question
from tests.tui.driving import SMALL, press
from tests.tui.small_list import app_with

pytestmark = pytest.mark.slow

CRITICAL = [f"q{n}" for n in range(12)]
NAME = "Pohjois-Pohjanmaan käsityö- ja lankakauppa 毛糸 Oy Ab"


@pytest.mark.parametrize(("lang", "figures"), [
    ("fi", "0 ei valmis, tiedossa 100\u00a0% ▼8,3 · ✖ 12 estettä · 38 pv"),
    ("en", "0 not ready, 100% known ▼8.3 · ✖ 12 blockers · 38 days left"),
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
        assert app.session is not None
        monkeypatch.setattr(Session, "problem", say("No space left on device"))
        head.show_session(app.session)
        said = str(head.content)
        assert said.endswith(figures) and app.tr("⚠ not saved") in said and cell_len(said) <= 78
