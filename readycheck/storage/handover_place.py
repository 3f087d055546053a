"""Which shop of the folder an audit that was sent belongs to: by where it comes from, else by its names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.text import clean, slug
from readycheck.errors import Problem, ReadycheckError, wrong
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.handed_states import mark_of
from readycheck.storage.handover_file import Handover
from readycheck.storage.references import ShopEntry
from readycheck.storage.stamp import noted

_END = 4096
"""The note of a file's last save is shorter than so many bytes."""


def place_for(archive: Archive, handover: Handover, sent: Sequence[AuditFile], into: str | None) -> str:
    """The short name of the shop, of one that is here or of a new one.

    `into` as the person said it. WhichShop where two shops may be meant, or another one has the name.
    """
    entries = archive.shops()
    if into is not None:
        return _said(entries, into)
    related = [entry.slug for entry in entries if _related(archive, entry, handover, sent)]
    if len(related) == 1 or handover.shop in related:
        return handover.shop if handover.shop in related else related[0]
    here = next((entry for entry in entries if entry.slug == handover.shop), None)
    if here is not None and _same_name(here, handover):
        return here.slug
    alike = related or [entry.slug for entry in entries if _same_name(entry, handover)]
    if here is None and not alike:
        return handover.shop
    raise _which(archive, handover, here, alike)


def _said(entries: Sequence[ShopEntry], into: str) -> str:
    named = [entry.slug for entry in entries if into in (entry.slug, entry.name)]
    if len(named) == 1:
        return named[0]
    if not into or slug(into, fallback="") != into:
        what = say("\"{text}\" is no short name of a shop.", text=clean(into)[:80])
        raise wrong(what, say("Write it like this: {slug}", slug=slug(into)), key="--as")
    return into


class WhichShop(ReadycheckError):
    """Nobody but the person knows which is meant: one of the shops `alike`, or a new one called `free`."""

    def __init__(self, problem: Problem, alike: Sequence[str], free: str) -> None:
        super().__init__(problem)
        self.alike = tuple(alike)
        self.free = free


def _which(archive: Archive, handover: Handover, here: ShopEntry | None, alike: Sequence[str]) -> WhichShop:
    """Two different shops are never made one in silence."""
    free = handover.shop if here is None else archive.free_slug(handover.name)
    if here is not None and not alike:
        what = say("\"{shop}\" is another shop here: {here}, not {name}.", shop=here.slug, here=here.name,
                   name=handover.name)
        alike = [here.slug]
    else:
        what = say("{name} may be a shop that is here: {shops}.", name=handover.name, shops=", ".join(alike))
    remedy = say("Write --as {free} for a new shop, or --as {shop} to bring it in there.", free=free, shop=alike[0])
    return WhichShop(Problem(what, remedy), alike, free)


def _same_name(entry: ShopEntry, handover: Handover) -> bool:
    return entry.name.casefold() == handover.name.casefold()


def _related(archive: Archive, entry: ShopEntry, handover: Handover, sent: Sequence[AuditFile]) -> bool:
    """Whether a season here comes from a state that the one that was sent comes from too."""
    for season, file in zip(handover.seasons, sent, strict=True):
        if season.year in entry.years:
            theirs = {*season.earlier, *(file.stamp.earlier if file.stamp else ()), mark_of(file.data, file.stamp)}
            path = archive.path_of(entry.slug, season.year)
            if theirs & _handed_at(archive, path) or (_same_name(entry, handover) and theirs & _noted_at(path)):
                return True
    return False


def _handed_at(archive: Archive, path: Path) -> set[str]:
    """The marks of the states in which a season was handed over: under whatever name, it is that very audit."""
    with suppress(OSError):
        return {name.removesuffix(".toml") for name in os.listdir(archive.aside.handed_of(path))}  # noqa: PTH208
    return set()


def _noted_at(path: Path) -> set[str]:
    """The marks that a season itself notes, from the end of its file: there may be a thousand shops.

    Two new audits that nobody has written in yet are alike, so this tells nothing of shops of different names.
    """
    with suppress(OSError), path.open("rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - _END))
        stamp = noted(file.read())
        return {stamp.mark, *stamp.earlier} if stamp else set()
    return set()
