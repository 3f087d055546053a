"""January staffing: contacts lag the sales, and hands must be there when they come (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between, iso_week, january_window
from readycheck.core.day_need import DayWork, Opened, day_work
from readycheck.core.erlang import backlog
from readycheck.core.forecast import daily_contacts, interval
from readycheck.core.hours_of_week import ChannelHours
from readycheck.core.kernel import LAGS, assumed_kernel, contact_rate
from readycheck.core.message import Message, say
from readycheck.core.plan_outcome import plan_outcome
from readycheck.core.public_holidays import public_holidays
from readycheck.core.season_orders import season_orders
from readycheck.core.staffing_results import DayNeed, JanuaryStaffing, Kernel, WeekNeed

KERNEL_ASSUMED = say("The lag from order to contact is assumed, not measured.")
KERNEL_NOT_FITTED = say("The lag from order to contact is not fitted to your own data yet: it is assumed.")


def january(audit: Audit) -> JanuaryStaffing:
    """Planned against required agent-hours, week by week, from the season's first day to 31 January."""
    first, (window, last) = audit.season.starts, january_window(audit.season)
    shares = channel_shares(audit)
    rate = contact_rate(audit)
    missing = _missing(audit, shares, rate)
    if missing or rate is None:
        return JanuaryStaffing(score=None, missing=missing)
    first = min(first, window)
    orders = season_orders(audit, first - timedelta(days=LAGS - 1), last)
    if orders.missing:
        return JanuaryStaffing(score=None, missing=orders.missing)
    kernel = assumed_kernel(rate)
    contacts = daily_contacts(orders.days, kernel, first, last)
    works = _works(audit, contacts, shares, first, last)
    return _january(audit, kernel, contacts, works, window)


def channel_shares(audit: Audit) -> dict[str, float]:
    """Each staffed channel's share of the contacts; the others' are shared out in proportion."""
    if audit.contacts is None:
        return {}
    counts = {name: audit.contacts.channels.get(name, 0) for name in audit.staffing}
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()} if total else {}


def _missing(audit: Audit, shares: Mapping[str, float], rate: float | None) -> tuple[Message, ...]:
    missing = []
    if not audit.staffing:
        missing.append(say("no staffing table: type each channel's handling time (AHT)"))
    elif not shares:
        missing.append(say("no contacts in a channel that has a staffing table: import contacts"))
    if rate is None:
        missing.append(say("no contact rate: import orders and contacts, or type plan.contact_rate"))
    return tuple(missing)


def _works(
    audit: Audit, contacts: Mapping[date, float], shares: Mapping[str, float], first: date, last: date
) -> dict[date, DayWork]:
    holidays = public_holidays(audit.shop.country, first, last)
    live = {name: hours for name, hours in audit.hours.items() if hours.live and name in audit.staffing}
    return {
        day: day_work(audit, _by_hour(audit, day, contacts[day], shares), _opened(live, day, holidays))
        for day in days_between(first, last)
    }


def _opened(live: Mapping[str, ChannelHours], day: date, holidays: frozenset[date]) -> Opened:
    return {name: hours.on(day, holidays) for name, hours in live.items()}


def _by_hour(
    audit: Audit, day: date, contacts: float, shares: Mapping[str, float]
) -> dict[str, tuple[float, ...]]:
    """The day's contacts by channel and hour, after the heat map's row for that weekday."""
    row = audit.contacts.grid[day.weekday()] if audit.contacts else (0,) * 24
    total = sum(row)
    profile = [count / total for count in row] if total else [1 / 24] * 24
    return {name: tuple(contacts * share * part for part in profile) for name, share in shares.items()}


def _january(
    audit: Audit, kernel: Kernel, contacts: Mapping[date, float], works: Mapping[date, DayWork], window: date
) -> JanuaryStaffing:
    days = _days(audit, contacts, works)
    january_days = [day for day in days if day.day >= window]
    earlier = [day for day in days if audit.season.starts <= day.day < window]
    weeks, before_weeks = _weeks(january_days), _weeks(earlier)
    planned = audit.plan.hours is not None
    score = covered(weeks) if planned else None
    missing = () if planned else (say("no planned hours: type the agent-hours of each week (plan.hours)"),)
    fitted = audit.plan.kernel == "fitted" or (audit.plan.kernel is None and audit.orders is not None)
    return JanuaryStaffing(
        score=score,
        missing=missing,
        applicable=score is not None or not planned,
        before=covered(before_weeks) if planned else None,
        weeks=weeks,
        before_weeks=before_weeks,
        days=days,
        kernel=kernel,
        outcome=plan_outcome(audit, january_days, works) if planned else None,
        ratio=_ratio(january_days, before_weeks, earlier),
        notes=(KERNEL_NOT_FITTED if fitted else KERNEL_ASSUMED,),
        steps=(
            *_arithmetic(audit, kernel, {day.day: works[day.day] for day in january_days}, weeks, score),
            *_before(before_weeks, planned),
        ),
    )


def covered(weeks: Iterable[WeekNeed]) -> float | None:
    """100 · Σ min(planned, required) / Σ required: a surplus week covers no shortage in another."""
    chosen = list(weeks)
    required = sum(week.required for week in chosen)
    return 100 * sum(min(week.planned, week.required) for week in chosen) / required if required else None


