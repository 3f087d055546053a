"""What a new thing needs and nobody types; and years that no season has."""

from __future__ import annotations

import pytest

from readycheck.core.audit import Action
from readycheck.storage.assign import free_action_id
from readycheck.storage.document import audit_of
from readycheck.storage.edits import assign, new_document
from tests.storage.shops import audit, told


def test_a_new_action_gets_an_id_that_no_other_has() -> None:
    document = audit(actions=[{"id": "a1", "title": "A"}, {"id": "a3", "title": "C"}])
    for assignment in ("actions[+].title=UKK ajan tasalle", "actions[3].due=10.11.2026", "actions[+].title=Ohje"):
        document = assign(document, assignment)
    made = audit_of(document, "set").actions
    assert [(action.id, action.title) for action in made] == [
        ("a1", "A"), ("a3", "C"), ("a2", "UKK ajan tasalle"), ("a4", "Ohje"),
    ]


def test_an_id_that_is_typed_is_the_id() -> None:
    document = assign(assign(audit(), "actions[+].id=ukk"), "actions[1].title=UKK")
    assert audit_of(document, "set").actions == (Action(id="ukk", title="UKK"),)


def test_taking_an_id_away_makes_no_action() -> None:
    assert "actions" not in assign(audit(), "actions[+].title=")


def test_the_free_id_is_the_first_free_number() -> None:
    assert free_action_id([]) == "a1"
    assert free_action_id([{"id": "a2"}, {"id": "x"}, {}]) == "a1"
    assert free_action_id([{"id": "a1"}, {"id": "a2"}]) == "a3"


@pytest.mark.parametrize("year", [-1, 0, 99, 9999, 10**9])
def test_a_year_without_seasons_is_told(year: int) -> None:
    assert told(lambda: new_document("Kauppa", year, "FI", "Europe/Helsinki", ())).startswith("season.year: must be")
