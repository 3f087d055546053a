"""Orders, contacts and hours of both sides: what the change stands against."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import Audit
from readycheck.core.message import Message
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.spans import counted_days, other_days
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Number, Paragraph, Table

Row = tuple[Cell, ...]
Profile = OrderProfile | ContactProfile


def volumes(case: Case, compared: Comparison) -> list[Block]:
    """Orders, contacts, contacts per order and January hours: what the change stands against."""
    tr, figures = case.tr, case.figures
    rows, odd = list[Row](), list[str]()
    for row, why in _demand(case):
        rows.append(row)
        odd += [case.sentence(why)] if why is not None else []
    if compared.rate is not None:
        rate = compared.rate
        rows.append(_volume(case, tr("Contacts per order"), figures.rate(rate.before), figures.rate(rate.after)))
    old, new = compared.scores_before.january.weeks, compared.scores_after.january.weeks
    if old and new:
        needed = (figures.hours(sum(week.required for week in weeks)) for weeks in (old, new))
        planned = (figures.hours(sum(week.planned for week in weeks)) for weeks in (old, new))
        rows.append(_volume(case, tr("Agent-hours needed in January"), *needed))
        rows.append(_volume(case, tr("Agent-hours planned for January"), *planned))
    columns = (tr("Figure"), *case.sides, tr("Change"))
    notes = [Paragraph(why, "note") for why in dict.fromkeys(odd)]
    return [Table(tr("Volumes"), columns, tuple(rows)), *notes] if rows else []


def _demand(case: Case) -> Iterator[tuple[Row, Message | None]]:
    """Orders and contacts in each side's data, where both have them, with why there is no change beside them."""
    old, new, tr, figures = case.previous, case.audit, case.tr, case.figures
    if old is not None and old.orders is not None and new.orders is not None:
        why = _other_days(old, new, old.orders, new.orders)
        totals = figures.orders(old.orders.total), figures.orders(new.orders.total)
        yield _volume(case, tr("Orders in the season's data"), *totals, compares=why is None), why
    if old is not None and old.contacts is not None and new.contacts is not None:
        why = _other_days(old, new, old.contacts, new.contacts)
        counts = figures.contacts(old.contacts.total), figures.contacts(new.contacts.total)
        yield _volume(case, tr("Contacts in the season's data"), *counts, compares=why is None), why


def _other_days(old: Audit, new: Audit, then: Profile, now: Profile) -> Message | None:
    return other_days(counted_days(old, then), counted_days(new, now), new.season.year - old.season.year)


def _volume(case: Case, name: str, before: Number, after: Number, *, compares: bool = True) -> Row:
    """A row with its change as a share of what was before; hours are no whole numbers, orders and contacts are."""
    if not compares:
        return name, before, after, case.figures.change(None)
    if before.unit == "hours":
        return name, before, after, case.figures.growth(before.value, after.value)
    grown = after.value / before.value - 1 if before.value and after.value is not None else None
    return name, before, after, case.figures.change(grown)
