"""Several folders of audits at once, each with an archive of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.archive import Archive
from readycheck.storage.references import shop_entries, unknown_shop


@dataclass(frozen=True)
class Folder:
    """`name` tells it from the others."""

    name: str
    archive: Archive


def folders_of(desk: Desk, given: Sequence[str]) -> tuple[Folder, ...]:
    """The folders that were given, each once, else the desk's own; ReadycheckError where one holds no shops."""
    if not given:
        return (Folder(clean(desk.home.name), desk.archive),)
    homes = {os.path.realpath(home): home for home in (_home(Path(text).expanduser()) for text in given)}
    short = [home.resolve().name for home in homes.values()]
    return tuple(
        Folder(clean(name if short.count(name) == 1 else str(home)), Archive(home))
        for name, home in zip(short, homes.values(), strict=True)
    )


def _home(folder: Path) -> Path:
    """The home of audits that a person means: it, or the one whose shops folder was given."""
    if (folder / "shops").is_dir():
        return folder
    if folder.is_dir() and folder.resolve().name == "shops":
        return folder.resolve().parent
    if not folder.is_dir():
        raise wrong(say("there is no such folder."), file=clean(str(folder)))
    raise wrong(say("holds no audits."), say("Give a folder that has a folder shops in it, or that one itself."),
                file=clean(str(folder)))


def shop_in(folders: Sequence[Folder], reference: str) -> tuple[Folder, str]:
    """The folder and the short name of the shop that is meant; ReadycheckError unless just one is."""
    found = [(folder, slug) for folder in folders for slug in _slugs(folder, reference)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(folders, reference)
    raise wrong(
        say("{shop} may mean several shops: {shops}.", shop=clean(reference)[:80],
            shops=", ".join(f"{folder.name}/{slug}" for folder, slug in found[:10])),
        say("Give its short name, and one folder at a time."),
    )


def _slugs(folder: Folder, reference: str) -> list[str]:
    """By its short name, else by its name."""
    shops = folder.archive.shops()
    by_slug = [entry.slug for entry in shops if entry.slug == reference]
    return by_slug or [entry.slug for entry in shops if entry.name.casefold() == reference.casefold()]


def _unknown(folders: Sequence[Folder], reference: str) -> ReadycheckError:
    return unknown_shop(tuple(entry for folder in folders for entry in shop_entries(folder.archive.home)), reference)
