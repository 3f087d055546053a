"""Year against year: what is read there follows from the two files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.rows import Rows
from tests.tui.driving import SMALL, in_file, press, text_of
from tests.tui.made_up import TODAY, document
from tests.tui.small_list import EVENINGS, FAQ, WEEKENDS, app_with, checklist


def answered(**values: str) -> dict[str, Any]:
    names = {"evenings": EVENINGS, "weekends": WEEKENDS, "faq": FAQ}
    return {names[name]: {"owner": {"value": value, "on": TODAY}} for name, value in values.items()}


def app_of(home: Path, *years: int, lang: Any = "en", **more: Any) -> ReadycheckApp:
    """2026: the FAQ became partly right; weekends fell. Earlier seasons: weekends yes, FAQ no."""
    app = app_with(home, lang, answers=answered(evenings="no", weekends="no", faq="partly"), **more)
    for year in years:
        before = {**document(year), "checklists": [checklist()], "observations": [
            {"kind": "success", "text": "Chat in the evenings", "on": TODAY}
        ]}
        app.archive.create("lankakauppa", {**before, "answers": answered(evenings="no", weekends="yes", faq="no")})
    return app


async def at_compare(pilot: Pilot[Any]) -> None:
    await press(pilot, "6")
    await compared(pilot)


async def compared(pilot: Pilot[Any]) -> None:
    """The comparing, which goes on beside the keys, is done and shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def rows(app: ReadycheckApp) -> dict[str, list[str]]:
    table = app.screen.query_one("#rows", Rows)
    found = (table.get_row_at(n) for n in range(table.row_count))
    return {cells[0].plain.strip(): [cell.plain.strip() for cell in cells[1:]] for cells in found}


async def test_the_headline_tells_the_comparable_core(tmp_path: Path) -> None:
    """Presence: evenings weigh 3, weekends 1: 25 → 0. Self-service: 0 → 50. The mean: 12.5 → 25."""
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        headline = text_of(app, "#headline")
        assert headline.splitlines() == [
            "2025 → 2026   Readiness 12.5 → 25.0. Of the change:",
            "  ▲   +12.5  you improved: the same questions and measures, 12.5 → 25.0",
            "        0.0  what is asked and measured has not moved it",
            "Compared 3 of 3 questions.",
        ]


async def test_scores_are_marked_by_arrow_and_word(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        assert rows(app)["· Presence"] == ["25.0", "0.0", "▼25.0", "▼ worse"]
        assert rows(app)["· Self-service"] == ["0.0", "50.0", "▲50.0", "▲ better"]
        assert rows(app)["FAQ"][3] == "= same"


async def test_questions_are_filtered_by_kind(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "right")
        assert len(rows(app)) == 3
        await press(pilot, "f")
        assert rows(app) == {"Is the FAQ current?": ["no", "partly", "▲"]}
        assert "Counts as 0% → 50%" in text_of(app, "#detail")
        await press(pilot, "f")
        assert list(rows(app).values()) == [["yes", "no", "▼"]]
        await press(pilot, "f", "f")
        assert len(rows(app)) == 3


async def test_promises_and_observations_of_the_earlier_season(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025, lang="fi", actions=[])
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "right", "right")
        assert [cells[0] for cells in rows(app).values()] == [
            "UKK-haku kauppaan", "Palautusohje tilausvahvistukseen", "Chat in the evenings"
        ]
        assert list(rows(app)) == ["✗ tekemättä", "✓ tehty", "+ onnistuminen"]


async def test_the_forecast_is_graded_by_what_came(tmp_path: Path) -> None:
    """This season's profile holds last January: what came is its days from 27 December on."""
    app = app_of(tmp_path, 2025)
    came = sum(8 + 2 * (n % 7) for n in range(56, 92))  # 27 December is the 57th day since 1 November
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "left", "left")
        shown = rows(app)
        assert shown["what came"] == [str(came)]
        # 27 December 2025 is a Saturday: with the Sunday, two days of week 52; then four weeks, and 26–31 January
        weeks = {name.partition(":")[0]: cells[0] for name, cells in shown.items() if name.startswith("week")}
        assert list(weeks) == ["week 52", "week 1", "week 2", "week 3", "week 4", "week 5"]
        assert weeks["week 52"].startswith(f"{8 + 10} came")  # the 57th and 58th day: 8 + 2 · 0 and 8 + 2 · 1
        await press(pilot, *["down"] * 5)
        assert "orders came from 28 Oct 2025 to 31 Jan 2026" in text_of(app, "#detail")
        await press(pilot, *["down"] * 4)
        assert text_of(app, "#detail").startswith("Next year's interval reckons with")


async def test_settings_that_differ_are_named_with_the_reason(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025, plan={**document()["plan"], "shrinkage": 0.25})
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        await press(pilot, "left")
        assert rows(app) == {"breaks and absences": ["30%", "25%"]}
        assert text_of(app, "#detail") == "breaks and absences: it changes the hours that January needs"


async def test_any_two_seasons_can_be_the_pair(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2024, 2025)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        assert text_of(app, "#headline").startswith("2025 → 2026")
        await press(pilot, "y", "2")
        assert text_of(app, "#headline").startswith("2024 → 2026")
        await press(pilot, "left", "left")
        assert text_of(app, "#detail").endswith(
            "is not graded: the season after 2024 is 2025: what came of its forecast is in that audit."
        )


async def test_one_season_only_is_said_so(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        assert "one season only" in text_of(app, "#headline")
        await press(pilot, "right", "f", "y")
        assert in_file(app, tmp_path)["season"]["year"] == 2026


async def test_a_damaged_earlier_season_is_told_not_fallen_over(tmp_path: Path) -> None:
    app = app_of(tmp_path, 2025)
    (tmp_path / "shops" / "lankakauppa" / "2025.toml").write_text("format = [", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await at_compare(pilot)
        assert "2025.toml" in text_of(app, "#headline")
