"""First response times out of contact exports, worked out by hand (DOMAIN §3.8)."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.responses import EDGES, edge_key
from readycheck.demand.importer import ImportResult
from readycheck.storage.service_edits import with_service
from tests.demand.imports import EXPORTS, imported, recognised, written

ZENDESK = ("Id,Requester,Via,Ticket type,Created at,First reply time in minutes,"
           "First reply time in minutes within business hours\n")
FRESHDESK = "Ticket ID,Source,Type,Created time,Initial response time,First response time (in hrs),Resolution status\n"


def contacts(path: Path, **options: Any) -> ImportResult:
    """An import of contacts whose times are Helsinki's."""
    return imported(path, kind="contacts", **{"timezone": "Europe/Helsinki", **options})


def responses(tmp_path: Path, content: str, **options: Any) -> dict[str, Any]:
    """The first responses by channel."""
    counts = contacts(written(tmp_path, content), **options).entry["counts"]
    found: dict[str, Any] = counts.get("responses", {})
    return found


def short(times: dict[str, Any]) -> tuple[Any, ...]:
    """Answered, not answered, median and 90th percentile."""
    return times["n"], times["unanswered"], times.get("median_s"), times.get("p90_s")


def question(tmp_path: Path, content: str, **options: Any) -> str:
    """The one question about a file."""
    (found,) = recognised(written(tmp_path, content), kind="contacts", **options).questions
    return str(found.message())


def test_zendesk_counts_minutes_and_a_blank_is_no_answer(tmp_path: Path) -> None:
    """E-mail 10, 30 and 80 min and one blank: median 30 min, 90 % at 2·0.9 = 1.8: 30 + 0.8·50 = 70 min. Chat: 1 min,
    within the edges of 60 s and more. Zero minutes is an answer."""
    rows = "".join(f"{n},A,{via},,2025-12-01 10:00,{minutes},5\n" for n, (via, minutes) in enumerate([
        ("Mail", "10"), ("Mail", "30"), ("Mail", "80"), ("Mail", ""), ("Chat", "1"), ("Web", "0"),
    ]))
    found = responses(tmp_path, ZENDESK + rows)
    assert {channel: short(times) for channel, times in found.items()} == {
        "email": (3, 1, 1800, 4200), "chat": (1, 0, 60, 60), "form": (1, 0, 0, 0),
    }
    assert [found["chat"]["within"][edge] for edge in ("30", "60", "120")] == [0, 1, 1]
    email = found["email"]["within"]
    assert [email[edge] for edge in ("300", "600", "900", "1800", "3600", "7200")] == [0, 1, 1, 2, 2, 3]
    assert found["form"]["within"]["20"] == 1


def test_the_clock_of_business_hours_is_taken_by_name_only(tmp_path: Path) -> None:
    content = ZENDESK + "1,A,Mail,,2025-12-01 10:00,612,25\n"
    assert short(responses(tmp_path, content)["email"]) == (1, 0, 36720, 36720)
    heading = "First reply time in minutes within business hours"
    result = contacts(written(tmp_path, content), columns={"reply": heading})
    counts = result.entry["counts"]
    assert (short(counts["responses"]["email"]), counts["responses_of"]) == ((1, 0, 1500, 1500), heading)
    assert f'first responses by the column "{heading}"' in [str(note) for note in result.notes]
    service = with_service({"imports": [result.entry]}, [], "contacts")["service"]
    assert service["email"]["measured_from"] == f"import: zendesk ({heading})"


def test_the_samples() -> None:
    """Zendesk: 612 min, and a chat that nobody answered. Freshdesk: 22:41:10 to 9:06:10 is 10 h 25 min."""
    zendesk = contacts(EXPORTS / "zendesk_full_export.csv").entry["counts"]["responses"]
    assert {channel: short(times) for channel, times in zendesk.items()} == {
        "email": (1, 0, 612 * 60, 612 * 60), "chat": (0, 1, None, None),
    }
    freshdesk = contacts(EXPORTS / "freshdesk_tickets.csv").entry["counts"]["responses"]
    assert short(freshdesk["email"]) == (1, 0, 37500, 37500)
    json = imported(EXPORTS / "zendesk_tickets.json", kind="contacts").entry["counts"]["responses"]
    assert short(json["email"]) == (1, 0, 612 * 60, 612 * 60)
    mailbox = imported(EXPORTS / "gmail_takeout.mbox", kind="contacts").entry["counts"]["responses"]
    # 22:41:17 to 9:06:08 the next day
    assert short(mailbox["email"]) == (1, 0, 37491, 37491)


def test_freshdesk_durations_are_hours_and_minutes_where_its_moments_are_empty(tmp_path: Path) -> None:
    rows = "".join(f"{n},Email,,2025-12-01 10:00:00,,{time},\n" for n, time in enumerate(("10:25:00", "125:00:30", "")))
    counts = contacts(written(tmp_path, FRESHDESK + rows)).entry["counts"]
    # 37,500 and 450,030 s: the middle is 243,765, the 90 % lie at 37,500 + 0.9 · 412,530
    assert short(counts["responses"]["email"]) == (2, 1, 243765, 408777)
    assert counts["responses_of"] == "First response time (in hrs)"


