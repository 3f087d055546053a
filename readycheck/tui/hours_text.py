"""The words around the map of opening hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content
from textual.style import Style

from readycheck.core.hours.suggest import Suggestion
from readycheck.core.hours.week import ChannelHours, HoursException, Span, union
from readycheck.core.message import Message, say
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.core.results import HoursCoverage
from readycheck.core.rounding import shown_change
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.week_cells import Cell, WeekPicture

Profile = OrderProfile | ContactProfile


def figure(label: str, now: float | None, before: float | None, tr: Translator, *, share: bool = False) -> str:
    """ "January 43.2", or "January 43.2 → 52.1" when it has moved; a `share` of demand (0–100) in per cent."""
    moved = now is not None and before is not None and shown_change(before, now) != 0
    start = f"{tr.number(before)} → " if moved else ""
    return f"{label} {start}{_share(now, tr) if share else tr.number(now)}"


def _share(score: float | None, tr: Translator) -> str:
    return tr.percent(None if score is None else score / 100, 1)


def coverage_line(now: HoursCoverage, before: HoursCoverage, tr: Translator) -> str:
    """The figures that move while one paints."""
    if now.score is None and now.missing:
        return tr(say("No coverage yet – {why}.", why=now.missing[0]))
    parts = [
        figure(tr(say("Coverage")), now.score, before.score, tr, share=True),
        figure(tr(say("evenings")), now.evenings, before.evenings, tr, share=True),
        figure(tr(say("weekends")), now.weekends, before.weekends, tr, share=True),
    ]
    return "   ".join(part.replace(" ", "\u00a0") for part in parts)


def cell_line(picture: WeekPicture, cell: Cell, kind: str, tr: Translator) -> str:
    """The hour under the cursor: demand and opening, to the minute."""
    day, hour = cell
    total = sum(map(sum, picture.demand)) if picture.demand else 0
    count = picture.count(cell)
    of = tr.plural("{n} order", "{n} orders", count) if kind == "orders" else (
        tr.plural("{n} contact", "{n} contacts", count))
    demand = tr(say("{count} ({share} of the week)", count=of, share=tr.percent(count / total, 1))) if total else (
        tr(say("no demand known")))
    return f"{tr.weekday(day)} {hour:02d}–{hour + 1:02d} · {demand} · {_open_text(picture, cell, tr)}"


def _open_text(picture: WeekPicture, cell: Cell, tr: Translator) -> str:
    minutes = picture.minutes(cell)
    if minutes in (0, 60):
        return tr(say("open")) if minutes else tr(say("closed"))
    return tr(say("open {minutes} min", minutes=minutes))


def day_line(hours: ChannelHours, day: int, tr: Translator) -> str:
    """A weekday's spans as they are kept."""
    return f"{tr.weekday(day)}: {spans_text(hours.on_weekday(day), tr)}"


def week_lines(hours: ChannelHours, tr: Translator) -> str:
    """Every weekday's spans, a line each."""
    return "\n".join(day_line(hours, day, tr) for day in range(7))


def spans_told(spans: Iterable[Span]) -> Message:
    """ "08:00–12:30, 13:00–16:00", or closed."""
    times = ", ".join(str(span).replace("-", "–") for span in spans)
    return say("{name}", name=times) if times else say("closed")


def spans_text(spans: Iterable[Span], tr: Translator) -> str:
    """The same in a person's language."""
    return tr(spans_told(spans))


def clicked(line: Content, action: str) -> Content:
    """The line, which does `action` when it is clicked."""
    return line.stylize(Style.from_meta({"@click": action}))


def settings_line(hours: ChannelHours, alone: float | None, tr: Translator) -> Content:
    """What else is said of the channel, to be changed by a click too, and what it covers alone."""
    live = tr(say("l live: yes")) if hours.live else tr(say("l live: no"))
    holidays = tr(say("h public holidays: open")) if hours.holidays == "open" else (
        tr(say("h public holidays: closed")))
    covers = tr(say("covers {score}", score=_share(alone, tr)))
    parts = [clicked(Content(live), "screen.live"), clicked(Content(holidays), "screen.holidays"), Content(covers)]
    return Content(" · ").join(parts)


LEGEND = say("[ ] open  ( ) open for a part of the hour  + suggested  · no demand")


DIGITS = {
    ("orders", "season"): say("Digits: last season's orders by hour, 9 = most"),
    ("orders", "all"): say("Digits: orders {first} – {last} by hour, 9 = most"),
    ("contacts", "season"): say("Digits: last season's contacts by hour, 9 = most"),
    ("contacts", "all"): say("Digits: contacts {first} – {last} by hour, 9 = most"),
}
BY_OTHER = {
    "orders": say("by contacts {score} ({key})", key=key_of("hours.demand", "d")),
    "contacts": say("by orders {score} ({key})", key=key_of("hours.demand", "d")),
}


def demand_line(profile: Profile | None, kind: str, other: float | None, tr: Translator) -> str:
    """Whose hours the map shows, and the coverage by the other kind."""
    if profile is None:
        return tr(say("No demand figures yet: import orders or contacts ({key}).", key=key_of("import", "i")))
    line = tr(DIGITS[kind, profile.grid_of], first=profile.first, last=profile.last)
    return line if other is None else f"{line} · {tr(BY_OTHER[kind], score=_share(other, tr))}"


def exceptions_line(exceptions: Iterable[HoursException], tr: Translator) -> str:
    """Every dated exception in a row."""
    parts = [
        f"{tr.date(e.date)} {spans_text(e.open, tr)}" for e in sorted(exceptions, key=lambda e: e.date)
    ]
    return tr(say("x Exceptions: {list}", list="; ".join(parts))) if parts else tr(say("x No dated exceptions."))


def suggestion_line(found: Suggestion, tr: Translator) -> str:
    """What is suggested and what it brings."""
    if not found.hours:
        return tr(say("Suggestion: no hours would add to the coverage."))
    return tr(say(
        "Suggestion: +{n} h a week: {runs} → coverage {after} (+{gain})", n=len(found.hours),
        runs=runs_text(found.runs, tr), after=_share(found.coverage_after, tr), gain=tr.number(found.gained),
    ))


def runs_text(runs: Iterable[tuple[int, int, int]], tr: Translator) -> str:
    """ "Mon Tue Thu 19–21, Sat 10–14": days with the same hours together."""
    days: dict[tuple[int, int], list[str]] = {}
    for day, start, end in runs:
        days.setdefault((start, end), []).append(tr.weekday(day))
    return ", ".join(f"{' '.join(names)} {start}–{end}" for (start, end), names in days.items())


def least_useful_line(found: Suggestion, tr: Translator) -> str:
    """The open hours that fewest customers use."""
    few = found.least_useful[:3]
    if not few:
        return ""
    hours = ", ".join(f"{tr.weekday(day)} {hour}–{hour + 1} {tr.percent(share, 1)}" for day, hour, share in few)
    return tr(say("Least demand while open: {hours}", hours=hours))


def open_week(hours: Mapping[str, ChannelHours], channel: str | None) -> tuple[tuple[Span, ...], ...]:
    """Each weekday's disjoint spans of one channel; all closed without one."""
    if channel is None or channel not in hours:
        return ((),) * 7
    return tuple(union(hours[channel].on_weekday(day)) for day in range(7))
