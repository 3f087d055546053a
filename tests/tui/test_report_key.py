"""The report's key: a file beside the audit, and a sentence that says where."""

from __future__ import annotations

from pathlib import Path

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
        told = [notice.message for notice in app._notifications]
        assert any(str(report) in sentence for sentence in told)
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
