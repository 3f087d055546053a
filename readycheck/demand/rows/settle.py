"""What a file leaves open and must be settled before counting: whose clock, and which number is the day."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.demand.formats.dialects import Dialect
from readycheck.demand.options import DateOrder, ImportOptions
from readycheck.demand.rows.moments import Evidence
from readycheck.demand.rows.zones import zone_of
from readycheck.errors import Problem

ASSUMED = say("times without an offset: assumed to be the shop's, {zone} (--timezone says otherwise)")


@dataclass(frozen=True)
class Settled:
    """The zone (IANA) of times without an offset and the order of day and month; what was assumed and asked."""

    zone: str
    order: DateOrder
    said: tuple[Message, ...]
    questions: tuple[Problem, ...]


def settle(seen: Evidence, dialect: Dialect, options: ImportOptions, shop_timezone: str, file: str) -> Settled:
    """Zone and date order by the person's word, else by the data, else by the dialect; else a question.

    ReadycheckError when `--timezone` names no zone.
    """
    order, about_order, order_question = _order(seen, options, file)
    zone, about_zone, zone_question = _zone(seen, dialect, options, shop_timezone, file)
    questions = tuple(question for question in (zone_question, order_question) if question is not None)
    return Settled(zone, order, (*about_zone, *about_order), questions)


def _zone(
    seen: Evidence, dialect: Dialect, options: ImportOptions, shop_timezone: str, file: str
) -> tuple[str, tuple[Message, ...], Problem | None]:
    own = (say("times with an offset of their own: {count}; moved to {zone}", count=seen.aware,
               zone=shop_timezone),) if seen.aware else ()
    if options.timezone:
        zone_of(options.timezone, "--timezone")
        said = say("times without an offset: taken as {zone}, as you said", zone=options.timezone)
        return options.timezone, (*own, said) if seen.naive else own, None
    if not seen.naive:
        return shop_timezone, own, None
    if dialect.zone == "utc":
        return "UTC", (*own, say("times without an offset: UTC, as {format} writes them", format=dialect.name)), None
    if dialect.zone == "ask":
        question = Problem(
            say("{format} does not say in which time zone its times are.", format=dialect.name),
            say("Say it: --timezone {zone} (or UTC, if that is how it exports).", zone=shop_timezone),
            file,
        )
        return shop_timezone, own, question
    return shop_timezone, (*own, Message(ASSUMED.text, {"zone": shop_timezone})), None


def _order(
    seen: Evidence, options: ImportOptions, file: str
) -> tuple[DateOrder, tuple[Message, ...], Problem | None]:
    names = {"dmy": say("day first"), "mdy": say("month first")}
    if not (seen.day_first or seen.month_first or seen.ambiguous):
        return "dmy", (), None
    if options.date_order is not None:
        said = say("dates such as 9/6/2016: {order}, as you said", order=names[options.date_order])
        return options.date_order, (said,), None
    if bool(seen.day_first) != bool(seen.month_first):
        order: DateOrder = "dmy" if seen.day_first else "mdy"
        return order, (say("dates such as 9/6/2016: {order}, as other rows show", order=names[order]),), None
    what = say("dates such as 9/6/2016 can be read in two ways, and no row settles it.")
    if seen.day_first:
        what = say("some dates can only have the day first, others only the month.")
    return "dmy", (), Problem(what, say("Say which comes first: --dates dmy or --dates mdy."), file)
