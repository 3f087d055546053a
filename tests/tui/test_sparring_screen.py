"""A sparring session played by keys: blind until both have answered, then agreed on, acted on, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from readycheck.storage.archive import Archive
from readycheck.storage.private_notes import PrivateFile
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.screens.sparring import SparringScreen
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.section_clock import SectionClock
from tests.tui.driving import SMALL, in_file, press, write
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, FAQ, WEEKENDS, app_with

pytestmark = pytest.mark.slow
SECRET = "hermostui hinnoista"


def drawn(app: ReadycheckApp) -> str:
    """All that reaches the terminal, but the clock's seconds."""
    lines = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
    return "\n".join(line for line in lines if " / " not in line or "▶" not in line)


def voice(value: str) -> dict[str, object]:
    return {"value": value, "on": TODAY}


def told(app: ReadycheckApp) -> str:
    """The latest sentence in the corner."""
    return list(app._notifications)[-1].message


def private_of(app: ReadycheckApp, home: Path) -> PrivateFile:
    assert app.session is not None
    return PrivateFile(Archive(home), app.session.path)


async def at_the_table(pilot: Pilot[None]) -> SparringScreen:
    await press(pilot, "8")
    assert isinstance(pilot.app.screen, SparringScreen)
    return pilot.app.screen


@pytest.mark.parametrize("pressed", ["k", "o", "e", "question_mark", "minus"])
@pytest.mark.parametrize("before", [None, "yes", "no"])
async def test_what_the_first_says_is_nowhere_on_the_screen(tmp_path: Path, pressed: str, before: str | None) -> None:
    """Every answer leaves the very same picture, and whether it was given now or earlier."""
    given = {EVENINGS: {"owner": voice(before)}} if before else {}
    app = app_with(tmp_path, "fi", answers=given)
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        if before:
            await press(pilot, "v")
        await press(pilot, pressed)
        shown = drawn(app)
        other = {"k": "e", "o": "k", "e": "o", "question_mark": "k", "minus": "k"}[pressed]
        await press(pilot, "v", other)
        assert drawn(app) == shown
        assert "Nyt vastaa: KONSULTTI   kauppias ✓ vastannut · konsultti ○ ei vielä" in shown
        assert "aineisto" not in shown.lower() and "●" not in shown and "✖" not in shown and "pisteet piilossa" in shown
        await press(pilot, "ctrl+z")
        assert drawn(app) == shown
        await press(pilot, "m", "d", "t", "f4")
        assert drawn(app) == shown


async def test_a_session_from_asking_to_the_agreement(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "k", "e")
        shown = drawn(app)
        assert "kyllä" in shown and "ei   " in shown and "0 / 100 (kyllä: 50)" in shown
        assert "≠ Vastaukset eroavat" in shown and "⚠ Aineisto kertoo muuta" in shown
        assert in_file(app, tmp_path)["answers"] == {EVENINGS: {"owner": voice("yes"), "consultant": voice("no")}}

        await press(pilot, "a", "enter", "o", "t", "tab")
        await write(pilot, "Maija")
        await press(pilot, "ctrl+s")
        kept = in_file(app, tmp_path)
        assert kept["answers"][EVENINGS]["agreed"] == voice("partly")
        action = kept["actions"][-1]
        assert (action["title"], action["owner"], action["question"]) == ("Tee näin.", "Maija", EVENINGS)

        await press(pilot, "s")
        await app.workers.wait_for_complete()
        await pilot.pause()
    page = (tmp_path / "shops" / "lankakauppa" / "2026-agreement.html").read_text("utf-8")
    assert "Vastataanko iltaisin?" in page and "osittain" in page and "Maija" in page


