"""`readycheck staffing`: January week by week, what if, the hours that would help, and how good the forecast is."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.staffing_csv import write_need
from readycheck.commands.staffing_json import facts
from readycheck.commands.staffing_options import check_options, shortest_shift
from readycheck.commands.staffing_past import learn, show_check
from readycheck.commands.staffing_rota import suggest
from readycheck.commands.staffing_scenarios import drop, keep, show_all
from readycheck.commands.staffing_text import compared, explained, told
from readycheck.commands.staffing_trial import Trial, trial_of
from readycheck.commands.statuses import DONE


def run(arguments: Namespace, desk: Desk) -> int:
    """Print what the one option asks for; without any the need, the plan and what the plan leads to."""
    check_options(arguments)
    season = Season.open(desk, arguments.shop)
    if arguments.drop is not None:
        drop(season, arguments.drop)
        return DONE
    trial = trial_of(season, arguments.scenario, arguments.changes)
    if arguments.scenarios:
        show_all(season)
    elif arguments.suggest is not None:
        suggest(season, trial, arguments.suggest, shortest_shift(arguments), arguments)
    elif arguments.csv is not None:
        write_need(season, trial, arguments.csv)
    elif arguments.check:
        show_check(season)
    elif arguments.learn:
        learn(season)
    else:
        _january(season, trial, arguments)
    return DONE


def _january(season: Season, trial: Trial | None, arguments: Namespace) -> None:
    """The forecast and the plan, or their arithmetic; a trial that is to be kept is kept first."""
    desk = season.desk
    said = () if arguments.keep is None or trial is None else keep(season, arguments.keep, trial.changes)
    if desk.json:
        desk.facts(facts(season, trial, explain=arguments.explain))
        for line in said:
            desk.progress(line)
        return
    desk.write(season.title, "")
    if arguments.explain:
        desk.write(*explained(season, trial))
    else:
        desk.write(*told(season), *(() if trial is None else compared(season, trial)))
    if said:
        desk.write("", *said)
