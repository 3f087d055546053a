"""The lag from order to contact in words."""

from __future__ import annotations

from readycheck.core.lag.history import lag_history
from readycheck.core.profile import Demand
from readycheck.core.staffing.results import Kernel
from readycheck.i18n import Translator


def lag_caption(kernel: Kernel, demand: Demand, tr: Translator) -> str:
    """Half within so many days, the share after 30, and what that stands on."""
    return tr(
        "Half within {days} days of the order, {late} after 30 days; {basis}.",
        days=tr.number(kernel.median_days, 0), late=tr.percent(kernel.after_30), basis=lag_basis(kernel, demand, tr),
    )


def lag_basis(kernel: Kernel, demand: Demand, tr: Translator) -> str:
    """Where the kernel comes from: "fitted to 273 days"."""
    if kernel.kind == "counted" and demand.contacts is not None:
        return tr("counted from {n:,} contacts", n=sum(demand.contacts.lags))
    history = lag_history(demand) if kernel.kind == "fitted" else None
    if history is not None:
        return tr("fitted to {days} days", days=len(history.contacts))
    return tr("assumed, not measured")
