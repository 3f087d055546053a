"""What `readycheck actions` changes: done or open again, instead of what comes too late, taken from last season."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from shlex import quote
from typing import Any

from readycheck.commands.season import Season
from readycheck.commands.wrapping import wrapped
from readycheck.core.carried import Offer, offered
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.action_edits import with_fallback, with_status
from readycheck.storage.archive import AuditFile
from readycheck.storage.carrying import carry_action
from readycheck.storage.document import Document


def changed(season: Season, arguments: Namespace) -> Season:
    """The season after what the words ask for: all of it or, with a ReadycheckError, nothing."""
    document: Document = season.file.document
    for name in arguments.done or ():
        document = with_status(document, name, "done")
    for name in arguments.reopen or ():
        document = with_status(document, name, "open")
    for name in arguments.instead or ():
        document = with_fallback(document, name, season.desk.today)
    if arguments.carry:
        document = carry_action(document, _earlier(season).document, arguments.carry, season.desk.today)
    if document is season.file.document:
        return season
    return Season(season.desk, season.desk.save(season.file, document))


def last_seasons(season: Season) -> tuple[Offer, ...]:
    """What the season before left open and this one has not taken up; nothing where there is none before."""
    before = season.desk.archive.previous(season.file)
    return () if before is None else offered(before.audit, season.audit, season.desk.today)


def offers_told(season: Season, reference: str) -> Iterator[str]:
    """Each with its id, when it would be due, and how it is taken; `reference`: what was typed for the season."""
    desk, before = season.desk, _earlier(season).audit
    found, year = offered(before, season.audit, desk.today), before.season.year
    if not found:
        yield desk.tr("Season {year} left nothing open that is not on this list.", year=str(year))
        return
    yield desk.tr("Left open by season {year}, with the day that it would be due now:", year=str(year))
    for offer in found:
        due = desk.tr.date(offer.action.due) if offer.action.due else "–"
        owner = f" – {offer.action.owner.strip()}" if offer.action.owner.strip() else ""
        yield from wrapped(f"{due:>12}  {offer.action.title}{owner} [{offer.id}]", desk.columns, "", " " * 14)
    yield ""
    yield desk.tr("To take some of them: readycheck actions {shop} --carry ID …", shop=quote(reference))


def offer_counted(season: Season, reference: str) -> Iterator[str]:
    """That there is something to be taken over, and how it is seen."""
    if found := last_seasons(season):
        tr = season.desk.tr
        told = tr.plural(
            "The season before left one action open: readycheck actions {shop} --carry shows it.",
            "The season before left {n} actions open: readycheck actions {shop} --carry shows them.", len(found),
            shop=quote(reference),
        )
        yield from wrapped(told, season.desk.columns)


def offer_facts(offer: Offer) -> Mapping[str, Any]:
    """One offer for a program."""
    action = offer.action
    return {"id": action.id, "title": action.title, "owner": action.owner, "due": action.due,
            "lead_days": action.lead_days, "first_promised": action.first_promised, "reason": offer.reason}


def _earlier(season: Season) -> AuditFile:
    before = season.desk.archive.previous(season.file)
    if before is None:
        raise wrong(
            say("{shop} has no season before {year}: nothing can be taken over.", shop=season.shop,
                year=str(season.audit.season.year)),
        )
    return before
