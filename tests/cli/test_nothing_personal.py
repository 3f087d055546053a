"""No byte of a person: every export is imported, every report written, and all that is kept or said is searched."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Run
from tests.cli.exports_with_people import ALSO, written
from tests.people_in import found_in, found_under, secrets_of

pytestmark = pytest.mark.slow
EXAMPLE = re.compile(r"by rule .*?: “.*?(?:”|$)|säännöllä .*?: ”.*?(?:”|$)|\"text\": .*|sääntö .*", re.M)
WORDS = {"palautus"}
"""A tag of one word, which is the name of a contact reason as well."""
EXPORTS = Path(__file__).parents[1] / "data" / "exports"
CODED = ("--code-reasons", "--read-texts")
ORDERS: dict[str, tuple[str, ...]] = {
    "shopify_orders_full.csv": (), "shopify_orders_short_2025.csv": (), "woocommerce_core_analytics_browser.csv": (),
    "woocommerce_webtoffee.csv": ("--dates", "mdy"), "woocommerce_advanced_order_export.csv": (),
    "excel_fi_cp1252_semicolon.csv": (), "excel_fi_utf8bom_semicolon.csv": (), "excel_sep_line.csv": (),
    "mycashflow_orders_UNVERIFIED.csv": ("--column", "time=OrderDate"), "excel_orders.xlsx": (),
}
CONTACTS: dict[str, tuple[str, ...]] = {
    "zendesk_full_export.csv": ("--timezone", "UTC"), "freshdesk_tickets.csv": ("--timezone", "UTC"),
    "zendesk_tickets.json": (), "gmail_takeout.mbox": (), "gorgias_tickets_api.json": ("--timezone", "UTC"),
}


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("READYCHECK_STATE", str(folder))
    return folder


def everything(run: Run, out: Path) -> list[Outcome]:
    """All reports, in all forms, and every command that tells of a shop."""
    out.mkdir(exist_ok=True)
    told = []
    for lang in ("fi", "en"):
        for ending in ("html", "md", "json", "csv"):
            told.append(run("report", "lankala", "-o", out / f"report-{lang}.{ending}", lang=lang))
        for ending in ("html", "md"):
            told.append(run("agreement", "lankala", "-o", out / f"agreement-{lang}.{ending}", lang=lang))
        told += [run(*words, lang=lang) for words in (
            ("agreement", "lankala"), ("score", "lankala", "--explain"), ("score", "lankala", "--json"),
            ("staffing", "lankala"), ("staffing", "lankala", "--json"), ("hours", "lankala", "--suggest", "4"),
            ("actions", "lankala", "--ics", out / "plan.ics"), ("list",), ("portfolio",), ("verify",),
        )]
    told.append(run("export", "lankala", "--all", "--force", "-o", out / "sent.zip"))
    with zipfile.ZipFile(out / "sent.zip") as sent:  # what is packed cannot be searched
        for name in sent.namelist():
            (out / f"sent-{name}").write_bytes(sent.read(name))
    return told


def searched(told: list[Outcome], folders: list[Path], secrets: set[str]) -> None:
    """Nothing is kept and nothing is said, but for this: who has the rules find reasons sees one text of each rule,
    the people in it hidden, on the terminal and nowhere else."""
    said = "\n".join(each.out + each.err for each in told)
    for example in EXAMPLE.findall(said):
        assert found_in(example, {each for each in secrets if not _sentence(each)}) == []
        said = said.replace(example, "")
    assert found_in(said, secrets - WORDS) == []
    assert found_under(folders, secrets - WORDS) == []


def _sentence(text: str) -> bool:
    return (" " in text and text[-1] in ".?!") or text in WORDS or text == "Palautan villasukat takaisin"


@pytest.mark.parametrize(("name", "kind", "options"), [
    *((name, "orders", options) for name, options in ORDERS.items()),
    *((name, "contacts", options) for name, options in CONTACTS.items()),
])
def test_a_sample_of_each_export_leaves_no_person(
    run: Run, home: Path, state: Path, tmp_path: Path, name: str, kind: str, options: tuple[str, ...]
) -> None:
    secrets = secrets_of(EXPORTS / name)
    assert run("new", "lankala/2025").status == 0
    coded = CODED if kind == "contacts" else ()
    told = [
        run("import", kind, "lankala", EXPORTS / name, *options, "--dry-run"),
        run("import", kind, "lankala", EXPORTS / name, *options, "--dry-run", "--json"),
        run("import", kind, "lankala", EXPORTS / name, *options, *coded, "--progress=lines"),
    ]
    assert [each.status for each in told] == [0, 0, 0], told[-1].err
    searched([*told, *everything(run, tmp_path / "out")], [home, state, tmp_path / "out"], secrets)


def test_the_search_finds_people_where_there_are_any() -> None:
    """A search that finds nothing in the exports themselves would prove nothing."""
    names = {name: secrets_of(EXPORTS / name) for name in (*ORDERS, *CONTACTS)}
    assert names["shopify_orders_full.csv"] >= {"maija.testi@example.fi", "Maija Testi", "+358401234567"}
    assert names["excel_fi_cp1252_semicolon.csv"] >= {"Mäkinen; Åsa", "Žarko Šimi"}
    assert names["gmail_takeout.mbox"] >= {"Maija Testi", "maija.testi@example.fi", ">From tästä alkava rivi",
                                           "Missä paketti?"}
    assert names["zendesk_tickets.json"] == {"Missä pakettini on?"}
    assert len([name for name, secrets in names.items() if secrets]) >= 11
    for name in CONTACTS:
        assert found_in((EXPORTS / name).read_bytes(), names[name] - {"Missä paketti?"}), name


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_files_full_of_people_with_refused_rows_leave_none(
    run: Run, home: Path, state: Path, tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(tmp_path / "in")
    secrets = ALSO.union(*map(secrets_of, files.values()))
    assert len(secrets) > 25
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    assert run("new", "lankala/2025").status == 0
    taken = ("--column", "time=Tilausaika", "--column", "id=Tilausnumero")
    wrong = ("--column", "time=Asiakas", "--column", "id=Sähköposti")
    told = [run("import", *words, lang=lang) for words in (
        ("orders", "lankala", files["orders"]), ("orders", "lankala", files["orders"], *wrong),
        ("orders", "lankala", files["orders"], *taken), ("orders", "lankala", files["contacts"]),
        ("contacts", "lankala", files["contacts"]), ("contacts", "lankala", files["contacts"], "--json"),
        ("contacts", "lankala", files["contacts"], "--column", "reason=Requester name"),
        ("contacts", "lankala", files["contacts"], "--column", "reason=Subject", "--column", "channel=Body"),
        ("contacts", "lankala", files["contacts"], "--column", "reason=", *CODED, "--orders", files["orders"],
         "--source", "a"),
        ("contacts", "lankala", files["contacts"], "--column", "reason=", *CODED, "--json", "--source", "a2"),
        ("contacts", "lankala", files["mailbox"], *CODED, "--source", "b"),
        ("survey", "lankala", files["survey"]), ("survey", "lankala", files["survey"], "--json"),
        ("contacts", "lankala", files["survey"]), ("survey", "lankala", files["mailbox"]),
    )]
    assert sum(each.status == 0 for each in told) >= 4, [each.err for each in told]
    assert "2025" in (home / "shops" / "lankala" / "2025.toml").read_text(encoding="utf-8")
    told += everything(run, tmp_path / "out")
    searched(told, [home, state, tmp_path / "out", tmp_path / "temporary"], secrets)
    assert not list((tmp_path / "temporary").iterdir())
