"""`readycheck score`: readiness, what it is made of, and what stands against it."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.score_text import explained, told
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE, THRESHOLD
from readycheck.core.rounding import reaches
from readycheck.report.score_json import score_json


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the scores; status 1 when readiness is under `--fail-under`, or there is none to hold against it."""
    season = Season.open(desk, arguments.shop)
    if desk.json:
        desk.facts(score_json(season.shop, season.audit, season.scores))
    else:
        lines = explained(season) if arguments.explain else told(season)
        desk.write(season.title, "", *lines)
    return _status(arguments.fail_under, season)


def _status(least: float | None, season: Season) -> int:
    if least is None:
        return DONE
    tr, found = season.desk.tr, season.scores.readiness.score
    if found is not None and reaches(found, least):
        return DONE
    season.desk.progress(
        tr("There is no readiness score to compare with {least}.", least=tr.number(least)) if found is None
        else tr("Readiness {score} is below {least}.", score=tr.number(found), least=tr.number(least))
    )
    return THRESHOLD
