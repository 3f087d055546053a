"""`import --code-reasons`: what the rules coded is shown, told apart, and kept as counts only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

HOSTILE = Path(__file__).parent.parent / "data" / "hostile"
NAMES = ["Maija Meikäläinen", "Žarko Äkinen", "Åsa Öberg", "John Smith"]
STREETS = ["Mannerheimintie 1 A 5, 00100 Helsinki", "Storgatan 5"]


@pytest.fixture
def shop(run: Run) -> str:
    """An empty audit."""
    run("new", "lanka/2026", "--name", "Lanka Oy")
    return "lanka/2026"


def export(folder: Path, *rows: str) -> Path:
    lines = (f"{n};2025-11-28 10:{n % 60:02d};{row}" for n, row in enumerate(rows, 1))
    path = folder / "tiketit.csv"
    path.write_text("Ticket;Created;Reason;Subject;Message\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def secrets() -> list[str]:
    """What may be found nowhere: the samples' secrets, names and addresses."""
    samples = json.loads((HOSTILE / "pii_samples.json").read_text(encoding="utf-8"))
    return [*(secret for sample in samples for secret in sample["must_hide"]), *NAMES, *STREETS]


def test_nothing_of_a_message_is_kept(run: Run, shop: str, home: Path, tmp_path: Path) -> None:
    """Byte by byte through everything under the data folder, all that lies beside it, and all that was said."""
    told = [*secrets(), "salainenviesti"]
    rows = [f';"Palautus {secret}";"Hei, {secret}. salainenviesti"' for secret in told]
    rows += [f';Kysymys;"salainenviesti: missä pakettini? T. {secret}"' for secret in told]
    path = export(tmp_path, *rows)
    words = ("import", "contacts", shop, path, "--code-reasons", "--read-texts")
    outcomes = [run(*words, "--dry-run"), run(*words, "--dry-run", "--json"), run(*words), run(*words)]
    assert [outcome.status for outcome in outcomes] == [0, 0, 0, 0]
    beside = Archive(home).aside.folder
    assert list(beside.rglob("*.toml")), "copies of the audit"
    kept = b"\n".join(file.read_bytes() for folder in (home, beside) for file in sorted(folder.rglob("*"))
                      if file.is_file())
    assert b"where-is-my-order" in kept
    parts = {*told, *(part for name in NAMES for part in name.split())}
    for secret in parts:
        for form in {secret, secret.lower(), secret.casefold(), json.dumps(secret)[1:-1]}:
            assert form.encode() not in kept, secret
    said = "".join(outcome.out + outcome.err for outcome in outcomes)
    assert [secret for secret in secrets() if secret in said] == []


def test_what_the_rules_coded_is_told_apart(run: Run, shop: str, tmp_path: Path) -> None:
    """Two of four coded by people, one by rules, one by nobody: coded 3/4 = 75 %, a third of them by rules."""
    path = export(tmp_path, "Palautus;Lasku;", "Palautus;;", ";Laskusta;", ";Moi;")
    dry = run("import", "contacts", shop, path, "--code-reasons", "--dry-run")
    assert "coded by keyword rules: Invoice and instalments 1; still without a reason: 1" in dry.out
    assert "by rule Invoice and instalments: “Laskusta” (lasku)" in dry.out
    facts = json.loads(run("import", "contacts", shop, path, "--code-reasons", "--json").out)
    assert (facts["reasons"], facts["coded_by_rule"], facts["uncoded"]) == (
        {"return": 2, "invoice": 1}, {"invoice": 1}, 1)
    assert facts["sample"] == [{"reason": "invoice", "words": ["lasku"], "text": "Laskusta"}]
    explained = " ".join(run("score", shop, "--explain").out.split())
    assert "Coded share = 3 / 4 = 75.00%" in explained
    assert "Of them coded by keyword rules = 1 / 3 = 33.33%" in explained
    scores = json.loads(run("score", shop, "--json").out)
    assert scores["coverage"]["contact_reasons"]["by_rule"] == pytest.approx(1 / 3)
    report = tmp_path / "report.md"
    run("report", shop, "-o", report)
    text = report.read_text(encoding="utf-8")
    assert "of which 33% by keyword rules" in text
    assert "Of the contacts with a reason, 33% were coded by keyword rules" in text
    assert "| Invoice and instalments | 1 | 1 |" in text


def test_in_finnish(run: Run, shop: str, tmp_path: Path) -> None:
    path = export(tmp_path, ";Laskusta;", ";Moi;")
    dry = run("import", "contacts", shop, path, "--code-reasons", "--dry-run", lang="fi")
    assert "avainsanasäännöillä luokiteltu: Lasku ja osamaksu 1; ilman syytä yhä: 1" in dry.out
    nothing = tmp_path / "ajat.csv"
    nothing.write_text("Created\n2025-11-28 10:00\n", encoding="utf-8")
    asked = run("import", "contacts", shop, nothing, "--code-reasons", lang="fi")
    assert asked.status == 2 and "avainsanasäännöillä ei ole mitä lukea" in asked.err


def test_the_shops_own_keywords_are_set_and_used(run: Run, shop: str, tmp_path: Path) -> None:
    own = "reasons.tyre-change.keywords=renkaanvaihto, =nasta", "reasons.return.keywords=takas"
    assert run("set", shop, *own).status == 0
    path = export(tmp_path, ";Renkaanvaihdosta;", ";nasta;", ";takas;")
    facts = json.loads(run("import", "contacts", shop, path, "--code-reasons", "--json").out)
    assert facts["coded_by_rule"] == {"tyre-change": 2, "return": 1}


@pytest.mark.parametrize(("value", "why"), [
    ("x" * 61, "at most 60 characters"), ("–", "holds no word"),
    (",".join(f"w{n}" for n in range(101)), "at most 100 keywords"),
])
def test_keywords_within_limits(run: Run, shop: str, value: str, why: str) -> None:
    refused = run("set", shop, f"reasons.return.keywords={value}")
    assert refused.status == 2 and why in " ".join(refused.err.split())
