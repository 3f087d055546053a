"""Dialects of exports: one small YAML file each says how it is known and which column is what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, get_args

from readycheck.core.message import Message, say
from readycheck.demand.files.text import Form
from readycheck.demand.options import AUTO, ROLES, ImportOptions, Kind
from readycheck.demand.words import HERE, fold, fold_heading, read_data
from readycheck.errors import ReadycheckError, wrong

ZoneRule = Literal["own", "utc", "shop", "ask"]
ReplyUnit = Literal["seconds", "minutes", "hours", "clock"]
TABLES: tuple[Form, ...] = ("csv", "xlsx", "parquet")
FALLBACK: Mapping[Kind, str] = {"orders": "csv", "contacts": "csv", "survey": "survey"}


@dataclass(frozen=True)
class Dialect:
    """One source's form of export; every heading and value here is folded.

    `recognised_by`: of each group one heading must be there. `columns`: headings by role, the best first.
    The headings of `order` are the fallback's where a dialect has none of its own.
    `zone`: whose clock a time without an offset shows: the shop's ("shop", also "own" where times carry an
    offset), UTC, or it is not known ("ask"). `leave_out`: values by heading that make a row none of ours.
    `words`: by role, beginnings of words that tell a heading where a whole sentence is the heading (a survey's
    question) and none of `columns` fits; only where one heading alone holds one of them. `begins`: values by
    heading of rows that begin a conversation; where a file has any, its other rows are none of ours. `source`: the
    name under which imports replace each other, the same for two forms of one system's export. `forms`: what kinds
    of files it comes in. `reply_unit`: the unit of the durations in the columns of `reply` ("clock": 10:25:00 is
    10 h 25 min); None: the heading or a person tells it. `known_by`: a heading of each group of `recognised_by`,
    as the export spells it.
    """

    id: str
    name: str
    kinds: tuple[Kind, ...]
    recognised_by: tuple[frozenset[str], ...]
    columns: Mapping[str, tuple[str, ...]]
    zone: ZoneRule
    leave_out: Mapping[str, frozenset[str]]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    begins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    source: str = ""
    forms: tuple[Form, ...] = TABLES
    reply_unit: ReplyUnit | None = None
    known_by: tuple[str, ...] = ()

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether the folded `headings` are this dialect's."""
        there = set(headings)
        return bool(self.recognised_by) and all(group & there for group in self.recognised_by)


@cache
def dialects() -> Mapping[str, Dialect]:
    """Every shipped dialect by its id."""
    read = [_dialect(read_data(path)) for path in sorted((HERE / "dialects").glob("*.yaml"))]
    # the field in which a help desk has the order's number is the shop's own: it goes by the same names everywhere
    order = next(dialect.columns["order"] for dialect in read if "order" in dialect.columns)
    desks = {dialect.id: {"order": order} for dialect in read if "contacts" in dialect.kinds}
    return {each.id: replace(each, columns={**desks.get(each.id, {}), **each.columns}) for each in read}


def _dialect(data: dict[str, Any]) -> Dialect:
    groups = [group if isinstance(group, list) else [group] for group in data["recognised_by"]]
    zone: ZoneRule = next(rule for rule in get_args(ZoneRule) if rule == data["zone"])
    return Dialect(
        id=data["id"], name=data["name"],
        kinds=tuple(kind for kind in ROLES if kind in data["kinds"]),
        recognised_by=tuple(frozenset(map(fold, group)) for group in groups),
        columns={role: tuple(map(fold, names)) for role, names in data["columns"].items()},
        zone=zone,
        leave_out=_values(data.get("leave_out", {})),
        begins=_values(data.get("begins", {})),
        source=data.get("source", data["id"]),
        known_by=tuple(group[0] for group in groups),
        forms=tuple(form for form in get_args(Form) if form in data.get("forms", TABLES)),
        words={role: tuple(map(fold, words)) for role, words in data.get("words", {}).items()},
        reply_unit=next((unit for unit in get_args(ReplyUnit) if unit == data.get("reply_unit")), None),
    )


def _values(by_heading: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {fold(heading): frozenset(map(fold, values)) for heading, values in by_heading.items()}


ANOTHER_KIND = say("this export holds something else: {name}, {kind}.")
TIME_ROLES = ("time", "clock", "replied")


def time_headings(kind: Kind, columns: Mapping[str, str]) -> frozenset[str]:
    """Folded headings of times in any dialect of that kind, and those that the person named as such."""
    known = [dialect.columns for dialect in dialects().values() if kind in dialect.kinds]
    times = {name for by_role in known for role in TIME_ROLES for name in by_role.get(role, ())}
    ids = {name for by_role in known for name in by_role.get("id", ())}
    return frozenset((times - ids) | {fold_heading(columns[role]) for role in TIME_ROLES if columns.get(role)})


def choose(headings: Iterable[str], kind: Kind, wanted: str, file: str) -> Dialect:
    """The dialect of a file by its folded headings, or the one asked for; the one that asks for most wins.

    ReadycheckError when the file is clearly of another kind, or no dialect has that name.
    """
    if wanted != AUTO:
        return _named(wanted, kind)
    found = dialects()[recognised_format(headings, kind)]
    if kind in found.kinds:
        return found
    raise wrong(
        Message(ANOTHER_KIND.text, {"name": found.name, "kind": kind_name(found.kinds[0])}),
        say("Use \"import {right}\", or --format {fallback} if it is read wrongly.",
            right=found.kinds[0], fallback=FALLBACK[kind]),
        file=file,
    )


def recognised_format(headings: Iterable[str], kind: Kind) -> str:
    """The id of the dialect that folded headings show: one of that kind before others, else what reads anything."""
    there = frozenset(headings)
    fitting = [dialect for dialect in dialects().values() if dialect.fits(there)]
    fitting.sort(key=lambda dialect: (kind not in dialect.kinds, -len(dialect.recognised_by)))
    return fitting[0].id if fitting else FALLBACK[kind]


def check_format(kind: Kind, options: ImportOptions) -> None:
    """ReadycheckError where the wanted format is none."""
    if options.format != AUTO:
        _named(options.format, kind)


def format_name(dialect: Dialect) -> Message:
    """What a person calls the export: a program's own name, or what it is."""
    return say("Mailbox (mbox)") if dialect.forms == ("mbox",) else say("{name}", name=dialect.name)


def kind_name(kind: Kind) -> Message:
    """A kind of import in words that can be translated."""
    return {"orders": say("orders"), "contacts": say("contacts"), "survey": say("survey answers")}[kind]


def _named(wanted: str, kind: Kind) -> Dialect:
    known = {name: dialect for name, dialect in dialects().items() if kind in dialect.kinds}
    if wanted in known:
        return known[wanted]
    raise _unknown_format(wanted, [AUTO, *known])


def _unknown_format(wanted: str, known: list[str]) -> ReadycheckError:
    close = get_close_matches(wanted, known, 1)
    remedy = say("Did you mean \"{close}\"?", close=close[0]) if close else say(
        "Known here: {known}.", known=", ".join(known)
    )
    return wrong(say("\"{format}\" is not a known format.", format=wanted), remedy, key="--format")
