"""Which column is what: the person's word first, then the dialect's headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from readycheck.core.message import Message, say
from readycheck.demand.formats.dialects import Dialect
from readycheck.demand.formats.units import told_unit, without_unit_words
from readycheck.demand.options import ROLES, ImportOptions, Kind
from readycheck.demand.personal import looks_personal, personal_heading
from readycheck.demand.words import fold_heading
from readycheck.errors import Problem, ReadycheckError

MOST_SHOWN = 12
LOOKED_FOR: Mapping[Kind, str] = {
    "orders": "Created at, Order date, Tilausaika, Beställningsdatum",
    "contacts": "Created at, Saapunut, Luotu, Skapad",
}
"""Headings under which orders and contacts have their time, in words that help a person to find theirs."""
_NO_HEADINGS = say("Export it again with its headings on the first line.")
NAMED_ROLES = ("channel", "reason")


@dataclass(frozen=True)
class Columns:
    """Column numbers (from 0) by role, and what stands in the way."""

    by_role: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def check_roles(kind: Kind, options: ImportOptions) -> None:
    """ReadycheckError for every part that `--column` names and this kind of import does not have."""
    known = say("Known here: {known}.", known=", ".join(ROLES[kind]))
    unknown = [role for role in options.columns if role not in ROLES[kind]]
    if unknown:
        raise ReadycheckError(*(
            Problem(say("\"{role}\" is not part of this import.", role=role), known, key="--column")
            for role in unknown
        ))


def find_columns(
    headings: Sequence[str], dialect: Dialect, kind: Kind, options: ImportOptions, file: str
) -> Columns:
    """The column of each role that can be found."""
    folded = [fold_heading(heading) for heading in headings]
    told = {_index(headings, folded, wanted) for wanted in options.columns.values() if wanted.strip()}
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for role in ROLES[kind]:
        wanted = "" if role == "channel" and options.channel else options.columns.get(role)
        if wanted is None:
            index = _first(folded, _names(dialect, role, kind))
            index = _only_one(folded, dialect.words.get(role, ())) if index is None else index
            if index is None and role == "reply":
                index = _first([without_unit_words(heading) for heading in folded], dialect.columns.get(role, ()))
            index = None if index in found.values() or index in told else index
        elif wanted.strip():
            index = _index(headings, folded, wanted)
            if index is None and role == "reply":
                index = _index(headings, folded, told_unit(wanted)[0])
            problems += [] if index is not None else [_no_such_column(wanted, headings, file)]
        else:
            continue
        if index is not None:
            found[role] = index
    people = [role for role in NAMED_ROLES if role in found and personal_heading(headings[found[role]])]
    problems += [_personal(role, headings[found.pop(role)], file) for role in people]
    return Columns(found, (*problems, *_missing(found, kind, options, headings, file)))


def _names(dialect: Dialect, role: str, kind: Kind) -> Sequence[str]:
    """The headings of a role; a contact's own number is never that of the order that it is about."""
    names = dialect.columns.get(role, ())
    if (kind, role) != ("contacts", "id"):
        return names
    return [name for name in names if name not in dialect.columns["order"]]


def _first(folded: Sequence[str], names: Sequence[str]) -> int | None:
    return next((folded.index(name) for name in names if name in folded), None)


def _only_one(folded: Sequence[str], words: Sequence[str]) -> int | None:
    """The one heading that holds one of these words; where several do, a person must say which."""
    holding = [index for index, heading in enumerate(folded) if any(word in heading for word in words)]
    return holding[0] if len(holding) == 1 else None


def _index(headings: Sequence[str], folded: Sequence[str], wanted: str) -> int | None:
    if wanted in headings:
        return headings.index(wanted)
    return _first(folded, [fold_heading(wanted)])


def _no_such_column(wanted: str, headings: Sequence[str], file: str) -> Problem:
    close = get_close_matches(wanted, shown_headings(headings), 1)
    remedy = say("Did you mean \"{close}\"?", close=close[0]) if close else _headings_are(headings)
    return Problem(say("there is no column \"{column}\".", column=wanted), remedy, file, key="--column")


def _headings_are(headings: Sequence[str]) -> Message:
    shown = shown_headings(headings) or ["–"]
    listed = ", ".join(shown[:MOST_SHOWN]) + (" …" if len(shown) > MOST_SHOWN else "")
    return say("The headings are: {headings}.", headings=listed)


def shown_headings(headings: Sequence[str]) -> list[str]:
    """Headings that may be shown: a file without headings has people's data there."""
    return [heading for heading in headings if heading and looks_personal(heading) is None]


def _missing(
    found: Mapping[str, int], kind: Kind, options: ImportOptions, headings: Sequence[str], file: str
) -> list[Problem]:
    if kind == "survey":
        if any(role in found for role in ROLES["survey"][1:]):
            return []
        what = say("no column with an answer was recognised.")
        how = say("Say which it is: --column overall=HEADING (solved, recommend, adviser, overall, csat).")
    elif "time" in found or options.columns.get("time", "").strip():
        return []
    else:
        what = _no_time(kind, headings)
        how = say("Say which it is: --column time=HEADING.")
    shown = shown_headings(headings)
    remedy = say("{how} {headings}", how=how, headings=_headings_are(headings)) if shown else _NO_HEADINGS
    return [Problem(what, remedy, file)]


def no_order_column(headings: Sequence[str], file: str) -> Problem:
    """The problem of contacts whose orders are to be found, and none of whose columns names them."""
    how = say("Say which it is: --column order=HEADING.")
    remedy = say("{how} {headings}", how=how, headings=_headings_are(headings))
    return Problem(say("no column with the number of the order was recognised."), remedy, file)


def _no_time(kind: Kind, headings: Sequence[str]) -> Message:
    """What was looked for: in a table, and in what is none at all."""
    if sum(bool(heading) for heading in headings) < 2:
        return say("this is no table of orders or contacts; looked for was a row for each of them, with its time under"
                   " a heading such as {examples}.", examples=LOOKED_FOR[kind])
    return say("no column with the time was recognised; looked for was a row for each order or contact, with its time"
               " under a heading such as {examples}.", examples=LOOKED_FOR[kind])


def _personal(role: str, heading: str, file: str) -> Problem:
    return Problem(
        say("the column \"{column}\" holds people, and nothing about them is kept.", column=heading),
        other_column(role), file,
    )


def other_column(role: str) -> Message:
    """How to take another column for a role, or none."""
    return say("Choose another: --column {role}=HEADING, or none: --column {role}=", role=role)
