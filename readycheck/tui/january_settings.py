"""What January's figures follow from, as settings that a person can try out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, iso_week, january_window
from readycheck.core.forecast.split import Origin, channel_split
from readycheck.core.forecast.what_if import gift_dates, late_dates
from readycheck.core.lag.kernel import measured_rate
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.plan import DRIFT, Campaign, Staffing
from readycheck.core.responses import duration
from readycheck.core.staffing.day_need import within_of
from readycheck.core.staffing.results import Kernel
from readycheck.tui.fields import YES_NO
from readycheck.tui.settings import Setting

PERCENT = say("%")
SHARE_STEP = 0.05
LIVE_ONLY = ("concurrency", "target", "within", "patience")
"""What counts only where somebody answers at once."""
KERNELS: Mapping[Any, Message] = {
    None: say("the best that the data allows"), "assumed": say("assumed"),
    "fitted": say("fitted to orders and contacts"), "counted": say("counted from contacts that name their order"),
}
RATES: Mapping[str, Message] = {
    "assumed": say("{rate:.2f} (from the data)"), "fitted": say("{rate:.2f} (fitted)"),
    "counted": say("{rate:.2f} (counted)"),
}

UNTYPED: Mapping[Origin, Message] = {
    "imported": say("{share:.0%} (from the data)"), "typed": say("{share:.0%} (the rest)"), "only": say("{share:.0%}"),
}


def january_settings(audit: Audit, kernel: Kernel | None) -> list[Setting]:
    """The plan's settings, each staffed channel's, what could come otherwise; `kernel` is the forecast's."""
    shares, counted = list(_of_shares(audit)), audit.contacts is not None and any(audit.contacts.channels.values())
    return [
        *_of_contacts(audit, kernel, [] if counted else shares),
        *_of_plan(audit),
        *(setting for name, given in audit.staffing.items() for setting in _that_count(audit, name, given)),
        *(shares if counted else []),
        *_of_what_if(audit),
        *(setting for name, campaign in audit.plan.campaigns.items() for setting in _of_campaign(name, campaign)),
    ]


def _of_contacts(audit: Audit, kernel: Kernel | None, shares: list[Setting]) -> list[Setting]:
    """How many orders and contacts come; what no data tells stands first, to be typed: there also the `shares`."""
    growth = Setting(("plan", "growth"), say("Orders × last season's (growth)"), "number", audit.plan.growth,
                     hint=say("Counts where this season's orders are not typed by week."))
    rate = Setting(("plan", "contact_rate"), say("Contacts per order"), "number", audit.plan.contact_rate, step=0.01,
                   otherwise=_own_rate(kernel),
                   hint=say("0.2 is one contact for five orders. Empty: as the data says."))
    return [rate, *shares, growth] if measured_rate(audit.demand) is None else [growth, rate, *shares]


def _of_shares(audit: Audit) -> Iterator[Setting]:
    """The channels' shares, where there is something to divide."""
    split, several = channel_split(audit), len(audit.staffing) > 1
    for name, given in audit.staffing.items():
        if several or given.share is not None:
            known = Message(UNTYPED[split.origin].text, {"share": split.shares[name]}) if split.shares else None
            yield Setting(
                ("staffing", name, "share"), say("{channel}: {what}", channel=channel_name(name),
                                                 what=say("share of the contacts")),
                "percent", given.share, unit=PERCENT, step=SHARE_STEP, otherwise=known,
                hint=say("Empty: as in the imported contacts, else what the others leave."),
            )


def _of_plan(audit: Audit) -> list[Setting]:
    plan = audit.plan
    return [
        Setting(("plan", "shrinkage"), say("Shrinkage: breaks, absences"), "percent", plan.shrinkage, unit=PERCENT),
        Setting(("plan", "max_occupancy"), say("Occupancy at most"), "percent", plan.max_occupancy, unit=PERCENT),
        Setting(("plan", "pooled"), say("One team for all channels"), "choice", plan.pooled, YES_NO),
        Setting(("plan", "kernel"), say("Lag from order to contact"), "choice", plan.kernel, KERNELS),
        Setting(("plan", "drift"), say("Drift of contacts from year to year"), "change", plan.drift, unit=PERCENT,
                step=SHARE_STEP, hint=say("Empty: {drift:.0%}, until a graded forecast says otherwise.", drift=DRIFT),
                otherwise=say("{drift:.0%} (usual)", drift=DRIFT)),
    ]


