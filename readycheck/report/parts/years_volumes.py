"""Orders, contacts and hours of both sides: what the change stands against."""

from __future__ import annotations

from readycheck.core.years.comparison import Comparison
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Number, Table


def volumes(case: Case, compared: Comparison) -> list[Block]:
    """Orders, contacts, contacts per order and January hours: what the change stands against."""
    tr, figures = case.tr, case.figures
    rows = _demand(case)
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
    return [Table(tr("Volumes"), columns, tuple(rows))] if rows else []


def _demand(case: Case) -> list[tuple[Cell, ...]]:
    """Orders and contacts in each side's data, where both have them."""
    old, new, figures, rows = case.previous, case.audit, case.figures, list[tuple[Cell, ...]]()
    if old is not None and old.orders and new.orders:
        totals = figures.orders(old.orders.total), figures.orders(new.orders.total)
        rows.append(_volume(case, case.tr("Orders in the season's data"), *totals))
    if old is not None and old.contacts and new.contacts:
        counts = figures.contacts(old.contacts.total), figures.contacts(new.contacts.total)
        rows.append(_volume(case, case.tr("Contacts in the season's data"), *counts))
    return rows


def _volume(case: Case, name: str, before: Number, after: Number) -> tuple[Cell, ...]:
    """A row with its change as a share of what was before."""
    grown = after.value / before.value - 1 if before.value and after.value is not None else None
    return name, before, after, case.figures.change(grown)
