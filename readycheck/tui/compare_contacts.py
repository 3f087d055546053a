"""Contacts and orders of two seasons side by side: what moved, and whether by more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readycheck.core.hours.week import WEEKDAYS
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name, reason_name
from readycheck.core.rounding import shown_change
from readycheck.core.years.demand_moved import Moved, RateMoved, Share, Split
from readycheck.i18n import Translator
from readycheck.tui.compare_pair import Compared
from readycheck.tui.compare_text import Table
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.rows import Cell, Column, Row

SPLITS: Mapping[Split, Message] = {
    "channels": say("Channels of contacts"), "reasons": say("Reasons for contacts"),
    "contact_hours": say("Hours of contacts"), "order_hours": say("Hours of orders"),
}
PARTS = {"evenings": say("evenings of weekdays"), "weekends": say("weekends"), "": say("no reason written down")}
MOST = 8
"""So many of a split are listed, those first that moved most."""
MORE, LESS = say("▲ more than chance"), say("▼ more than chance")
BEYOND, CHANCE = say("≠ more than chance"), say("= may be chance")
UNTESTED, TOO_FEW = say("? not tested"), say("? too few to tell")
MAP_TIP = say("{key} shows the week's hours as a map.", key=key_of("compare.map", "m"))


def contact_table(compared: Compared, tr: Translator) -> Table:
    """Contacts per order, then each split: its totals and test, and the shares that moved most."""
    columns = [
        Column(tr(say("what moved")), least=22),
        *(Column(head, max(8, len(head)), right=True) for head in compared.heads),
        Column("±", 8, right=True), Column("", 20),
    ]
    rows: dict[str, Row] = {}
    details: dict[str, str] = {}
    for name, row, detail in _lines(compared, tr):
        rows[name], details[name] = row, detail
    return columns, rows, details


def map_legend(moved: Moved) -> Message:
    """What the digits and marks of the two maps mean."""
    if marks_on(moved):
        return say("{what}, both on one scale: a digit is the hour's share of its season, 9 the busiest hour of the "
                   "two, ▲ and ▼ what moved by more than chance. {key}: the next map, then the table.",
                   what=SPLITS[moved.what], key=key_of("compare.map", "m"))
    return say("{what}, both on one scale: a digit is the hour's share of its season, 9 the busiest hour of the two, "
               "· nobody. {key}: the next map, then the table.",
               what=SPLITS[moved.what], key=key_of("compare.map", "m"))


def marks_on(moved: Moved) -> dict[tuple[int, int], str]:
    """▲ or ▼ by weekday and hour, where an hour's share moved by more than chance."""
    found = {}
    for share in moved.shares:
        day, _, hour = share.id.partition("-")
        if share.beyond_chance and day in WEEKDAYS:
            found[WEEKDAYS.index(day), int(hour)] = "▲" if share.moved > 0 else "▼"
    return found


def _lines(compared: Compared, tr: Translator) -> Iterator[tuple[str, Row, str]]:
    if compared.found.rate is not None:
        yield "rate", _rate_row(compared.found.rate, tr), _rate_detail(compared.found.rate, tr)
    for moved in compared.found.demand:
        yield moved.what, _head(moved, tr), _split_detail(moved, tr)
        for share in moved.shares[:MOST]:
            yield f"{moved.what} {share.id}", _share_row(moved, share, compared, tr), _share_detail(moved, share, tr)


def _rate_row(rate: RateMoved, tr: Translator) -> Row:
    change = shown_change(rate.before, rate.after, 3)
    figures = [tr.number(value, 3) for value in (rate.before, rate.after)]
    return [Cell(tr(say("Contacts / order")), "bold"), *figures, _sign(change) + tr.number(change, 3),
            tr(_verdict(rate.beyond_chance, rate.after - rate.before, UNTESTED))]


def _rate_detail(rate: RateMoved, tr: Translator) -> str:
    return _sentences(_capital(rate.test, tr), "" if rate.p is None else _by_chance(rate.p, tr))


def _head(moved: Moved, tr: Translator) -> Row:
    """The split as a whole, its totals as counts."""
    totals = [tr.number(total, 0) if total else "–" for total in (moved.total_before, moved.total_after)]
    beyond = moved.beyond_chance
    said = "–" if not moved.shares else tr(UNTESTED if beyond is None else BEYOND if beyond else CHANCE)
    return [Cell(tr(SPLITS[moved.what]), "bold"), *totals, "", said]


def _split_detail(moved: Moved, tr: Translator) -> str:
    why = _capital(moved.why_not, tr) if moved.why_not is not None else ""
    tested = "" if moved.p is None else _sentences(_capital(moved.test, tr), _by_chance(moved.p, tr))
    days = "" if moved.counted_on is None else tr(moved.counted_on)
    return _sentences(tr(SPLITS[moved.what]), days, why, tested, tr(MAP_TIP) if moved.grid_after is not None else "")


def _share_row(moved: Moved, share: Share, compared: Compared, tr: Translator) -> Row:
    points = shown_change(100 * share.share_before, 100 * share.share_after)
    shares = [tr.percent(part, 1) for part in (share.share_before, share.share_after)]
    return [f"· {share_name(share.id, compared, tr)}", *shares, _sign(points) + tr.number(points),
            tr(_verdict(share.beyond_chance, share.moved, TOO_FEW if share.too_few else UNTESTED))]


def _share_detail(moved: Moved, share: Share, tr: Translator) -> str:
    counts = tr(say(
        "{before:,} of {total_before:,} → {after:,} of {total_after:,}.", before=share.before, after=share.after,
        total_before=moved.total_before, total_after=moved.total_after,
    ))
    why = moved.why_not or share.why_not
    if why is not None:
        return _sentences(counts, _capital(why, tr))
    return _sentences(counts, "" if share.p is None else _by_chance(share.p, tr))


def share_name(identifier: str, compared: Compared, tr: Translator) -> str:
    """A channel, a reason, an hour such as "mon-13", or a part of the week."""
    day, _, hour = identifier.partition("-")
    if identifier in PARTS:
        return tr(PARTS[identifier])
    if day in WEEKDAYS and hour.isdigit():
        return tr(say("{day} {hour}–{next}", day=tr.weekday(WEEKDAYS.index(day)), hour=int(hour), next=int(hour) + 1))
    known = next((audit for audit in (compared.after, compared.before) if identifier in audit.reasons), None)
    return tr(channel_name(identifier)) if known is None else tr(reason_name(known, identifier))


def _verdict(beyond: bool | None, change: float, untested: Message) -> Message:
    if beyond is None:
        return untested
    return (MORE if change > 0 else LESS) if beyond else CHANCE


def _by_chance(p: float, tr: Translator) -> str:
    """A p-value as a person reads it: how often nothing but chance would do that."""
    if p < 0.001:
        return tr(say("Chance alone does that in fewer than 1 case of 1,000."))
    return tr(say("Chance alone does that in {share:.1%} of cases.", share=p))


def _sign(value: float) -> str:
    return "+" if value > 0 else ""


def _capital(message: Message, tr: Translator) -> str:
    text = tr(message)
    return text[:1].upper() + text[1:]


def _sentences(*parts: str) -> str:
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
