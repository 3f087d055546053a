"""`readycheck export` and `readycheck take`: shown, asked, taken; nothing else leaves, nothing is overwritten."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from readycheck.cli import main
from readycheck.storage.archive import Archive
from tests.cli.conftest import TODAY, Run
from tests.storage.shops import files


class Terminal(io.StringIO):
    """A stream with a person at its other end."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Consultant:
    """Another folder, on another machine."""

    run: Run
    home: Path

    def __call__(self, *words: str | Path, lang: str = "en") -> tuple[int, str, str]:
        state = str(self.home.with_name("consultant-state"))
        said = self.run(*words, lang=lang, READYCHECK_HOME=str(self.home), READYCHECK_STATE=state)
        return said.status, said.out, said.err

    def asked(self, typed: str, *words: str | Path) -> tuple[int, str, str]:
        out, err = Terminal(), Terminal()
        status = main(
            [str(word) for word in words], today=TODAY, stdin=Terminal(typed), stdout=out, stderr=err,
            environ={"READYCHECK_HOME": str(self.home), "LANG": "en_GB.UTF-8", "COLUMNS": "80",
                     "READYCHECK_STATE": str(self.home.with_name("consultant-state"))},
        )
        return status, out.getvalue(), err.getvalue()


@pytest.fixture
def consultant(run: Run, tmp_path: Path) -> Consultant:
    return Consultant(run, tmp_path / "consultant")


@pytest.fixture
def sent(run: Run, even: str, tmp_path: Path) -> Path:
    assert run("export", even, "-o", tmp_path / "even.zip").status == 0
    return tmp_path / "even.zip"


def test_to_and_fro(run: Run, even: str, sent: Path, consultant: Consultant, home: Path, tmp_path: Path) -> None:
    """Owner sends, consultant edits and sends back, the owner has edited meanwhile: both edits, one clash."""
    status, out, _ = consultant("take", sent)
    assert (status, out) == (0, "2026: added. To take it away again: readycheck forget even/2026\n")
    assert consultant("set", even, "plan.growth=1.4", "plan.shrinkage=0.2")[0] == 0
    assert consultant("export", even, "-o", tmp_path / "back.zip")[0] == 0
    assert run("set", even, "plan.growth=1.2", "plan.max_occupancy=0.8").status == 0
    said = run("take", tmp_path / "back.zip", "--yes")
    assert said.status == 0 and said.err == ""
    taken, choose, before = said.out.splitlines()
    assert taken == "2026: one edit taken in."
    assert choose == "One item was changed by both. Choose: readycheck merge even/2026"
    copy, target = before.removeprefix("As it was before: ").split(". To go back, copy it over ")
    assert "growth = 1.2" in Path(copy).read_text() and "shrinkage" not in Path(copy).read_text()
    assert Path(target) == home / "shops" / "even" / "2026.toml"
    plan = Archive(home).open(even).document["plan"]
    assert (plan["growth"], plan["shrinkage"], plan["max_occupancy"]) == (1.2, 0.2, 0.8)
    assert "   kept  1.4" in run("merge", even).out


def test_it_is_shown_and_asked_about(
    run: Run, even: str, sent: Path, consultant: Consultant, home: Path
) -> None:
    consultant("take", sent)
    run("set", even, "plan.growth=1.2")
    assert run("export", even, "-o", sent).status == 0, "an earlier handover of the same shop is replaced"
    before = files(consultant.home)
    status, out, err = consultant("take", sent)
    assert status == 2 and out == "" and "nobody can be asked here" in err and "--yes" in err
    status, out, _ = consultant("take", sent, "--dry-run")
    assert (status, out.splitlines()) == (0, [
        "even – into shops/even", "2026: would bring", "  + plan.growth  1.2", "Nothing was changed."])
    status, out, err = consultant.asked("no\n", "take", sent)
    assert (status, out) == (0, "Nothing was changed.\n") and "  + plan.growth  1.2" in err
    assert files(consultant.home) == before
    status, out, _ = consultant.asked("yes\n", "take", sent)
    assert status == 0 and out.startswith("2026: one edit taken in.\n")
    assert consultant("take", sent)[1] == "2026: nothing to take in.\n"


def test_one_season_or_all_of_them(
    run: Run, two_evens: str, consultant: Consultant, home: Path, tmp_path: Path
) -> None:
    made = tmp_path / "x.zip"
    assert json.loads(run("export", two_evens, "-o", made, "--json").out)["seasons"] == [2026]
    assert json.loads(run("export", f"{two_evens}/2025", "-o", made, "--json").out)["seasons"] == [2025]
    told = run("export", two_evens, "--all", "-o", made, lang="fi")
    assert "even (2025, 2026): " in told.out
    assert consultant("take", made)[0] == 0
    assert files(consultant.home) == files(home)


