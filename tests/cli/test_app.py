"""`open` and `demo`: the app where there is a terminal, a sentence or a print-out where there is none."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from readycheck.cli import main
from readycheck.storage.archive import Archive
from readycheck.tui.preferences import FILE, Preferences
from tests.cli.conftest import TODAY, Run


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str, date, str | None]]:
    """What the app was asked to show; no app is started."""
    calls: list[tuple[Path, str, date, str | None]] = []
    app = ModuleType("readycheck.tui.app")

    def run_app(
        archive: Archive, lang: str, today: date, reference: str | None, preferences: Preferences,
    ) -> None:
        calls.append((archive.home, lang, today, reference))
        preferences.remember(ground="dark")

    app.run_app = run_app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readycheck.tui.app", app)
    return calls


def at_terminal(*words: str, home: Path, **environ: str) -> int:
    return main(list(words), today=TODAY, environ={"READYCHECK_HOME": str(home), "LANG": "fi_FI"} | environ,
                stdin=Terminal(), stdout=Terminal(), stderr=Terminal())


Opened = list[tuple[Path, str, date, str | None]]


def test_the_app_opens_on_the_list_or_on_a_shop(home: Path, opened: Opened) -> None:
    assert at_terminal(home=home) == at_terminal("open", "yarn/2026", home=home) == 0
    assert opened == [(home, "fi", TODAY, None), (home, "fi", TODAY, "yarn/2026")]


def test_the_demo_opens_in_its_own_folder(home: Path, opened: Opened) -> None:
    assert at_terminal("demo", "--lang", "en", home=home) == at_terminal("open", "demo/2025", home=home) == 0
    assert opened == [
        (home / "demo", "en", TODAY, "lankakauppa-villanen"),
        (home / "demo", "fi", TODAY, "lankakauppa-villanen/2025"),
    ]


@pytest.mark.parametrize("words, environ, lang", [
    ((), {}, "en"),
    (("demo",), {}, "en"),
    (("--lang", "fi"), {}, "fi"),
    ((), {"LC_ALL": "fi_FI.UTF-8"}, "fi"),
    ((), {"LC_ALL": "C.UTF-8"}, "en"),
    (("serve", "--tab", "--lang", "fi"), {}, "fi"),
], ids=["remembered", "in the demo too", "asked for", "set on purpose", "no language", "as the server says"])
def test_the_language_chosen_in_the_app_comes_after_the_one_asked_for(
    home: Path, opened: Opened, words: tuple[str, ...], environ: dict[str, str], lang: str,
) -> None:
    Preferences(home).remember(lang="en")
    assert at_terminal(*words, home=home, **environ) == 0
    assert opened[0][1] == lang


def test_what_is_chosen_is_kept_in_the_given_folder_and_not_by_the_server(home: Path, opened: Opened) -> None:
    assert at_terminal("serve", "--tab", home=home) == 0
    assert not (home / FILE).exists()
    assert at_terminal("demo", home=home) == 0
    assert (home / FILE).exists()


@pytest.mark.parametrize("lang, sentence", [("en", "needs a terminal"), ("fi", "tarvitsee päätteen")])
@pytest.mark.parametrize("words", [(), ("open",), ("open", "yarn")])
def test_without_a_terminal_the_app_says_so(run: Run, words: tuple[str, ...], lang: str, sentence: str) -> None:
    said = run(*words, lang=lang)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert sentence in said.err


def test_the_demo_on_paper_has_scores_comparison_and_a_report(run: Run, home: Path) -> None:
    said = run("demo", lang="fi")
    assert (said.status, said.err) == (0, "")
    told = ["Valmius sesongeittain: 2024: ", "yhä tekemättä: Palautusohje tilausvahvistukseen.",
            "Melkein valmiina", "Vuosivertailu", "Raportti on"]
    assert [said.out.index(words) for words in told] == sorted(said.out.index(words) for words in told)
    path = home / "demo" / "shops" / "lankakauppa-villanen" / "2026-report.html"
    assert str(path) in said.out and "Lankakauppa Villanen" in path.read_text(encoding="utf-8")
    assert run("list").out.startswith("There are no shops")  # the person's own folder stays empty


def test_demo_is_a_shop_for_every_command(run: Run) -> None:
    facts = json.loads(run("score", "demo", "--json").out)
    assert (facts["shop"], facts["season"]) == ("lankakauppa-villanen", 2026)
    assert json.loads(run("score", "demo/2025", "--json").out)["season"] == 2025
    assert run("set", "demo", "plan.growth=3").status == 0
    kept = json.loads(run("score", "demo", "--json").out)
    assert run("demo", "--print").status == 0 and json.loads(run("score", "demo", "--json").out) == kept
    assert run("demo", "--print", "--fresh").status == 0
    assert json.loads(run("score", "demo", "--json").out) == facts


def test_a_shop_of_ones_own_may_be_called_demo(run: Run) -> None:
    assert run("new", "demo/2030").status == 0
    assert json.loads(run("score", "demo", "--json").out)["season"] == 2030
