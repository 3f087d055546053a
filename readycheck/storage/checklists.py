"""Checklists from YAML, every mistake told with file, line, key and remedy; and as kept in an audit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from readycheck.core.checklist import Checklist, ReasonCodes
from readycheck.core.countries import GROUPS
from readycheck.core.limits import Between
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import Problem, ReadycheckError, did_you_mean
from readycheck.paths import shipped_checklists as folder
from readycheck.storage.checks import told_twice
from readycheck.storage.countries import country_code, zone_of
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.decode import Path as KeyPath
from readycheck.storage.encode import encode
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.yaml_reader import MAX_BYTES, Lines, read_yaml

SHIPPED = ("peak-season", "purchase-path", "service-quality", "channels", "service-process")
COVERAGES = ("coverage/opening_hours", "coverage/faq", "coverage/contact_reasons", "coverage/january")
T = TypeVar("T", Checklist, ReasonCodes)
HEAD_BYTES = 1000
_VERSION = re.compile(rb"^version: (\d{1,9})\s*$", re.MULTILINE)


@cache
def shipped_checklists() -> tuple[Checklist, ...]:
    """The five checklists that ship with the program, in the order they are answered."""
    return tuple(read_checklist(folder() / f"{name}.yaml") for name in SHIPPED)


@cache
def shipped_versions() -> Mapping[str, int]:
    """Their editions by id, as the first lines of the files tell them: all of them take a while to read."""
    found = {}
    for name in SHIPPED:
        with (folder() / f"{name}.yaml").open("rb") as file:
            told = _VERSION.search(file.read(HEAD_BYTES))
        if told is not None:
            found[name] = int(told[1])
    return found


def newer_shipped(kept: Iterable[Checklist]) -> tuple[str, ...]:
    """Those of these lists, by id, of which a later version ships; no list is read for it."""
    return tuple(each.id for each in kept if shipped_versions().get(each.id, 0) > each.version)


@cache
def reason_codes() -> ReasonCodes:
    """The usual contact reasons of a web shop."""
    return _read(ReasonCodes, folder() / "reason-codes.yaml")


def read_checklist(path: Path) -> Checklist:
    """A checklist file; a ReadycheckError tells all its mistakes at once."""
    return _read(Checklist, path)


def _read(kind: type[T], path: Path) -> T:
    file = shown(path)
    data, lines, problems = read_yaml(bytes_of(path, MAX_BYTES), file)
    mistakes = Mistakes(unknown_keys=True)
    value = decode(kind, data, mistakes)
    _check(data, mistakes)
    if isinstance(value, Checklist):
        _check_readiness(value, mistakes)
    problems += [
        Problem(what, remedy, file, _line(lines, where), key_text(where) or None)
        for where, what, remedy in mistakes.found
    ]
    if value is None or problems:
        raise ReadycheckError(*sorted(problems, key=lambda problem: problem.line or 0))
    return value


def _line(lines: Lines, where: KeyPath) -> int | None:
    """The line of a key, or of the nearest table around it where the key is missing."""
    for end in range(len(where), -1, -1):
        if where[:end] in lines:
            return lines[where[:end]]
    return None


def _check(data: Any, mistakes: Mistakes, where: KeyPath = ()) -> None:
    """What types alone cannot say; on the plain data, so that it is told beside the types' mistakes."""
    if isinstance(data, dict):
        _check_measure(data, where, mistakes)
        _check_dates(data, where, mistakes)
        _check_lists(data, where, mistakes)
        _check_countries(data, where, mistakes)
        for key, item in data.items():
            _check(item, mistakes, (*where, key))
    elif isinstance(data, list):
        given = [(n, item["id"]) for n, item in enumerate(data)
                 if isinstance(item, dict) and isinstance(item.get("id"), str)]
        told_twice(given, where, mistakes)
        for n, item in enumerate(data):
            _check(item, mistakes, (*where, n))


def _check_measure(question: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    measure = question.get("measure")
    if isinstance(measure, str):
        from readycheck.core.measures import MEASURES  # all the scores come with it, and most data names none

        if measure not in MEASURES:
            remedy = did_you_mean(measure, MEASURES, say("Known here: {known}.", known=", ".join(MEASURES)))
            mistakes.add((*where, "measure"), say("no measure is called \"{name}\".", name=clean(measure)), remedy)
    if ("measure" in question) != ("at_least" in question):
        given, lacking = ("measure", "at_least") if "measure" in question else ("at_least", "measure")
        what = say("is given without \"{lacking}\".", lacking=lacking)
        mistakes.add((*where, given), what, say("Give both or neither."))


def _check_dates(question: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    since, until = question.get("since"), question.get("until")
    if isinstance(since, str) and isinstance(until, str) and since > until:
        mistakes.add((*where, "until"), say("is before \"since\"."), say("Fix one of the dates."))


def _check_lists(table: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    for key in ("sections", "questions", "reasons"):
        if table.get(key) == []:
            mistakes.add((*where, key), say("is empty."))


def _check_countries(table: dict[str, Any], where: KeyPath, mistakes: Mistakes) -> None:
    """A code that no shop can have would silence the question everywhere."""
    codes = table.get("country")
    for place, code in enumerate(codes if isinstance(codes, list) else ()):
        if isinstance(code, str) and code not in GROUPS and zone_of(code) is None:
            likely = country_code(code)
            remedy = (say("Did you mean {close}?", close=likely) if likely in GROUPS or zone_of(likely) else
                      say("Give two capital letters such as FI or GB, or EU or EEA for all members."))
            what = say("no country has the code \"{name}\".", name=clean(code))
            mistakes.add((*where, "country", place), what, remedy)


def _check_readiness(checklist: Checklist, mistakes: Mistakes) -> None:
    """Bands in their order, and weights of scores that there are (DOMAIN §3.10)."""
    bands = checklist.bands
    complaint = Between(below=bands.ready).complaint(bands.nearly) if bands else None
    if complaint is not None:
        mistakes.add(("bands", "nearly"), complaint)
    known = [*(f"{checklist.id}/{section.id}" for section in checklist.sections), *COVERAGES]
    for place, weight in enumerate(checklist.readiness):
        if weight.id not in known:
            remedy = did_you_mean(weight.id, known, say("Known here: {known}.", known=", ".join(known)))
            mistakes.add(("readiness", place, "id"), say("no score is called \"{name}\".", name=weight.id), remedy)


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
        # applies_when: {channel: [chat, phone], country: [EEA, GB], data: [orders]}
        # locally:              # other words in these countries / muut sanat näissä maissa: why, remedy, source
        #   - country: [FI]
        #     remedy: {fi: "Kysy Postilta.", en: "Ask Posti."}
        # since: 2026-11-01
        # until: 2027-01-31
        # supersedes: gifts.old-question
        # formerly: ["…"]       # the same question in earlier words / sama kysymys aiemmin sanoin
"""
