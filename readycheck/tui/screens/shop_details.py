"""The shop and the season themselves: what a first start does not ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readycheck.core.message import Message, say
from readycheck.storage.countries import country_code, zone_of
from readycheck.storage.document import with_value
from readycheck.tui.fields import Field
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.session import Session

FIELDS = (
    Field("shop.name", say("Shop's name"), needed=True),
    Field("shop.country", say("Country"), hint=say("Finland, FI, Sweden, …"), needed=True),
    Field("shop.timezone", say("Time zone"), hint=say("Europe/Helsinki"), needed=True),
    Field("season.starts", say("Season begins"), "date", needed=True),
    Field("season.ends", say("Season ends"), "date", needed=True),
)


def shop_details_form(session: Session, taken: Callable[[Document], Message | None]) -> FormScreen:
    """Name, country (its public holidays), time zone (of the hours), first and last day; `taken` makes the edit."""
    shop, season = session.audit.shop, session.audit.season
    values = {
        "shop.name": shop.name, "shop.country": shop.country, "shop.timezone": shop.timezone,
        "season.starts": season.starts, "season.ends": season.ends,
    }

    def accept(changes: dict[str, Any]) -> Message | None:
        document = session.document
        for name, value in _with_zone(changes).items():
            document = with_value(document, name.split("."), value)
        return taken(document)

    note = say("Public holidays come from the country, hours from the time zone. Another country sets its time zone "
               "too.")
    return FormScreen(session.tr, say("Shop and season"), FIELDS, values, accept, note)


def _with_zone(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes, the country by its code; another country brings its time zone unless one is typed too."""
    if "shop.country" not in changes:
        return changes
    country = country_code(changes["shop.country"])
    zone = zone_of(country)
    brought = {} if zone is None else {"shop.timezone": zone}
    return {**brought, **changes, "shop.country": country}
