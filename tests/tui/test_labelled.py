"""What is wrong is told by the label that stands on the screen."""

from __future__ import annotations

from readycheck.core.message import Message, say
from readycheck.errors import Problem
from readycheck.tui.labelled import labelled

LABELS = {"service.nps": say("NPS"), "wished": say("Customers who wish it, %")}


def told(key: str) -> Message:
    return Problem(say("must be at least −100."), key=key).message()


def test_a_place_in_the_file_is_told_by_its_label() -> None:
    assert str(labelled(told("service.nps"), LABELS)) == "NPS: must be at least −100."


def test_a_field_of_a_form_is_known_by_the_last_part_of_its_place() -> None:
    assert str(labelled(told("channels.email.wished"), LABELS)).startswith("Customers who wish it, %: ")


def test_another_place_and_another_sentence_stay() -> None:
    assert str(labelled(told("plan.hours"), LABELS)).startswith("plan.hours: ")
    assert labelled(say("no"), LABELS) == say("no") and labelled(None, LABELS) is None