def _days(audit: Audit, contacts: Mapping[date, float], works: Mapping[date, DayWork]) -> tuple[DayNeed, ...]:
    hours = audit.plan.hours or {}
    planned = {day: hours.get(iso_week(day), 0.0) / 7 for day in works}
    # weeks before the first planned one were not planned at all: they leave no queue behind
    begins = min(hours, default="")
    waiting = backlog(
        (work.required - work.presence if iso_week(day) >= begins else 0.0 for day, work in works.items()),
        (_handling(audit, planned[day], work) for day, work in works.items()),
    )
    return tuple(
        DayNeed(day, contacts[day], work.required, planned[day], work.presence, rest)
        for (day, work), rest in zip(works.items(), waiting, strict=True)
    )


def _handling(audit: Audit, planned: float, work: DayWork) -> float:
    """Planned hours that contacts get. Mere presence piles up nothing; where each channel has its own
    team, it also handles nothing of what waits."""
    return planned if audit.plan.pooled else max(0.0, planned - work.presence)


def _weeks(days: Iterable[DayNeed]) -> tuple[WeekNeed, ...]:
    by_week: dict[str, list[DayNeed]] = {}
    for day in days:
        by_week.setdefault(iso_week(day.day), []).append(day)
    return tuple(_week(week, members) for week, members in by_week.items())


def _week(week: str, days: list[DayNeed]) -> WeekNeed:
    contacts = sum(day.contacts for day in days)
    low, high = interval(contacts)
    return WeekNeed(
        week, contacts, low, high,
        required=sum(day.required for day in days),
        planned=sum(day.planned for day in days),
        presence=sum(day.presence for day in days),
        backlog=days[-1].backlog,
    )


def _ratio(january_days: list[DayNeed], before: tuple[WeekNeed, ...], earlier: list[DayNeed]) -> float | None:
    """January's contacts a day over those of the busiest full week before it."""
    full = {week for week in {iso_week(d.day) for d in earlier} if sum(iso_week(d.day) == week for d in earlier) == 7}
    busiest = max((week.contacts / 7 for week in before if week.week in full), default=0.0)
    return sum(day.contacts for day in january_days) / len(january_days) / busiest if busiest else None


def _arithmetic(
    audit: Audit, kernel: Kernel, works: Mapping[date, DayWork], weeks: tuple[WeekNeed, ...], score: float | None
) -> tuple[Message, ...]:
    lines = [say(
        "Contacts per order {rate:.4f}, half of them within {median:.1f} days of the order, {late:.1%} after 30 days.",
        rate=sum(kernel.weights), median=kernel.median_days, late=kernel.after_30,
    )]
    lines += _busiest(audit, works)
    lines += [
        say("{day}: ({live:.2f} h live + max(0, {deferred:.2f} h deferred − {idle:.2f} h idle) / {cap:g})"
            " / (1 − {shrinkage:g}) = {required:.2f} h",
            day=day, live=work.live_hours, deferred=work.deferred, idle=work.idle, cap=audit.plan.max_occupancy,
            shrinkage=audit.plan.shrinkage, required=work.required)
        for day, work in works.items()
    ]
    lines += _week_lines(weeks)
    if score is not None:
        lines.append(_sum_line(say("January staffing"), weeks, score))
    return tuple(lines)


def _before(weeks: tuple[WeekNeed, ...], planned: bool) -> list[Message]:
    """The same from the season's first day to 26 December."""
    score = covered(weeks) if planned else None
    return [] if score is None else [*_week_lines(weeks), _sum_line(say("Before 27 December"), weeks, score)]


def _sum_line(name: Message, weeks: tuple[WeekNeed, ...], score: float) -> Message:
    return say(
        "{name} = 100 × {covered:.2f} / {required:.2f} = {score:.2f}", name=name, score=score,
        covered=sum(min(w.planned, w.required) for w in weeks), required=sum(w.required for w in weeks),
    )


def _week_lines(weeks: tuple[WeekNeed, ...]) -> list[Message]:
    return [
        say("{week}: {contacts:.1f} contacts, {required:.2f} h required, {planned:.2f} h planned, smaller {least:.2f}",
            week=week.week, contacts=week.contacts, required=week.required, planned=week.planned,
            least=min(week.planned, week.required))
        for week in weeks
    ]


def _busiest(audit: Audit, works: Mapping[date, DayWork]) -> list[Message]:
    """One hour worked out in full: the others go the same way."""
    found = [(stretch.load, day, stretch) for day, work in works.items() for stretch in work.stretches]
    if not found:
        return []
    load, day, stretch = max(found, key=lambda entry: (entry[0], -entry[1].toordinal()))
    return [say(
        "The busiest hour, {day} from {hour}: {rate:.2f} contacts an hour × {aht:.1f} s / 3600 = {load:.3f} erlangs;"
        " the fewest agents that answer in time, at most {cap:.0%} occupied: {agents}.",
        day=day, hour=stretch.hour, rate=stretch.rate, aht=stretch.aht, load=load,
        cap=audit.plan.max_occupancy, agents=stretch.agents,
    )]
