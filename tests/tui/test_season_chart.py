"""The pictures of January as widgets: what was drawn for their size is what stands on the screen."""

from __future__ import annotations

from dataclasses import replace

from textual.app import App, ComposeResult

from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import WeekNeed
from readycheck.i18n import Translator
from readycheck.report.charts.terminal import lag_words, week_words
from readycheck.report.charts.terminal_canvas import Line, plain_text
from readycheck.report.charts.terminal_lag import lag_picture
from readycheck.report.charts.terminal_weeks import weeks_picture
from readycheck.storage.document import audit_of
from readycheck.tui.themes import THEMES
from readycheck.tui.widgets.drawn import Drawn
from readycheck.tui.widgets.lag_chart import LagChart
from readycheck.tui.widgets.season_chart import SeasonChart
from tests.tui.made_up import document

TR = Translator("fi")
AUDIT = audit_of(document(), "made-up")
FOUND = january(AUDIT)
WEEKS: tuple[WeekNeed, ...] = FOUND.weeks


class TwoPictures(App[None]):
    CSS = "SeasonChart { height: 14; }"

    def compose(self) -> ComposeResult:
        yield SeasonChart(TR)
        yield LagChart(TR)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "readycheck-dark"


def on_screen(widget: Drawn) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def padded(lines: tuple[Line, ...], height: int) -> list[str]:
    return [*map(plain_text, lines), *[""] * (height - len(lines))]


async def test_the_widgets_show_their_pictures_in_the_size_that_they_have() -> None:
    app = TwoPictures()
    async with app.run_test(size=(80, 24)) as pilot:
        season, lag = app.query_one(SeasonChart), app.query_one(LagChart)
        await pilot.pause()
        assert on_screen(season) == [""] * 14 and on_screen(lag) == [""] * lag.size.height  # nothing to show yet
        season.show(WEEKS, planned=True)
        lag.show(FOUND.kernel, AUDIT.demand)
        await pilot.pause()
        assert on_screen(season) == padded(weeks_picture(WEEKS, 80, 14, week_words(TR), planned=True), 14)
        assert FOUND.kernel is not None
        words = lag_words(FOUND.kernel, AUDIT.demand, TR)
        assert on_screen(lag) == padded(lag_picture(FOUND.kernel, 80, 6, words), 6)

        tried = [replace(week, required=2 * week.required, required_high=2 * week.required) for week in WEEKS]
        season.show(tried, planned=True, saved=WEEKS)
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        expected = weeks_picture(tried, 60, 14, week_words(TR), planned=True, saved=WEEKS)
        assert on_screen(season) == padded(expected, 14)
        assert "tallennettu tarve" in "".join(on_screen(season)[:3])

        need = season.get_component_rich_style("drawn--need").color
        short = season.get_component_rich_style("drawn--short").color
        assert need != short