def _that_count(audit: Audit, name: str, given: Staffing) -> Iterator[Setting]:
    """Of a channel that is answered later only what counts there: the handling time, and whatever was typed."""
    hours, usual = audit.hours.get(name), Staffing(given.aht)
    later = hours is not None and not hours.live
    for setting in channel_settings(name, given):
        kind = setting.path[-1]
        if kind not in LIVE_ONLY or not later or getattr(given, kind) != getattr(usual, kind):
            yield setting


def channel_settings(name: str, given: Staffing) -> list[Setting]:
    """A staffed channel's settings, the handling time first."""

    def named(what: Message) -> Message:
        return say("{channel}: {what}", channel=channel_name(name), what=what)

    at = ("staffing", name)
    return [
        Setting((*at, "aht"), named(say("handling time (AHT)")), "seconds", given.aht,
                hint=say("9 min, 540 s or 9:00")),
        Setting((*at, "concurrency"), named(say("conversations at a time")), "number", given.concurrency, step=0.5),
        Setting((*at, "target"), named(say("share answered in time")), "percent", given.target, unit=PERCENT),
        Setting((*at, "within"), named(say("in time means within")), "seconds", given.within,
                hint=say("Empty: 20 s on the phone, 60 s elsewhere."),
                otherwise=duration(within_of(name, given))),
        Setting((*at, "patience"), named(say("customers' patience")), "seconds", given.patience,
                hint=say("Empty: customers are taken to wait."), otherwise=say("they wait")),
    ]


def _of_what_if(audit: Audit) -> list[Setting]:
    """Late deliveries and gifts."""
    late, gifts = audit.plan.late, audit.plan.gifts
    first, last = late_dates(audit.season, audit.plan)
    orders = say("Which orders are meant.")
    return [
        Setting(("plan", "late", "share"), say("Late deliveries: share of the orders"), "percent", late.share,
                unit=PERCENT, step=SHARE_STEP),
        Setting(("plan", "late", "times"), say("Late deliveries: contacts × usual"), "number", late.times, step=0.5),
        Setting(("plan", "late", "first"), say("Late deliveries: orders from"), "date", late.first, hint=orders,
                otherwise=say("{day}", day=first)),
        Setting(("plan", "late", "last"), say("Late deliveries: orders to"), "date", late.last, hint=orders,
                otherwise=say("{day}", day=last)),
        Setting(("plan", "gifts", "share"), say("Gifts: share of the orders"), "percent", gifts.share, unit=PERCENT,
                step=SHARE_STEP, hint=say("Their later contacts start on Christmas Eve.")),
        Setting(("plan", "gifts", "first"), say("Gifts: orders from"), "date", gifts.first, hint=orders,
                otherwise=say("{day}", day=gift_dates(audit.season, audit.plan)[0])),
    ]


def _of_campaign(name: str, campaign: Campaign) -> list[Setting]:
    at = ("plan", "campaigns", name)
    return [
        Setting((*at, "orders"), say("Campaign {name}: orders × usual", name=name), "number", campaign.orders,
                step=0.1),
        Setting((*at, "first"), say("Campaign {name}: from", name=name), "date", campaign.first),
        Setting((*at, "last"), say("Campaign {name}: to", name=name), "date", campaign.last),
    ]


def _own_rate(kernel: Kernel | None) -> Message | None:
    """What counts where no contact rate is typed: the lag's own."""
    return None if kernel is None else Message(RATES[kernel.kind].text, {"rate": kernel.rate})


def weeks_of_january(audit: Audit) -> list[str]:
    """The ISO weeks of the January window, whether or not there is a forecast."""
    return list(dict.fromkeys(iso_week(day) for day in days_between(*january_window(audit.season))))


def weeks_of_season(audit: Audit) -> list[str]:
    """The ISO weeks from the season's first day to 31 January."""
    last = january_window(audit.season)[1]
    return list(dict.fromkeys(iso_week(day) for day in days_between(audit.season.starts, last)))