def test_the_zip_explains_itself_in_the_sender_s_language(run: Run, even: str, tmp_path: Path) -> None:
    for lang, name, word in (("fi", "LUE-MINUT.txt", "kummankin muutokset yhdistetään"),
                             ("en", "README.txt", "both people's edits")):
        run("export", even, "-o", tmp_path / f"{lang}.zip", lang=lang)
        with zipfile.ZipFile(tmp_path / f"{lang}.zip") as made:
            assert made.namelist() == ["handover.json", name, "2026.toml"]
            text = made.read(name).decode()
            assert word in " ".join(text.split()) and "readycheck take" in text
            assert max(map(len, text.splitlines())) <= 78


@pytest.mark.parametrize("there", [b"my own notes", b""])
def test_a_file_that_is_something_else_stays(run: Run, even: str, tmp_path: Path, there: bytes) -> None:
    made = tmp_path / "x.zip"
    made.write_bytes(there)
    said = run("export", even, "-o", made)
    assert said.status == 2 and "is there already, and is no handover of even." in said.err
    assert made.read_bytes() == there
    assert run("export", even, "-o", made, "--force").status == 0 and zipfile.is_zipfile(made)


def test_another_shop_s_handover_stays(run: Run, even: str, sent: Path, home: Path) -> None:
    run("new", "other/2026")
    before = sent.read_bytes()
    assert run("export", "other", "-o", sent).status == 2
    assert sent.read_bytes() == before


def test_what_somebody_sent_is_not_written_over(run: Run, even: str, sent: Path, consultant: Consultant) -> None:
    """The answer is saved under the name that the file went out with, and only then somebody exports again."""
    consultant("take", sent)
    consultant("set", even, "plan.growth=1.4")
    assert consultant("export", even, "-o", sent)[0] == 0
    before = sent.read_bytes()
    said = run("export", even, "-o", sent)
    assert said.status == 2 and "with edits of even that are not here. Take it in first" in said.err
    assert sent.read_bytes() == before
    assert run("take", sent, "--yes").status == 0 and run("export", even, "-o", sent).status == 0


@pytest.mark.parametrize(("words", "sentence"), [
    (("export", "even", "-o", "x.tar"), "must end in .zip"),
    (("export", "even"), "-o/--output"),
    (("export", "nobody", "-o", "x.zip"), "there is no shop"),
    (("export", "even", "-o", "nowhere/x.zip"), "there is no such folder"),
    (("take", "nothing.zip"), "there is no such file"),
    (("take", "."), "is no file"),
])
def test_wrong_use_is_one_sentence(run: Run, even: str, home: Path, words: tuple[str, ...], sentence: str) -> None:
    before = files(home)
    said = run(*words)
    assert said.status == 2 and sentence in said.err and len(said.err.splitlines()) == 1
    assert files(home) == before


def test_json_says_what_came(run: Run, even: str, sent: Path, consultant: Consultant) -> None:
    status, out, _ = consultant("take", sent, "--json")
    facts = json.loads(out)
    (season,) = facts["seasons"]
    assert (status, facts["taken"], season["arrival"], season["before"]) == (0, True, "new", None)
    run("set", even, "plan.growth=1.2")
    run("export", even, "-o", sent)
    facts = json.loads(consultant("take", sent, "--json", "--dry-run")[1])
    assert (facts["taken"], facts["seasons"][0]["arrival"]) == (False, "differs")
    assert facts["seasons"][0]["brings"] == [{"key": "plan.growth", "before": None, "after": 1.2}]


def test_private_notes_never_leave(run: Run, even: str, home: Path, tmp_path: Path) -> None:
    notes = home / "shops" / "even" / "2026.private.toml"
    notes.write_text('format = "readycheck-private/1"\ngeneral = "salaista"\n')
    run("export", even, "--all", "-o", tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as made:
        assert not any(b"salaista" in made.read(name) or "private.toml" in name for name in made.namelist())
        assert made.read("2026.toml") == (home / "shops" / "even" / "2026.toml").read_bytes()


def test_an_answer_is_shown_by_its_question(run: Run, consultant: Consultant, tmp_path: Path) -> None:
    sent, question = tmp_path / "yarn.zip", "peak-season/presence.evenings"
    assert run("new", "yarn/2026").status == 0 and run("export", "yarn", "-o", sent).status == 0
    consultant("take", sent)
    assert run("answer", "yarn", question, "no", "--by", "consultant", "--note", "Asked.").status == 0
    assert run("export", "yarn", "-o", sent).status == 0
    shown = " ".join(consultant("take", sent, "--dry-run")[1].split())
    words = "Does a real person answer chat or phone on weekday evenings, after 16:00?"
    assert f"+ {words} (answer) note: Asked.; consultant: no (" in shown and question not in shown
