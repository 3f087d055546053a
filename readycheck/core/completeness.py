"""Data completeness: is there something to compare with next year (DOMAIN §3.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, source_season
from readycheck.core.message import say
from readycheck.core.pareto import coded_share
from readycheck.core.profile import ContactProfile
from readycheck.core.results import DataCompleteness


def data_completeness(audit: Audit) -> DataCompleteness:
    """The plain mean of five shares in percent. Having no data is a known 0, not an unknown."""
    contacts = audit.contacts
    parts = (
        100 * (coded_share(contacts) or 0.0),
        _share_of_total(contacts, contacts.timed if contacts else None),
        _share_of_total(contacts, contacts.with_channel if contacts else None),
        _months_covered(audit),
        _observations(audit),
    )
    score = sum(parts) / len(parts)
    return DataCompleteness(
        score=score,
        coded=parts[0], timed=parts[1], with_channel=parts[2], months=parts[3], observations=parts[4],
        steps=(say(
            "Data = ({coded:.1f} coded + {timed:.1f} timed + {with_channel:.1f} with a channel"
            " + {months:.1f} of the season + {observations:.1f} observations) / 5 = {score:.2f}",
            coded=parts[0], timed=parts[1], with_channel=parts[2], months=parts[3], observations=parts[4],
            score=score,
        ),),
    )


def _share_of_total(contacts: ContactProfile | None, count: int | None) -> float:
    if contacts is None or count is None or not contacts.total:
        return 0.0
    return 100 * min(1.0, count / contacts.total)


def _months_covered(audit: Audit) -> float:
    """The share of last season's months that the contacts span; a month in part counts by its days."""
    contacts = audit.contacts
    if contacts is None:
        return 0.0
    months = list(_months(*source_season(audit.season)))
    covered = sum(
        sum(contacts.first <= day <= contacts.last for day in month) / len(month) for month in months
    )
    return 100 * covered / len(months)


def _months(first: date, last: date) -> Iterator[list[date]]:
    by_month: dict[tuple[int, int], list[date]] = {}
    for day in days_between(first, last):
        by_month.setdefault((day.year, day.month), []).append(day)
    yield from by_month.values()


def _observations(audit: Audit) -> float:
    """At least one success and at least one difficulty: half for each."""
    kinds = {observation.kind for observation in audit.observations if observation.text.strip()}
    return 50.0 * len(kinds)
