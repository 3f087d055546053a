"""`new`, `answer` and `set`: what they write, what they refuse, and that a refusal writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import TODAY, Run


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


def test_new_asks_for_no_more_than_a_name_and_a_year(run: Run, home: Path) -> None:
    said = run("new", "Lanka & Puikko/2026", "--country", "se", "--timezone", "Europe/Stockholm")
    assert said.status == 0 and "lanka-puikko/2026" in said.out
    audit = Archive(home).open("lanka-puikko").audit
    assert (audit.shop.name, audit.shop.country, audit.shop.timezone) == ("Lanka & Puikko", "SE", "Europe/Stockholm")
    assert (audit.season.starts, audit.season.ends) == (date(2026, 11, 1), date(2027, 1, 31))
    assert len(audit.checklists) == 5


@pytest.mark.parametrize("words, country, zone", [
    (("--country", "uk"), "GB", "Europe/London"),
    (("--country", "EE"), "EE", "Europe/Tallinn"),
    (("--country", "GB", "--timezone", "Europe/Jersey"), "GB", "Europe/Jersey"),
    ((), "FI", "Europe/Helsinki"),
])
def test_a_country_brings_its_time_zone(run: Run, home: Path, words: tuple[str, ...], country: str, zone: str) -> None:
    assert run("new", "gifts/2026", *words).status == 0
    assert run("new", "gifts/2027").status == 0
    shops = [Archive(home).open(f"gifts/{year}").audit.shop for year in (2026, 2027)]
    assert {(shop.country, shop.timezone) for shop in shops} == {(country, zone)}


def test_without_a_country_it_is_this_machine_s_and_that_is_said(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    said = run("new", "gifts/2026", COLUMNS="300")
    shop = Archive(home).open("gifts").audit.shop
    assert (shop.country, shop.timezone) == ("GB", "Europe/London")
    assert "Country GB, time zone Europe/London. To change them: readycheck set gifts/2026" in said.out


def test_a_season_that_was_only_made_is_not_told_as_not_ready(run: Run, yarn: str) -> None:
    assert "not started" in run("list").out and "not ready" not in run("list").out
    assert run("answer", yarn, "presence.evenings", "no").status == 0
    assert "not ready" in run("list").out and "not started" not in run("list").out


def test_a_further_season_is_of_the_same_shop_and_may_carry_over(run: Run, villanen: str, home: Path) -> None:
    assert run("new", f"{villanen}/2027", "--like", "2026").status == 0
    archive = Archive(home)
    before, after = archive.open(f"{villanen}/2026").audit, archive.open(villanen).audit
    assert (after.season.year, after.shop) == (2027, before.shop)
    assert after.hours["phone"] == before.hours["phone"] and after.faq == before.faq
    assert not after.answers and after.contacts is None


@pytest.mark.parametrize("words, fragment", [
    (("new", "yarn"), "shop and year"),
    (("new", "/2026"), "shop and year"),
    (("new", "yarn/2026"), "2026"),
    (("new", "other/2026", "--timezone", "Europe/Helsingfors"), "Europe/Helsingfors"),
    (("new", "other/2026", "--country", "XX"), "XX"),
    (("new", "yarn/2027", "--like", "2019"), "2019"),
])
def test_new_refuses_in_a_sentence_and_makes_nothing(run: Run, yarn: str, home: Path, words: tuple[str, ...],
                                                     fragment: str) -> None:
    before = sorted(home.rglob("*.toml"))
    said = run(*words)
    assert (said.status, said.out) == (2, "") and fragment in said.err
    assert sorted(home.rglob("*.toml")) == before


@pytest.mark.parametrize("question", ["peak-season/presence.evenings", "presence.evenings", "evenings", "1.1"])
def test_an_answer_is_kept_with_voice_day_note_and_evidence(run: Run, yarn: str, home: Path, question: str) -> None:
    said = run("answer", yarn, question, "partly", "--by", "consultant", "--note", "to six", "--evidence", "a.png",
               "--evidence", " ")
    assert said.status == 0 and "counts: partly" in said.out
    kept = Archive(home).open(yarn).audit.answers["peak-season/presence.evenings"]
    assert kept.consultant is not None and kept.owner is None
    assert (kept.consultant.value, kept.consultant.on) == ("partly", TODAY)
    assert (kept.note, kept.evidence) == ("to six", ("a.png",))


@pytest.mark.parametrize("word, value", [
    ("kyllä", "yes"), ("Osittain", "partly"), ("ei", "no"), ("en-tiedä", "unknown"),
])
def test_answers_may_be_finnish(run: Run, yarn: str, home: Path, word: str, value: str) -> None:
    assert run("answer", yarn, "evenings", word, lang="fi").status == 0
    owner = Archive(home).open(yarn).audit.answers["peak-season/presence.evenings"].owner
    assert owner is not None and owner.value == value


def test_an_answer_that_the_data_contradicts_or_that_blocks_says_so_at_once(run: Run, villanen: str) -> None:
    said = run("answer", villanen, "presence.weekends", "yes", "--by", "agreed", lang="fi").out
    assert "Aineisto: 0,0\u00a0%" in said and "Aineisto sanoo muuta: vaaditaan vähintään 30\u00a0%." in said
    assert "Tämä estää valmiuden." in run("answer", villanen, "presence.evenings", "no", lang="fi").out


@pytest.mark.parametrize("lang, sentence", [
    ("en", "An agreed answer stands: yes."), ("fi", "Sovittu vastaus on voimassa: kyllä."),
])
def test_why_an_answer_does_not_count_is_said(run: Run, yarn: str, lang: str, sentence: str) -> None:
    assert sentence not in run("answer", yarn, "1.1", "yes", "--by", "agreed", lang=lang).out
    assert sentence in run("answer", yarn, "1.1", "partly", lang=lang).out


def test_of_two_that_differ_the_lower_counts_and_it_is_said(run: Run, yarn: str) -> None:
    said = [run("answer", yarn, "1.1", value, "--by", by).out for value, by in (("no", "owner"), ("yes", "consultant"))]
    assert ["the lower answer counts" in out for out in said] == [False, True]


def test_readiness_moves_by_the_answers_weight(run: Run, yarn: str) -> None:
    # presence weighs 1 of 13 in the mean, evenings 3 of the section's 9: 100 · 3/9 / 13
    assert "Readiness 0.0 → 2.6" in run("answer", yarn, "presence.evenings", "yes").out


@pytest.mark.parametrize("words, fragments", [
    (("works", "yes"), ("purchase-path/arrive.works", "purchase-path/search.works")),
    (("presense.evenings", "yes"), ("peak-season/presence.evenings",)),
    (("evening", "yes"), ("peak-season/presence.evenings",)),
    (("xyzzy", "yes"), ("checklist show",)), (("1.99", "yes"), ("1.99", "checklist show")),
    (("evenings", "maybe"), ("maybe", "yes, partly, no, unknown, na")),
    (("evenings", "na"), ("note",)),
    (("evenings", "na", "--note", "  "), ("note",)),
])
def test_a_wrong_answer_names_what_would_do_and_changes_nothing(
    run: Run, yarn: str, home: Path, words: tuple[str, ...], fragments: tuple[str, ...]
) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    said = run("answer", yarn, *words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert all(fragment in said.err for fragment in fragments)
    assert path.read_bytes() == before


def test_na_with_its_reason_leaves_the_denominator(run: Run, yarn: str) -> None:
    assert run("answer", yarn, "presence.weekends", "na", "--note", "closed in winter").status == 0
    # evenings 3 of 9 − 2
    assert "100 × 3.000 / 7" in (run("answer", yarn, "evenings", "yes"), run("score", yarn, "--explain"))[1].out


def test_set_takes_hours_numbers_and_lists_as_the_file_has_them(run: Run, yarn: str, home: Path) -> None:
    said = run("set", yarn, "hours.chat.mon=08:00-16:00,17:00-20:00", "hours.chat.live=true", "staffing.phone.aht=240",
               "plan.growth=1,2", "plan.hours.2026-W53=75")
    assert said.status == 0
    audit = Archive(home).open(yarn).audit
    assert [str(span) for span in audit.hours["chat"].mon] == ["08:00-16:00", "17:00-20:00"]
    assert audit.hours["chat"].live and audit.staffing["phone"].aht == 240
    assert audit.plan.growth == 1.2 and audit.plan.hours == {"2026-W53": 75}


@pytest.mark.parametrize("changes, fragment", [
    (("plan.growth=1.2", "plan.shrinkage=1"), "plan.shrinkage"),
    (("plan.growth=1.2", "hours.chat.mon=16:00-08:00"), "hours.chat.mon"),
    (("plan.growth=1.2", "hurs.chat.mon=08:00-16:00"), "hours"),
    (("plan.growth=1.2", "plan.growth"), "="),
    (("plan.growth=1.2", "season.year=2027"), "season.year"),
])
def test_set_does_all_or_nothing(run: Run, yarn: str, home: Path, changes: tuple[str, ...], fragment: str) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    said = run("set", yarn, *changes)
    assert (said.status, said.out) == (2, "") and fragment in said.err
    assert path.read_bytes() == before


def test_a_change_by_hand_is_said_once_by_the_command_that_saves(run: Run, home: Path, yarn: str) -> None:
    path = Archive(home).resolve(yarn)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[season]", "[plan]\ngrowth = 1.5\n\n[season]", 1), encoding="utf-8")
    assert run("score", yarn).err == ""
    assert "changed by hand" in run("set", yarn, "plan.shrinkage=0.2").err
    assert run("set", yarn, "plan.shrinkage=0.3").err == ""
    plan = Archive(home).open(yarn).audit.plan
    assert (plan.growth, plan.shrinkage) == (1.5, 0.3)
