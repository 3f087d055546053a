"""What a person types into a form, field by field: from the text to the value, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from readycheck.core.hours.typed import typed_spans
from readycheck.core.hours.week import NotASpan, Span
from readycheck.core.message import Message, say
from readycheck.core.text import quoted
from readycheck.core.written import NoSuchDay, TwoDays, written_day
from readycheck.i18n import Translator

Kind = Literal[
    "text", "lines", "number", "whole", "percent", "change", "seconds", "stopwatch", "date", "spans", "words",
    "choice", "many"]
MINUTE = 60
HOUR = 3600
DAY = 24 * HOUR
DAY_WORDS = r"(?:pv|päivä|päivää|vrk|days?|d)"
HOUR_WORDS = r"(?:h|hours?|hrs?|tuntia?|t)"
MINUTE_WORDS = r"(?:min|mins|minutes?|minuuttia?)"
SECOND_WORDS = r"(?:s|secs?|seconds?|sekuntia?)"
FEWEST_BARE = 60
"""A smaller number without its unit is as likely minutes or hours: 6 for an e-mail, 24 for a promise. It is asked."""
EXAMPLE = date(2026, 11, 24)
YES_NO: Mapping[Any, Message] = {True: say("yes"), False: say("no")}
YES_NO_UNKNOWN: Mapping[Any, Message] = {True: say("yes"), False: say("no"), None: say("not known")}


@dataclass(frozen=True)
class Field:
    """One value in a form. `options` are a choice's values (or many's) with their names.

    A percent is typed as 60 and kept as 0.6, and so is a change, which may go over 100; seconds may be typed as 7:30,
    8 min, 2.5 h, 1 h 5 min or 1 day, and a small number without its unit is asked about, but not in a stopwatch's
    field, where it is seconds; words stand with commas between them; an empty text is None.
    """

    key: str
    label: Message
    kind: Kind = "text"
    options: Mapping[Any, Message] = field(default_factory=dict)
    hint: Message | None = None
    needed: bool = False


class NotTyped(ValueError):
    """A text that is not what its field asks for; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def typed(kind: Kind, text: str, tr: Translator, near: date | None = None, country: str = "") -> Any:
    """The value of a text that a person typed; None when empty, NotTyped when it does not fit.

    `near` is the day that a date without a year is near to, `country` the shop's, for the order of day and month.
    """
    text = text.strip()
    if kind == "spans":
        return _spans(text)
    if kind == "words":
        return tuple(word.strip() for word in text.split(",") if word.strip())
    if not text or text in ("-", "–"):
        return None
    match kind:
        case "number":
            return typed_number(text, tr)
        case "whole":
            return _whole(text, tr)
        case "percent":
            return _share(text, tr)
        case "change":
            return _percent(text, tr)
        case "seconds":
            return _seconds(text, tr)
        case "stopwatch":
            return _seconds(f"{text} s" if re.fullmatch(r"[\d.,]+", text) else text, tr)
        case "date":
            return typed_date(text, near, "" if tr.lang == "fi" else country)
    return text


def shown(kind: Kind, value: Any, tr: Translator) -> str:
    """The value as it stands in an input, so that `typed` reads it back."""
    if value is None or value == "":
        return ""
    match kind:
        case "number" | "whole":
            return plain_number(value, tr)
        case "seconds" | "stopwatch":
            return duration(value, tr)
        case "percent" | "change":
            return plain_number(round(100 * value, 8), tr)
        case "date":
            return tr.date(value)
        case "spans":
            return ", ".join(str(span) for span in value)
        case "words":
            return ", ".join(value)
    return str(value)


def plain_number(value: float, tr: Translator) -> str:
    """A number with as many decimals as it has, with the person's decimal mark and no groups."""
    digits = f"{value:.9f}".rstrip("0").rstrip(".")
    return digits.replace(".", ",") if tr.lang == "fi" else digits


def duration(seconds: float, tr: Translator) -> str:
    """ "85 s", "9 min", "8 min 30 s", or "7.5 h" where it is whole tenths of hours."""
    if seconds >= HOUR and seconds % (HOUR / 10) == 0:
        return f"{plain_number(seconds / HOUR, tr)} h"
    if 2 * MINUTE <= seconds < HOUR and seconds == int(seconds):
        minutes, rest = divmod(int(seconds), MINUTE)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{plain_number(seconds, tr)} s"


