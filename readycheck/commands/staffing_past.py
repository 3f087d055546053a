"""How good the forecast is: tried on the shop's own past, and last season's held against what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from readycheck.commands.season import Season
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.audit import Audit
from readycheck.core.forecast.backtest import Backtest, backtests
from readycheck.core.forecast.grading import grade_forecast, why_not_graded
from readycheck.core.message import say
from readycheck.core.years.comparison import ForecastGrade
from readycheck.errors import wrong
from readycheck.report.figures import Figures
from readycheck.report.grade_json import grade_json
from readycheck.report.parts.graded import graded_in_words
from readycheck.storage.document import with_value


@dataclass(frozen=True)
class Graded:
    """The forecast of the season before, of the year `of`, held against what came of it."""

    of: int
    grade: ForecastGrade


def graded(season: Season) -> Graded | None:
    """Last season's forecast against this season's contacts; None where there are not both."""
    before = _before(season)
    grade = None if before is None else grade_forecast(before, season.audit)
    return None if before is None or grade is None else Graded(before.season.year, grade)


def grade_facts(found: Graded | None) -> dict[str, Any] | None:
    """A grade for programs, with the season whose forecast it is of."""
    return None if found is None else {"season": found.of, **grade_json(found.grade)}


def learn(season: Season) -> None:
    """Save the drift that last season's forecast teaches; ReadycheckError where there is nothing to learn from."""
    desk, found = season.desk, graded(season)
    if found is None:
        raise _nothing_to_learn(season)
    drift = found.grade.learned_drift
    desk.save(season.file, with_value(season.file.document, ("plan", "drift"), drift))
    if desk.json:
        desk.facts({"shop": season.shop, "season": season.audit.season.year, "grade": grade_facts(found),
                    "plan": {"drift": drift}})
        return
    said = desk.tr(
        "Saved: plan.drift = {drift:.3g} (it was believed {before:.3g} before that forecast was graded). The intervals"
        " of this season stand on it.", drift=drift, before=found.grade.drift,
    )
    came = graded_in_words(season.case(), found.grade)
    desk.write(season.title, "", *wrapped(came, desk.columns, "  "), "", *wrapped(said, desk.columns, "  "))


def _nothing_to_learn(season: Season) -> Exception:
    before = _before(season)
    why = None if before is None else why_not_graded(before, season.audit)
    if why is None:
        what = say("there is nothing to learn from: the archive has no season of this shop before {season}.",
                   season=str(season.audit.season.year))
    else:
        what = say("there is nothing to learn from: {why}.", why=why)
    return wrong(what, key="--learn")


def _before(season: Season) -> Audit | None:
    found = season.desk.archive.previous(season.file)
    return found.audit if found else None


def show_check(season: Season) -> None:
    """The forecast tried week after week on the shop's own past."""
    desk, found = season.desk, backtests(season.audit.demand)
    if desk.json:
        desk.facts({
            "shop": season.shop, "season": season.audit.season.year, "backtest": [asdict(each) for each in found],
        })
        return
    lines = _checked(season, found) if found else wrapped(desk.tr(
        "There is too little data to try the forecast on: it takes eight weeks that have both orders and contacts, and"
        " at least one whole week after them."
    ), desk.columns, "  ")
    desk.write(season.title, "", *lines)


def _checked(season: Season, found: Sequence[Backtest]) -> Iterator[str]:
    tr, room, figures = season.desk.tr, season.desk.columns, Figures(season.desk.tr)
    yield from wrapped(tr(
        "How far was the forecast off? From every Monday after the first eight weeks it was made again, out of what was"
        " known by then, and held against the contacts that came."
    ), room, "  ")
    yield ""
    columns = (tr("Weeks ahead"), tr("Weeks tried"), tr("Off with the lag"), tr("Off without the lag"),
               tr("Off with a flat week"), tr("Intervals that held"))
    yield from table(columns, [
        (figures.count(row.ahead), figures.count(row.weeks), figures.share(row.lag, 1),
         figures.share(row.without_lag, 1), figures.share(row.flat, 1), figures.share(row.held)) for row in found
    ], room)
    yield ""
    yield from wrapped(tr(
        "Off: the sum of all misses over all contacts that came. Without the lag: the week's own orders times the"
        " contact rate. A flat week: the mean week until then. Of the intervals eight in ten should hold. The orders of"
        " the tried weeks are taken as they came: what is tried is the lag, not a sales forecast."
    ), room, "  ")
