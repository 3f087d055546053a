"""Files made to break a reader: each is refused in a sentence, quickly and without much memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from shutil import copyfile

import pytest

from readycheck.core.text import clean
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import read_checklist
from readycheck.storage.decode import Plain
from readycheck.storage.document import parse_document
from readycheck.storage.yaml_reader import read_yaml
from tests.storage.shops import HOSTILE, audit, refusal, told

ROOT = Path(__file__).parent.parent.parent
YAML = sorted(path.name for path in HOSTILE.glob("yaml_*.yaml"))
TOML = sorted(path.name for path in HOSTILE.glob("toml_*.toml"))
NOT_READABLE = {
    "yaml_alias_bomb.yaml": "line 1: holds an anchor or alias",
    "yaml_deep.yaml": "line 1: is nested too deeply.",
    "yaml_odd_exceptions.yaml": "line 1: holds a tag (!).",
    "yaml_tags.yaml": "line 1: holds a tag (!).",
}
DAMAGED = {
    "toml_bad_utf8.toml": "line 1: is not UTF-8. It is left as it is. It may be Windows-1252",
    "toml_deep_array.toml": "is nested too deeply",
    "toml_empty.toml": "is damaged: there is nothing in it.",
    "toml_future_schema.toml": "newer format (readycheck-audit/99)",
    "toml_nul_filled.toml": "is damaged: there is nothing in it.",
    "toml_truncated.toml": "line 5: is damaged: it ends in the middle.",
}


def test_the_files_are_there() -> None:
    assert len(YAML) == 8
    assert set(TOML) == {*DAMAGED, "toml_crlf_note.toml"}


@pytest.mark.parametrize("name", YAML)
def test_no_yaml_file_passes_for_a_checklist(name: str) -> None:
    before = (HOSTILE / name).read_bytes()
    start = time.perf_counter()
    problems = refusal(lambda: read_checklist(HOSTILE / name))
    assert time.perf_counter() - start < 2
    for lang in ("fi", "en"):
        for problem in problems:
            sentence = Translator("fi" if lang == "fi" else "en")(problem.message())
            assert sentence.startswith(str(HOSTILE / name))
            assert clean(sentence) == sentence, "inert on a terminal"
            assert "Traceback" not in sentence
    assert (HOSTILE / name).read_bytes() == before


@pytest.mark.parametrize("name", NOT_READABLE)
def test_what_is_not_even_read_gets_one_sentence(name: str) -> None:
    assert NOT_READABLE[name] in told(lambda: read_checklist(HOSTILE / name))


def test_no_tag_runs_anything() -> None:
    pwned = Path("/tmp/readycheck_pwned")
    told(lambda: read_checklist(HOSTILE / "yaml_tags.yaml"))
    assert not pwned.exists()


def test_both_kinds_of_doubles_are_named_with_their_lines() -> None:
    found = {(problem.line, problem.key): str(problem.what)
             for problem in refusal(lambda: read_checklist(HOSTILE / "yaml_duplicate_ids.yaml"))}
    assert found[3, "items[1].id"] == "is here twice."
    assert found[4, "items[2].id"] == found[5, "items[3].id"] == '"hours" is here twice.'


def test_what_looks_like_something_else_stays_text() -> None:
    data, lines, twice = read_yaml((HOSTILE / "yaml_implicit_types.yaml").read_bytes(), "a")
    assert data == {"country": "no", "time": "10:30", "version": "1.10", "oct": "010", "null": "x", "yes": "y"}
    assert all(type(value) is Plain for value in data.values())
    assert lines["oct",] == 4
    assert twice == []


def test_control_characters_come_in_as_text_and_are_told_harmlessly() -> None:
    (title,) = [problem for problem in refusal(lambda: read_checklist(HOSTILE / "yaml_control_chars.yaml"))
                if problem.key == "title"]
    assert "\x1b" not in str(title.message()) and "\u202e" not in str(title.message())
    assert "[@click=a…" in str(title.message())


@pytest.mark.parametrize("name", DAMAGED)
def test_a_broken_audit_is_told_and_left_as_it_is(name: str, archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    copyfile(HOSTILE / name, file.path)
    start = time.perf_counter()
    for call in (lambda: archive.open("kauppa"), lambda: archive.save(file, {**file.document, "x": 1})):
        sentence = told(call)
        assert sentence.startswith(str(file.path))
        assert DAMAGED[name] in sentence
        assert "\n" not in sentence
    assert archive.shops()[0].years == (2026,)
    assert time.perf_counter() - start < 2
    assert file.path.read_bytes() == (HOSTILE / name).read_bytes()


def test_a_note_with_windows_line_ends_is_one_text() -> None:
    assert parse_document((HOSTILE / "toml_crlf_note.toml").read_bytes(), "a") == {"note": "a\nb"}


BOMBS = {
    "key.toml": "print('a.' * 32_000 + 'a = 1')",
    "table.toml": "print('[' + 'a.' * 32_000 + 'a]')",
    "quoted.toml": "print('\"a\".' * 20_000 + 'a = 1')",
    "open.toml": "print('[' * 500)",
    "inline.toml": "print('a = ' + '{a = ' * 400 + '1' + '}' * 400)",
    "tables.toml": "print('\\n'.join(f'[t{n}.a.b]' for n in range(60_000)))",
    "string.toml": "print('a = \\'\\'\\'' + 'x.[' * 300_000)",
    "huge.toml": "print('# ' + 'x' * 60_000_000)",
    "number.toml": "print('a = ' + '9' * 100_000)",
    "merge.yaml": "print('a: &a {x: 1}\\n' + 'b: {<<: [' + '*a, ' * 9999 + '*a]}')",
    "number.yaml": "print('id: a\\nversion: ' + '9' * 100_000)",
    "long.yaml": "print('id: ' + 'x' * 900_000)",
    "documents.yaml": "print('id: a\\n---\\n' * 50_000)",
    "keys.yaml": "print('\\n'.join(f'k{n}: 1' for n in range(3_000)))",
}
# Two seconds and 200 MB, measured from outside: what the reader takes, its libraries included.
READ = """
import sys, time
from pathlib import Path
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import read_checklist
path = Path(sys.argv[1])
start = time.perf_counter()
try:
    read_checklist(path) if path.suffix == ".yaml" else Archive(path.parent).read(path)
except ReadycheckError as error:
    assert error.problems and len(str(error.problems[0].message())) < 1000
    # not ru_maxrss: it keeps the size of the test runner that this process was forked from
    status = Path("/proc/self/status").read_text()
    print(time.perf_counter() - start, int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_take_neither_time_nor_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        subprocess.run([sys.executable, "-c", BOMBS[name]], stdout=file, check=True)
    done = subprocess.run([sys.executable, "-c", READ, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    seconds, megabytes = done.stdout.split()
    assert float(seconds) < 2
    assert int(megabytes) < 200
