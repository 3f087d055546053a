"""What each command's exit status says, in one table: 0 done, 1 a threshold not met, 2 wrong use.

The shop has one answer, evenings: yes; of presence's nine points of weight it is three, and presence is one part of
readiness' thirteen: 100 / 3 / 13 = 2.5641, shown as 2.6. Another's file of the season says partly: half of it.
"""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from readycheck.cli import main
from tests.cli.conftest import TODAY, Run

QUESTION = "presence.evenings"
TABLE: tuple[tuple[str, int], ...] = (
    ("score yarn", 0),
    ("score yarn --fail-under 0", 0),
    ("score yarn --fail-under 2.5", 0),
    ("score yarn --fail-under 2.6", 0),   # as it is shown, though unrounded it is less
    ("score yarn --fail-under 2.64", 0),
    ("score yarn --fail-under 2.65", 1),
    ("score yarn --fail-under 2.7", 1),
    ("score yarn --fail-under 100", 1),
    ("score yarn --fail-under -1", 2),
    ("score yarn --fail-under high", 2),
    ("score nobody --fail-under 1", 2),
    ("compare yarn.toml partly.toml", 0),
    ("compare yarn.toml partly.toml --fail-on-regression", 1),
    ("compare yarn.toml partly.toml --fail-on-regression 49.9", 1),
    ("compare yarn.toml partly.toml --fail-on-regression 50", 0),
    ("compare partly.toml yarn.toml --fail-on-regression", 0),
    ("compare yarn.toml yarn.toml --fail-on-regression", 0),
    ("compare yarn.toml partly.toml --fail-on-regression much", 2),
    ("compare yarn.toml nothing.toml --fail-on-regression", 2),
    ("verify", 0),
    ("list", 0),
    ("portfolio", 0),
    ("actions yarn", 0),
    ("merge yarn", 0),
    ("merge yarn nokey --take file", 2),
    ("checklist list", 0),
    ("checklist show nothing", 2),
    ("hours yarn --suggest 4", 0),
    ("staffing yarn", 0),
    ("staffing yarn --learn", 2),
    ("export yarn -o sent.zip", 0),
    ("export yarn -o sent.tar", 2),
    ("take nothing.zip", 2),
    ("forget nobody --dry-run", 2),
    ("nothing yarn", 2),
)


@pytest.fixture(scope="session")
def statuses_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop and both files, made once."""
    made = tmp_path_factory.mktemp("statuses")
    environ = {"READYCHECK_HOME": str(made), "LANG": "en_GB.UTF-8"}
    for words in ("new yarn/2026", f"answer yarn {QUESTION} partly", f"answer yarn {QUESTION} yes"):
        assert main(words.split(), today=TODAY, environ=environ, stdin=io.StringIO(), stdout=io.StringIO(),
                    stderr=io.StringIO()) == 0
        shutil.copy(made / "shops" / "yarn" / "2026.toml", made / f"{words.split()[-1].replace('/', '-')}.toml")
    return made


@pytest.fixture
def folder(statuses_once: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(statuses_once / "shops", home / "shops")
    shutil.copy(statuses_once / "partly.toml", "partly.toml")
    shutil.copy(statuses_once / "yes.toml", "yarn.toml")
    return home / "shops" / "yarn"


@pytest.mark.parametrize(("words", "status"), TABLE)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_the_status_is_the_same_in_words_and_in_json(
    run: Run, folder: Path, words: str, status: int, more: tuple[str, ...]
) -> None:
    said = run(*words.split(), *more)
    assert said.status == status, said.err
    assert said.err.count("\n") == (status > 0), "one line for what is wrong, or for the threshold; else none"
    if status < 2:
        assert said.out
        assert not more or json.loads(said.out)
    else:
        assert said.out == ""


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_verify_is_1_while_something_is_left_to_mend(run: Run, folder: Path, more: tuple[str, ...]) -> None:
    (folder / "2025.toml").write_bytes(b"\0")
    assert run("verify", *more).status == 1
    assert run("verify", "--repair", *more).status == 1, "there is no copy to mend it from"
    (folder / "2025.toml").unlink()
    assert run("verify", *more).status == 0


def test_what_is_refused_and_what_is_shown_agree(run: Run, folder: Path) -> None:
    raw = json.loads(run("score", "yarn", "--json").out)["readiness"]["score"]
    assert raw == pytest.approx(100 / 39)
    assert run("score", "yarn", "--fail-under", "2.7").err == "Readiness 2.6 is below 2.7.\n"
