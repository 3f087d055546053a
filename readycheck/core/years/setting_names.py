"""Settings that differ between seasons, in words: what each is called and how its value reads."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.message import Message, say
from readycheck.core.names import channel_name, score_name
from readycheck.core.years.comparison import Comparison, SettingRow
from readycheck.core.years.settings import TIMES, WEIGHT

NAMES: Mapping[str, Message] = {
    "shop.country": say("country"),
    "shop.timezone": say("time zone"),
    "season.starts": say("the season's first day"),
    "season.ends": say("the season's last day"),
    "season.peaks": say("the peak days"),
    "bands.ready": say("ready from"),
    "bands.nearly": say("nearly ready from"),
    "plan.pooled": say("one team for all channels"),
    "plan.shrinkage": say("breaks and absences"),
    "plan.max_occupancy": say("occupancy at most"),
    "plan.contact_rate": say("contacts per order"),
    "plan.kernel": say("lag from order to contact"),
    "plan.growth": say("orders × last season's"),
    "plan.top_reasons": say("contact reasons that are counted"),
    "plan.drift": say("drift of contacts from year to year"),
    "plan.extra": say("agent-hours by date"),
    "plan.late.share": say("late deliveries: share of the orders"),
    "plan.late.times": say("late deliveries: contacts × an order in time"),
    "plan.late.first": say("late deliveries: orders from"),
    "plan.late.last": say("late deliveries: orders to"),
    "plan.gifts.share": say("gifts: share of the orders"),
    "plan.gifts.first": say("gifts: orders from"),
}
STAFFING: Mapping[str, Message] = {
    "aht": say("handling time"),
    "concurrency": say("conversations at a time"),
    "target": say("share answered in time"),
    "within": say("in time means within"),
    "patience": say("customers' patience"),
    "share": say("share of the contacts"),
}
WORDS: Mapping[str, Message] = {
    "true": say("yes"), "false": say("no"), "assumed": say("assumed"), "fitted": say("from the shop's own data"),
    "counted": say("counted from contacts that name their order"),
}
CAMPAIGN = "plan.campaigns."
SHARES = ("shrinkage", "max_occupancy", "target", "share", "drift")
SECONDS = ("aht", "within", "patience")


def telling_settings(found: Comparison) -> tuple[SettingRow, ...]:
    """The settings that differ, without the weight of a question that one season lacks: its absence says it."""
    return tuple(
        row for row in found.settings
        if not (row.key.startswith(WEIGHT) and "–" in (row.before, row.after))
    )


def setting_name(key: str, found: Comparison) -> Message:
    """What a setting is called; one that is not known keeps its key."""
    kind, _, rest = key.partition(".")
    if kind == "readiness":
        titles = {row.id: row.title for row in found.rows if row.title is not None}
        return say("weight: {what}", what=titles.get(rest) or score_name(rest))
    if kind == "weight":
        prompts = {row.id: row.prompt for row in found.questions}
        return say("weight: {what}", what=prompts.get(rest, rest))
    return plan_name(key)


def plan_name(key: str) -> Message:
    """What a setting of plan, staffing, shop or season is called; one that is not known keeps its key."""
    kind, _, rest = key.partition(".")
    if kind == "staffing":
        channel, _, name = rest.rpartition(".")
        return say("{channel}: {what}", channel=channel_name(channel), what=STAFFING.get(name, name))
    if key.startswith(CAMPAIGN):
        return say("campaign {name}: its days × their orders", name=key.removeprefix(CAMPAIGN))
    return NAMES.get(key) or say("{name}", name=key)


def setting_value(key: str, text: str) -> Message:
    """A setting's value as a person reads it; `text` is as `SettingRow` keeps it."""
    if key.startswith(CAMPAIGN) and TIMES in text:
        days, _, orders = text.rpartition(TIMES)
        return say("{days} × {orders:g}", days=days, orders=float(orders))
    name = key.rpartition(".")[2]
    try:
        value = float(text)
    except ValueError:
        return WORDS.get(text) or say("{name}", name=text)
    if name in SHARES:
        return say("{share:.0%}", share=value)
    return say("{seconds:g} s", seconds=value) if name in SECONDS else say("{value:g}", value=value)
