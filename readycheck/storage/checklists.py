"""Checklists from YAML, every mistake told with file, line, key and remedy; and as kept in an audit."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from readycheck.core.checklist import Checklist, ReasonCodes
from readycheck.core.measures import MEASURES
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.paths import shipped_checklists as folder
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.decode import Path as KeyPath
from readycheck.storage.encode import encode
from readycheck.storage.yaml_reader import Lines, read_yaml

SHIPPED = ("peak-season", "purchase-path", "service-quality", "channels", "service-process")
T = TypeVar("T", Checklist, ReasonCodes)


@cache
def shipped_checklists() -> tuple[Checklist, ...]:
    """The five checklists that ship with the program, in the order they are answered."""
    return tuple(read_checklist(folder() / f"{name}.yaml") for name in SHIPPED)


@cache
def reason_codes() -> ReasonCodes:
    """The usual contact reasons of a web shop."""
    return _read(ReasonCodes, folder() / "reason-codes.yaml")


def read_checklist(path: Path) -> Checklist:
    """A checklist file; a ReadycheckError tells all its mistakes at once."""
    return _read(Checklist, path)


def _read(kind: type[T], path: Path) -> T:
    try:
        data, lines = read_yaml(path.read_bytes(), str(path))
    except OSError as error:
        what = say("cannot be read: {reason}.", reason=error.strerror or str(error))
        raise wrong(what, say("Check the name and the folder."), file=str(path)) from None
    mistakes = Mistakes(unknown_keys=True)
    value = decode(kind, data, mistakes)
    if kind is Checklist:
        _check(data, mistakes)
    if value is None or mistakes.found:
        raise ReadycheckError(*(
            Problem(what, remedy, str(path), _line(lines, where), key_text(where) or None)
            for where, what, remedy in mistakes.found
        ))
    return value


def _line(lines: Lines, where: KeyPath) -> int | None:
    """The line of a key, or of the nearest table around it where the key is missing."""
    for end in range(len(where), -1, -1):
        if where[:end] in lines:
            return lines[where[:end]]
    return None


def _check(data: Any, mistakes: Mistakes) -> None:
    """What types alone cannot say; on the plain data, so that it is told beside the types' mistakes."""
    sections = _tables(data, "sections")
    _unique(sections, ("sections",), mistakes)
    for s, section in sections:
        questions = _tables(section, "questions")
        at: KeyPath = ("sections", s, "questions")
        _unique(questions, at, mistakes)
        for q, question in questions:
            _check_measure(question, (*at, q), mistakes)
            _check_dates(question, (*at, q), mistakes)


def _tables(data: Any, key: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of a list that may be anything, each with its place."""
    items = data.get(key) if isinstance(data, dict) else None
    return [(n, item) for n, item in enumerate(items) if isinstance(item, dict)] if isinstance(items, list) else []


def _unique(tables: list[tuple[int, dict[str, Any]]], where: KeyPath, mistakes: Mistakes) -> None:
    seen: set[str] = set()
    for place, table in tables:
        identifier = table.get("id")
        if isinstance(identifier, str) and identifier in seen:
            what = say("\"{id}\" stands twice.", id=clean(identifier))
            mistakes.add((*where, place, "id"), what, say("Give each its own id."))
        seen.add(str(identifier))


def _check_measure(question: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    measure = question.get("measure")
    if isinstance(measure, str) and measure not in MEASURES:
        close = get_close_matches(measure, MEASURES, 1)
        remedy = say("Did you mean \"{close}\"?", close=close[0]) if close else say(
            "Known measures: {known}.", known=", ".join(MEASURES)
        )
        mistakes.add((*where, "measure"), say("no measure is called \"{name}\".", name=clean(measure)), remedy)
    if ("measure" in question) != ("at_least" in question):
        given, lacking = ("measure", "at_least") if "measure" in question else ("at_least", "measure")
        what = say("stands without \"{lacking}\".", lacking=lacking)
        mistakes.add((*where, given), what, say("Give both or neither."))


def _check_dates(question: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    since, until = question.get("since"), question.get("until")
    if isinstance(since, str) and isinstance(until, str) and since > until:
        mistakes.add((*where, "until"), say("is before \"since\"."), say("Mend one of the dates."))


def checklist_to_document(checklist: Checklist) -> dict[str, Any]:
    """A checklist as the plain data that an audit keeps; what is not given is left out."""
    document: dict[str, Any] = encode(checklist)
    return document


def template(identifier: str) -> str:
    """A commented checklist of one's own, ready to be filled in; it validates as it stands."""
    return _TEMPLATE.replace("IDENTIFIER", identifier)


_TEMPLATE = """\
# A checklist of your own / Oma tarkistuslista. Check it / Tarkista: readycheck checklist validate FILE
id: IDENTIFIER                  # small letters, digits, hyphens; never reused / pieniä kirjaimia, ei ääkkösiä
version: 1                      # raise it when you change the questions / nosta, kun muutat kysymyksiä
title: {fi: "Oma tarkistuslista", en: "Our own checklist"}
source: "our own / oma"
sections:
  - id: gifts
    title: {fi: "Lahjat", en: "Gifts"}
    questions:
      - id: gift-receipt        # the answer's key / vastauksen avain: IDENTIFIER/gifts.gift-receipt
        prompt:                 # "yes" is always the good answer / "kyllä" on aina hyvä vastaus
          fi: "Saako lahjaksi ostettuun tuotteeseen vaihtokortin ilman hintaa?"
          en: "Can a gift be sent with an exchange card that shows no price?"
        why: {fi: "Lahjan saaja palauttaa, ei ostaja.", en: "The receiver returns the gift, not the buyer."}
        remedy: {fi: "Lisää vaihtokortti pakkaamisen ohjeeseen.", en: "Add the card to the packing list."}
        effort: small           # small | medium | large
        weight: 2               # 1-3
        source: "our own / oma"
        # critical: true        # a "no" blocks / "ei" estää valmiuden
        # lead_days: 7          # days until it is in force / päiviä, ennen kuin on käytössä
        # measure: faq          # held against the data, with / verrataan aineistoon, raja:
        # at_least: 50
        # applies_when: {channel: [chat, phone], country: [FI], data: [orders]}
        # since: 2026-11-01
        # until: 2027-01-31
        # supersedes: gifts.old-question
"""
