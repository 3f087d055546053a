"""What imports bring into [service], beside what a person has typed there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.storage.assign import assign
from readycheck.storage.document import audit_of
from readycheck.storage.edits import new_document, with_demand
from readycheck.storage.service_edits import surveys_together, typed_figures, typed_over

Table = dict[str, Any]
DAY = date(2025, 12, 1)


def audit(**tables: Any) -> Table:
    return {**new_document("Lankakauppa", 2026, "FI", "Europe/Helsinki", ()), **tables}


def survey(source: str, **counts: Any) -> Table:
    return {"kind": "survey", "source": source, "files": [{"name": "a.csv", "sha256": source}], "rows": 9,
            "rejected": {}, "counts": counts}


def contacts(source: str, of: str = "", **responses: Table) -> Table:
    profile = {"first": DAY, "last": DAY, "grid": [" ".join(["0"] * 24)] * 7, "daily": "9"}
    counts = {**profile, "responses": responses, **({"responses_of": of} if of else {})}
    return {"kind": "contacts", "source": source, "files": [], "rows": 9, "rejected": {}, "counts": counts}


def times(n: int, median: float, p90: float, unanswered: int = 0, **within: int) -> Table:
    return {"n": n, "unanswered": unanswered, "median_s": median, "p90_s": p90,
            "within": {key.removeprefix("s"): count for key, count in within.items()}}


# 7 of 10 solved; recommend 10 10 9 8 0: 3 promoters, 1 passive, 1 detractor of 5: NPS 40
FIRST = survey("a", n=10, solved={"yes": 7, "no": 3}, recommend="1 0 0 0 0 0 0 0 1 1 2")
# 1 of 2 solved; CSAT 3 of 4
SECOND = survey("b", n=4, solved={"yes": 1, "no": 1}, csat={"good": 3, "bad": 1})


def test_surveys_of_several_sources_add_up_and_each_replaces_itself() -> None:
    both = with_demand(with_demand(audit(), FIRST), SECOND)
    assert both["service"] == {
        "n": 14, "fcr": 8 / 12, "nps": 40.0, "csat": 0.75, "grades": {"recommend": 0.6},
        "answers": {"fcr": 12, "nps": 5, "recommend": 5, "csat": 4},
    }
    audit_of(both, "2026.toml")
    again = with_demand(both, survey("a", n=2, solved={"yes": 2}))
    assert again["service"] == {"n": 6, "fcr": 0.75, "csat": 0.75, "answers": {"fcr": 4, "csat": 4}}


def test_the_figures_of_all_surveys_together_are_told_where_there_are_several() -> None:
    one = with_demand(audit(), FIRST)
    assert surveys_together(one) == ()
    told = [str(line) for line in surveys_together(with_demand(one, SECOND))]
    assert told[0].startswith("all surveys together: solved at the first contact: 8 of 12 = 66.7%;")
    assert len(told) == 4


def test_what_a_person_typed_stays_and_is_told() -> None:
    """NPS 73 was typed before any import: it stays without the import's answers; the rest comes."""
    document = with_demand(audit(service={"nps": 73, "handled": 0.9}), FIRST)
    assert (document["service"]["nps"], document["service"]["fcr"]) == (73, 0.7)
    assert document["service"]["answers"] == {"fcr": 10, "recommend": 5}
    (told,) = typed_figures(document, "survey")
    assert str(told).startswith("service.nps: 73 was typed by hand and stays; the import gives 40.")
    assert typed_figures(document, "contacts") == ()


def test_a_typed_figure_that_is_cleared_is_filled_by_the_same_import_again() -> None:
    document = with_demand(audit(service={"nps": 73}), FIRST)
    cleared = typed_over(assign(document, "service.nps="))
    assert with_demand(cleared, FIRST)["service"] == with_demand(audit(), FIRST)["service"]


def test_the_very_same_import_again_changes_nothing() -> None:
    desk = contacts("desk", email=times(2, 60, 90, s60=1))
    document = with_demand(with_demand(audit(service={"nps": 73}), FIRST), desk)
    for entry in (FIRST, desk):
        again = with_demand(document, entry)
        assert again == document and list(again["service"]) == list(document["service"])


