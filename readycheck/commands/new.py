"""`readycheck new`: the audit of a season, empty or with what stays the same from an earlier one."""

from __future__ import annotations

import re
from argparse import Namespace

from readycheck.commands.action_changes import offer_counted
from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.audit import Shop
from readycheck.core.message import say
from readycheck.core.text import clean, slug
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.countries import ZONE, country_code, here, zone_of
from readycheck.storage.edits import carry_over, new_document
from readycheck.storage.mappings import with_mappings_of


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the file and say where it is and what comes next."""
    name, year = _shop_and_year(arguments.shop)
    archive = desk.archive
    shop = _known_slug(archive, name)
    earlier = _newest(archive, shop)
    like = archive.open(f"{shop}/{arguments.like}") if arguments.like is not None else None
    before = earlier.audit.shop if earlier else None
    country, zone = _country_and_zone(arguments, before)
    label = clean(arguments.name or (before.name if before else name))
    document = new_document(label, year, country, zone, shipped_checklists())
    if earlier is not None:
        document = with_mappings_of(document, earlier.document)
    made = archive.create(shop, document if like is None else carry_over(document, like.document))
    reference = f"{made.path.parent.name}/{year}"
    desk.write(
        desk.tr("{shop}, season {year}: {path}", shop=made.audit.shop.name, year=str(year), path=str(made.path)),
        desk.tr("Country {country}, time zone {zone}. To change them: readycheck set {shop} shop.country=GB "
                "shop.timezone=Europe/London", country=country, zone=zone, shop=reference),
        *offer_counted(Season(desk, made), reference),
        desk.tr("Next: readycheck import orders {shop} FILE, or readycheck open {shop}", shop=reference),
    )
    return DONE


def _country_and_zone(arguments: Namespace, before: Shop | None) -> tuple[str, str]:
    """As said, else as in the season before, else the zone of the country that was said, else this machine's."""
    if arguments.country is not None:
        country = country_code(arguments.country)
        kept = before.timezone if before is not None and before.country == country else zone_of(country)
    else:
        country, kept = here() if before is None else (before.country, before.timezone)
    return country, arguments.timezone or kept or ZONE


def _shop_and_year(text: str) -> tuple[str, int]:
    found = re.fullmatch(r"\s*([^/\\]*[^/\\\s][^/\\]*)/(\d{4})/?\s*", text)
    if found is None:
        what = say("\"{text}\" does not say shop and year.", text=clean(text)[:80])
        raise wrong(what, say("Write it as yarn-shop/2026, with the year of the peak."))
    return found[1].strip(), int(found[2])


def _known_slug(archive: Archive, name: str) -> str:
    """The folder of a shop that is there by this name, else the one that it will get."""
    named = [entry.slug for entry in archive.shops() if entry.slug == name or entry.name.casefold() == name.casefold()]
    return named[0] if len(named) == 1 else slug(name)


def _newest(archive: Archive, shop: str) -> AuditFile | None:
    """The shop's newest season that can be read."""
    entry = next((entry for entry in archive.shops() if entry.slug == shop), None)
    for year in reversed(entry.years if entry else ()):
        try:
            return archive.open(f"{shop}/{year}")
        except ReadycheckError:  # a damaged old season does not stand in a new one's way
            continue
    return None
