"""`set KEY=VALUE`: the text becomes what the key holds; what cannot be is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.storage.assign import assign
from readycheck.storage.document import audit_of
from tests.core.documents import Document
from tests.storage.shops import audit, told


def at(document: Document, *path: str | int) -> Any:
    found: Any = document
    for part in path:
        found = found[part]
    return found


@pytest.mark.parametrize(("text", "path", "value"), [
    ("shop.name=Äänekoski & Co = hyvä", ("shop", "name"), "Äänekoski & Co = hyvä"),
    ("hours.chat.mon=08:00-16:00,17:00-20:00", ("hours", "chat", "mon"), ["08:00-16:00", "17:00-20:00"]),
    ("hours.chat.mon = 08:00-16:00", ("hours", "chat", "mon"), ["08:00-16:00"]),
    ("hours.chat.mon=8-16", ("hours", "chat", "mon"), ["08:00-16:00"]),
    ("hours.chat.mon=9am-5.30pm and 18-20", ("hours", "chat", "mon"), ["09:00-17:30", "18:00-20:00"]),
    ("hours.chat.mon=closed", ("hours", "chat", "mon"), []),
    ("hours.chat.exceptions[+].date=24/12/2026", ("hours", "chat", "exceptions", 0, "date"), date(2026, 12, 24)),
    ("hours.chat.live=true", ("hours", "chat", "live"), True),
    ("hours.chat.live=KYLLÄ", ("hours", "chat", "live"), True),
    ("hours.chat.live=0", ("hours", "chat", "live"), False),
    ("hours.chat.live=ei", ("hours", "chat", "live"), False),
    ("hours.chat.holidays=open", ("hours", "chat", "holidays"), "open"),
    ("hours.chat.exceptions[+].date=24.12.2026", ("hours", "chat", "exceptions", 0, "date"), date(2026, 12, 24)),
    ("staffing.phone.aht=240", ("staffing", "phone", "aht"), 240),
    ("staffing.phone.aht=240,5", ("staffing", "phone", "aht"), 240.5),
    ("staffing.phone.target=.9", ("staffing", "phone", "target"), 0.9),
    ("staffing.phone.patience=1 800", ("staffing", "phone", "patience"), 1800),
    ("service.nps=−12", ("service", "nps"), -12),
    ("service.chat.first_response_s=60", ("service", "chat", "first_response_s"), 60),
    ("service.grades.quality=0.75", ("service", "grades", "quality"), 0.75),
    ("plan.hours.2026-W53=75", ("plan", "hours", "2026-W53"), 75),
    ("plan.top_reasons=3", ("plan", "top_reasons"), 3),
    ("season.peaks=2026-11-27, 30.11.2026", ("season", "peaks"), [date(2026, 11, 27), date(2026, 11, 30)]),
    ("reasons.where.label.fi=Missä", ("reasons", "where", "label", "fi"), "Missä"),
    ("reasons.where.due=2026-11-10", ("reasons", "where", "due"), date(2026, 11, 10)),
    ("reasons.'a=b'.owner=M=N", ("reasons", "a=b", "owner"), "M=N"),
    ("answers.\"peak-season/presence.evenings\".note=a, b", ("answers", "peak-season/presence.evenings", "note"),
     "a, b"),
    ("answers.\"peak-season/presence.evenings\".owner.value=partly",
     ("answers", "peak-season/presence.evenings", "owner", "value"), "partly"),
    ("faq[1].answers=where, return", ("faq", 0, "answers"), ["where", "return"]),
    ("faq[+].title=Toimitus", ("faq", 1, "title"), "Toimitus"),
    ("channels.social.offered=no", ("channels", "social", "offered"), False),
    ("confirmation.lead_time=yes", ("confirmation", "lead_time"), True),
    ("demand.orders.daily=1 2 3", ("demand", "orders", "daily"), "1 2 3"),
])
def test_a_text_becomes_what_its_key_holds(text: str, path: tuple[str | int, ...], value: Any) -> None:
    found = at(assign(audit(faq=[{"title": "A"}]), text), *path)
    assert (type(found), found) == (type(value), value)


def test_an_empty_value_takes_the_key_away() -> None:
    document = assign(audit(plan={"growth": 1.2, "pooled": False}), "plan.growth=")
    assert document["plan"] == {"pooled": False}
    assert assign(document, "staffing.chat.aht= ") == document


def test_a_list_item_can_be_taken_away() -> None:
    assert assign(audit(faq=[{"title": "A"}, {"title": "B"}]), "faq[1]=")["faq"] == [{"title": "B"}]


@pytest.mark.parametrize(("text", "what"), [
    ("plan.growth", "\"plan.growth\" has no =. Write it as KEY=VALUE."),
    ("=1", "\"\" is no key."),
    ("plan.groth=1", "plan.groth: is not a known key. Did you mean growth?"),
    ("hourz.chat.mon=08:00-16:00", "hourz: is not a known key. Did you mean hours?"),
    ("hours.chat.maanantai=08:00-16:00", "hours.chat.maanantai: is not a known key. Known here: live,"),
    ("plan=1", "plan: is a table or list, not a value. Set one of its keys: pooled,"),
    ("staffing.chat=1", "staffing.chat: is a table or list, not a value. Set one of its keys: aht,"),
    ("faq=1", "faq: is a table or list, not a value. Write faq[1].title for its first, faq[+].title for a new one."),
    ("hours.chat.exceptions=1", "hours.chat.exceptions: is a table or list, not a value. Write hours.chat"),
    ("plan.hours=30", "plan.hours: is a table or list, not a value. Set one of its keys: plan.hours.NAME=VALUE."),
    ("faq.title=1", "faq: is a list. Write faq[1] for its first, faq[+] for a new one."),
    ("faq[+][+]=1", "faq[+]: is no list."),
    ("faq[3].title=1", "faq: has no item 3; it has 1."),
    ("plan[1]=1", "plan: is no list."),
    ("plan.growth.more=1", "plan.growth: holds a value, so it has no key \"more\"."),
    ("plan..growth=1", "\"plan..growth\" is no key."),
    ("\x1b[2J=1", "\"\ufffd[2J\" is no key."),
])
def test_keys_that_no_audit_has_are_told(text: str, what: str) -> None:
    assert told(lambda: assign(audit(faq=[{"title": "A"}]), text)).startswith(what)


@pytest.mark.parametrize(("text", "what"), [
    ("staffing.phone.aht=long", "staffing.phone.aht: must be a number, not \"long\"."),
    ("staffing.phone.aht=0", "staffing.phone.aht: must be over 0, not 0. Give seconds, such as 300."),
    ("staffing.phone.within=-1", "staffing.phone.within: must be at least 0, not -1. Give seconds, such as 60."),
    ("staffing.phone.target=1",
     "staffing.phone.target: must be under 1, not 1. Give the share answered in time, such as 0.8."),
    ("staffing.phone.concurrency=0",
     "staffing.phone.concurrency: must be at least 1, not 0. Give conversations at a time, such as 2."),
    ("plan.max_occupancy=0", "plan.max_occupancy: must be at least 0.01, not 0. Give the share of the working time that"
     " contacts may fill, such as 0.85."),
    ("plan.growth=0",
     "plan.growth: must be over 0, not 0. Give this season's orders over last season's, such as 1.1."),
    ("plan.contact_rate=-1",
     "plan.contact_rate: must be at least 0, not -1. Give contacts per order, such as 0.1 for one in ten orders."),
    ("plan.contact_rate=1e9", "plan.contact_rate: must be at most 1000, not 1000000000. Give contacts per order"),
    ("plan.drift=9", "plan.drift: must be at most 3, not 9. Give how far the contact rate drifts in a year, as a"),
    ("plan.gifts.share=40", "plan.gifts.share: must be at most 1, not 40. Give a share from 0 to 1, such as 0.25."),
    ("plan.late.times=0", "plan.late.times: must be at least 1, not 0. Give the contacts of a late order over those"),
    ("plan.orders.2026-W49=-1", "plan.orders.2026-W49: must be at least 0, not -1."),
    ("plan.extra.2027-01-04=-1", "plan.extra.2027-01-04: must be at least 0, not -1."),
    ("staffing.phone.aht=nan", "staffing.phone.aht: must be a number, not \"nan\"."),
    ("staffing.phone.aht=1e9", "staffing.phone.aht: must be at most 1000000, not 1000000000."),
    ("plan.shrinkage=1", "plan.shrinkage: must be under 1, not 1. Give the share of the paid time that goes to"
     " breaks, meetings and absences, such as 0.3."),
    ("plan.top_reasons=4.5", "plan.top_reasons: must be a whole number, not \"4.5\"."),
    ("plan.top_reasons=6", "plan.top_reasons: must be at most 5, not 6."),
    ("plan.hours.2026-W54=1", "plan.hours.2026-W54: 2026 has no week 54: its weeks are 1–53."),
    ("plan.extra.2027-02-30=1", "plan.extra.2027-02-30: must be a date such as 2027-01-04, not \"2027-02-30\"."),
    ("plan.late.first=2026-12-24", "plan.late.first: must not be after 2026-12-23. Give plan.late.last too."),
    ("plan.late.last=2026-11-26", "plan.late.last: must not be before 2026-11-27."),
    ("plan.gifts.first=2026-12-24", "plan.gifts.first: must not be after 2026-12-23."),
    ("plan.extra.20270104=1", "plan.extra.20270104: must be a date such as 2027-01-04, not \"20270104\"."),
    ("hours.chat.live=maybe", "hours.chat.live: must be true or false, not \"maybe\"."),
    ("hours.chat.holidays=sometimes", "hours.chat.holidays: must be one of closed, open, not \"sometimes\"."),
    ("hours.chat.mon=8-16h", "hours.chat.mon[1]: \"8-16h\" is no span of time"),
    ("hours.chat.mon=08:00-16:00,22:00-02:00", "hours.chat.mon[2]: \"22:00-02:00\" ends before it starts"),
    ("season.starts=31.11.2026", "season.starts: must be a date such as 2026-11-27, not \"31.11.2026\"."),
    ("season.starts=2026-11", "season.starts: must be a date such as 2026-11-27, not \"2026-11\"."),
    ("shop.timezone=Helsinki", "shop.timezone: \"Helsinki\" is not a time zone."),
    ("shop.name=", "shop: the key \"name\" is missing. Add it."),
])
def test_values_of_the_wrong_kind_are_told_by_the_same_checks_as_a_files(text: str, what: str) -> None:
    document = audit(staffing={"phone": {"aht": 100}})
    assert told(lambda: audit_of(assign(document, text), "set")).startswith(f"set: {what}")