def test_figures_that_an_earlier_edition_kept_are_read() -> None:
    """The old survey said NPS 20 and CSAT 90 %; the new one counts the NPS: 40, and leaves CSAT to the old one."""
    old = survey("old", nps=20.0, csat=0.9, grades={"quality": 0.8}, n=50)
    document = with_demand(audit(imports=[old], service={**old["counts"]}), FIRST)
    assert document["service"] == {
        "nps": 40.0, "csat": 0.9, "grades": {"quality": 0.8, "recommend": 0.6}, "n": 10, "fcr": 0.7,
        "answers": {"fcr": 10, "nps": 5, "recommend": 5},
    }
    # the old source again, now counted: its figures go
    counted = with_demand(document, survey("old", n=1, csat={"good": 1}))
    assert (counted["service"]["csat"], counted["service"]["grades"]) == (1.0, {"recommend": 0.6})


def test_a_figure_typed_over_an_imported_one_loses_the_imports_company() -> None:
    document = typed_over(assign(with_demand(audit(), FIRST), "service.fcr=0.9"))
    assert document["service"]["fcr"] == 0.9
    assert document["service"]["answers"] == {"nps": 5, "recommend": 5}
    desk = with_demand(audit(), contacts("desk", email=times(2, 60, 90, s60=1)))
    typed = typed_over(assign(desk, "service.email.first_response_s=45"))
    assert typed["service"] == {"email": {"first_response_s": 45}}
    assert typed_over(desk) == desk


def test_a_channels_first_responses_with_their_source() -> None:
    document = with_demand(audit(service={"email": {"target_s": 60}}),
                           contacts("desk", "Wait (min)", email=times(2, 60, 90, 3, s60=1, s120=2)))
    assert document["service"]["email"] == {
        "target_s": 60, "first_response_s": 60, "p90_s": 90, "n": 2, "unanswered": 3, "within": {"60": 1, "120": 2},
        "measured_from": "import: desk (Wait (min))",
    }
    found = audit_of(document, "2026.toml").service.channels["email"]
    assert (found.first_response_s, found.n, found.within) == (60, 2, {"60": 1, "120": 2})


def test_two_sources_of_a_channel_add_up_and_say_that_they_are_read_from_counts() -> None:
    """Within 60 s 2 of 6, within 120 s 5, within 300 s 6: half of 6 is 3, a third of the way from 60 to 120 s."""
    document = with_demand(
        with_demand(audit(), contacts("desk", email=times(4, 70, 115, 1, s60=1, s120=4, s300=4))),
        contacts("box", email=times(2, 150, 255, 0, s60=1, s120=1, s300=2)),
    )
    email = document["service"]["email"]
    assert (email["first_response_s"], email["n"], email["unanswered"]) == (80, 6, 1)
    # 90 % of 6 is 5.4: 120 + 180 · 0.4
    assert email["p90_s"] == pytest.approx(192)
    assert (email["within"], email["estimated"]) == ({"60": 2, "120": 5, "300": 6}, True)
    assert email["measured_from"] == "import: desk, box"
    alone = with_demand(document, contacts("box", chat=times(1, 5, 5, s60=1)))
    assert (alone["service"]["email"]["first_response_s"], "estimated" in alone["service"]["email"]) == (70, False)
    assert alone["service"]["chat"]["n"] == 1


def test_a_typed_first_response_stays_whole() -> None:
    typed = {"email": {"first_response_s": 30, "measured_from": "arvio"}}
    document = with_demand(audit(service=typed), contacts("desk", email=times(2, 60, 90, s60=1)))
    assert document["service"] == typed
    (told,) = typed_figures(document, "contacts")
    assert "service.email.first_response_s: 30 was typed" in str(told)


def test_a_channel_of_which_nobody_was_answered_brings_no_figure() -> None:
    document = with_demand(audit(), contacts("desk", email={"n": 0, "unanswered": 4}))
    assert "service" not in document


def test_a_channel_that_is_called_like_a_figure_is_left_out() -> None:
    assert "service" not in with_demand(audit(), contacts("desk", answers=times(1, 5, 5)))
