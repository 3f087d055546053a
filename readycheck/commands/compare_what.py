"""What `compare` is to hold side by side: which seasons the words mean, and what the sides are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.core.message import say
from readycheck.errors import ReadycheckError, wrong
from readycheck.report.side_names import Side, sides_of
from readycheck.report.sides import Sides
from readycheck.storage.references import is_year, years_in


@dataclass(frozen=True)
class _Named:
    """A shop or file and the years asked of it."""

    word: str
    years: list[int] = field(default_factory=list)


def seasons_meant(desk: Desk, what: Sequence[str]) -> list[Season]:
    """The seasons that the words mean, at least two, the earlier first; two of one year as they were given.

    Shops or files; a year is one of the shop named last before it, for a file or SHOP/YEAR is a season already.
    """
    first, *others = _named(what)
    one = Season.open(desk, first.word)
    if others:
        found = _of_years(desk, one, first.years)
        found += [season for each in others for season in _of_years(desk, Season.open(desk, each.word), each.years)]
    elif first.years:
        found = [_of_year(desk, one, year) for year in _years(one, first.years)]
    else:
        found = list(_all_of(desk, one))
    if len(found) < 2:
        raise _nothing_beside(first.word, one)
    return sorted(found, key=_year)


def _named(what: Sequence[str]) -> list[_Named]:
    named = [_Named(what[0])]
    shop = named[0]
    for word in what[1:]:
        if is_year(word):
            shop.years.append(int(word))
            continue
        named.append(_Named(word))
        if "/" not in word and not word.endswith(".toml"):
            shop = named[-1]
    return named


def _of_years(desk: Desk, one: Season, years: Sequence[int]) -> list[Season]:
    return [_of_year(desk, one, year) for year in dict.fromkeys(years)] or [one]


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
    if len(asked) > 1 and len(set(asked)) == 1:
        what = say("{year} is given twice: a season is not compared with itself.", year=str(asked[0]))
        raise wrong(what, say("Give two years or two audit files."))
    if len(asked) != 1:
        return list(dict.fromkeys(asked))
    return [asked[0], *there[-1:]] if there[-1:] != [asked[0]] else there[-2:]


def _nothing_beside(reference: str, alone: Season) -> ReadycheckError:
    what = say("there is only one season, {year}, so there is nothing to compare it with.",
               year=str(alone.audit.season.year))
    return wrong(what, say("Give two years or two audit files."), file=reference)


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
    one, other = (Side(season.file.path, season.audit, season.shop) for season in (before, after))
    return sides_of(one, other)