async def test_where_both_say_the_same_the_next_question_comes_by_itself(tmp_path: Path) -> None:
    """Weekends are not held against data: both say no, and the screen asks about the FAQ."""
    app = app_with(tmp_path, "fi", answers={EVENINGS: {"owner": voice("yes"), "consultant": voice("no")}})
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "w", "e", "e")
        assert "✓ Edelliseen kumpikin vastasi ”ei”: Vastataanko viikonloppuisin?" in drawn(app)
        assert "Onko UKK ajan tasalla?" in drawn(app)
        assert in_file(app, tmp_path)["answers"][WEEKENDS] == {"owner": voice("no"), "consultant": voice("no")}
        await press(pilot, "ctrl+z")
        assert "Edelliseen" not in drawn(app) and "Vastataanko viikonloppuisin?" in drawn(app)
        assert "Nyt vastaa: KONSULTTI   kauppias ✓ vastannut" in drawn(app)


async def test_the_reason_of_what_does_not_concern_the_shop_is_asked_when_both_have_answered(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "minus", "y", "m")
        await write(pilot, "Myymme vain päivisin")
        await press(pilot, "ctrl+s")
        assert in_file(app, tmp_path)["answers"][EVENINGS] == {
            "owner": voice("na"), "consultant": voice("yes"), "note": "Myymme vain päivisin"}


async def test_a_half_answered_question_is_not_on_the_agenda(tmp_path: Path) -> None:
    differ = {"owner": voice("yes"), "consultant": voice("partly")}
    app = app_with(tmp_path, "fi", answers={EVENINGS: {"owner": voice("yes")}, FAQ: differ})
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "a")
        assert list(app.screen.query_one(Rows)._shown_rows) == [FAQ]
        assert "a Kysymykset" in drawn(app) and "Esteet ensin, sitten pisteet." in drawn(app)
        await press(pilot, "enter")
        assert "esc Asialista" in drawn(app) and "a Kysymykset" in drawn(app)
        await press(pilot, "escape")
        assert list(app.screen.query_one(Rows)._shown_rows) == [FAQ] and "esc Asialista" not in drawn(app)
        await press(pilot, "a")
        assert "a Asialista" in drawn(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, SparringScreen)


async def test_the_agenda_has_what_was_agreed_in_a_small_terminal_too(tmp_path: Path) -> None:
    differ = {"owner": voice("na"), "consultant": voice("partly"), "agreed": voice("no"), "note": "Ei ole."}
    app = app_with(tmp_path, "fi", answers={FAQ: differ})
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "a")
        (row,) = (line for line in drawn(app).splitlines() if "2.1" in line and "✓" in line)
        assert row.split()[-4:] == ["ei", "koske", "osittain", "ei"]


async def test_when_all_is_agreed_enter_leads_to_the_agreement(tmp_path: Path) -> None:
    """Until then it leads to the agenda."""
    same, differ = ({"owner": voice(one), "consultant": voice("no")} for one in ("no", "partly"))
    app = app_with(tmp_path, "fi", answers={
        EVENINGS: {**same, "agreed": voice("no")}, WEEKENDS: same, FAQ: differ,
    })
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "w", "enter")
        assert "Näppäin a näyttää asialistan." in told(app)
        await press(pilot, "a", "end", "enter", "o", "a", "enter")
        assert in_file(app, tmp_path)["answers"][FAQ]["agreed"] == voice("partly")
        assert told(app) == "Kaikesta on sovittu. Näppäin s kirjoittaa sopimuksen."


async def test_a_private_note_is_a_mark_on_the_screen_and_stands_in_its_own_file(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "x")
        assert "Asiakkaasi näkee saman näytön" in drawn(app)
        await press(pilot, *"Aino", "space", *"pelkää")
        assert "Aino" not in drawn(app) and "Asiakkaasi näkee saman näytön" in drawn(app), "nobody else reads it"
        await press(pilot, "1")
        await write(pilot, SECRET)
        await press(pilot, "ctrl+s")
        assert "Oma muistiinpano: on" in drawn(app) and SECRET not in drawn(app)
        assert private_of(app, tmp_path).read().notes == {EVENINGS: SECRET}
        in_file(app, tmp_path)
    audit = tmp_path / "shops" / "lankakauppa" / "2026.toml"
    assert SECRET.encode() not in audit.read_bytes()


