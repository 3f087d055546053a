"""`readycheck compare`: year against year, any two seasons or files; three and more are a trend."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from readycheck.commands.compare_text import comparison_lines, explained, promised_lines
from readycheck.commands.compare_what import compared_as, seasons_meant
from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE, THRESHOLD
from readycheck.core.rounding import reaches, shown_change
from readycheck.core.years.compare import compare
from readycheck.core.years.trend import trend
from readycheck.report.case import Case
from readycheck.report.compare_json import Read, compare_json
from readycheck.report.comparison import build_comparison, kicker, title
from readycheck.report.parts.years_words import nothing_shared
from readycheck.report.renderers import RENDERERS, rendered


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the last two of the seasons against each other and the trend of all, or write them as a page."""
    path = None if arguments.output is None else output_path(arguments.output, RENDERERS)
    seasons = seasons_meant(desk, arguments.what)
    after, case = seasons[-1], compared_case(seasons)
    read: list[Read] = [(season.audit.season.year, season.scores) for season in seasons]
    if path is not None:
        write_file(path, rendered(build_comparison(case, after.shop, read), path.suffix.lower()))
    if desk.json:
        desk.facts(compare_json(case, after.shop, read))
    elif path is not None:
        desk.write(desk.tr("The comparison is here: {path}", path=str(path)))
    else:
        lines = comparison_lines(case, desk.columns, ascii_only=desk.ascii_signs)
        desk.write(f"{title(case)} – {kicker(case)}", "", *lines)
        if arguments.explain:
            desk.write("", *explained(case, desk.columns))
    return _status(arguments.fail_on_regression, case, desk)


def compared_case(seasons: list[Season]) -> Case:
    """The last two against each other, all of them in the trend."""
    before, after = seasons[-2:]
    between = after.desk.archive.between(before.file.path, after.file.path)
    found = compare(before.audit, after.audit, before.scores, after.scores, between)
    audits, scores = [season.audit for season in seasons], [season.scores for season in seasons]
    lines = trend(audits, scores) if len(seasons) > 2 else None
    sides = compared_as(before, after)
    return replace(after.case(), comparison=found, previous=before.audit, compared_as=sides, trend=lines)


def told(after: Season, before: Season) -> list[str]:
    """The change over the comparable core, what was promised, and forecast against outcome."""
    return promised_lines(compared_case([before, after]), after.desk.columns)


def _status(most: float | None, case: Case, desk: Desk) -> int:
    """Whether the comparable headline fell by more than `most`; where nothing compares, no script shall pass."""
    compared = case.comparison
    if most is None or compared is None:
        return DONE
    if compared.core_before is None or compared.core_after is None:
        desk.progress(desk.tr("There is no change to hold against a limit: {why}", why=nothing_shared(case, compared)))
        return THRESHOLD
    fallen = -shown_change(compared.core_before, compared.core_after)
    if reaches(most, fallen):
        return DONE
    desk.progress(desk.tr(
        "Readiness over what both have fell by {fallen} points, from {before} to {after}: more than {most}.",
        fallen=desk.tr.number(fallen), before=desk.tr.number(compared.core_before),
        after=desk.tr.number(compared.core_after), most=desk.tr.number(most),
    ))
    return THRESHOLD
