"""The made-up shop's report, with everything in it and with nothing, for all tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from readycheck.core.audit import Audit, Season, Shop
from readycheck.core.checklist import LocalText
from readycheck.core.message import Message
from readycheck.core.scoring import score
from readycheck.i18n import Lang
from readycheck.report.build import build
from readycheck.report.model import Block, Report, Section
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import COMPARISON, SCORES

LANGS: tuple[Lang, ...] = ("en", "fi")
# a person's own texts; the other strings are identifiers with a fixed form
FREE = {
    "name", "note", "evidence", "cause", "action", "owner", "done", "escalation", "title", "url", "tester", "device",
    "payment_method", "fallback", "text", "source", "label", "fi", "en", "entry", "devices", "payment_methods",
    "prompt",
}


@cache
def full(lang: Lang) -> Report:
    return build(AUDIT, SCORES, COMPARISON, AUDIT, lang, TODAY, "lankakauppa")


@cache
def empty(lang: Lang) -> Report:
    """An audit in which nobody has yet answered or imported anything."""
    audit = Audit(Shop("Uusi kauppa"), Season(2026, date(2026, 11, 1), date(2027, 1, 31)))
    return build(audit, score(audit), None, None, lang, TODAY)


@cache
def hostile(payload: str, lang: Lang = "en") -> Report:
    """The report of a shop in which every text that a person can type is `payload`."""
    audit = _with(AUDIT, payload)
    return build(audit, _with(SCORES, payload), _with(COMPARISON, payload), audit, lang, TODAY)


def _with(value: Any, payload: str, free: bool = False) -> Any:
    if isinstance(value, str):
        return payload if free else value
    if isinstance(value, Message):
        return value
    if isinstance(value, LocalText):
        return LocalText(payload, payload)
    if isinstance(value, tuple):
        return tuple(_with(item, payload, free) for item in value)
    if isinstance(value, dict):
        return {key: _with(item, payload, free) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _with(getattr(value, f.name), payload, f.name in FREE) for f in fields(value)}
        return replace(value, **changed)
    return value


def sections(report: Report) -> Iterator[Section]:
    """Every section, the smaller ones after the one they stand in."""
    waiting = list(report.sections)
    while waiting:
        section = waiting.pop(0)
        yield section
        waiting = [*section.parts, *waiting]


def section(report: Report, identifier: str) -> Section:
    return next(found for found in sections(report) if found.id == identifier)


def blocks(report: Report) -> Iterator[Block]:
    for found in sections(report):
        yield from found.blocks
