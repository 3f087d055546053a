"""JSON in every shape in which help desks and shops give it: the same two tickets, counted by hand."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.demand.files.json_file import read_json
from readycheck.demand.files.text import Origin
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, busy, imported, mistakes, recognised, written
from tests.demand.measuring import taken

# Fri 28 Nov 2025 22:12 in Helsinki (UTC + 2 h) and Mon 1 Dec 21:03
FIRST = {"id": 1, "created_at": "2025-11-28T20:12:41Z", "via": {"channel": "email"}, "tags": ["toimitus", "joulu"]}
SECOND = {"id": 2, "created_at": "2025-12-01T19:03:10Z", "via": {"channel": "chat"}, "tags": []}
TWO = [FIRST, SECOND]
COUNTED = {(4, 22): 1, (0, 21): 1}
USERS = [{"id": number, "name": "Maija"} for number in range(5)]


def lines(*values: Any) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def copied(folder: Path, content: str | bytes, *, texts: bool = False) -> list[list[str]]:
    """The copy that a reader makes of a file, as cells; simple ones, without quotation marks."""
    path = written(folder, content, "export.json")
    table = read_json(Origin(path, path.name, folder / "0.csv", texts=texts))
    return [line.split(",") for line in table.readable.read_text(encoding="utf-8").splitlines()]


def sentence(folder: Path, content: str | bytes) -> str:
    with pytest.raises(ReadycheckError) as error:
        imported(written(folder, content, "export.json"), kind="contacts")
    (found,) = mistakes(error.value)
    assert found.startswith("export.json: ")
    return found.removeprefix("export.json: ")


SHAPES = {
    "a list": json.dumps(TWO),
    "a list over many lines": json.dumps(TWO, indent=1),
    "a wrapper": json.dumps({"tickets": TWO, "next_page": None, "count": 2}),
    "a wrapper with its list last": json.dumps({"count": 2, "meta": {"next": None}, "tickets": TWO}),
    "a wrapper of another name": json.dumps({"count": 2, "data": TWO}),
    "a wrapper that nobody knows": json.dumps({"count": 2, "tiketit": TWO}),
    "a wrapper with a date of its own": json.dumps({"exported": "2026-02-01", "results": TWO}),
    "a longer list beside": json.dumps({"users": USERS, "tickets": TWO}),
    "a wrapper in a wrapper": json.dumps({"response": {"tickets": TWO}, "ok": True}),
    "a record a line": lines(*TWO),
    "windows line breaks": lines(*TWO).replace("\n", "\r\n"),
    "no break at the end": lines(*TWO).rstrip(),
    "blank lines": "\n\n" + lines(*TWO).replace("\n", "\n\n"),
    "a wrapped record a line": lines({"ticket": FIRST}, {"ticket": SECOND}),
    "a wrapped list a line": lines({"tickets": [FIRST]}, {"tickets": [SECOND]}),
    "pages": json.dumps({"tickets": [FIRST]}) + json.dumps({"tickets": [SECOND]}),
    "pages over many lines": "\n".join(json.dumps({"tickets": [ticket]}, indent=2) for ticket in TWO),
    "a list of pages": json.dumps([{"tickets": [FIRST]}, {"tickets": [SECOND]}]),
    "a list of lists": json.dumps([[FIRST], [SECOND]]),
    "lists one after another": json.dumps([FIRST]) + "\n" + json.dumps([SECOND]),
    "records with commas between": json.dumps(FIRST) + ",\n" + json.dumps(SECOND),
    "a list in each record": json.dumps([{**ticket, "custom_fields": [{"id": 1, "value": "x"}] * 9} for ticket in TWO]),
    "other order of keys": json.dumps([dict(reversed(ticket.items())) for ticket in TWO]),
    "other capitals": json.dumps([{key.title(): value for key, value in ticket.items()} for ticket in TWO]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_tickets_in_every_shape(shape: str, tmp_path: Path) -> None:
    entry = imported(written(tmp_path, SHAPES[shape], "export.json"), kind="contacts").entry
    assert (entry["source"], entry["rows"], entry["rejected"]) == ("zendesk", 2, {})
    assert busy(entry["counts"]) == COUNTED
    assert entry["counts"]["channels"] == {"chat": 1, "email": 1}


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings(codec: str, tmp_path: Path) -> None:
    tickets = [{**ticket, "contact_reason": "Käyttöohje"} for ticket in TWO]
    content = json.dumps(tickets, ensure_ascii=False).encode(codec)
    counts = imported(written(tmp_path, content, "export.json"), kind="contacts").entry["counts"]
    assert (busy(counts), counts["reasons"]) == (COUNTED, {"kayttoohje": 2})


def test_one_record_alone_is_a_record(tmp_path: Path) -> None:
    assert busy(imported(written(tmp_path, lines(FIRST)), kind="contacts").entry["counts"]) == {(4, 22): 1}


def test_orders_of_a_shops_interface(tmp_path: Path) -> None:
    order = {"id": 7, "date_created": "2025-11-28T22:12:41", "line_items": [{"id": 1}, {"id": 2}], "to": {"id": 3}}
    counts = imported(written(tmp_path, json.dumps([order, {**order, "id": 8}]))).entry["counts"]
    assert busy(counts) == {(4, 22): 2}
    # an order's own list is no list of orders, whatever the records' keys are called
    finnish = {"Tilausnumero": 7, "Tilausaika": "28.11.2025 22.12", "rivit": [{"a": 1}, {"a": 2}], "items": [{"a": 1}]}
    counts = imported(written(tmp_path, lines(finnish, {**finnish, "Tilausnumero": 8}))).entry["counts"]
    assert busy(counts) == {(4, 22): 2}


def test_keys_become_dotted_headings_and_lists_are_joined(tmp_path: Path) -> None:
    record = {
        "id": 12345678901234567890, "ok": True, "none": None, "price": 1.10, "via": {"source": {"rel": "x"}},
        "tags": ["a", "b", 3], "names": [{"id": 1, "name": "c"}, {"id": 2, "name": "d"}],
        "fields": [{"id": 1, "value": "secret"}], "nested": [["x"]], "empty": [],
    }
    (headings, cells) = csv_rows(tmp_path, json.dumps([record]).replace("1.1,", "1.10,"))
    assert dict(zip(headings, cells, strict=True)) == {
        "id": "12345678901234567890", "ok": "true", "none": "", "price": "1.10", "via.source.rel": "x",
        "tags": "a, b, 3", "names": "c, d", "empty": "",
    }


def csv_rows(folder: Path, content: str, *, texts: bool = False) -> list[list[str]]:
    import csv

    path = written(folder, content, "export.json")
    table = read_json(Origin(path, path.name, folder / "0.csv", texts=texts))
    with table.readable.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_headings_grow_and_a_missing_key_is_an_empty_cell(tmp_path: Path) -> None:
    rows = copied(tmp_path, lines({"id": 1, "a": "x"}, {"b": "y", "id": 2}))
    assert rows == [["id", "a", "b"], ["1", "x"], ["2", "", "y"]]


@pytest.mark.parametrize("texts", [False, True])
def test_what_people_wrote_reaches_the_copy_only_where_it_was_asked_for(texts: bool, tmp_path: Path) -> None:
    words = [f"salaisuus{number}" for number in range(7)]
    record = {
        **FIRST, "description": words[0], "Comments": [{"body": words[1]}, {"body": words[2]}],
        "messages": [{"body_text": words[3]}],
        "conversation": {"latest_comment": {"plain_body": words[4]}}, "viesti": words[5], "notes": [words[6]],
    }
    (headings, cells) = csv_rows(tmp_path, json.dumps([record]), texts=texts)
    # of several messages the first is what the customer asked
    assert [word for word in words if word in cells] == ([words[0], words[1], *words[3:]] if texts else [])
    assert ("messages.body_text" in headings) == texts


def test_a_cell_is_one_line_without_control_characters(tmp_path: Path) -> None:
    raw = '[{"id": 1, "subject": "a\\nb\\u0000c\\u001b]52;d\\u2028e\tf", "x": "\\ud800"}]'
    (_, cells) = csv_rows(tmp_path, raw)
    assert cells == ["1", "a b c ]52;d e f", "?"]


def test_unix_times_are_times(tmp_path: Path) -> None:
    # 1764360761 is 2025-11-28T20:12:41Z; a number that is no time keeps its digits
    rows = copied(tmp_path, lines({"id": 1764360761, "created_at": 1764360761, "updated_at": 1764360761000, "at": 5}))
    assert rows[1] == ["1764360761", "2025-11-28 20:12:41Z", "2025-11-28 20:12:41Z", "5"]


def test_a_record_that_is_none_never_stops_the_rest(tmp_path: Path) -> None:
    values = [FIRST, None, 5, "x", [], SECOND]
    result = imported(written(tmp_path, json.dumps(values)), kind="contacts")
    assert busy(result.entry["counts"]) == COUNTED
    (refused,) = result.rejected
    # records 2 to 5
    assert (refused.cause, refused.count, refused.line) == ("record empty or not readable", 4, 2)
    assert str(refused.message()).endswith("in record 2")


def test_a_broken_line_among_records_on_lines_is_one_refused_record(tmp_path: Path) -> None:
    content = lines(FIRST) + '{"id": 3, "created_at": \n' + "not json\n" + '{"id": 1, "id": 2}\n' + lines(SECOND)
    result = imported(written(tmp_path, content), kind="contacts")
    assert busy(result.entry["counts"]) == COUNTED
    # lines 2 and 3 are no JSON; of line 4 nobody can say which id holds
    assert [(r.count, r.line) for r in result.rejected] == [(3, 2)]


def test_no_number_is_no_value(tmp_path: Path) -> None:
    content = json.dumps([{**FIRST, "score": float("nan")}, {**SECOND, "score": float("inf")}])
    assert "NaN" in content and busy(imported(written(tmp_path, content), kind="contacts").entry["counts"]) == COUNTED


@pytest.mark.parametrize(("content", "words"), [
    ('{"tickets": [', ["line 1: ", "is cut off."]), ('{"tickets": [{"id": 1, "subject": "hei', ["is cut off."]),
    (json.dumps({"tickets": TWO}, indent=1)[:-60], ["line ", "is cut off."]),
    (lines(*TWO) + '{"id": 3, "crea', ["line 3: ", "is cut off after record 2"]),
    (json.dumps(TWO)[:-1], ["is cut off after record 2"]), (json.dumps(TWO)[:-9], ["is cut off after record 1"]),
    ('[{"id": 1}, {"id": nope}]', ["not JSON after record 1"]), ('[{"id": 1} {"id": 2}]', ["not JSON after record 1"]),
    ('{"id": 1,,}', ["line 1: this is no JSON."]), ("{'id': 1}", ["no JSON."]), ("{]", ["no JSON."]),
    ('{"tickets": []}', ["list of records is empty"]), ("[]", ["list of records is empty"]),
    ('{"name": "Kauppa", "open": true}', ["no list of records", "tickets"]), ('["=1+1", "x"]', ["no list of records"]),
    ("[[1, 2], [3]]", ["no list of records"]), ('{"a": [1, 2]}', ["no list of records"]), ("{}", ["no list of rec"]),
    ('[{"tickets": [], "tickets": [{"id": 1}]}]', ["no list of records"]),
    ("[" * 100_000, ["nested too deeply"]), ('{"a":' * 100_000, ["nested too deeply"]),
    (json.dumps([{"id": 1, "x": "y" * 3_000_000}]), ["record 1 is longer than two million characters"]),
    (lines(FIRST, {"id": 1, "x": "y" * 3_000_000}), ["record 2 is longer"]),
])
def test_what_cannot_be_read_is_said_in_one_sentence(content: str, words: list[str], tmp_path: Path) -> None:
    found = sentence(tmp_path, content)
    assert [word for word in words if word not in found] == [] and len(found) < 300


def test_a_list_of_other_things_asks_for_the_column_of_times() -> None:
    (question,) = recognised(EXPORTS / "osm_opening_hours.json", kind="contacts").questions
    assert "--column time=" in str(question.message()) and "Created at" in str(question.message())


@pytest.mark.slow
def test_a_long_list_is_read_in_a_wrapper_of_any_name(tmp_path: Path) -> None:
    # 12,000 tickets of 250 bytes: a wrapper of three megabytes is not held whole
    tickets = [{**FIRST, "id": number, "padding": "x" * 160} for number in range(12_000)]
    for wrapper in ({"users": USERS * 9_000, "tickets": tickets}, {"users": USERS, "tiketit": tickets, "count": 1},
                    {"data": {"tickets": tickets}}):
        entry = imported(written(tmp_path, json.dumps(wrapper)), kind="contacts").entry
        assert (entry["rows"], busy(entry["counts"])) == (12_000, {(4, 22): 12_000})


@pytest.mark.slow
def test_a_big_file_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    with big.open("w", encoding="utf-8") as file:
        file.write('{"tickets": [')
        for number in range(20_000):
            file.write((", " if number else "") + json.dumps({**FIRST, "id": number, "description": "hei " * 500}))
        file.write("]}")
    small = taken(written(tmp_path, json.dumps({"tickets": TWO}), "small.json"), "contacts")
    found = taken(big, "contacts")
    assert any(line.startswith("rows in all: 20") for line in found.told) and big.stat().st_size > 40_000_000
    assert found.megabytes < small.megabytes + 40


HOSTILE_FILES = {
    "keys": "[" + ",".join(json.dumps({f"k{n}-{i}": 1 for i in range(50)}) for n in range(2_000)) + "]",
    "little lists": '[{"id": 1, "a": [' + "[]," * 600_000 + "1]}]",
    "little objects": "[" + "{}," * 200_000 + "{}]",
    "a key of a megabyte": json.dumps([{"k" * 1_000_000: 1, "id": 1}]),
    "depth in a record": json.dumps([FIRST])[:-2] + ', "deep": ' + '{"a":' * 900 + "1" + "}" * 900 + "}]",
    "a number without end": '[{"id": ' + "9" * 1_900_000 + "}]",
    "many pages": '{"tickets": []}' * 100_000,
    "broken lines": lines(FIRST) + "{\n" * 100_000,
    "blanks": '[{"id": 1},' + " \n" * 4_000_000,
    "escapes": "[" + json.dumps({"id": 1, "created_at": "\x1b]52;c;QQ==\x07" * 50_000}) + "]",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_hostile_files_take_two_seconds_and_200_megabytes_at_most(name: str, tmp_path: Path) -> None:
    found = taken(written(tmp_path, HOSTILE_FILES[name], "export.json"), "contacts").within()
    assert found.told and not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for line in found.told for char in line)


def test_damaged_files_never_bring_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(1)
    whole = json.dumps({"tickets": TWO, "count": 2}).encode()
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(broken))
            broken[place:place + chance.randint(0, 9)] = bytes(chance.choices(b'{}[],:"\\\x00\xff19a \n', k=3))
        path = written(tmp_path, b"{" + bytes(broken[1:]), "export.json")
        try:
            read_json(Origin(path, path.name, tmp_path / "0.csv"))
        except ReadycheckError as error:
            assert all(mistake.startswith("export.json: ") for mistake in mistakes(error))


def test_the_sample_of_zendesk_counted_by_hand() -> None:
    result = imported(EXPORTS / "zendesk_tickets.json", kind="contacts")
    counts = result.entry["counts"]
    # ticket 4343: Fri 19 Dec 2025 20:41 UTC is 22:41 in Helsinki; ticket 4344: Sun 26 Oct 00:30 UTC is the first of the
    # two 03:30 and outside the season, so that it counts by day only: 26 Oct … 19 Dec are 6 + 30 + 19 = 55 days
    assert busy(counts) == {(4, 22): 1}
    assert (counts["first"], counts["last"]) == (date(2025, 10, 26), date(2025, 12, 19))
    assert counts["daily"] == "1 " + "0 " * 53 + "1"
    assert counts["channels"] == {"chat": 1, "email": 1}
    # the calendar's 612 minutes, not the 25 of business hours; null is no answer and no zero
    assert counts["responses"]["email"]["median_s"] == 612 * 60
    assert counts["responses"]["chat"] == {"n": 0, "unanswered": 1}
