"""The window that forgets a shop or one of its seasons, once its name is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive
from readycheck.storage.forgetting import Forgotten, Kept, Subject, forget, kept_of
from readycheck.tui.fields import Field
from readycheck.tui.keys import key_of
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.shop_rows import ListedSeason

NAME = Field("name", say("Type the shop's name"), needed=True)
WHAT = say("Removed for good, with backups, private notes and half typed forms. There is no way back. Reports that you"
           " wrote elsewhere stay.")
Done = Callable[[Subject, Forgotten], None]


def forget_form(archive: Archive, tr: Translator, season: ListedSeason, done: Done) -> FormScreen:
    """What to forget of the marked season's shop, and its name as the agreement; tells `done` what went."""
    folder = archive.path_of(season.shop, season.year).parent
    subjects = {"season": Subject(folder, str(season.year)), "shop": Subject(folder)}
    options = {
        "season": say("season {year}: {n} files", year=season.year, n=files_in(kept_of(archive, subjects["season"]))),
        "shop": say("the whole shop: {n} files", n=files_in(kept_of(archive, subjects["shop"]))),
    }
    first: dict[str, Any] = {"what": "season", "name": ""}

    def accept(changes: dict[str, Any]) -> Message | None:
        values = {**first, **changes}
        if _alike(values["name"] or "") not in (_alike(season.name), _alike(season.shop)):
            return say("This is not the shop's name. Type {name}, or leave by {key}.", name=season.name,
                       key=key_of("close", "Esc"))
        subject = subjects[values["what"]]
        try:
            done(subject, forget(archive, subject))
        except ReadycheckError as error:
            return error.problems[0].message()
        return None

    fields = (Field("what", say("What"), "choice", options), NAME)
    return FormScreen(tr, say("Forget {shop}", shop=season.name), fields, first, accept, WHAT)


def files_in(kept: Sequence[Kept]) -> int:
    """How many files things are in."""
    return sum(each.count for each in kept if each.files)


def told(subject: Subject, forgotten: Forgotten) -> Message:
    """What became of it, in a sentence."""
    if forgotten.left:
        path, reason = forgotten.left[0]
        return say("{file}: cannot be removed ({reason}).", file=str(path), reason=reason)
    return say("Forgotten: {shop}. Files removed: {n}.", shop=subject.name, n=files_in(forgotten.removed))


def _alike(name: str) -> str:
    return " ".join(name.split()).casefold()
