"""Settings that differ between two seasons, and why figures under them do not compare as they stand."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from readycheck.core.audit import Audit, Season
from readycheck.core.calendar import peaks
from readycheck.core.message import Message, say
from readycheck.core.plan import DRIFT, Plan
from readycheck.core.years.comparison import SettingRow
from readycheck.core.years.links import questions_of, under_other_ids

PLAN = ("pooled", "shrinkage", "max_occupancy", "contact_rate", "kernel", "growth", "top_reasons")
WHY_STAFFING = say("it changes the hours that January needs")
WHY_CONTACTS = say("it changes the contacts that January expects")
WHY_INTERVAL = say("it changes how wide the forecast's interval is")
WHY_PLANNED = say("it changes the hours that January has")
WHY_WEIGHT = say("it changes the weight of a score")
WHY_SEASON = say("it changes which days are counted")
WHY_REASONS = say("it changes which contact reasons are counted")
WHY_PEAKS = say("it changes by when things must be ready")
WHY_BANDS = say("it changes from which score on a shop is called ready")
WHY_PLACE = say("it changes holidays and hours of the day")
TIMES = " × "
WEIGHT = "weight."
Settings = dict[str, tuple[str, Message]]


def setting_rows(before: Audit, after: Audit) -> tuple[SettingRow, ...]:
    """Every setting that is not the same in both, by key; a dash where it is not set.

    The weight of a question that goes on under another id has the key that it has in `after`.
    """
    old, new = _settings(before), _settings(after)
    for key, earlier in under_other_ids(questions_of(before), questions_of(after)).items():
        old[WEIGHT + key] = old.pop(WEIGHT + earlier)
    return tuple(
        SettingRow(key, old[key][0] if key in old else "–", new[key][0] if key in new else "–", why)
        for key in dict.fromkeys((*old, *new))
        for why in [(new.get(key) or old[key])[1]]
        if (old[key][0] if key in old else None) != (new[key][0] if key in new else None)
    )


def _settings(audit: Audit) -> Settings:
    found: Settings = {
        "shop.country": (audit.shop.country, WHY_PLACE),
        "shop.timezone": (audit.shop.timezone, WHY_PLACE),
        "season.starts": (_in_season(audit.season, audit.season.starts), WHY_SEASON),
        "season.ends": (_in_season(audit.season, audit.season.ends), WHY_SEASON),
    }
    if audit.season.peaks:  # those that nobody typed move with the calendar
        days = ", ".join(_in_season(audit.season, day) for day in peaks(audit.season))
        found["season.peaks"] = (days, WHY_PEAKS)
    for name in PLAN:
        value = getattr(audit.plan, name)
        if value is not None:
            found[f"plan.{name}"] = (_shown(value), WHY_REASONS if name == "top_reasons" else WHY_STAFFING)
    found |= _tried(audit.season, audit.plan)
    for channel, staffing in audit.staffing.items():
        for field in fields(staffing):
            value = getattr(staffing, field.name)
            if value is not None:
                found[f"staffing.{channel}.{field.name}"] = (_shown(value), WHY_STAFFING)
    return found | _weights(audit)


def _tried(season: Season, plan: Plan) -> Settings:
    """What was tried upon the forecast and kept, its width, and agent-hours by date; nothing of what does nothing."""
    drift = DRIFT if plan.drift is None else plan.drift
    found: Settings = {"plan.drift": (_shown(round(drift, 2)), WHY_INTERVAL)}
    if plan.extra:
        found["plan.extra"] = (_shown(sum(plan.extra.values())), WHY_PLANNED)
    if plan.late.share:
        times = [("share", plan.late.share), ("times", plan.late.times)]
        found |= {f"plan.late.{name}": (_shown(value), WHY_CONTACTS) for name, value in times}
        found |= _dates(season, "plan.late", plan.late.first, plan.late.last)
    if plan.gifts.share:
        found["plan.gifts.share"] = (_shown(plan.gifts.share), WHY_CONTACTS)
        found |= _dates(season, "plan.gifts", plan.gifts.first)
    for name, campaign in plan.campaigns.items():
        days = " – ".join(_in_season(season, day) for day in (campaign.first, campaign.last))
        found[f"plan.campaigns.{name}"] = (f"{days}{TIMES}{_shown(campaign.orders)}", WHY_CONTACTS)
    return found


def _dates(season: Season, key: str, first: date | None, last: date | None = None) -> Settings:
    given = {"first": first, "last": last}
    return {f"{key}.{name}": (_in_season(season, day), WHY_CONTACTS) for name, day in given.items() if day is not None}


def _weights(audit: Audit) -> Settings:
    """Weights of the readiness mean and of each question; from which score on a shop is ready."""
    found: Settings = {}
    for checklist in audit.checklists:
        if checklist.bands is not None and checklist.readiness:
            found |= {"bands.ready": (_shown(checklist.bands.ready), WHY_BANDS),
                      "bands.nearly": (_shown(checklist.bands.nearly), WHY_BANDS)}
        for weight in checklist.readiness:
            found[f"readiness.{weight.id}"] = (_shown(weight.weight), WHY_WEIGHT)
    return found | {
        WEIGHT + key: (_shown(question.weight), WHY_WEIGHT) for key, question in questions_of(audit).items()
    }


def _shown(value: object) -> str:
    """A setting as its file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _in_season(season: Season, day: date) -> str:
    """A date without its year, so that the same season a year later is the same setting."""
    return f"{day.month:02d}-{day.day:02d}" + (f" (+{day.year - season.year})" if day.year != season.year else "")
