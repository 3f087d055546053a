"""The document: into bytes and back, changed by path, keys as a person writes them."""

from __future__ import annotations

import math
from copy import deepcopy
from datetime import date, datetime, time
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.storage.decode import key_text
from readycheck.storage.document import (
    APPEND,
    REMOVED,
    audit_of,
    dump_document,
    parse_document,
    parse_key,
    with_value,
)
from tests.storage.shops import audit, refusal, told

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda text: text.replace("\r\n", "\n"))
SCALARS = (
    TEXTS | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.dates()
    | st.datetimes(max_value=datetime(9999, 1, 1)) | st.times()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=12,
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, max_size=5)


def same(left: Any, right: Any) -> bool:
    """Equal, types too: 1 is not 1.0 and not true."""
    if isinstance(left, dict):
        return isinstance(right, dict) and left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return isinstance(right, list) and len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and left == right


@given(DOCUMENTS)
def test_what_is_written_is_what_is_read(document: dict[str, Any]) -> None:
    document.pop("format", None)  # of another format than ours nothing is promised
    assert same(parse_document(dump_document(document), "a.toml"), document)


@given(DOCUMENTS)
def test_no_cut_file_passes_for_a_whole_one(document: dict[str, Any]) -> None:
    document["format"] = "readycheck-audit/1"
    data = dump_document(document)
    for end in {len(data) // 3, len(data) // 2, len(data) - 2, data.rindex(b"#"), data.rindex(b"\n\n")}:
        assert told(partial(parse_document, data[:end], "a.toml")).startswith("a.toml: ")


def test_the_first_line_says_that_comments_go_and_the_order_is_a_readers() -> None:
    document = {"zeta": {"a": 1}, "checklists": [], "faq": [{"title": "T"}], **audit(answers={})}
    lines = dump_document(document).decode().splitlines()
    assert lines[0].startswith("# readycheck") and "comments are not kept" in lines[0]
    assert "kommentit eivät säily" in lines[0]
    heads = [line.strip("[]") for line in lines if line.startswith("[")]
    wanted = ["shop", "season", "answers", "zeta", "checklists"]
    assert [head for head in heads if head in wanted] == wanted
    assert lines[1] == 'format = "readycheck-audit/1"'
    assert lines[-1].startswith("# end of file")


def test_a_file_without_our_first_line_needs_no_last_one() -> None:
    data = b'format = "readycheck-audit/1"\n[shop]\nname = "K"\n'
    assert parse_document(data, "a.toml") == {"format": "readycheck-audit/1", "shop": {"name": "K"}}


def test_a_newer_format_may_end_as_it_likes() -> None:
    data = b'# readycheck\nformat = "readycheck-audit/2"\n'
    assert "newer format" in told(lambda: audit_of(parse_document(data, "a.toml"), "a.toml"))


def test_unknown_keys_and_comments_of_bom_and_crlf_are_no_matter() -> None:
    data = b'\xef\xbb\xbf# mine\r\nnote = """a\r\nb"""\r\nother = "\\r\\n"\r\n'
    assert parse_document(data, "a.toml") == {"note": "a\nb", "other": "\n"}


@pytest.mark.parametrize(("data", "what"), [
    (b"a = 9223372036854775808\n", "a number that is too large"),
    (b"a = 2026-02-30\n", "line 1: is no TOML here"),
    (b"a = 1\na = 2\n", "line 2: is no TOML here"),
    (b"a = 1\nb =\n", "line 2: is no TOML here"),
    (b"[a]\nb = \"", "line 2: is damaged: it ends in the middle"),
    (b"\x00a = 1", "zero bytes"),
    (b"# a\n# b\na = \"\xe4\"", "line 3: is not UTF-8"),
    (b" \r\n\t", "nothing in it"),
    (b"#" * 1_000_001, "larger than 1 MB"),
    (b"a = " + b"[" * 40 + b"]" * 40, "nested too deeply"),
    (b"[" * 500, "nested too deeply"),
    (b"[" + b"a." * 32_000 + b"a]", "a key of over 12 parts"),
    (b"[\"a\"" + b".'b'" * 12 + b"]", "a key of over 12 parts"),
    (b"\n[[a]]" * 20_000, "too many tables"),
])
def test_what_no_audit_is_gets_one_sentence(data: bytes, what: str) -> None:
    sentence = told(lambda: parse_document(data, "a.toml"))
    assert sentence.startswith("a.toml: ")
    assert what in sentence
    assert "\n" not in sentence


def test_brackets_and_dots_in_strings_and_comments_are_no_nesting() -> None:
    data = b'a = "' + b"[" * 99 + b'"\n# ' + b"[." * 99 + b"\nb = '" + b"a." * 99 + b"'\nc = '''\n[[[" + b"'''\n"
    assert parse_document(data, "a.toml") == {"a": "[" * 99, "b": "a." * 99, "c": "[[["}


def test_a_value_is_placed_without_touching_the_old_document() -> None:
    before = audit(hours={"chat": {"mon": ["08:00-16:00"]}}, faq=[{"title": "A"}])
    kept = deepcopy(before)
    after = with_value(before, ("hours", "chat", "mon"), ["09:00-17:00"])
    assert after["hours"]["chat"]["mon"] == ["09:00-17:00"]
    assert before == kept
    assert after["faq"] is before["faq"], "what is not on the way is shared"


@pytest.mark.parametrize(("path", "value", "key", "wanted"), [
    (("plan", "growth"), 1.1, "plan", {"growth": 1.1}),
    (("hours", "email", "sat"), [], "hours", {"chat": {"mon": []}, "email": {"sat": []}}),
    (("faq", 0, "url"), "/ukk", "faq", [{"title": "A", "url": "/ukk"}, {"title": "B"}]),
    (("faq", APPEND), {"title": "C"}, "faq", [{"title": "A"}, {"title": "B"}, {"title": "C"}]),
    (("faq", 2, "title"), "C", "faq", [{"title": "A"}, {"title": "B"}, {"title": "C"}]),
    (("faq", 0), REMOVED, "faq", [{"title": "B"}]),
    (("faq", 1, "title"), REMOVED, "faq", [{"title": "A"}, {}]),
    (("hours", "chat", "mon"), REMOVED, "hours", {"chat": {}}),
    (("stages", APPEND, "stage"), "order", "stages", [{"stage": "order"}]),
])
def test_places_and_what_comes_of_them(path: tuple[str | int, ...], value: Any, key: str, wanted: Any) -> None:
    before = {"hours": {"chat": {"mon": []}}, "faq": [{"title": "A"}, {"title": "B"}]}
    assert with_value(before, path, value)[key] == wanted


@pytest.mark.parametrize("path", [("plan", "hours", "2026-W49"), ("actions", 0), ("plan",)])
def test_taking_away_what_is_not_there_makes_nothing(path: tuple[str | int, ...]) -> None:
    assert with_value({"a": 1}, path, REMOVED) == {"a": 1}


@pytest.mark.parametrize(("path", "what"), [
    (("a", "b"), "a: is not a table"), (("a", 0), "a: is no list"), (("list", 3), "list: has no item 4; it has 1"),
])
def test_places_that_cannot_be(path: tuple[str | int, ...], what: str) -> None:
    assert what in told(lambda: with_value({"a": 1, "list": [1]}, path, 2))


@pytest.mark.parametrize(("text", "path"), [
    ("plan.growth", ("plan", "growth")),
    ("hours.chat.mon", ("hours", "chat", "mon")),
    ("answers.\"peak-season/presence.evenings\".note", ("answers", "peak-season/presence.evenings", "note")),
    ("reasons.'a.b'", ("reasons", "a.b")),
    ("faq[1].title", ("faq", 0, "title")),
    ("faq[+].title", ("faq", APPEND, "title")),
    ("path_runs[2].steps[10]", ("path_runs", 1, "steps", 9)),
    ("reasons.\"say \\\"hi\\\"\"", ("reasons", 'say "hi"')),
    ("  reasons.ä  ", ("reasons", "ä")),
])
def test_a_dotted_key_is_a_path(text: str, path: tuple[str | int, ...]) -> None:
    assert parse_key(text) == path


@pytest.mark.parametrize("text", [
    "", " ", ".", "a.", ".a", "a..b", "a[0]", "a[-1]", "a[x]", "[1]", "a b", "a.\"b", "a[1", "a]", "a\"b\"", "a=b",
])
def test_what_is_no_key_is_told(text: str) -> None:
    assert "is no key. Write it as hours.chat.mon" in told(lambda: parse_key(text))


@given(st.lists(TEXTS.filter(lambda text: text.isprintable() and "\\" not in text and '"' not in text),
                min_size=1, max_size=4), st.integers(0, 99))
def test_a_key_as_it_is_shown_is_a_key_that_is_understood(names: list[str], index: int) -> None:
    path = (*names, index)
    assert parse_key(key_text(path)) == path


def test_every_mistake_is_told_at_once_with_its_key() -> None:
    document = audit(
        shop={"name": " ", "country": "XX", "timezone": "Europe/Helsingfors"},
        staffing={"chat": {"aht": -1, "target": 1}}, plan={"hours": {"2026-W54": 3}},
        hours={"chat": {"mon": ["16:00-08:00"]}}, faq=[{"url": "/"}],
    )
    found = {problem.key: str(problem.message()) for problem in refusal(lambda: audit_of(document, "a.toml"))}
    assert set(found) == {
        "shop.name", "staffing.chat.aht", "staffing.chat.target", "plan.hours.2026-W54", "hours.chat.mon[1]", "faq[1]",
    }
    assert found["staffing.chat.aht"] == "a.toml: staffing.chat.aht: must be over 0, not -1. Give seconds, such as 300."
    assert "2026 has no week 54" in found["plan.hours.2026-W54"]


def test_what_only_the_whole_shows_is_told_too() -> None:
    document = audit(
        shop={"name": "K", "country": "XX", "timezone": "Europe/Helsinky"},
        hours={"chat": {"exceptions": [{"date": date(2026, 12, 24)}, {"date": date(2026, 12, 24)}]}},
        actions=[{"id": "a", "title": "A"}, {"id": "a", "title": "B"}],
        demand={"orders": {"first": date(2025, 11, 1), "last": date(2025, 11, 3), "daily": "1 2",
                           "grid": [" ".join(["0"] * 24)] * 7}},
    )
    found = {problem.key: str(problem.message()) for problem in refusal(lambda: audit_of(document, "a.toml"))}
    assert set(found) == {
        "shop.country", "shop.timezone", "hours.chat.exceptions[2].date", "actions[2].id", "demand.orders.daily",
    }
    assert "Did you mean Europe/Helsinki" in found["shop.timezone"]
    assert "a number for each of the 3 days" in found["demand.orders.daily"]


@pytest.mark.parametrize(("season", "key"), [
    ({"year": 2026, "starts": date(2026, 11, 1), "ends": date(2026, 11, 1)}, "season.ends"),
    ({"year": 2026, "starts": date(2026, 11, 1), "ends": date(2028, 1, 31)}, "season.ends"),
    ({"year": 2025, "starts": date(2026, 11, 1), "ends": date(2027, 1, 31)}, "season.year"),
    ({"year": 2026, "starts": date(1969, 11, 1), "ends": date(2027, 1, 31)}, "season.starts"),
    ({"year": 2026, "starts": datetime(2026, 11, 1), "ends": date(2027, 1, 31)}, "season.starts"),
    ({"year": "2026", "starts": date(2026, 11, 1), "ends": date(2027, 1, 31)}, "season.year"),
    ({"year": True, "starts": date(2026, 11, 1), "ends": date(2027, 1, 31)}, "season.year"),
])
def test_seasons_that_cannot_be(season: dict[str, Any], key: str) -> None:
    assert [problem.key for problem in refusal(lambda: audit_of(audit(season=season), "a.toml"))] == [key]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300, "1", None, [1], {"a": 1}, time(8), True])
