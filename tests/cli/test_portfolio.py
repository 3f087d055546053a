"""`readycheck portfolio`: several folders, marks, filters, files, and a group in which no shop can be recognised."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run
from tests.core.documents import checklist, document, question

WORDS = ("yes", "partly", "no")


def add(home: Path, slug: str, name: str, answers: str, year: int = 2026, middle: float = 2.0, **tables: Any) -> None:
    """A shop with three sections of one question; `answers` has y, p or n for each, worth 70, 20 and 10 points."""
    made = document(year)
    given = {
        f"peak-season/{section}.x": {"owner": {"value": next(word for word in WORDS if word[0] == letter)}}
        for section, letter in zip("abc", answers, strict=bool(answers))
    }
    weights = {"peak-season/a": 7.0, "peak-season/b": middle, "peak-season/c": 1.0}
    list_ = checklist({section: [question("x")] for section in "abc"}, weights)
    Archive(home).create(slug, {
        **made, "shop": {**made["shop"], "name": name}, "checklists": [list_], "answers": given, **tables,
    })


@pytest.fixture
def eight(home: Path) -> Path:
    """Eight shops: 100, 90, 80, 70, 30, 20, 10 and 0 points, and 95 of one that has a season of its own."""
    for slug, answers in zip(("mustikka", "puolukka", "karpalo", "lakka", "vadelma", "mansikka", "herukka", "tyrni"),
                             ("yyy", "yyn", "yny", "ynn", "nyy", "nyn", "nny", "nnn"), strict=True):
        add(home, slug, slug.title(), answers)
    return home


def facts(run: Run, *words: str | Path) -> dict[str, Any]:
    found = run("portfolio", *words, "--json")
    assert found.status == 0, found.err
    told: dict[str, Any] = json.loads(found.out)
    return told


def slugs(run: Run, *words: str | Path) -> list[str]:
    return [shop["shop"] for shop in facts(run, *words)["shops"]]


def test_the_group_by_hand(run: Run, eight: Path) -> None:
    """0 10 20 30 | 70 80 90 100: the halves' medians 15 and 85, between them (30 + 70) / 2."""
    assert facts(run)["group"][0] == {"id": "readiness", "n": 8, "lower": 15, "median": 50, "upper": 85}
    assert facts(run)["medians"]["readiness"] == 50


def test_sorted_and_picked_out(run: Run, eight: Path) -> None:
    by_score = ["tyrni", "herukka", "mansikka", "vadelma", "lakka", "karpalo", "puolukka", "mustikka"]
    assert slugs(run) == slugs(run, "--sort", "score") == by_score  # they differ in nothing else
    assert slugs(run, "--sort", "name") == sorted(by_score)
    # bands of the list: ready from 85, nearly from 60
    assert slugs(run, "--only", "nearly") == ["lakka", "karpalo"]
    assert slugs(run, "--only", "ready") == ["puolukka", "mustikka"]
    assert slugs(run, "--only", "ready", "--only", "nearly") == []
    assert "No shop is of this kind." in run("portfolio", "--only", "fell").out


def test_due_dates_past_and_near(run: Run, eight: Path) -> None:
    """Today is 20 October 2026."""
    actions = [{"id": name, "title": name, "due": date(2026, month, day), "status": status}
               for name, month, day, status in (("x", 10, 19, "open"), ("y", 11, 3, "doing"), ("z", 9, 1, "done"))]
    add(eight, "suo", "Suo", "yyy", actions=actions)
    add(eight, "meri", "Meri", "yyy", actions=actions[1:])
    first = facts(run)["shops"][0]
    assert (first["shop"], first["overdue"], first["next_due"]) == ("suo", 1, "2026-10-19")
    assert first["why"] == ["one action overdue", "an action is due in 14 days", "38 days to the peak"]
    assert slugs(run, "--only", "overdue") == ["suo"] and slugs(run, "--only", "due") == ["suo", "meri"]
    assert slugs(run, "--sort", "due")[:2] == ["suo", "meri"]


def test_marks_are_kept_beside_the_audits(run: Run, eight: Path) -> None:
    before = {path: path.read_bytes() for path in eight.rglob("*") if path.is_file()}
    assert slugs(run, "--mark", "lakka", "--mark", "Tyrni", "--only", "marked") == ["tyrni", "lakka"]
    assert "* Lakka" in run("portfolio").out
    assert slugs(run, "--unmark", "lakka", "--only", "marked") == ["tyrni"]
    assert {path: path.read_bytes() for path in eight.rglob("*") if path.is_file()} == before
    wrong = run("portfolio", "--mark", "tyrni", "--mark", "lakkka")
    assert wrong.status == 2 and "lakka" in wrong.err
    assert run("forget", "tyrni", "--yes").status == 0
    add(eight, "tyrni", "Tyrni", "nnn")
    assert slugs(run, "--only", "marked") == []


def test_several_folders_and_one_name_in_two(run: Run, eight: Path, tmp_path: Path) -> None:
    other = tmp_path / "toinen"
    add(other, "lakka", "Lakka", "yyy")
    add(other, "suo", "Suo", "yyy")
    shops = facts(run, eight, other / "shops")["shops"]
    named = {(shop["folder"], shop["name"]) for shop in shops if shop["shop"] in ("lakka", "suo")}
    assert named == {("home", "Lakka (home/lakka)"), ("toinen", "Lakka (toinen/lakka)"), ("toinen", "Suo")}
    assert len(shops) == 10 and len(facts(run, eight, eight / "shops")["shops"]) == 8
    assert run("portfolio", eight, other, "--mark", "lakka").status == 2
    assert run("portfolio", other, "--mark", "lakka").status == 0
    assert [shop["folder"] for shop in facts(run, eight, other, "--only", "marked")["shops"]] == ["toinen"]