async def test_a_private_file_that_cannot_be_read_is_told_and_left(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    path = tmp_path / "shops" / "lankakauppa" / "2026.private.toml"
    path.write_text("rikki", "utf-8")
    async with app.run_test(size=SMALL) as pilot:
        screen = await at_the_table(pilot)
        assert len(app._notifications) == 1 and "2026.private.toml" in str(next(iter(app._notifications)).message)
        screen.query_one(SectionClock)._now = lambda: 500.0
        await press(pilot, "k", "e", "q")
    assert path.read_text("utf-8") == "rikki"


async def test_an_audit_without_questions_says_so_and_takes_no_keys(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi", checklists=[])
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        assert "Tässä auditoinnissa ei ole kysymyksiä." in drawn(app)
        await press(pilot, "k", "enter", "right", "down", *"axstmdwbv", "space", "delete")
        assert isinstance(app.screen, SparringScreen) and in_file(app, tmp_path).get("answers", {}) == {}


class Clock:
    """Seconds that pass when a test says so."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


async def test_the_sections_clock_goes_on_where_it_was(tmp_path: Path) -> None:
    """60 minutes over three questions, two of them in presence; `w` asks for all."""
    app, clock = app_with(tmp_path, "fi"), Clock()
    async with app.run_test(size=SMALL) as pilot:
        screen = await at_the_table(pilot)
        screen.query_one(SectionClock)._now = clock
        await press(pilot, "w", "space")
        clock.seconds += 372
        await press(pilot, "space")
        assert str(screen.query_one(SectionClock).content) == "Läsnäolo 6:12 / 40:00  ■ tauolla"
    again = ReadycheckApp(Archive(tmp_path), app.tr, TODAY, Archive(tmp_path).open("lankakauppa/2026"))
    async with again.run_test(size=SMALL) as pilot:
        screen = await at_the_table(pilot)
        screen.query_one(SectionClock)._now = clock
        await press(pilot, "w", "space")
        clock.seconds += 3000
        await press(pilot, "1")
        assert private_of(again, tmp_path).read().seconds == {"peak-season/presence": 3372}
        screen = await at_the_table(pilot)
        await press(pilot, "space")
        assert str(screen.query_one(SectionClock).content) == "Läsnäolo 56:12 / 40:00  ■ tauolla  ! yli 16:12"


async def test_the_length_of_the_session_is_shared_out_anew(tmp_path: Path) -> None:
    app = app_with(tmp_path, "en")
    async with app.run_test(size=SMALL) as pilot:
        screen = await at_the_table(pilot)
        await press(pilot, "w", "b")
        await write(pilot, "30")
        await press(pilot, "ctrl+s")
        assert "Presence 0:00 / 20:00" in str(screen.query_one(SectionClock).content)


async def test_a_click_on_a_section_goes_there(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=(120, 40)) as pilot:
        await at_the_table(pilot)
        await press(pilot, "w")
        await pilot.click("#section-lines", offset=(4, 1))
        await pilot.pause()
        assert "Onko UKK ajan tasalla?" in drawn(app)


async def test_the_other_language_keeps_the_place(tmp_path: Path) -> None:
    app = app_with(tmp_path, "fi")
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "k", "f3")
        assert "Answers now: CONSULTANT" in drawn(app) and "Are evenings answered?" in drawn(app)
        await press(pilot, "y")
        assert "⚠ The data says otherwise" in drawn(app)


async def test_what_an_action_settles_has_still_an_answer_to_agree_on(tmp_path: Path) -> None:
    """The consultant's no is what the data says; the owner's yes is not, and nobody is told that all is well."""
    app = app_with(tmp_path, "en", answers={EVENINGS: {"owner": voice("yes"), "consultant": voice("no")}}, actions=[
        {"id": "a", "title": "Evening chat", "question": EVENINGS}])
    async with app.run_test(size=SMALL) as pilot:
        await at_the_table(pilot)
        await press(pilot, "a")
        assert "will do" in drawn(app) and "✓ an action is agreed on" in drawn(app)
        await press(pilot, "enter")
        assert "\"Yes\" would contradict the data." in drawn(app) and "says the same" not in drawn(app)
        await press(pilot, "n")
        assert "✓ decided" in drawn(app) and "✓ The data says the same." in drawn(app)
