"""The forms that start an audit: a new shop, and a new season of an old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.edits import carry_over, new_document
from readycheck.tui.fields import Field
from readycheck.tui.screens.form import FormScreen

Created = Callable[[AuditFile, bool], None]
"""Gets the new audit, and whether exports are to be read first."""

DATA = {
    False: say("later"),
    True: say("now, from an export"),
}
SHOP_FIELDS = (
    Field("name", say("Shop's name"), needed=True),
    Field("year", say("Season (year of its peak)"), "whole", needed=True),
    Field("country", say("Country"), hint=say("FI, SE, …"), needed=True),
    Field("timezone", say("Time zone"), hint=say("Europe/Helsinki"), needed=True),
    Field("data", say("Data"), "choice", DATA),
)


def season_of(day: date) -> int:
    """The season one works for on `day`: January still belongs to the one before."""
    return day.year - 1 if day.month == 1 else day.year


def new_shop_form(archive: Archive, tr: Translator, today: date, created: Created) -> FormScreen:
    """Name, season, country, time zone, data or none; makes the file and tells `created`."""
    first: dict[str, Any] = {
        "name": "", "year": season_of(today), "country": "FI", "timezone": "Europe/Helsinki", "data": False,
    }

    def accept(changes: dict[str, Any]) -> Message | None:
        values = {**first, **changes}
        try:
            file = archive.create(archive.free_slug(values["name"]), new_document(
                values["name"], values["year"], values["country"].strip().upper(), values["timezone"].strip(),
                shipped_checklists(),
            ))
        except ReadycheckError as error:
            return error.problems[0].message()
        created(file, values["data"])
        return None

    note = say("An audit is one shop and one season. Everything can be changed later.")
    return FormScreen(tr, say("New shop"), SHOP_FIELDS, first, accept, note)


def new_season_form(archive: Archive, tr: Translator, reference: str, created: Created) -> FormScreen | Message:
    """The year of the new season; hours, reasons, FAQ, plan, staffing and channels come along."""
    try:
        old = archive.open(reference)
    except ReadycheckError as error:
        return error.problems[0].message()
    shop, shop_slug = old.audit.shop, reference.rpartition("/")[0]
    first = {"year": old.audit.season.year + 1, "data": False}

    def accept(changes: dict[str, Any]) -> Message | None:
        values = {**first, **changes}
        try:
            fresh = new_document(shop.name, values["year"], shop.country, shop.timezone, shipped_checklists())
            file = archive.create(shop_slug, carry_over(fresh, old.document))
        except ReadycheckError as error:
            return error.problems[0].message()
        created(file, values["data"])
        return None

    title = say("New season for {shop}, out of {year}", shop=shop.name, year=old.audit.season.year)
    return FormScreen(tr, title, (SHOP_FIELDS[1], SHOP_FIELDS[4]), first, accept)

