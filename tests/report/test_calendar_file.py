"""Actions in a calendar: on their due dates, under names that stay, with texts that stay texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from readycheck.core.audit import Action
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.i18n import Translator
from readycheck.report.calendar_file import actions_ics, uid
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import SCORES

PLAN = plan_of_actions(AUDIT, SCORES, TODAY)


def events(data: bytes) -> list:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def exported(plan=PLAN, lang="en", today=TODAY) -> bytes:
    return actions_ics(plan, "lankakauppa", AUDIT, Translator(lang), today)


def test_each_action_is_an_all_day_event_on_its_due_date() -> None:
    found = {str(event["SUMMARY"]): event for event in events(exported())}
    event = found["New returns portal (Lankakauppa Oy)"]
    assert event["DTSTART"].dt == date(2026, 11, 25)
    assert event["DTEND"].dt == date(2026, 11, 26)
    assert str(event["DESCRIPTION"]) == (
        "Owner: Ville\nTakes 60 days.\nNot ready before the first peak.\nInstead: a printable return form"
    )
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-60)
    assert len(found) == sum(planned.action.due is not None for planned in PLAN)


def test_the_same_action_keeps_its_name_and_another_has_another() -> None:
    today = {str(event["SUMMARY"]): str(event["UID"]) for event in events(exported())}
    later = {str(event["SUMMARY"]): str(event["UID"]) for event in events(exported(today=date(2026, 10, 20)))}
    assert today == later
    assert len(set(today.values())) == len(today)
    assert uid("a", 2026, "x") != uid("a", 2027, "x") != uid("b", 2026, "x")
    moved = replace(PLAN[0], action=replace(PLAN[0].action, due=date(2026, 12, 1), title="Another title"))
    assert events(exported((moved,)))[0]["UID"] == events(exported(PLAN[:1]))[0]["UID"]


def test_the_same_export_is_the_same_file() -> None:
    assert exported() == exported()
    assert exported().startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_action_without_a_date_is_left_out() -> None:
    undated = replace(PLAN[0], action=replace(PLAN[0].action, due=None))
    assert events(exported((undated,))) == []


def test_a_hostile_title_stays_in_its_line() -> None:
    title = "x\r\nATTENDEE:mailto:a@b.example\nEND:VEVENT;,\\"
    action = Action("a", title, title, date(2026, 11, 1), fallback=title)
    (event,) = events(exported((PlannedAction(action, title, "audit", TODAY, 18, False, False),)))
    assert "ATTENDEE" not in event
    assert "ATTENDEE:mailto:a@b.example" in str(event["SUMMARY"])


def test_finnish_is_finnish() -> None:
    text = exported(lang="fi").decode().replace("\r\n ", "")
    assert "Vastuuhenkilö: Ville" in text
    assert "Aloita kahdesta illasta viikossa. (Lankakauppa Oy)" in text
