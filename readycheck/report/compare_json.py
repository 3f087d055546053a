"""A comparison for programs: what `compare --json` prints and what the page's JSON holds beside its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from readycheck.core.results import Readiness, Scores
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_moved import Days, Moved, RateMoved
from readycheck.core.years.trend import Trend
from readycheck.report.case import Case
from readycheck.report.grade_json import grade_json

Facts = dict[str, Any]
Read = tuple[int, Scores]
"""A season and its scores."""


def compare_json(case: Case, shop: str, seasons: Sequence[Read]) -> Facts:
    """Everything of the case's comparison, numbers unrounded, words in English.

    `shop` is the later side's slug, `seasons` are all that were read, in order.
    """
    compared = case.comparison
    if compared is None:
        raise ValueError("there is nothing to compare")
    return {
        "shop": shop,
        "seasons": [_season(year, scores.readiness) for year, scores in seasons],
        "before": compared.season_before, "after": compared.season_after,
        "sides": list(case.sides), "one_shop": case.compared_as is None or case.compared_as.shops is None,
        "core": {
            "before": compared.core_before, "after": compared.core_after, "improved": compared.improved,
            "checklist_changed": compared.checklist_changed, "unanswered": compared.unanswered,
        },
        "rows": [{"id": row.id, "kind": row.kind, "before": row.before, "after": row.after} for row in compared.rows],
        "questions": _questions(compared),
        "settings": [{"key": row.key, "before": row.before, "after": row.after, "why": str(row.why)}
                     for row in compared.settings],
        "actions": {
            "kept": [a.id for a in compared.kept], "not_kept": [a.id for a in compared.not_kept],
            "carried": [a.id for a in compared.carried],
        },
        "forecast": None if compared.forecast is None else grade_json(compared.forecast),
        "not_graded": None if compared.not_graded is None else str(compared.not_graded),
        "demand": [_moved(found) for found in compared.demand],
        "rate": None if compared.rate is None else _rate(compared.rate),
        "trend": None if case.trend is None else _trend(case.trend),
    }


def _season(year: int, found: Readiness) -> Facts:
    return {"season": year, "readiness": found.score, "band": found.band, "known": found.known}


def _questions(compared: Comparison) -> list[Facts]:
    return [
        {
            "id": row.id, "before_id": row.before_id, "kind": row.kind, "before": row.before, "after": row.after,
            "value_before": row.value_before, "value_after": row.value_after, "comparable": row.comparable,
            "why_not": None if row.why_not is None else str(row.why_not),
        }
        for row in compared.questions
    ]


def _moved(found: Moved) -> Facts:
    """A split: every share, though pages show the most moved alone."""
    return {
        "what": found.what, "total_before": found.total_before, "total_after": found.total_after,
        "p": found.p, "statistic": found.statistic, "freedom": found.freedom, "test": str(found.test),
        "why_not": None if found.why_not is None else str(found.why_not),
        "shares": [
            {**asdict(share), "why_not": None if share.why_not is None else str(share.why_not)}
            for share in found.shares
        ],
        "days_before": _days(found.days_before), "days_after": _days(found.days_after),
    }


def _days(days: Days | None) -> Facts | None:
    """Which days were counted; null where counts were typed."""
    return None if days is None else {"first": days[0].isoformat(), "last": days[1].isoformat()}


def _rate(found: RateMoved) -> Facts:
    return {
        "before": found.before, "after": found.after, "p": found.p, "beyond_chance": found.beyond_chance,
        "test": str(found.test), "days_before": _days(found.days_before), "days_after": _days(found.days_after),
    }


def _trend(found: Trend) -> Facts:
    """Each line season by season; breaks and steps lie between the seasons."""
    return {
        "seasons": list(found.seasons),
        "lines": [
            {"id": line.id, "values": list(line.values), "breaks": list(line.breaks), "steps": list(line.steps)}
            for line in found.lines
        ],
        "list_changed": list(found.list_changed),
    }
