"""Which question a person means: the full id, or as much of it as is needed to tell it from the others."""

from __future__ import annotations

from readycheck.core.message import say
from readycheck.core.numbering import question_numbers
from readycheck.core.results import Scores
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError, did_you_mean, wrong

SHOWN = 5


def full_id(scores: Scores, text: str) -> str:
    """`<checklist>/<section>.<question>` for it, `<section>.<question>`, `<question>` or the app's number "3.2".

    ReadycheckError if unclear.
    """
    numbers = question_numbers(scores)
    known = list(numbers)
    if text in known:
        return text
    ending = [identifier for identifier, number in numbers.items() if number == text] or [
        identifier for identifier in known if identifier.endswith((f"/{text}", f".{text}"))
    ]
    if len(ending) == 1:
        return ending[0]
    raise _unclear(text, ending) if ending else _unknown(text, known)


def _unclear(text: str, meant: list[str]) -> ReadycheckError:
    what = say("\"{text}\" may be any of several questions.", text=clean(text)[:80])
    return wrong(what, say("Say which: {known}.", known=", ".join(meant[:SHOWN])))


def _unknown(text: str, known: list[str]) -> ReadycheckError:
    meaning: dict[str, str] = {}
    for identifier in known:
        section = identifier.partition("/")[2]
        for ending in (identifier, section, section.partition(".")[2]):
            meaning.setdefault(ending, identifier)
    what = say("there is no question \"{text}\" in this audit.", text=clean(text)[:80])
    return wrong(what, did_you_mean(text, meaning, say("See them with: readycheck checklist show"), meaning))
