"""keys.toml: what it changes, and what is said of a mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App

from readycheck.i18n import Translator
from readycheck.tui.key_names import canonical
from readycheck.tui.keymap import Keymap, read_keymap
from readycheck.tui.keys import heed_key_file


def read(folder: Path, text: str | bytes) -> Keymap:
    path = folder / "keys.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_keymap(path)


def told(found: Keymap) -> list[str]:
    return [Translator("en")(problem.message()) for problem in found.problems]


@pytest.mark.parametrize("written, key", [
    ("F5", "f5"), ("ctrl+s", "ctrl+s"), ("Ctrl+S", "ctrl+s"), ("esc", "escape"), ("?", "question_mark"),
    ("+", "plus"), (",", "comma"), ("n", "n"), ("N", "N"), ("shift+n", "N"), ("Ö", "Ö"), (" ", "space"),
    ("PgDn", "pagedown"), ("shift+ctrl+up", "ctrl+shift+up"), ("ctrl+i", "tab"), ("slash", "slash"),
    ("hyper+x", None), ("f99", None), ("nappi", None), ("\x1b", None),
])
def test_keys_are_known_by_the_names_that_people_write(written: str, key: str | None) -> None:
    assert canonical(written) == key


def test_keys_are_taken_from_both_forms_of_a_line(tmp_path: Path) -> None:
    found = read(tmp_path, """
question.note = "f5, shift+n"
"question.evidence" = ["F6", ","]
[reasons]
add = "+"
""")
    assert found.wanted == {
        "question.note": ("f5", "N"), "question.evidence": ("f6", "comma"), "reasons.add": ("plus",),
    }
    assert found.problems == ()


def test_an_answer_can_be_given_the_same_key_in_both_languages(tmp_path: Path) -> None:
    assert read(tmp_path, 'answer.yes = "f5"').wanted == {"answer.yes.fi": ("f5",), "answer.yes.en": ("f5",)}
    # n answers "no" in English alone: what is spoken in Finnish alone may have it
    assert read(tmp_path, 'answer.yes.fi = "n"').problems == ()


def test_two_things_can_change_places(tmp_path: Path) -> None:
    found = read(tmp_path, 'question.note = "l"\nquestion.evidence = "m"')
    assert (dict(found.wanted), found.problems) == ({"question.note": ("l",), "question.evidence": ("m",)}, ())


@pytest.mark.parametrize("line, sentence", [
    ('question.nota = "f5"',
     "keys.toml: question.nota: there is no such action. Did you mean question.note, question.next,"
     " question.data?"),
    ('question.note = "f99"',
     'keys.toml: question.note: there is no key "f99". Write a character, or a name such as "f5", "ctrl+s", "delete".'),
    ("question.note = 5",
     'keys.toml: question.note: no key is named. Write a character, or a name such as "f5", "ctrl+s", "delete".'),
    ('question.note = "f5,"',
     'keys.toml: question.note: no key is named. Write a character, or a name such as "f5", "ctrl+s", "delete".'),
    ('question.note = "l"',
     'keys.toml: question.note: "l" is already the key of question.evidence there.'
     " Choose another key, or give that one another."),
    ('reasons.add = "home"',  # of the table on that screen
     'keys.toml: reasons.add: "home" is already the key of rows.first there.'
     " Choose another key, or give that one another."),
    ('question.note = "f2"',  # of the app, on every screen
     'keys.toml: question.note: "f2" is already the key of theme there.'
     " Choose another key, or give that one another."),
    ('heat-map.move = "f5"', "keys.toml: heat-map.move: these keys belong together and cannot be changed."),
    ('form.save = "o"',
     'keys.toml: form.save: "o" is typed into fields there. Choose a key that types nothing, such as "f5", "ctrl+s".'),
    ('close = "b"',
     'keys.toml: close: "b" is typed into fields there. Choose a key that types nothing, such as "f5", "ctrl+s".'),
])
def test_a_line_with_a_mistake_is_told_and_the_rest_holds(tmp_path: Path, line: str, sentence: str) -> None:
    found = read(tmp_path, f'report = "f5"\n{line}\ngo.more = "f6"')
    assert told(found) == [sentence]
    assert found.wanted == {"report": ("f5",), "go.more": ("f6",)}


def test_of_two_new_keys_that_are_the_same_the_earlier_line_holds(tmp_path: Path) -> None:
    found = read(tmp_path, 'question.note = "f5"\nreport = "f5"')
    assert found.wanted == {"question.note": ("f5",)}
    assert told(found)[0].startswith('keys.toml: report: "f5" is already the key of question.note there.')


def test_a_key_that_is_given_away_and_not_taken_over_is_free(tmp_path: Path) -> None:
    assert read(tmp_path, 'question.evidence = "f5"\nquestion.note = "l"').problems == ()


@pytest.mark.parametrize("content, sentence", [
    (b"question.note = f5", "keys.toml: is no TOML here"),
    (b'"\xff" = 1', "keys.toml: is not UTF-8."),
    (b"a = " + b"[" * 3000, "keys.toml: is no TOML here"),
    (b'leave = "f5"\nleave.more = "f6"', "keys.toml: is no TOML here"),
], ids=["no TOML", "no text", "deep", "twice"])
def test_a_file_that_cannot_be_read_changes_nothing_and_says_how_to_write_it(
    tmp_path: Path, content: bytes, sentence: str,
) -> None:
    found = read(tmp_path, content)
    assert found.wanted == {}
    assert told(found)[0].startswith(sentence)
    assert told(found)[0].endswith('Write lines such as: question.note = "f5"')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_from_any_editor_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, 'question.note = "ö"\r\n'.encode(encoding)).wanted == {"question.note": ("ö",)}


def test_a_folder_that_is_closed_to_us_holds_no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refused)
    assert heed_key_file(App(), tmp_path) is None


def test_without_a_file_all_keys_stay(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "keys.toml") == Keymap({})


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").mkdir()
    assert told(read_keymap(tmp_path / "keys.toml"))[0].startswith("keys.toml: cannot be read (")


def test_the_example_of_the_readme_holds(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = next(block for block in readme.split("```") if block.startswith("toml\nquestion.note"))
    found = read(tmp_path, example.removeprefix("toml\n"))
    assert found.problems == ()
    assert found.wanted == {
        "question.note": ("f5",), "answer.yes.fi": ("j", "f6"), "answer.yes.en": ("j", "f6"), "report": ("ctrl+r", "R"),
    }
