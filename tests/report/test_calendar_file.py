"""Actions in a calendar: on their due dates, under names that stay, with texts that stay texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from icalendar import Calendar

from readycheck.core.audit import Action, Reason
from readycheck.core.deadlines import PlannedAction, plan_of_actions
from readycheck.i18n import Translator
from readycheck.report.calendar_file import actions_ics, in_calendar, uid
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import SCORES

PLAN = plan_of_actions(AUDIT, SCORES, TODAY)
SAVED = datetime(2020, 1, 2, 0, 0, 5, 999, tzinfo=UTC)
BARE = replace(AUDIT, actions=(), reasons={})


def events(data: bytes) -> list:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def exported(plan=PLAN, lang="en", today=TODAY, audit=AUDIT, saved=SAVED) -> bytes:
    return actions_ics(plan, audit, Translator(lang), today, saved)


def planned(action: Action, *, late: bool = False) -> PlannedAction:
    return PlannedAction(action, action.title, "audit", TODAY, 1, late, False)


def test_what_is_agreed_is_an_all_day_event_on_its_due_date_and_nothing_else() -> None:
    found = {str(event["SUMMARY"]): event for event in events(exported())}
    event = found["New returns portal (Lankakauppa Oy)"]
    assert event["DTSTART"].dt == date(2026, 11, 25)
    assert event["DTEND"].dt == date(2026, 11, 26)
    assert str(event["DESCRIPTION"]) == (
        "Owner: Ville\nTakes 60 days.\nNot ready before the first peak.\nInstead: a printable return form"
    )
    (alarm,) = event.walk("VALARM")
    # sixty days before the day, at nine in the morning
    assert alarm["TRIGGER"].dt == timedelta(days=-60, hours=9)
    open_ones = [each for each in PLAN if each.agreed and each.action.due]
    assert any(not each.agreed and each.action.due for each in PLAN)  # a checklist's remedy is on no day
    assert len([name for name in found if "Done" not in name and "Dropped" not in name]) == len(open_ones)


def test_the_bytes_are_those_of_the_format_written_by_hand() -> None:
    """Texts escaped, lines of at most 75 bytes, none cut within a letter; five seconds after 2020-01-02 began."""
    action = Action("yö", "Hae; nouda, palauta\\vaihda", "Äijä", date(2026, 11, 1), fallback="ä" * 40)
    key = sha256("lankakauppa oy/2026/yö".encode()).hexdigest()[:32]
    expected = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//readycheck//actions//EN", "METHOD:PUBLISH",
        "X-WR-CALNAME:Lankakauppa Oy 2026",
        "BEGIN:VEVENT", "SUMMARY:Hae\\; nouda\\, palauta\\\\vaihda (Lankakauppa Oy)",
        "DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261102", "DTSTAMP:20200102T000005Z", f"UID:{key}@readycheck",
        "SEQUENCE:86405",
        # 12 bytes of name, 12 + 2 of the owner, 9 of "Instead: " leave room for 19 letters of two bytes
        "DESCRIPTION:Owner: Äijä\\nInstead: " + "ä" * 19, " " + "ä" * 21,
        "LAST-MODIFIED:20200102T000005Z", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Hae\\; nouda\\, palauta\\\\vaihda", "TRIGGER:PT9H", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", "",
    ]
    made = exported((planned(action),), audit=BARE, today=date(2020, 1, 1))
    assert max(map(len, made.split(b"\r\n"))) <= 75
    assert sorted(made.decode().split("\r\n")) == sorted(expected)
    assert made.replace(b"\r\n", b"").find(b"\n") == -1


def test_the_same_action_keeps_its_name_and_another_has_another() -> None:
    today = {str(event["SUMMARY"]): str(event["UID"]) for event in events(exported())}
    later = {str(event["SUMMARY"]): str(event["UID"]) for event in events(exported(today=date(2026, 10, 20)))}
    assert today == later
    assert len(set(today.values())) == len(today)
    next_year = replace(AUDIT, season=replace(AUDIT.season, year=2027))
    elsewhere = replace(AUDIT, shop=replace(AUDIT.shop, name="Other"))
    assert len({uid(AUDIT, "x"), uid(AUDIT, "y"), uid(next_year, "x"), uid(elsewhere, "x")}) == 4
    # letters' size and spaces are no other shop
    assert uid(replace(AUDIT, shop=replace(AUDIT.shop, name=" lankakauppa  OY")), "x") == uid(AUDIT, "x")
    moved = Action("a", "Another title", due=date(2026, 12, 1))
    before, after = (events(exported((planned(each),), audit=BARE))[0] for each in (replace(moved, title="T"), moved))
    assert before["UID"] == after["UID"] and before["SUMMARY"] != after["SUMMARY"]


def test_a_later_state_counts_higher_and_the_same_one_is_the_same_file() -> None:
    assert exported() == exported()
    assert exported().startswith(b"BEGIN:VCALENDAR\r\n")
    states = [
        exported(saved=datetime(2026, 10, 1, 8, 0, tzinfo=UTC), today=date(2026, 10, 1)),
        exported(saved=datetime(2026, 10, 1, 8, 1, tzinfo=UTC), today=date(2026, 10, 1)),
        # nothing was saved, but what is too late by now was not
        exported(saved=datetime(2026, 10, 1, 8, 1, tzinfo=UTC), today=date(2026, 10, 2)),
    ]
    counted = [events(state)[0]["SEQUENCE"] for state in states]
    assert counted == sorted(set(counted))
    # from 1 January 2020 to 1 October 2026, 08:00: 2,465 days
    assert counted[0] == 2465 * 86400 + 8 * 3600
    assert events(states[1])[0]["LAST-MODIFIED"].dt == datetime(2026, 10, 1, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize("status, mark, words, lang", [
    ("done", "CONFIRMED", "✓ Done: Ask (Lankakauppa Oy)", "en"),
    ("dropped", "CANCELLED", "Dropped: Ask (Lankakauppa Oy)", "en"),
    ("done", "CONFIRMED", "✓ Tehty: Ask (Lankakauppa Oy)", "fi"),
    ("dropped", "CANCELLED", "Luovuttu: Ask (Lankakauppa Oy)", "fi"),
])
def test_what_is_done_or_dropped_is_no_longer_asked_for(status: str, mark: str, words: str, lang: str) -> None:
    action = Action("a", "Ask", due=date(2026, 11, 1), lead_days=9, status=status)  # type: ignore[arg-type]
    open_one, = events(exported((planned(replace(action, status="open")),), audit=BARE))
    closed, = events(exported((), lang, audit=replace(BARE, actions=(action,))))
    assert (str(closed["STATUS"]), str(closed["SUMMARY"])) == (mark, words)
    assert closed["UID"] == open_one["UID"] and closed["DTSTART"].dt == date(2026, 11, 1)
    assert not closed.walk("VALARM") and open_one.walk("VALARM")


def test_a_verified_reason_is_done_and_what_never_had_a_day_stays_out() -> None:
    reasons = {"return": Reason(action="Menu", owner="Jari", due=date(2026, 11, 6), done="Seen"),
               "care": Reason(action="Page", done="Seen")}
    event, = events(exported((), audit=replace(BARE, reasons=reasons)))
    assert (str(event["SUMMARY"]), event["DTSTART"].dt) == ("✓ Done: Menu (Lankakauppa Oy)", date(2026, 11, 6))
    assert event["UID"] == uid(BARE, "reason-return")
    undated = (planned(Action("a", "T")),)
    assert events(exported(undated, audit=BARE)) == []
    assert not in_calendar(undated, BARE) and in_calendar((), replace(BARE, reasons=reasons))
    assert in_calendar(PLAN, BARE)


def test_a_hostile_title_stays_in_its_line() -> None:
    title = "x\r\nATTENDEE:mailto:a@b.example\nEND:VEVENT;,\\"
    action = Action("a", title, title, date(2026, 11, 1), fallback=title)
    (event,) = events(exported((planned(action),), audit=BARE))
    assert "ATTENDEE" not in event
    assert "ATTENDEE:mailto:a@b.example" in str(event["SUMMARY"])


def test_finnish_is_finnish() -> None:
    text = exported(lang="fi").decode().replace("\r\n ", "")
    assert "Vastuuhenkilö: Ville" in text
