"""What January's figures follow from, as settings that a person can try out."""

from __future__ import annotations

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, iso_week, january_window
from readycheck.core.day_need import within_of
from readycheck.core.kernel import contact_rate
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.plan import Staffing
from readycheck.tui.fields import YES_NO
from readycheck.tui.settings import Setting

SECONDS = say("s")
PERCENT = say("%")


def january_settings(audit: Audit) -> list[Setting]:
    """The plan's settings, then each staffed channel's."""
    plan = audit.plan
    of_plan = [
        Setting(("plan", "growth"), say("Orders × last season's (growth)"), "number", plan.growth),
        Setting(("plan", "contact_rate"), say("Contacts per order"), "number", plan.contact_rate, step=0.01,
                hint=say("empty: as last season"), otherwise=_last_rate(audit)),
        Setting(("plan", "shrinkage"), say("Shrinkage: breaks, absences"), "percent", plan.shrinkage, unit=PERCENT),
        Setting(("plan", "max_occupancy"), say("Occupancy at most"), "percent", plan.max_occupancy, unit=PERCENT),
        Setting(("plan", "pooled"), say("One team for all channels"), "choice", plan.pooled, YES_NO),
    ]
    return of_plan + [setting for name, given in audit.staffing.items() for setting in _of_channel(name, given)]


def _of_channel(name: str, given: Staffing) -> list[Setting]:
    def named(what: Message) -> Message:
        return say("{channel}: {what}", channel=channel_name(name), what=what)

    at = ("staffing", name)
    return [
        Setting((*at, "aht"), named(say("handling time (AHT)")), "seconds", given.aht, unit=SECONDS),
        Setting((*at, "concurrency"), named(say("conversations at a time")), "number", given.concurrency, step=0.5),
        Setting((*at, "target"), named(say("share answered in time")), "percent", given.target, unit=PERCENT),
        Setting((*at, "within"), named(say("in time means within")), "seconds", given.within, unit=SECONDS,
                hint=say("empty: 20 s on the phone, 60 s elsewhere"),
                otherwise=say("{seconds:g} s", seconds=within_of(name, given))),
        Setting((*at, "patience"), named(say("customers' patience")), "seconds", given.patience, unit=SECONDS,
                hint=say("empty: customers are taken to wait"), otherwise=say("they wait")),
    ]


def _last_rate(audit: Audit) -> Message | None:
    """What counts where no contact rate is typed."""
    rate = contact_rate(audit)
    return None if rate is None else say("{rate:.2f} (from the data)", rate=rate)


def weeks_of_january(audit: Audit) -> list[str]:
    """The ISO weeks of the January window, whether or not there is a forecast."""
    return list(dict.fromkeys(iso_week(day) for day in days_between(*january_window(audit.season))))


def weeks_of_season(audit: Audit) -> list[str]:
    """The ISO weeks from the season's first day to 31 January."""
    last = january_window(audit.season)[1]
    return list(dict.fromkeys(iso_week(day) for day in days_between(audit.season.starts, last)))
