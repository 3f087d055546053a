"""Settings of questions and lists in words: what each is called, and how its value reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readycheck.core.checklist import AppliesWhen, Checklist, LocalText
from readycheck.core.editions.change import SettingChange
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.names import EFFORT_NAMES, channel_name, measure_name, score_name

NAMES: Mapping[str, Message] = {
    "weight": say("weight"), "critical": say("a “no” blocks"), "measure": say("checked by"),
    "at_least": say("at least"), "lead_days": say("days until it is in force"), "effort": say("effort"),
    "applies_when": say("asked of"), "since": say("asked from"), "until": say("asked until"),
    "title": say("title"), "source": say("source"), "bands.ready": say("ready from"),
    "bands.nearly": say("nearly ready from"), "readiness": say("weight in readiness: {name}"),
    "section": say("section: {name}"),
}
NONE = say("–")
KINDS: Mapping[str, Message] = {"orders": say("orders"), "contacts": say("contacts")}


def setting_told(change: SettingChange, lists: tuple[Checklist, Checklist]) -> Message:
    """The setting with its value before and after; `lists` are the two editions, the earlier one first."""
    name = NAMES[change.key]
    if "{name}" in name.text:
        name = Message(name.text, {"name": _title(change.of, lists)})
    return say("{setting}: {before} → {after}", setting=name, before=_value(change.key, change.before),
               after=_value(change.key, change.after))


def _title(of: str, lists: tuple[Checklist, Checklist]) -> Message:
    """What the score of this id is called: a section by its title in the newer edition."""
    titles = {f"{each.id}/{section.id}": section.title for each in lists for section in each.sections}
    return say("{name}", name=titles[of]) if of in titles else score_name(of)


def _value(key: str, value: object) -> Message:
    if value is None:
        return NONE
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, AppliesWhen):
        return _asked_of(value)
    if isinstance(value, str) and key in ("measure", "effort"):
        return EFFORT_NAMES[value] if key == "effort" else measure_name(value)
    if isinstance(value, int | float):
        return say("{number:g}", number=value)
    return say("{name}", name=value if isinstance(value, date | LocalText) else str(value))


def _asked_of(when: AppliesWhen) -> Message:
    """Channels, countries and data that a shop must have."""
    parts = [
        *([_any_of(tuple(channel_name(channel) for channel in when.channel))] if when.channel else ()),
        *([say("{names}", names=", ".join(when.country))] if when.country else ()),
        *([_any_of(tuple(KINDS[kind] for kind in when.data))] if when.data else ()),
    ]
    return in_a_row(parts) if parts else say("every shop")


def _any_of(names: tuple[Message, ...]) -> Message:
    """Any of these is enough."""
    made = names[0]
    for name in names[1:]:
        made = say("{one} or {other}", one=made, other=name)
    return made
