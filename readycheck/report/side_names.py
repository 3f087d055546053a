"""What two audits that are held against each other are called, as their files and shops tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from readycheck.core.audit import Audit
from readycheck.core.text import clean, slug
from readycheck.report.sides import Sides
from readycheck.storage.references import is_year

LONGEST = 28
"""Characters of a side's name: it stands over columns."""


@dataclass(frozen=True)
class Side:
    """An audit with its file and the short name of its shop."""

    path: Path
    audit: Audit
    shop: str

    @property
    def year(self) -> str:
        """The season."""
        return str(self.audit.season.year)

    @property
    def shop_name(self) -> str:
        """The shop's own name, as long as it may be."""
        return _short(self.audit.shop.name)


def sides_of(before: Side, after: Side) -> Sides | None:
    """What the two are called; None where their years name them."""
    shops = None if _one_shop(before, after) else (before.shop_name, after.shop_name)
    if shops is None and before.year != after.year:
        return None
    return Sides(*_names(before, after, shops), one_story=False, shops=shops)


def _one_shop(before: Side, after: Side) -> bool:
    """Of one folder, or of one name: a shop may have been renamed, and a file may have been sent by post."""
    folders = {side.path.resolve().parent for side in (before, after)}
    in_one_folder = len(folders) == 1 and before.shop == after.shop
    return in_one_folder or slug(before.audit.shop.name) == slug(after.audit.shop.name)


def _names(before: Side, after: Side, shops: tuple[str, str] | None) -> tuple[str, str]:
    """Two shops by their names, else the files' own names, else with their folders, else by their order."""
    candidates = []
    if shops is not None:
        candidates.append(shops if before.year == after.year else
                          (f"{shops[0]} {before.year}", f"{shops[1]} {after.year}"))
    stems, whole = ([_short(name(side.path)) for side in (before, after)] for name in (_stem, _with_folder))
    candidates += [(stems[0], stems[1]), (whole[0], whole[1])]
    return next((pair for pair in candidates if pair[0] != pair[1]), (f"1: {stems[0]}", f"2: {stems[1]}"))


def _stem(path: Path) -> str:
    """A file's own name; a year says nothing without its folder."""
    name = path.name.removesuffix(".toml")
    return _with_folder(path) if is_year(name) else name


def _with_folder(path: Path) -> str:
    return f"{path.resolve().parent.name}/{path.name.removesuffix('.toml')}"


def _short(text: str) -> str:
    name = clean(text).strip()
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
