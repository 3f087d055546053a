"""The forms that start an audit: a new shop, and a new season of an old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.binding import BindingType

from readycheck.core.audit import Audit
from readycheck.core.deadlines import is_open
from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.countries import here
from readycheck.storage.edits import carry_over, new_document
from readycheck.tui.fields import Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from readycheck.tui.app import ReadycheckApp

Created = Callable[[AuditFile, bool], None]
"""Gets the new audit, and whether exports are to be read first."""

NAME = Field("name", say("Shop's name"), needed=True)
SEASON = Field("year", say("Season (year of its peak)"), "whole", needed=True)
LANGUAGE = Field("language", say("Language / Kieli"), "choice", {"fi": say("suomi"), "en": say("English")})
DATA = Field("data", say("Data"), "choice", {False: say("later"), True: say("now, from an export")})

CARRIED = say(
    "Carried over: opening hours, contact reasons, FAQ, channels, handling times, January's plan, path stages. Not"
    " carried over: answers, actions, imported data and dates of one season. The program's checklists are the newest"
    " ones, your own come along."
)


def season_of(day: date) -> int:
    """The season one works for on `day`: January still belongs to the one before."""
    return day.year - 1 if day.month == 1 else day.year


class NewShopForm(FormScreen):
    """Four things, all but the name given; a language that is chosen is spoken at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f3", "other_language", say("Language"), say("Suomeksi / In English."), id="language", show=False),
    ]

    def action_other_language(self) -> None:
        """Choose the other language."""
        self._language.action_step(1)

    @property
    def _language(self) -> Choice:
        rows = {row.field.key: row for row in self.query(FieldRow)}
        return rows[LANGUAGE.key].query_one(Choice)

    @on(Choice.Chosen)
    async def _chosen(self, event: Choice.Chosen) -> None:
        if event.choice is self._language:
            shell = cast("ReadycheckApp", self.app)
            await shell.speak(event.value, but=self)
            await self.speak(shell.tr)


def new_shop_form(archive: Archive, tr: Translator, today: date, created: Created) -> FormScreen:
    """Name, season, language, data or none; makes the file and tells `created`."""
    first: dict[str, Any] = {"name": "", "year": season_of(today), "language": tr.lang, "data": False}
    country, zone = here()

    def accept(changes: dict[str, Any]) -> Message | None:
        values = {**first, **changes}
        try:
            fresh = new_document(values["name"], values["year"], country, zone, shipped_checklists())
            file = archive.create(archive.free_slug(values["name"]), fresh)
        except ReadycheckError as error:
            return error.problems[0].message()
        created(file, values["data"])
        return None

    note = say(
        "An audit is one shop and one season. Everything can be changed later. Country {country}, time zone {zone}, by "
        "this machine's clock: press {key} later to change them.",
        key=key_of("question.shop", "a"), country=country, zone=zone,
    )
    return NewShopForm(tr, say("New shop"), (NAME, SEASON, LANGUAGE, DATA), first, accept, note)


def new_season_form(archive: Archive, tr: Translator, reference: str, created: Created) -> FormScreen | Message:
    """The year of the new season; what comes along (`carry_over`) is told."""
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

    title = say("New season for {shop}, from {year}", shop=shop.name, year=old.audit.season.year)
    return FormScreen(tr, title, (SEASON, DATA), first, accept, _carried(old.audit))


def _carried(audit: Audit) -> Message:
    """What comes along; and how many actions do not, but are offered."""
    left = sum(map(is_open, audit.actions))
    if not left:
        return CARRIED
    return say("{carried} Actions left open: {n}; the new season's page of actions offers them ({key}).",
               carried=CARRIED, n=left, key=key_of("actions.carry", "t"))