def typed_number(text: str, tr: Translator) -> float:
    """ "1 200,5" and "1200.5" alike; whole numbers stay whole. In English "1,200" is twelve hundred."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-")
    if tr.lang == "en":
        plain = re.sub(r",(?=\d{3}(\D|$))", "", plain)
    plain = plain.replace(",", ".")
    if re.fullmatch(r"-?\d{1,12}", plain):
        return int(plain)
    if not re.fullmatch(r"-?\d{0,12}\.\d{1,9}", plain):
        raise NotTyped(say("\"{text}\" is not a number; write it as 12.5.", text=quoted(text)))
    return float(plain)


def typed_date(text: str, near: date | None = None, country: str = "") -> date:
    """Any form of a day that people write; one without a year is the nearest to `near`."""
    try:
        day = written_day(text, near, country)
    except TwoDays as two:
        raise NotTyped(say("\"{text}\" may be {one} or {other}. Write {one}.", text=quoted(text), one=two.days[0],
                           other=two.days[1])) from None
    except NoSuchDay:
        raise NotTyped(say("There is no day {text}.", text=quoted(text))) from None
    if day is None:
        raise NotTyped(say("Not understood: \"{text}\". Write a day like this: {example}.", text=quoted(text),
                           example=near or EXAMPLE))
    return day


def _spans(text: str) -> tuple[Span, ...]:
    try:
        return typed_spans(text)
    except NotASpan as error:
        raise NotTyped(error.message) from None


def changed(fields: Sequence[Field], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a person has changed, by key."""
    return {f.key: after[f.key] for f in fields if after[f.key] != before.get(f.key)}


def _whole(text: str, tr: Translator) -> int:
    try:
        number = typed_number(text, tr)
    except NotTyped:
        number = 0.5  # no number at all: a hint to write decimals would only be wrong again
    if not isinstance(number, int):
        raise NotTyped(say("\"{text}\" is not a whole number.", text=quoted(text)))
    return number


def _percent(text: str, tr: Translator) -> float:
    return round(typed_number(text.rstrip("% \u00a0"), tr) / 100, 10)


def _share(text: str, tr: Translator) -> float:
    """Told in percent here: the document's own check speaks of shares from 0 to 1, which nobody types."""
    share = _percent(text, tr)
    if share > 1:
        raise NotTyped(say("At most 100%. Type percent, such as 97."))
    if share < 0:
        raise NotTyped(say("At least 0%. Type percent, such as 97."))
    return share


def _seconds(text: str, tr: Translator) -> float:
    clock = re.fullmatch(r"(\d{1,4}):([0-5]\d)", text)
    if clock:
        return 60 * int(clock[1]) + int(clock[2])
    days = re.fullmatch(rf"(\d{{1,3}})\s*{DAY_WORDS}", text, re.IGNORECASE)
    if days:
        return DAY * int(days[1])
    parts = re.fullmatch(
        rf"(?i)(?:(\d{{1,4}})\s*{HOUR_WORDS})?\s*(?:(\d{{1,4}})\s*{MINUTE_WORDS})?\s*(?:(\d{{1,6}})\s*{SECOND_WORDS})?",
        text)
    if parts:
        hours, minutes, seconds = (int(part) for part in parts.groups("0"))
        return HOUR * hours + 60 * minutes + seconds
    return _one_unit(text, tr)


def _one_unit(text: str, tr: Translator) -> float:
    """ "7,5 h" or "540": a number with its unit, or one that can only be of seconds."""
    number, *units = re.fullmatch(  # type: ignore[union-attr]
        rf"(?is)(.*?)\s*(?:({HOUR_WORDS})|({MINUTE_WORDS})|({SECOND_WORDS}))?", text).groups()
    try:
        value = typed_number(number, tr)
    except NotTyped:
        raise NotTyped(say("\"{text}\" is not a time; write 60 s, 5 min, 8 h or 1 d.", text=quoted(text))) from None
    if not any(units) and 0 < value < FEWEST_BARE:
        raise NotTyped(say("{number}: of what? Write {number} s, {number} min or {number} h.", number=number))
    hours, minutes, _ = units
    return round(value * (HOUR if hours else MINUTE if minutes else 1), 6)
