"""The report's key: a file beside the audit, and a window that says where and offers more."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.tui.opening import browser_in_sight
from tests.tui.driving import press, text_of
from tests.tui.small_list import app_with


async def test_r_writes_the_report_beside_the_audit(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k", "r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        report = tmp_path / "shops" / "lankakauppa" / "2026-report.html"
        html = report.read_text(encoding="utf-8")
        assert html.lstrip().lower().startswith("<!doctype html") and "Lankakauppa Oy" in html
        assert str(report) in text_of(app, "#heading")
        assert [shop.years for shop in app.archive.shops()] == [(2026,)]


async def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        (tmp_path / "shops" / "lankakauppa" / "2026-report.html").mkdir()
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        told = [notice.message for notice in app._notifications]
        assert any("report could not be written" in sentence for sentence in told)


def folder(home: Path) -> set[str]:
    return {path.name for path in (home / "shops" / "lankakauppa").iterdir() if "report" in path.name}


@pytest.mark.slow
async def test_the_report_is_opened_where_there_is_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("readycheck.tui.opening.browser_in_sight", lambda environ, platform: True)
    monkeypatch.setattr("readycheck.tui.opening.open_in_browser", lambda path: bool(opened.append(path)) or True)
    app = app_with(tmp_path, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        assert opened == [tmp_path / "shops" / "lankakauppa" / "2026-report.html"]


@pytest.mark.slow
async def test_other_forms_and_the_other_language_are_written_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readycheck.tui.opening.browser_in_sight", lambda environ, platform: False)
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=(80, 24)) as pilot:
        for number in ("1", "2"):  # in English, and of that a Markdown
            await pilot.press(*("r" if number == "1" else ""))
            await app.workers.wait_for_complete()
            await press(pilot, number)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert folder(tmp_path) == {"2026-report.html", "2026-report.en.html", "2026-report.en.md"}
        english = tmp_path / "shops" / "lankakauppa" / "2026-report.en.html"
        assert 'lang="en"' in english.read_text(encoding="utf-8")
        for number, ending in (("3", "csv"), ("4", "json")):
            await pilot.press("r")
            await app.workers.wait_for_complete()
            await press(pilot, number)
            await app.workers.wait_for_complete()
            assert f"2026-report.{ending}" in folder(tmp_path)


@pytest.mark.parametrize(("environ", "platform", "seen"), [
    ({"DISPLAY": ":0"}, "linux", True), ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True), ({}, "linux", False),
    ({"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.2 5 10.0.0.1 22"}, "linux", False), ({}, "win32", True),
    ({}, "darwin", True), ({"SSH_TTY": "/dev/ttys1"}, "darwin", False),
])
def test_a_browser_is_in_sight_only_before_the_person(environ: dict[str, str], platform: str, seen: bool) -> None:
    assert browser_in_sight(environ, platform) is seen