def test_freshdesks_moments_go_before_its_durations(tmp_path: Path) -> None:
    rows = "1,Email,,2025-12-01 10:00:00,2025-12-01 10:30:00,00:05:00,\n2,Email,,2025-12-01 10:00:00,,00:01:00,\n"
    counts = contacts(written(tmp_path, FRESHDESK + rows)).entry["counts"]
    assert short(counts["responses"]["email"]) == (1, 1, 1800, 1800)
    assert "responses_of" not in counts


def test_one_contact_for_each_id_from_its_first_row_to_its_first_reply(tmp_path: Path) -> None:
    """Conversation 7: asked at 8:00, again at 8:40, replied at 9:00: an hour. 8: replied before it was asked."""
    head = "message_id,message_type,message_created_at,conversation_id,conversation_first_response_at\n"
    rows = (
        "1,conversation_message,2025-12-01 08:40:00,7,2025-12-01 09:00:00\n"
        "2,conversation_message,2025-12-01 08:00:00,7,2025-12-01 09:00:00\n"
        "3,conversation_message,2025-12-01 08:00:00,8,2025-12-01 07:59:00\n"
    )
    result = imported(written(tmp_path, head + rows), kind="contacts", channel="chat")
    assert short(result.entry["counts"]["responses"]["chat"]) == (1, 0, 3600, 3600)
    assert any("cannot be told: 1" in str(note) for note in result.notes)


def test_the_shortest_duration_of_an_id_counts(tmp_path: Path) -> None:
    rows = "7,A,Mail,,2025-12-01 10:00,30,\n7,A,Mail,,2025-12-01 10:00,20,\n7,A,Mail,,2025-12-01 10:00,-5,\n"
    assert short(responses(tmp_path, ZENDESK + rows)["email"]) == (1, 0, 1200, 1200)


def test_a_clock_that_changes_between_question_and_reply(tmp_path: Path) -> None:
    """Helsinki goes back on 26 October 2025: from 2:30 to 4:30 on the wall are three hours."""
    rows = "1,Email,,2025-10-26 02:30:00,2025-10-26 04:30:00,,\n"
    assert short(responses(tmp_path, FRESHDESK + rows)["email"]) == (1, 0, 3 * 3600, 3 * 3600)


@pytest.mark.parametrize(("asked", "replied"), [
    ("1.12.2025 8.00", "1.12.2025 9.30"), ("2025-12-01T08:00:00Z", "2025-12-01 11:30:00+02:00"),
    ("2025-12-01 08:00", "1.12.2025 klo 9.30"), ("2025-12-01 08:00:00.250", "2025-12-01 09:30:00.250"),
    ("1 Dec 2025 08:00", "Dec 1, 2025 9:30 AM"),
])
def test_moments_in_every_way_of_writing_them(asked: str, replied: str, tmp_path: Path) -> None:
    content = f"Luotu;Kanava;Ensimmäinen vastaus\n{asked};Sähköposti;{replied}\n"
    assert short(responses(tmp_path, content)["email"]) == (1, 0, 5400, 5400)


def test_a_date_without_its_hour_tells_no_response(tmp_path: Path) -> None:
    result = contacts(written(tmp_path, "Luotu;Kanava;Ensimmäinen vastaus\n1.12.2025;Chat;1.12.2025 9.30\n"))
    assert "responses" not in result.entry["counts"]
    assert any("cannot be told: 1" in str(note) for note in result.notes)


@pytest.mark.parametrize(("heading", "cell", "seconds"), [
    ("Vasteaika (min)", "90", 5400), ("Vasteaika [min]", "1,5", 90), ("Ensivasteaika (h)", "1,5", 5400),
    ("Vastausaika sekunteina", "45", 45), ("Odotusaika, s", "12", 12), ("First reply time in minutes", "2", 120),
    ("Svarstid (timmar)", "2", 7200), ("Jonotusaika (min)", "1:30", 90), ("Vasteaika (h)", "1:30", 5400),
    ("Jonotusaika", "00:01:30", 90), ("Response time (hh:mm:ss)", "00:01:30", 90), ("Vasteaika (min)", "1 440", 86400),
])
def test_durations_by_the_unit_in_their_heading(heading: str, cell: str, seconds: int, tmp_path: Path) -> None:
    content = f"Luotu;Kanava;{heading}\n2025-12-01 10:00;Puhelin;{cell}\n"
    assert short(responses(tmp_path, content)["phone"]) == (1, 0, seconds, seconds)