@pytest.mark.parametrize("words", [
    ("nowhere",), (".",), ("--mark", ""), ("--mark", "../home"), ("--mark", ".."), ("-o", "x.pdf"),
])
def test_what_cannot_be_is_said_in_a_sentence(run: Run, eight: Path, words: tuple[str, ...], tmp_path: Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run("portfolio", *words)
    assert found.status == 2 and found.err.startswith("readycheck: ") and "Traceback" not in found.err


@pytest.mark.parametrize("lang", ["en", "fi"])
def test_nothing_of_a_shop_is_in_a_group_in_any_form(run: Run, home: Path, tmp_path: Path, lang: str) -> None:
    """Weights of a seventh: no score is a whole number, and each can be told from the others."""
    names = ["Mustikka", "Puolukka", "Karpalo", "Lakka", "Vadelma", "Mansikka", "Herukka", "Tyrni"]
    for n, name in enumerate(names):
        answers = "".join(WORDS[(n + k) % 3][0] for k in range(3))
        add(home, f"kauppa-{name.lower()}", name, answers, 2024 if name == "Tyrni" else 2026, 2.3 + n / 7)
    shops = facts(run, "--sort", "name")["shops"]
    scores = [shop["readiness"] for shop in shops]
    assert len(set(scores)) == len(scores) and all(score != int(score) or score in (0, 100) for score in scores)
    written = []
    for ending in ("html", "md", "csv", "json"):
        file = tmp_path / f"ryhma.{ending}"
        assert run("portfolio", "--anonymous", "-o", file, lang=lang).status == 0
        written.append(file.read_text(encoding="utf-8"))
    written += [run("portfolio", "--anonymous", lang=lang).out, run("portfolio", "--anonymous", "--json").out]
    secrets = [*names, *(name.lower() for name in names), "kauppa-", "2024", str(home), home.name + "/", "peak-season"]
    for score in scores:
        secrets += [str(score), f"{score:.1f}", f"{score:.1f}".replace(".", ",")]
    body = [text.partition("</style>")[2] or text for text in written]
    for text in body:
        assert [secret for secret in secrets if secret in text] == []
        assert "8" in text


def test_of_four_shops_nothing_is_told_and_nothing_written(run: Run, home: Path, tmp_path: Path) -> None:
    for slug, answers in zip(("a", "b", "c", "d"), ("yyy", "yyn", "nny", "pny"), strict=True):
        add(home, slug, slug.upper(), answers)
    add(home, "e", "E", "")  # not begun: it has no score that could hide the others'
    for words in ((), ("--json",), ("-o", tmp_path / "g.csv"), ("-o", tmp_path / "g.html")):
        found = run("portfolio", "--anonymous", *words)
        assert found.status == 2 and "fewer than five" in found.err and found.out == ""
    assert not list(tmp_path.glob("g.*"))


def test_the_table_for_a_spreadsheet_computes_nothing(run: Run, home: Path, tmp_path: Path) -> None:
    add(home, "paha", "=HYPERLINK(1)", "yyn")
    file = tmp_path / "p.csv"
    assert run("portfolio", "-o", file).status == 0
    header, line = csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
    row = dict(zip(header, line, strict=True))
    assert (row["name"], row["readiness"], row["shop"]) == ("'=HYPERLINK(1)", "90.0", "paha")


def test_every_form_of_the_page_says_the_same(run: Run, eight: Path, tmp_path: Path) -> None:
    for ending in ("html", "md", "csv", "json"):
        assert run("portfolio", "-o", tmp_path / f"p.{ending}").status == 0
    html, markdown = ((tmp_path / f"p.{ending}").read_text(encoding="utf-8") for ending in ("html", "md"))
    for shop in json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["shops"]:
        shown = f"{shop['readiness']:.1f}"
        assert f"| {shop['name']} | {shown} |" in markdown
        assert shop["name"] in html and f">{shown}<" in html
    assert "<script" not in html and "8 shops: 2 ready, 2 nearly ready, 4 not ready." in html


def test_no_shop_is_missing_from_the_page_or_from_the_counts(run: Run, eight: Path, tmp_path: Path) -> None:
    """Weakest first: what nobody can read comes last, the eleventh, where the table holds ten."""
    add(eight, "suo", "Suo", "yyy", 2024)
    add(eight, "meri", "Meri", "")
    add(eight, "lampi", "Lampi", "yyy")
    (eight / "shops" / "lampi" / "2026.toml").write_bytes(b"shop = [")
    counted = "11 shops: 2 ready, 2 nearly ready, 4 not ready, 1 not started, 1 whose season is over, 1 that cannot be"
    assert counted in " ".join(run("portfolio").out.split())
    assert run("portfolio", "--sort", "score", "-o", tmp_path / "p.md").status == 0
    assert "After these: lampi –." in (tmp_path / "p.md").read_text(encoding="utf-8")


def test_a_program_that_asks_for_json_gets_it_beside_the_file(run: Run, eight: Path, tmp_path: Path) -> None:
    said = run("portfolio", "--json", "-o", tmp_path / "p.json")
    assert json.loads(said.out) == json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
