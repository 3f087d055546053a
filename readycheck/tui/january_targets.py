"""What a value is typed for: a setting, a week's hours or orders, a day's extra hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, iso_week, january_window
from readycheck.core.message import Message, say
from readycheck.core.years.changed_amounts import week_name
from readycheck.i18n import Translator
from readycheck.storage.document import REMOVED, with_value
from readycheck.tui.changes import plain
from readycheck.tui.fields import Kind
from readycheck.tui.january_settings import weeks_of_january, weeks_of_season
from readycheck.tui.january_text import day_name
from readycheck.tui.saving import Document
from readycheck.tui.settings import Setting

Path = tuple[str, ...]
WEEK_STEP, DAY_STEP, ORDERS_STEP = 5.0, 1.0, 10.0
WEEKS_OF: Mapping[str, Message] = {
    "one": say("this week"), "january": say("every week of January"), "season": say("every week of the season"),
}


@dataclass(frozen=True)
class Target:
    """`value` of `kind` at `paths` of the document, by the weeks that are meant (`WEEKS_OF`; "one" where only one is).

    `step` is what + and − add to an amount; a setting steps by its own. `which` is the one that is meant: a week, a
    day, or a setting's unit.
    """

    what: Message
    kind: Kind
    value: Any
    paths: Mapping[str, tuple[Path, ...]]
    hint: Message | None = None
    setting: Setting | None = None
    step: float = 0.0
    which: Message | None = None

    @property
    def table(self) -> str | None:
        """The plan's table that it stands in; None for a setting."""
        return None if self.setting is not None else self.paths["one"][0][1]

    def label(self, weeks: str = "one") -> Message:
        """What is typed, and for which weeks."""
        which = self.which if weeks == "one" else WEEKS_OF[weeks]
        return self.what if which is None else say("{what}, {which}", what=self.what, which=which)

    def put(self, document: Document, value: Any, weeks: str = "one") -> Document:
        """The document with the value; None takes it away, and with the last week or day their table."""
        for path in self.paths[weeks]:
            document = with_value(document, path, plain(value))
        table = self.paths["one"][0][:-1]
        empty = value is None and self.setting is None and not _at(document, table)
        return with_value(document, table, REMOVED) if empty else document

    def stepped(self, by: int) -> Any:
        """The value a step up or down; None where it cannot be stepped."""
        if self.setting is not None:
            return self.setting.stepped(by)
        return max(0.0, (self.value or 0.0) + by * self.step)


def setting_target(setting: Setting) -> Target:
    """A value of the list of settings."""
    return Target(setting.label, setting.kind, setting.value, {"one": (setting.path,)}, setting.hint, setting,
                  which=setting.unit)


def hours_target(audit: Audit, week: str) -> Target:
    """A week's planned agent-hours."""
    return Target(say("Planned agent-hours"), "number", (audit.plan.hours or {}).get(week),
                  _weeks(audit, "hours", week), _part(audit, week), step=WEEK_STEP, which=week_name(week))


def _part(audit: Audit, week: str) -> Message | None:
    """How much of a week that the January window divides stands in its row: 40 typed hours are 34.3 there."""
    first, last = january_window(audit.season)
    days = sum(iso_week(day) == week for day in days_between(first, last))
    return say("{days}/7 of it is in January's figures.", days=days) if 0 < days < 7 else None


def orders_target(audit: Audit, week: str) -> Target:
    """A week's orders this season."""
    all_weeks, instead = say("Give all weeks to 31 Jan."), say("Replaces last season's: give all weeks to 31 Jan.")
    hint = all_weeks if audit.orders is None else instead
    return Target(say("Orders"), "number", audit.plan.orders.get(week), _weeks(audit, "orders", week), hint,
                  step=ORDERS_STEP, which=week_name(week))


def extra_target(audit: Audit, day: date, tr: Translator) -> Target:
    """A day's agent-hours on top of its week's."""
    return Target(say("Extra agent-hours"), "number", audit.plan.extra.get(day.isoformat()),
                  {"one": (("plan", "extra", day.isoformat()),)},
                  say("On top of a seventh of the week's planned hours."), step=DAY_STEP,
                  which=say("{name}", name=day_name(day, tr)))


def _weeks(audit: Audit, table: str, week: str) -> dict[str, tuple[Path, ...]]:
    meant = {"one": [week], "january": weeks_of_january(audit), "season": weeks_of_season(audit)}
    return {name: tuple(("plan", table, each) for each in weeks) for name, weeks in meant.items()}


def _at(document: Document, path: Path) -> Any:
    found: Any = document
    for part in path:
        found = found.get(part, {})
    return found