def test_a_unit_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    content = "Luotu;Kanava;Vasteaika\n2025-12-01 10:00;Puhelin;90\n"
    asked = question(tmp_path, content)
    assert '--column "reply=Vasteaika (min)"' in asked and "--column reply=" in asked
    told = responses(tmp_path, content, columns={"reply": "Vasteaika (min)"})
    assert short(told["phone"]) == (1, 0, 5400, 5400)
    assert responses(tmp_path, content, columns={"reply": ""}) == {}


def test_what_cannot_be_read_is_neither_answered_nor_not(tmp_path: Path) -> None:
    cells = ("2", "", "nopea", "10.25.00", "1:2:3:4", "1e308", "nan", "inf", "999999999", "-1")
    content = "Luotu;Kanava;Vasteaika (min)\n" + "".join(f"2025-12-01 10:00;Puhelin;{cell}\n" for cell in cells)
    result = contacts(written(tmp_path, content))
    assert short(result.entry["counts"]["responses"]["phone"]) == (1, 1, 120, 120)
    assert any("cannot be told: 8" in str(note) for note in result.notes)


def test_moments_under_a_heading_of_durations(tmp_path: Path) -> None:
    content = "Luotu;Kanava;First response\n2025-12-01 10:00;Chat;2025-12-01 10:02\n2025-12-01 10:00;Chat;\n"
    assert short(responses(tmp_path, content)["chat"]) == (1, 1, 120, 120)


def test_an_empty_column_tells_nothing(tmp_path: Path) -> None:
    result = contacts(written(tmp_path, ZENDESK + "1,A,Mail,,2025-12-01 10:00,,\n"))
    assert "responses" not in result.entry["counts"]
    assert "no first response is told: its column is empty" in [str(note) for note in result.notes]


def test_answers_without_a_channel_are_told(tmp_path: Path) -> None:
    rows = "1,A,Mail,,2025-12-01 10:00,5,\n2,A,,,2025-12-01 10:00,7,\n"
    result = contacts(written(tmp_path, ZENDESK + rows))
    assert set(result.entry["counts"]["responses"]) == {"email"}
    assert any("without a channel: 1;" in str(note) for note in result.notes)


def test_all_came_by_the_channel_that_was_told(tmp_path: Path) -> None:
    rows = "1,A,Mail,,2025-12-01 10:00,5,\n2,A,,,2025-12-01 10:00,7,\n"
    assert short(responses(tmp_path, ZENDESK + rows, channel="puhelin")["phone"]) == (2, 0, 360, pytest.approx(408))


def test_a_channels_own_target_is_counted_exactly(tmp_path: Path) -> None:
    """Answers after 100, 400 and 500 s; the promise is 450 s: two of three, and it is one more edge."""
    content = "Luotu;Kanava;Vasteaika (s)\n" + "".join(
        f"2025-12-01 10:00;Chat;{seconds}\n" for seconds in (100, 400, 500)
    )
    path = written(tmp_path, content)
    found = recognised(path, kind="contacts", targets={"chat": 450, "phone": 77})
    chat = found.replies.times["chat"]
    assert chat.within["450"] == 2 and "77" not in chat.within
    told = [str(line) for line in found.replies.lines(found.targets)]
    assert "chat: within the target of 7 min 30 s: 2 of 3 = 66.7%" in told


def test_orders_have_no_responses(tmp_path: Path) -> None:
    entry = imported(written(tmp_path, "Luotu;Vasteaika\n2025-12-01 10:00;5\n")).entry
    assert "responses" not in entry["counts"]


# a file in which nobody was answered tells nothing: its column may just be empty
MINUTES = st.lists(st.integers(0, 20_000) | st.none(), min_size=1, max_size=15).filter(lambda all: set(all) != {None})


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(MINUTES, MINUTES)
def test_two_imports_are_as_good_as_one_of_both(
    tmp_path_factory: pytest.TempPathFactory, first: list[int | None], second: list[int | None]
) -> None:
    """Answered, unanswered and every edge are those of all tickets together; one source's median is exact."""
    folder = tmp_path_factory.mktemp("replies")

    def entry(minutes: list[int | None], start: int, source: str) -> dict[str, Any]:
        rows = (f"{n},A,Mail,,2025-12-01 10:00,{'' if minute is None else minute},\n"
                for n, minute in enumerate(minutes, start))
        return contacts(written(folder, ZENDESK + "".join(rows)), source=source).entry

    both = with_service({"imports": [entry(first, 0, "a"), entry(second, 100, "b")]}, [], "contacts")
    whole = with_service({"imports": [entry(first + second, 0, "c")]}, [], "contacts")
    seconds = sorted(60 * minute for minute in first + second if minute is not None)
    mail, all_mail = both["service"]["email"], whole["service"]["email"]
    assert mail["within"] == all_mail["within"] == {
        edge_key(edge): sum(reply <= edge for reply in seconds) for edge in EDGES
    }
    assert all_mail["first_response_s"] == median(seconds)
    for key in ("n", "unanswered"):
        assert mail[key] == all_mail[key]
