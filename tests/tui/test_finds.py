"""What is found first: numbers, then words that begin so, then words within, then what is not shown."""

from __future__ import annotations

import pytest

from readycheck.core.message import say
from readycheck.tui.finds import Find, folded, matching


def find(text: str, number: str = "", also: str = "") -> Find:
    return Find(say("question"), text, lambda: None, number, also=also)


LIST = [
    find("Onko joku paikalla?", "1.1", also="Palvelu"), find("Löytyykö palautusohje?", "3.1", also="Kassa"),
    find("Ostoskori ja epalautettava", "3.2"), find("Lähetetäänkö 12 tunnissa?", "12.1"), find("Muu", "2.12"),
    find("Palautus ja vaihto"),
]


@pytest.mark.parametrize(("typed", "found"), [
    # Palautus begins so, palautusohje is a word that does, epalautettava holds it, Palvelu is only the section
    ("pal", ["", "3.1", "3.2", "1.1"]),
    ("", ["1.1", "3.1", "3.2", "12.1", "2.12", ""]),
    ("3", ["3.1", "3.2"]),
    ("3.", ["3.1", "3.2"]),
    ("3.2", ["3.2"]),
    ("12", ["12.1", "2.12"]),  # section 12 first, then what has the figure somewhere
    ("lahet", ["12.1"]),
    ("LÄHET tunn", ["12.1"]),
    ("kassa ohje", ["3.1"]),
    ("mitään", []),
])
def test_the_best_comes_first(typed: str, found: list[str]) -> None:
    assert [each.number for each in matching(LIST, typed)] == found


def test_letters_are_compared_without_dots_and_size() -> None:
    assert folded("ÄÖÅ é") == " aoa e"
