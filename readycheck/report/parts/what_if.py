"""What if: campaigns, late deliveries and gifts that are in the plan, and the scenarios that are kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readycheck.core.audit import FORMAT, Audit
from readycheck.core.forecast.what_if import gift_dates, late_dates
from readycheck.core.message import Message, say
from readycheck.core.plan import Scenario
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.core.years.changed_amounts import changed_amounts, changed_hours
from readycheck.core.years.setting_names import plan_name, setting_value
from readycheck.core.years.settings import setting_rows
from readycheck.errors import ReadycheckError
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Paragraph, Table
from readycheck.storage.document import audit_of
from readycheck.storage.encode import encode
from readycheck.storage.scenarios import apply_scenario


def what_if(case: Case) -> list[Block]:
    """A sentence on each setting that is in the plan, and a table of what is kept as a scenario."""
    settings = " ".join(_settings(case)) or case.tr(
        "No campaigns, late deliveries or gifts are in the plan: each can be tried as a what-if, in the app, "
        "on the January page."
    )
    return [Paragraph(settings, "note"), *([_table(case)] if case.audit.scenarios else [])]


def _settings(case: Case) -> Iterator[str]:
    tr, plan, season, times = case.tr, case.audit.plan, case.audit.season, _times
    for name, campaign in plan.campaigns.items():
        yield tr(
            "Campaign “{name}”, {first} – {last}: {times} times the orders that would come without it.",
            name=name, first=campaign.first, last=campaign.last, times=times(case, campaign.orders),
        )
    if plan.late.share:
        first, last = late_dates(season, plan)
        yield tr(
            "Late deliveries: {share} of the orders of {first} – {last} bring {times} times the contacts.",
            share=tr.percent(plan.late.share), first=first, last=last, times=times(case, plan.late.times),
        )
    if plan.gifts.share:
        first, last = gift_dates(season, plan)
        yield tr(
            "Gifts: {share} of the orders of {first} – {last} bring their later contacts from Christmas Eve on.",
            share=tr.percent(plan.gifts.share), first=first, last=last,
        )


def _times(case: Case, factor: float) -> str:
    """2, 1.5 or 1.25: as many decimals as it has, two at most."""
    return case.tr.number(factor, next((n for n in (0, 1) if round(factor, n) == round(factor, 2)), 2))


def _table(case: Case) -> Table:
    tr = case.tr
    columns = (
        tr("What if"), tr("January staffing"), tr("Needed"), tr("Planned"), tr("Backlog at most"),
        tr("What is changed"),
    )
    saved = _row(case, tr("The plan as it is"), case.scores.january, "")
    rows = (_tried(case, name, scenario) for name, scenario in case.audit.scenarios.items())
    return Table(tr("What if: kept scenarios, 27 December – 31 January"), columns, (saved, *rows))


def _tried(case: Case, name: str, scenario: Scenario) -> tuple[Cell, ...]:
    """A scenario upon the audit as it is; where it no longer fits, what is wrong with it."""
    # answers and checklists say nothing of January, and are most of an audit
    saved = replace(case.audit, answers={}, checklists=())
    try:
        tried = audit_of(apply_scenario({"format": FORMAT, **encode(saved)}, scenario), name)
        found = january(tried)
    except ReadycheckError as error:
        problem = case.tr(replace(error.problems[0], file=None).message())
        return _row(case, name, JanuaryStaffing(score=None), case.tr("does not fit: {problem}", problem=problem))
    changes = "; ".join(map(case.tr, _changed(saved, tried))) or case.tr("nothing: the plan is so already")
    return _row(case, name, found, f"{changes} ({scenario.note})" if scenario.note else changes)


def _changed(saved: Audit, tried: Audit) -> Iterator[Message]:
    """What a scenario makes different, in words: a reader of the report knows no keys."""
    for row in setting_rows(saved, tried):
        if row.key != "plan.extra":  # told with the weeks' hours
            before, after = (setting_value(row.key, value) for value in (row.before, row.after))
            yield say("{name} {before} → {after}", name=plan_name(row.key), before=before, after=after)
    yield from changed_amounts(saved, tried)
    yield from changed_hours(saved, tried)


def _row(case: Case, name: str, found: JanuaryStaffing, more: str) -> tuple[Cell, ...]:
    figures, led = case.figures, found.outcome
    needed = sum(week.required for week in found.weeks) if found.weeks else None
    planned = sum(week.planned for week in found.weeks) if led is not None else None
    return (
        name, figures.score(found.score), figures.hours(needed), figures.hours(planned),
        figures.hours(led.backlog_peak if led is not None else None), more,
    )
