"""What a trial changes, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.plan import Staffing
from readycheck.i18n import Translator
from readycheck.tui.january_settings import channel_settings, january_settings
from readycheck.tui.january_text import name_of

_UNLIKE = object()
FEW = 2
"""So many weeks are told one by one."""


def changed_words(saved: Audit, tried: Audit, tr: Translator) -> tuple[str, ...]:
    """Each change as a short text: "Growth 1 → 1.2", "planned hours of 6 weeks 250 → 320"."""
    return (*_settings(saved, tried, tr), *_amounts(saved, tried, tr), *_hours(saved, tried, tr))


def _settings(saved: Audit, tried: Audit, tr: Translator) -> Iterator[str]:
    before = {setting.key: setting for setting in january_settings(saved, None)}
    after = {setting.key: setting for setting in january_settings(tried, None)}
    usual = _usual_of_new_channels(saved, tried)
    for key, setting in after.items():
        if usual.get(key, _UNLIKE) == setting.value or (key not in before and setting.value is None):
            continue
        old = before[key].text(tr) if key in before else "–"
        if key not in before or before[key].value != setting.value:
            yield f"{tr(setting.label)} {old} → {setting.text(tr)}"
    for name in saved.staffing.keys() - tried.staffing.keys():
        yield tr(say("without {channel}", channel=channel_name(name)))
    for name in saved.plan.campaigns.keys() - tried.plan.campaigns.keys():
        yield tr(say("without the campaign {name}", name=name))


def _usual_of_new_channels(saved: Audit, tried: Audit) -> Mapping[str, Any]:
    """What nobody typed: a new channel's settings beside its handling time, as they are at first."""
    new = [name for name in tried.staffing if name not in saved.staffing]
    return {
        setting.key: setting.value
        for name in new for setting in channel_settings(name, Staffing(tried.staffing[name].aht))[1:]
    }


def _amounts(saved: Audit, tried: Audit, tr: Translator) -> Iterator[str]:
    yield from _by_week(say("planned hours"), saved.plan.hours or {}, tried.plan.hours or {}, tr)
    yield from _by_week(say("orders"), saved.plan.orders, tried.plan.orders, tr)
    before, after = sum(saved.plan.extra.values()), sum(tried.plan.extra.values())
    if saved.plan.extra != tried.plan.extra:
        yield tr(say("extra hours by day {before:,.0f} → {after:,.0f}", before=before, after=after))


def _by_week(what: Message, saved: Mapping[str, float], tried: Mapping[str, float], tr: Translator) -> Iterator[str]:
    moved = [week for week in sorted({*saved, *tried}) if saved.get(week) != tried.get(week)]
    if len(moved) <= FEW:
        for week in moved:
            before, after = saved.get(week, 0.0), tried.get(week, 0.0)
            yield tr(say("{what}, {week} {before:,.0f} → {after:,.0f}", what=what, week=name_of(week), before=before,
                         after=after))
        return
    before, after = (sum(amounts.get(week, 0.0) for week in moved) for amounts in (saved, tried))
    yield tr(say("{what} of {n} weeks {before:,.0f} → {after:,.0f}", what=what, n=len(moved), before=before,
                 after=after))


def _hours(saved: Audit, tried: Audit, tr: Translator) -> Iterator[str]:
    for name in dict.fromkeys((*saved.hours, *tried.hours)):
        if saved.hours.get(name) != tried.hours.get(name):
            yield tr(say("opening hours: {channel}", channel=channel_name(name)))
