"""A plan that cannot be: one sentence with what is wanted, by command and in the file; nothing changed on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run
from tests.cli.even_shop import make_even_shop

BAD = [
    (("plan.hours.2026-W54=10",), "2026 has no week 54: its weeks are 1–53.", "vuodessa 2026 ei ole viikkoa 54"),
    (("plan.hours.2026-W52=-5",), "must be at least 0, not −5.", "vähintään 0"),
    (("plan.shrinkage=1",), "breaks, meetings and absences, such as 0.3.", "esimerkiksi 0.3."),
    (("plan.growth=0",), "this season's orders over last season's, such as 1.1.", "viime sesongin tilauksiin"),
    (("plan.max_occupancy=0",), "that contacts may fill, such as 0.85.", "esimerkiksi 0.85."),
    (("staffing.email.aht=0",), "Give seconds, such as 300.", "Anna sekunteina, esimerkiksi 300."),
    (("staffing.email.target=1",), "Give the share answered in time, such as 0.8.", "osuus, esimerkiksi 0.8."),
    (("plan.contact_rate=-0.1",), "Give contacts per order, such as 0.1", "yhteydenotot tilausta kohti"),
    (("plan.contact_rate=1e9",), "must be at most 1000", "enintään 1"),
    (("plan.extra.2027-02-30=3",), "must be a date such as 2027-01-04", "2027-01-04"),
    (("plan.campaigns.bf.first=2026-11-27", "plan.campaigns.bf.last=2026-11-20"), "must not be before 27 Nov 2026.",
     "27.11.2026"),
    (("plan.late.first=2026-12-30",), "must not be after 23 Dec 2026. Give plan.late.last too.", "23.12.2026"),
    (("plan.gifts.first=2027-01-01",), "must not be after 23 Dec 2026.", "23.12.2026"),
    (tuple(f"plan.campaigns.{name}.{key}" for name in "ab" for key in (
        "first=2026-11-27", "last=2026-11-30", "orders=50")),
     "the campaigns of 27 Nov 2026 together bring over 1000 times the orders. Give each as a multiple", "27.11.2026"),
]


@pytest.fixture(scope="module")
def even_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The even shop's file: what is refused leaves it alone, so one does for all."""
    return make_even_shop(Archive(tmp_path_factory.mktemp("bad")).home).path


@pytest.mark.parametrize(("changes", "english", "finnish"), BAD, ids=[changes[0] for changes, *_ in BAD])
def test_it_is_told_by_set_and_as_a_what_if(
    run: Run, even_file: Path, changes: tuple[str, ...], english: str, finnish: str
) -> None:
    before = even_file.read_bytes()
    tried = [word for change in changes for word in ("--set", change)]
    for lang, sentence in (("en", english), ("fi", finnish)):
        for words in (("set", even_file, *changes), ("staffing", even_file, *tried)):
            found = run(*words, lang=lang)
            assert (found.status, found.out) == (2, "")
            assert sentence in found.err
            assert changes[0].split(".")[0] + "." in found.err
            assert found.err.count("\n") == 1 and "Traceback" not in found.err
    assert even_file.read_bytes() == before


@pytest.mark.parametrize(("old", "new", "sentence"), [
    ("[plan]\n", "[plan]\nshrinkage = 1\n",
     "plan.shrinkage: must be under 1, not 1. Give the share of the paid time"),
    ("[staffing.email]\naht = ", "[staffing.email]\naht = 0 # ", "staffing.email.aht: must be over 0, not 0."),
    ("[plan.hours]\n", "[plan.hours]\n2026-W54 = 3\n", "plan.hours.2026-W54: 2026 has no week 54"),
])
def test_it_is_told_of_a_file_that_was_edited_by_hand(
    run: Run, even_file: Path, tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    text = even_file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file = tmp_path / "2026.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    before = file.read_bytes()
    for verb in ("score", "staffing"):
        found = run(verb, file)
        assert (found.status, found.out) == (2, "")
        assert sentence in found.err and found.err.count("\n") == 1
    assert file.read_bytes() == before


def test_typed_weeks_with_a_gap_are_a_sentence_in_place_of_the_score(run: Run, even_file: Path, tmp_path: Path) -> None:
    """The file is right, only not all is known yet: exit status 0, and what to type."""
    file = tmp_path / "2026.toml"
    file.write_bytes(even_file.read_bytes())
    assert run("set", file, "plan.orders=").status == 0
    assert run("set", file, "plan.orders.2026-W45=100", "plan.orders.2026-W47=100").status == 0
    for lang, sentence in (
        ("en", "15 Nov 2026, 23 Nov 2026 – 31 Jan 2027: type them by week up to 31 Jan 2027 (plan.orders.WEEK)"),
        ("fi", "9.11.2026–15.11.2026, 23.11.2026–31.1.2027: kirjaa ne viikoittain 31.1.2027 asti (plan.orders.VIIKKO)"),
    ):
        found = run("staffing", file, lang=lang)
        assert (found.status, found.err) == (0, "")
        assert sentence in " ".join(found.out.split())
