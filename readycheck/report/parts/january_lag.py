"""When contacts come: the lag from order to contact, as a picture and by spans of days."""

from __future__ import annotations

from readycheck.core.staffing.results import Kernel
from readycheck.report.case import Case
from readycheck.report.charts.lag import Lag, lag_axis
from readycheck.report.charts.lag_words import lag_basis
from readycheck.report.model import Chart, Table

SPANS = ((0, 0), (1, 7), (8, 14), (15, 21), (22, 30), (31, 60))


def lag_chart(case: Case, kernel: Kernel) -> Chart:
    """The shares of an order's contacts by day; `kernel` has a rate above 0."""
    tr = case.tr
    shares = tuple(weight / kernel.rate for weight in kernel.weights)
    days, late = tr.number(kernel.median_days, 0), tr.percent(kernel.after_30)
    picture = Lag(
        shares, kernel.median_days,
        median_text=tr("half within {days} days", days=days), late_text=tr("{share} after 30 days", share=late),
        share_word=tr("share of an order's contacts"), day_word=tr("days since the order"),
        tick_texts=_ticks(case, lag_axis(shares)),
    )
    says = tr(
        "Half of the contacts come within {days} days of the order, {late} after 30 days; an order brings {rate} "
        "contacts in all. The lag is {basis}.",
        days=days, late=late, rate=tr.number(kernel.rate, 2), basis=lag_basis(kernel, case.audit.demand, tr),
    )
    return Chart("january-lag", tr("When contacts come after an order"), says, picture, _table(case, shares))


def _ticks(case: Case, values: tuple[float, ...]) -> tuple[str, ...]:
    """Tenths of a per cent only where a figure needs them."""
    whole = all(round(100 * value, 6) == round(100 * value) for value in values)
    return tuple(case.tr.percent(value, 0 if whole else 1) for value in values)


def _table(case: Case, shares: tuple[float, ...]) -> Table:
    tr, figures = case.tr, case.figures
    rows = tuple(
        (tr("the day itself") if not last else tr("days {first}–{last}", first=first, last=last),
         figures.share(sum(shares[first:last + 1]), 1),
         figures.share(min(1.0, sum(shares[:last + 1])), 1))
        for first, last in SPANS
    )
    columns = (tr("Days since the order"), tr("Share of the contacts"), tr("Until then"))
    return Table(tr("The lag in figures"), columns, rows)
