"""The names of weeks and months, as core/staffing/months.py gives them: "2026-W53" and "2026-12"."""

from __future__ import annotations

from readycheck.i18n import Translator


def period_name(name: str, tr: Translator) -> str:
    """ "week 53", or "December 2026"."""
    if "W" in name:
        return tr("week {week}", week=int(name[6:]))
    return tr("December {year}", year=name[:4]) if _is_december(name) else tr("January {year}", year=name[:4])


def short_period_name(name: str, tr: Translator) -> str:
    """ "53" where it is said that weeks are meant, or "Dec"."""
    if "W" in name:
        return str(int(name[6:]))
    return tr("Dec") if _is_december(name) else tr("Jan")


def _is_december(name: str) -> bool:
    """December's and January's days are the only ones that are told by month."""
    return name.endswith("-12")
