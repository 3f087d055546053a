"""What `compare` is to hold side by side: which seasons the words mean, and what the sides are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.core.message import say
from readycheck.core.text import clean, slug
from readycheck.errors import ReadycheckError, wrong
from readycheck.report.sides import Sides
from readycheck.storage.references import years_in

LONGEST = 28
"""Characters of a side's name: it stands over columns."""


def seasons_meant(desk: Desk, what: Sequence[str]) -> list[Season]:
    """The seasons that the words mean, at least two, the earlier first; two of one year as they were given."""
    first, rest = what[0], what[1:]
    if rest and not all(map(is_year, rest)):
        return sorted((Season.open(desk, word) for word in what), key=_year)
    one = Season.open(desk, first)
    if not rest:
        found = list(_all_of(desk, one))
    else:
        found = [_of_year(desk, one, year) for year in _years(one, [int(word) for word in rest])]
    if len(found) < 2:
        raise _nothing_beside(first, one)
    return sorted(found, key=_year)


def _year(season: Season) -> int:
    return season.audit.season.year


def _all_of(desk: Desk, one: Season) -> Iterator[Season]:
    """Every season up to the one that was opened, of which the last two must be readable; the first and the newest."""
    there = [year for year in years_in(one.file.path.parent) if year != _year(one)]
    earlier = [year for year in there if year < _year(one)] or there[-1:]
    yield one
    for year in earlier[:-1]:
        try:
            yield _of_year(desk, one, year)
        except ReadycheckError as error:
            why = error.problems[0].message()
            desk.progress(desk.tr("The season {year} is left out: {why}", year=str(year), why=why))
    if earlier:
        yield _of_year(desk, one, earlier[-1])


def _years(one: Season, asked: Sequence[int]) -> list[int]:
    """The years asked for; one alone stands against the newest, that against the last before it."""
    there = list(years_in(one.file.path.parent))
    if len(set(asked)) != 1:
        return list(dict.fromkeys(asked))
    return [asked[0], *there[-1:]] if there[-1:] != [asked[0]] else there[-2:]


def _nothing_beside(reference: str, alone: Season) -> ReadycheckError:
    what = say("there is only one season, {year}, so there is nothing to compare it with.",
               year=str(alone.audit.season.year))
    return wrong(what, say("Give two years or two audit files."), file=reference)


def is_year(word: str) -> bool:
    """Whether a word can only be a year."""
    return len(word) == 4 and word.isascii() and word.isdigit()


def _of_year(desk: Desk, one: Season, year: int) -> Season:
    if year == one.audit.season.year:
        return one
    path = one.file.path.with_name(f"{year}.toml")
    if not path.is_file():
        known = ", ".join(map(str, years_in(path.parent)))
        what = say("{shop} has no audit of {year}.", shop=one.shop, year=str(year))
        raise wrong(what, say("It has {years}.", years=known))
    return Season(desk, desk.archive.read(path))


def compared_as(before: Season, after: Season) -> Sides | None:
    """What the two are called; None where their years name them."""
    shops = None if _one_shop(before, after) else _shops(before, after)
    if shops is None and _year(before) != _year(after):
        return None
    names = _side_names(before, after, shops)
    return Sides(*names, one_story=False, shops=shops)


def _one_shop(before: Season, after: Season) -> bool:
    """Of one folder, or of one name: a shop may have been renamed, and a file may have been sent by post."""
    folders = {season.file.path.resolve().parent for season in (before, after)}
    in_one_folder = len(folders) == 1 and before.shop == after.shop
    return in_one_folder or slug(before.audit.shop.name) == slug(after.audit.shop.name)


def _shops(before: Season, after: Season) -> tuple[str, str]:
    return _short(before.audit.shop.name), _short(after.audit.shop.name)


def _side_names(before: Season, after: Season, shops: tuple[str, str] | None) -> tuple[str, str]:
    """Two shops by their names, else the files' own names, else with their folders, else by their order."""
    candidates = []
    if shops is not None:
        years = str(_year(before)), str(_year(after))
        candidates.append(shops if years[0] == years[1] else
                          (f"{shops[0]} {years[0]}", f"{shops[1]} {years[1]}"))
    stems, whole = ([_short(name(season.file.path)) for season in (before, after)] for name in (_stem, _with_folder))
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
