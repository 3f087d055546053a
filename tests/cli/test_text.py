"""Plain text: columns under each other, nothing wider than asked, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.commands.text import block, section, table
from readycheck.commands.wrapping import width, wrapped
from readycheck.report.model import Bullets, Item, KeyFigure, KeyFigures, Number, Paragraph, Section, Steps, Table
from tests.cli.conftest import Run


@pytest.mark.parametrize("text, columns", [("sää", 3), ("編み物", 6), ("e\u0301", 1), ("", 0), ("–12,5\u00a0%", 7)])
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns


def test_sentences_wrap_at_words_and_hang(text: str = "one two three four") -> None:
    assert wrapped(text, 10) == ["one two", "three four"]
    assert wrapped(text, 10, "- ", "    ") == ["- one two", "    three", "    four"]
    assert wrapped("abcdefghij", 6, "  ") == ["  abcd", "  efgh", "  ij"]


@given(st.text(st.sampled_from("aä 編"), max_size=60), st.integers(8, 40))
def test_wrapping_loses_nothing_and_is_never_too_wide(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


def test_figures_stand_to_the_right_and_texts_to_the_left() -> None:
    rows = [("chat", Number(5, "5,0", "points")), ("puhelin", Number(12.5, "12,5", "points"))]
    assert table(("Kanava", "Pisteet"), rows, 80) == [
        "  Kanava   Pisteet",
        "  chat         5,0",
        "  puhelin     12,5",
    ]


def test_a_table_that_is_too_wide_wraps_its_widest_column() -> None:
    lines = table(("A", "B"), [("a long text of many words", "x")], 20)
    assert lines == ["  A                B", "  a long text of   x", "  many words"]


def test_a_table_without_rows_is_its_heading() -> None:
    assert table(("A", "B"), [], 80) == ["  A  B"]
    assert table((), [("a", "b")], 80) == ["  a  b"]


def test_blocks_as_lines() -> None:
    assert block(Paragraph("Look out", "warning"), 80) == ["  ! Look out"]
    assert block(Bullets((Item("do", "why"),), numbered=True), 80) == ["  1. do", "     why"]
    assert block(KeyFigures("c", (KeyFigure("Coverage", Number(1, "1.0", "points"), "of all"),)), 80) == [
        "  Coverage  1.0  of all"]
    assert block(Steps(("1 + 1 = 2",)), 80) == ["  1 + 1 = 2"]


def test_a_section_names_its_tables_only_where_there_are_several() -> None:
    one = Table("first", ("A",), (("a",),))
    other = Table("second", ("B",), (("b",),))
    assert "  first" not in section(Section("s", "Title", (one,)), 80)
    assert section(Section("s", "Title", (one, other)), 80) == [
        "Title", "  first", "  A", "  a", "", "  second", "  B", "  b", ""]


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("words", [
    ("score",), ("score", "--explain"), ("hours", "--suggest", "6"), ("staffing",), ("compare",), ("actions",),
    ("staffing", "--set", "plan.growth=1.4"), ("answer", "presence.evenings", "partly"), ("set", "plan.growth=1.4"),
])
def test_every_print_out_fits_eighty_columns(run: Run, villanen: str, words: tuple[str, ...], lang: str) -> None:
    said = run(words[0], villanen, *words[1:], lang=lang)
    assert said.status == 0, said.err
    too_wide = [line for line in said.out.splitlines() if width(line) > 80 and "readycheck set" not in line]
    assert not too_wide


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("words", [("list",), ("portfolio",), ("checklist", "list"), ("checklist", "show")])
def test_lists_fit_eighty_columns_too(run: Run, villanen: str, words: tuple[str, ...], lang: str) -> None:
    assert max(width(line) for line in run(*words, lang=lang).out.splitlines()) <= 80


def test_a_narrow_terminal_is_heeded(run: Run, villanen: str) -> None:
    out = run("score", villanen, COLUMNS="60").out
    assert max(width(line) for line in out.splitlines()) <= 64  # a table's longest words cannot be cut well


def test_a_shop_with_escape_sequences_in_its_name_prints_none(run: Run) -> None:
    assert run("new", "x/2026", "--name", "A\x1b]52;c;eA==\x07[red]B\u202e").status == 0
    for words in (("list",), ("score", "x"), ("compare", "x"), ("portfolio",)):
        said = run(*words)
        assert not set("\x1b\x07\u202e") & set(said.out + said.err)
