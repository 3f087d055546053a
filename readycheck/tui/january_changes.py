"""What a trial changes, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.message import say
from readycheck.core.names import channel_name
from readycheck.core.plan import Staffing
from readycheck.core.years.changed_amounts import changed_amounts, changed_hours
from readycheck.i18n import Translator
from readycheck.tui.january_settings import channel_settings, january_settings

_UNLIKE = object()


def changed_words(saved: Audit, tried: Audit, tr: Translator) -> tuple[str, ...]:
    """Each change as a short text: "Growth 1 → 1.2", "planned hours of 6 weeks 250 → 320"."""
    amounts = (*changed_amounts(saved, tried), *changed_hours(saved, tried))
    return (*_settings(saved, tried, tr), *map(tr, amounts))


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
