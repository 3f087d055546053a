"""Every text a person sees has its Finnish, and the checker itself sees what is wrong."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from tests import catalogue

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)


def test_every_text_has_its_finnish_and_the_compiled_file_is_fresh() -> None:
    assert list(catalogue.problems()) == []


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path, Path]:
    source, folder = tmp_path / "room", tmp_path / "fi"
    source.mkdir()
    folder.mkdir()
    return source, folder, tmp_path / "out" / "made.mo"


def found(made: tuple[Path, Path, Path], code: str, entries: str) -> list[str]:
    source, folder, compiled = made
    (source / "a.py").write_text(code, encoding="utf-8")
    (folder / "a.po").write_text(HEAD + "\n" + entries, encoding="utf-8")
    catalogue.compile_catalogue(folder, compiled)
    return list(catalogue.problems(source, folder, compiled))


def test_a_text_without_finnish_is_named_with_its_place(made: tuple[Path, Path, Path]) -> None:
    assert found(made, "\nx = tr('Open')\n", "") == ['room/a.py:2: no Finnish for "Open"']


@pytest.mark.parametrize(
    "code",
    [
        "tr('Open')", "self.app.tr('Open')", "f\"{tr('Open')}\"",
        "say('{x}', x=say('Open'))", "tr('Open' if y else '{x}')",
    ],
)
def test_texts_are_found_wherever_they_are_marked(code: str, made: tuple[Path, Path, Path]) -> None:
    source, _, _ = made
    (source / "a.py").write_text(code, encoding="utf-8")
    assert "Open" in catalogue.extracted(source)


def test_other_fields_than_the_english_has_are_refused(made: tuple[Path, Path, Path]) -> None:
    lines = found(made, "say('at {line:g}', line=1)", 'msgid "at {line:g}"\nmsgstr "rivi {rivi}"\n')
    assert len(lines) == 1
    assert "other {fields}" in lines[0]


def test_an_entry_that_nobody_uses_is_refused(made: tuple[Path, Path, Path]) -> None:
    lines = found(made, "", 'msgid "Gone"\nmsgstr "Poissa"\n')
    assert lines == ['a.po: no longer used: "Gone"']


def test_a_doubtful_or_empty_entry_counts_as_missing(made: tuple[Path, Path, Path]) -> None:
    entries = '#, fuzzy\nmsgid "Open"\nmsgstr "Auki"\n\nmsgid "Shut"\nmsgstr ""\n'
    lines = found(made, "tr('Open'), tr('Shut')", entries)
    assert lines == ['room/a.py:1: no Finnish for "Open"', 'room/a.py:1: no Finnish for "Shut"']


def test_a_stale_compiled_file_is_told(made: tuple[Path, Path, Path]) -> None:
    source, folder, compiled = made
    assert found(made, "tr('Open')", 'msgid "Open"\nmsgstr "Auki"\n') == []
    (folder / "a.po").write_text(HEAD + '\nmsgid "Open"\nmsgstr "Avoinna"\n', encoding="utf-8")
    assert ["stale" in line for line in catalogue.problems(source, folder, compiled)] == [True]


def test_the_compiled_file_speaks_through_gettext_plurals_and_all(made: tuple[Path, Path, Path]) -> None:
    entries = (
        'msgid "Open"\nmsgstr "Aukiolo"\n\nmsgid "{n} day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "{n} päivä"\nmsgstr[1] "{n} päivää"\n'
    )
    assert found(made, "tr('Open'), tr.plural('{n} day', '{n} days', 2)", entries) == []
    with made[2].open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    assert spoken.gettext("Open") == "Aukiolo"
    assert [spoken.ngettext("{n} day", "{n} days", n) for n in (0, 1, 2)] == [
        "{n} päivää", "{n} päivä", "{n} päivää",
    ]
