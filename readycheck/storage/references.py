"""Which shops and seasons a folder holds, and which file a person means."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from readycheck.core.message import say
from readycheck.core.text import clean, slug
from readycheck.errors import ReadycheckError, did_you_mean, wrong
from readycheck.storage.toml_guard import MAX_BYTES, parse_toml

PRIVATE = ".private.toml"
HEAD_BYTES = 4096
LISTED = 10
"""Shops that are named to somebody who asked for one that is not there."""
_SEASON_FILE = re.compile(r"[12]\d{3}\.toml", re.ASCII)
_SHOP_TABLE = re.compile(rb"(?:(?!\[)[^\n]*\n)*\[shop\]\s*\n([^\[]*?)\n\[")
_USUAL_NAME = re.compile(rb'^name = "([^"\\\x00-\x20\x7f][^"\\\x00-\x1f\x7f]*)"$', re.MULTILINE)
"""As readycheck itself writes it: read without TOML's parser, for there may be hundreds."""


@dataclass(frozen=True)
class ShopEntry:
    """A shop of the folder: its name as its newest season gives it, its `years` in order."""

    slug: str
    name: str
    years: tuple[int, ...]


def shop_entries(home: Path, name_of: Callable[[Path], str] | None = None) -> tuple[ShopEntry, ...]:
    """Every folder of `home/shops` that holds a season, by slug; `name_of` its newest file, unless read from it."""
    entries = []
    shops = home / "shops"
    with suppress(FileNotFoundError):
        for name in sorted(entry.name for entry in os.scandir(shops) if entry.is_dir()):
            years = years_in(shops / name)
            if years:
                entries.append(ShopEntry(name, (name_of or name_in)(shops / name / f"{years[-1]}.toml"), years))
    return tuple(entries)


def years_in(folder: Path) -> tuple[int, ...]:
    """The seasons that have a file here; `<year>.private.toml` is none."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return ()
    return tuple(sorted(int(name[:4]) for name in names if _SEASON_FILE.fullmatch(name)))


def is_year(word: str) -> bool:
    """Whether a word can only be a year: a season's file has no other name."""
    return len(word) == 4 and word.isascii() and word.isdigit()


def name_in(path: Path) -> str:
    """The shop's name; from the head of the file where [shop] is its first table, else from all of it."""
    with suppress(ReadycheckError, OSError, UnicodeDecodeError):
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            # short lists stand before the first table, each on lines of its own; a text of several lines could fool
            found = _SHOP_TABLE.match(head) if b'"""' not in head and b"'''" not in head else None
            usual = _USUAL_NAME.search(found[1]) if found else None
            if usual is not None:
                return clean(usual[1].decode())
            document = parse_toml(found[1] if found else head + file.read(MAX_BYTES + 1), path.name)
        name = (document if found else document.get("shop", {})).get("name")
        if isinstance(name, str) and name.strip():
            return clean(name)
    return path.parent.name


def short_name(home: Path, path: Path, name: str) -> str:
    """What the shop of an audit file is called: by its folder; of a file that lies elsewhere, made from its `name`."""
    folder = path.resolve().parent
    return folder.name if folder.parent == (home / "shops").resolve() else slug(name)


def find(home: Path, reference: str) -> Path:
    """The file of "SHOP", "SHOP/YEAR" or a path."""
    if reference.endswith(PRIVATE):
        raise wrong(say("private notes are no audit."), file=clean(reference))
    shop, year = parts_of(reference)
    direct = _direct(home, shop, year)
    if direct is not None:
        return direct
    entries = shop_entries(home)
    entry = _entry(entries, shop) if shop else None
    if entry is not None:
        return home / "shops" / entry.slug / f"{_year(entry, year)}.toml"
    path = _existing(reference)
    if path is not None:
        return path
    if reference.endswith(".toml"):
        raise wrong(say("there is no such file."), file=clean(reference))
    raise unknown_shop(entries, shop or reference)


def _direct(home: Path, shop: str, year: int | None) -> Path | None:
    """The file of a shop's short name, without a look at the other shops; None where the name may mean another."""
    if not shop or slug(shop, fallback="") != shop:
        return None
    years = years_in(home / "shops" / shop)
    wanted = year or max(years, default=None)
    return home / "shops" / shop / f"{wanted}.toml" if wanted in years else None


def _existing(reference: str) -> Path | None:
    """The file of this name; None for what can be no name of a file (too long, an unknown ~user)."""
    with suppress(OSError, RuntimeError, ValueError):
        path = Path(reference).expanduser()
        return path if reference and path.is_file() else None
    return None


def parts_of(reference: str) -> tuple[str, int | None]:
    """Shop and year; no shop where the reference can only be a path."""
    found = re.fullmatch(r"(.+?)(?:/(\d{4}))?/?", reference.strip(), re.DOTALL)
    if found is None or reference.endswith(".toml"):
        return "", None
    return found[1], int(found[2]) if found[2] else None


def _entry(entries: tuple[ShopEntry, ...], shop: str) -> ShopEntry | None:
    """The shop by its slug, else by its name where only one has it."""
    by_slug = next((entry for entry in entries if entry.slug == shop), None)
    named = [e for e in entries if e.name.casefold() == shop.casefold() or e.slug == slug(shop, fallback="")]
    return by_slug or (named[0] if len(named) == 1 else None)


def _year(entry: ShopEntry, year: int | None) -> int:
    if year is None or year in entry.years:
        return year or entry.years[-1]
    what = say("{shop} has no audit of {year}.", shop=entry.slug, year=str(year))
    raise wrong(what, say("It has {years}.", years=", ".join(str(each) for each in entry.years)))


def unknown_shop(entries: tuple[ShopEntry, ...], shop: str) -> ReadycheckError:
    """That there is no such shop, and which there are."""
    what = say("there is no shop \"{shop}\".", shop=clean(shop)[:80])
    if not entries:
        return wrong(what, say("The folder holds no shops yet; `readycheck new SHOP/YEAR` begins one."))
    known = {name: clean(entry.slug) for entry in entries for name in (entry.name.casefold(), entry.slug)}
    listed = ", ".join(clean(entry.slug) for entry in entries[:LISTED]) + (", …" if len(entries) > LISTED else "")
    some = say("There are: {known}.", known=listed)
    return wrong(what, did_you_mean(shop.casefold(), known, some, known))
