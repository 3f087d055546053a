"""Keys of one's own in the running app: they work, the old ones do not, and the screen names the new ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets._tooltip import Tooltip

from readycheck.i18n import Lang, Translator
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.preferences import Preferences
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.reading import KeyList
from readycheck.tui.widgets.key_line import KeyLine
from readycheck.tui.widgets.labelled import Labelled
from tests.tui.driving import SMALL, in_file, press
from tests.tui.made_up import TODAY
from tests.tui.pressed import seen
from tests.tui.small_list import EVENINGS, archive_at

pytestmark = pytest.mark.slow


def app_with_keys(home: Path, lines: str, lang: Lang = "en") -> ReadycheckApp:
    archive = archive_at(home)
    (home / "keys.toml").write_text(lines, encoding="utf-8")
    return ReadycheckApp(archive, Translator(lang), TODAY, archive.open("lankakauppa/2026"), Preferences(home))


def drawn(app: ReadycheckApp) -> str:
    assert app.session is not None
    return seen(app, app.session.path).drawn


@pytest.mark.parametrize("lang, usual", [("en", "n"), ("fi", "e")])
async def test_a_new_key_answers_and_the_usual_one_no_longer(tmp_path: Path, lang: Lang, usual: str) -> None:
    app = app_with_keys(tmp_path, 'answer.no = "f6,j"', lang)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, usual)
        assert EVENINGS not in in_file(app, tmp_path).get("answers", {})
        for key in ("f6", "j"):
            await press(pilot, key)
            assert in_file(app, tmp_path)["answers"][EVENINGS]["owner"]["value"] == "no"
            await press(pilot, "ctrl+z")
        assert "( ) F6 " in drawn(app)
        await press(pilot, "y" if lang == "en" else "k")
        assert in_file(app, tmp_path)["answers"][EVENINGS]["owner"]["value"] == "yes"


async def test_the_line_the_labels_and_the_list_of_keys_name_the_new_keys(tmp_path: Path) -> None:
    app = app_with_keys(tmp_path, 'help = "f9"\nquestion.note = "f5"\ngo.hours = "f6"\n')
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = drawn(app)
        assert "F9 Keys" in shown and "F5 Note" in shown and " F6 Hours" in shown
        await press(pilot, "f9")
        listed = [str(label.label) for label in app.screen.query("Labelled").results(Labelled)]
        assert {"F5", "F9", "F6"} <= {label.strip() for label in listed} and "m" not in listed
        await press(pilot, "escape", "f5")
        assert isinstance(app.screen, FormScreen)


async def test_a_mistake_is_told_and_the_app_is_there(tmp_path: Path) -> None:
    app = app_with_keys(tmp_path, 'question.note = "l"\nquestion.data = "f5"\n')
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            'keys.toml: question.note: "l" is already the key of question.evidence there.'
            " Choose another key, or give that one another."
        ]
        await press(pilot, "m")
        assert isinstance(app.screen, FormScreen)


async def test_language_and_colours_are_there_the_next_time(tmp_path: Path) -> None:
    app = app_with_keys(tmp_path, "")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "f3", "f2")
    again = Preferences(tmp_path)
    assert (again.lang, again.ground) == ("fi", "light")
    later = ReadycheckApp(app.archive, Translator("fi"), TODAY, preferences=again)
    assert later.theme == "readycheck-light"


async def test_a_key_in_the_line_says_what_it_does_and_can_be_clicked(tmp_path: Path) -> None:
    app = app_with_keys(tmp_path, "")
    async with app.run_test(size=SMALL, tooltips=True) as pilot:
        await pilot.pause()
        line = app.screen.query_one(KeyLine)
        column = drawn(app).splitlines()[-1].index("F1 Keys")
        assert line.region.y == SMALL[1] - 1
        await pilot.hover(KeyLine, offset=(column, 0))
        await pilot.pause(0.6)
        tip = app.screen.query_one(Tooltip)
        assert tip.display and "All keys of this screen" in str(tip.render())
        await pilot.click(KeyLine, offset=(column, 0))
        await pilot.pause()
        assert isinstance(app.screen, KeyList)


async def test_a_sentence_names_the_new_key(tmp_path: Path) -> None:
    app = app_with_keys(tmp_path, 'listing.add = "f8"\n')
    async with app.run_test(size=SMALL) as pilot:
        app.go_to("observations")
        await pilot.pause()
        assert "Nothing written down yet: F8 adds one." in drawn(app)
