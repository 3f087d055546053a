"""`readycheck compare`: year against year, any two seasons or files; three and more are a trend."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.text import section, table
from readycheck.core.message import say
from readycheck.core.standing import begun, standing
from readycheck.core.years.comparison import Comparison
from readycheck.errors import ReadycheckError, wrong
from readycheck.report.figures import Figures
from readycheck.report.grade_json import grade_json
from readycheck.report.model import Chart, Section
from readycheck.report.parts.years import changes, years
from readycheck.storage.references import years_in


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the last two of the seasons against each other, and before that the trend of three or more."""
    seasons = _seasons(desk, arguments.what)
    before, after = seasons[-2:]
    if desk.json:
        desk.facts(_facts(seasons))
        return DONE
    desk.write(after.title, "")
    if len(seasons) > 2:
        desk.write(*_trend(seasons), "")
    desk.write(*told(after, before), *section(_moved(after, before), desk.columns))
    return DONE


def told(after: Season, before: Season) -> Iterator[str]:
    """The change over the comparable core, what was promised, and forecast against outcome."""
    yield from section(_in_figures(years(after.case(before.audit))), after.desk.columns)


def _moved(after: Season, before: Season) -> Section:
    """Answers and settings that moved; the scores of every list are the report's and `--json`'s."""
    found = changes(after.case(before.audit))
    return Section(found.id, found.title, found.blocks[1:])


def _in_figures(found: Section) -> Section:
    """Pictures give way to their figures."""
    blocks = tuple(b.table if isinstance(b, Chart) and b.table is not None else b for b in found.blocks)
    return Section(found.id, found.title, blocks, tuple(_in_figures(part) for part in found.parts))


def _seasons(desk: Desk, what: Sequence[str]) -> list[Season]:
    """The seasons that the words mean, the earlier first."""
    first, rest = what[0], what[1:]
    if rest and not all(_is_year(word) for word in rest):
        found = [Season.open(desk, word) for word in what]
    else:
        one = Season.open(desk, first)
        found = [_of_year(desk, one, year) for year in _years(one, [int(word) for word in rest])]
        if len(found) < 2:
            raise _nothing_beside(first, one)
    return sorted(found, key=lambda season: season.audit.season.year)


def _years(one: Season, asked: Sequence[int]) -> list[int]:
    """The years asked for; the last two where none is; one alone stands against the newest, that against the last."""
    there = list(years_in(one.file.path.parent))
    if len(set(asked)) != 1:
        return list(dict.fromkeys(asked)) or there[-2:]
    return [asked[0], *there[-1:]] if there[-1:] != [asked[0]] else there[-2:]


def _nothing_beside(reference: str, alone: Season) -> ReadycheckError:
    what = say("there is only one season, {year}, so there is nothing to compare it with.",
               year=str(alone.audit.season.year))
    return wrong(what, say("Give two years or two audit files."), file=reference)


def _is_year(word: str) -> bool:
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


def _trend(seasons: Sequence[Season]) -> list[str]:
    tr, figures = seasons[0].desk.tr, Figures(seasons[0].desk.tr)
    rows = []
    for season in seasons:
        found = season.scores.readiness
        word = standing(season.scores)
        score = figures.score(found.score if begun(season.scores) else None)
        rows.append((str(season.audit.season.year), score, figures.share(found.known), tr(word) if word else "–"))
    return table((tr("Season"), tr("Readiness"), tr("Known"), tr("Band")), rows, seasons[0].desk.columns, "")


def _facts(seasons: Sequence[Season]) -> dict[str, Any]:
    before, after = seasons[-2:]
    compared = after.case(before.audit).comparison
    assert compared is not None
    return {
        "shop": after.shop,
        "seasons": [_season(season) for season in seasons],
        "before": compared.season_before, "after": compared.season_after,
        "core": {
            "before": compared.core_before, "after": compared.core_after, "improved": compared.improved,
            "checklist_changed": compared.checklist_changed, "unanswered": compared.unanswered,
        },
        "rows": [{"id": row.id, "kind": row.kind, "before": row.before, "after": row.after} for row in compared.rows],
        "questions": _questions(compared),
        "settings": [{"key": row.key, "before": row.before, "after": row.after, "why": str(row.why)}
                     for row in compared.settings],
        "actions": {"kept": [a.id for a in compared.kept], "not_kept": [a.id for a in compared.not_kept]},
        "forecast": None if compared.forecast is None else grade_json(compared.forecast),
        "not_graded": None if compared.not_graded is None else str(compared.not_graded),
    }


def _season(season: Season) -> dict[str, Any]:
    found = season.scores.readiness
    return {"season": season.audit.season.year, "readiness": found.score, "band": found.band, "known": found.known}


def _questions(compared: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id, "before_id": row.before_id, "kind": row.kind, "before": row.before, "after": row.after,
            "value_before": row.value_before, "value_after": row.value_after, "comparable": row.comparable,
            "why_not": None if row.why_not is None else str(row.why_not),
        }
        for row in compared.questions
    ]
