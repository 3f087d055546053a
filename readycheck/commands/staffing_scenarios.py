"""Scenarios on the command line: kept, forgotten, and all of them beside the saved plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readycheck.commands.season import Season
from readycheck.commands.staffing_beside import beside
from readycheck.commands.staffing_trial import tried
from readycheck.commands.wrapping import wrapped
from readycheck.core.plan import Scenario
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError
from readycheck.report.january_json import january_facts
from readycheck.storage.scenarios import drop_scenario, keep_scenario


def keep(season: Season, name: str, changes: tuple[str, ...]) -> tuple[str, ...]:
    """Save the changes as a scenario of that name; what to say of it."""
    desk = season.desk
    before = set(season.audit.scenarios)
    saved = desk.save(season.file, keep_scenario(season.file.document, name, changes))
    named = clean(name).strip()
    replaced = named in before and season.audit.scenarios[named] != saved.audit.scenarios[named]
    said = (
        desk.tr("Scenario “{name}” was there already; it is now these changes.", name=named) if replaced
        else desk.tr("Kept as scenario “{name}”; the plan itself is as it was.", name=named)
    )
    return tuple(wrapped(said, desk.columns))


def drop(season: Season, name: str) -> None:
    """Forget a scenario, and say so."""
    desk = season.desk
    desk.save(season.file, drop_scenario(season.file.document, name))
    desk.write(desk.tr("Scenario “{name}” is forgotten.", name=clean(name)))


def show_all(season: Season) -> None:
    """The saved plan and every scenario side by side; one that fails is told and leaves the others alone."""
    desk, tr = season.desk, season.desk.tr
    saved = january(season.audit)
    outcomes = {name: _outcome(season, kept) for name, kept in season.audit.scenarios.items()}
    if desk.json:
        desk.facts(_facts(season, saved, outcomes))
        return
    found = [(name, each) for name, each in outcomes.items() if isinstance(each, JanuaryStaffing)]
    desk.write(season.title, "", *beside(season, saved, found), "", *_changes(season))
    for name, each in outcomes.items():
        if isinstance(each, str):
            told = tr("Scenario “{name}” can no longer be applied: {why}", name=name, why=each)
            desk.write(*wrapped(f"! {told}", desk.columns, "  ", "    "))


def _outcome(season: Season, kept: Scenario) -> JanuaryStaffing | str:
    """January under the scenario, or the sentence why it cannot be tried."""
    try:
        return january(tried(season.file.document, kept, "")[1])
    except ReadycheckError as error:
        return season.desk.tr(error.problems[0].message())


def _changes(season: Season) -> Iterator[str]:
    """What each scenario changes."""
    tr, room = season.desk.tr, season.desk.columns
    if not season.audit.scenarios:
        yield from wrapped(tr("No scenario is kept yet. --set KEY=VALUE --keep NAME keeps one."), room, "  ")
    for name, kept in season.audit.scenarios.items():
        note = f" – {clean(kept.note)}" if kept.note else ""
        yield from wrapped(f"{name}: {', '.join(kept.changes)}{note}", room, "  ", "    ")


def _facts(season: Season, saved: JanuaryStaffing, outcomes: dict[str, JanuaryStaffing | str]) -> dict[str, Any]:
    tr, kept = season.desk.tr, season.audit.scenarios
    return {
        "shop": season.shop, "season": season.audit.season.year, "january": january_facts(saved, tr),
        "scenarios": [
            {"name": name, "changes": list(kept[name].changes), "note": kept[name].note,
             "problem": found if isinstance(found, str) else None,
             "january": None if isinstance(found, str) else january_facts(found, tr)}
            for name, found in outcomes.items()
        ],
    }