def test_what_is_no_factor_is_refused(value: Any) -> None:
    assert [problem.key for problem in refusal(lambda: audit_of(audit(plan={"growth": value}), "a"))] == ["plan.growth"]


@pytest.mark.parametrize(("value", "shown"), [
    (True, '"true"'), ({"a": 1}, "a table"), ([1], "a list"), (None, "nothing"), ("x" * 50, '"' + "x" * 40 + '…"'),
])
def test_what_was_found_is_said_briefly(value: Any, shown: str) -> None:
    assert told(lambda: audit_of(audit(plan={"growth": value}), "a")).endswith(f"must be a number, not {shown}.")


@pytest.mark.parametrize("found", ["readycheck-audit/2", "readycheck-audit/99"])
def test_a_newer_format_is_named(found: str) -> None:
    sentence = told(lambda: audit_of({"format": found, "anything": 1}, "a.toml"))
    assert f"newer format ({found})" in sentence and "Update readycheck" in sentence


@pytest.mark.parametrize("found", [None, 1, "readycheck-audit/0", "readycheck-audit/x", "other/2"])
def test_what_is_no_audit_is_told(found: Any) -> None:
    document = {**audit(), "format": found}
    assert "is not a readycheck audit file" in told(lambda: audit_of(document, "a.toml"))


def test_text_out_of_a_file_is_cleaned_on_its_way_in() -> None:
    document = audit(shop={"name": "A\x1b]52;c;x\x07B\u202eC\nD"}, observations=[{"kind": "success", "text": "a\nb"}])
    typed = audit_of(document, "a.toml")
    assert typed.shop.name == "A\ufffd]52;c;x\ufffdB\ufffdC D"
    assert typed.observations[0].text == "a\nb"


def test_a_shops_name_has_an_end() -> None:
    assert audit_of(audit(shop={"name": "ä" * 1000}), "a.toml").shop.name == "ä" * 1000
    sentence = told(lambda: audit_of(audit(shop={"name": "ä" * 1001}), "a.toml"))
    assert "shop.name: must have at most 1000 characters, not 1001" in sentence
