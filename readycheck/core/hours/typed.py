"""Opening hours as people write them: from "9am-5.30pm", "klo 9–17" and "9 to 5pm" to spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from readycheck.core.hours.week import NotASpan, Span
from readycheck.core.message import say
from readycheck.core.text import quoted

CLOSED = ("", "-", "–", "closed", "kiinni", "suljettu")
HALF_DAY = 12 * 60
_TIME = r"(?:klo\.?\s?|kello\s)?(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap]\.?m\.?)?"
_TO = r"\s?(?:[-–—−]|to|till|until)\s?"
_BETWEEN = r"[,;+&]|\s(?:and|ja)\s"
_BARE = r"[1-9](?:[:.]\d\d)?\s?[-–—−]\s?[1-9](?:[:.]\d\d)?"
"""After a morning's span, "1-5" goes back by the clock: "9-12, 1-5" may mean the afternoon; "01:00-05:00" does not."""
Time = tuple[int, str]
"""Minutes since midnight as the digits say, and "am", "pm" or nothing."""


def typed_spans(text: str) -> tuple[Span, ...]:
    """Spans with commas or "and" between them; none for an empty text or "closed". NotASpan says what is wrong."""
    if text.strip().lower() in CLOSED:
        return ()
    parts = [part.strip() for part in re.split(_BETWEEN, text, flags=re.IGNORECASE) if part.strip()]
    spans = tuple(map(_span, parts))
    for before, span, part in zip(spans, spans[1:], parts[1:], strict=False):
        if span.start < before.start < HALF_DAY and re.fullmatch(_BARE, part):
            raise _asked(text, [span, Span(span.start + HALF_DAY, span.end + HALF_DAY)])
    return spans


def _span(text: str) -> Span:
    spaced = re.sub(r"\s+", " ", text).strip()
    found = re.fullmatch(_TIME + _TO + _TIME, spaced, re.IGNORECASE)
    if found is None:
        raise _not_understood(spaced)
    start, end = (_time(*found.groups()[at:at + 3]) for at in (0, 3))
    if start[1] or end[1]:
        return _of_half_days(spaced, start, end)
    if end[0] <= start[0] < HALF_DAY:  # "9-5": what is meant is told, not taken, for "17" may have been mistyped
        raise _asked(spaced, [Span(start[0], end[0] + HALF_DAY)])
    return Span.parse(f"{_clock(start[0])}-{_clock(end[0])}")


def _time(hour: str, minute: str | None, half: str | None) -> Time:
    return int(hour) * 60 + int(minute or 0), (half or "").replace(".", "").lower()


def _of_half_days(text: str, start: Time, end: Time) -> Span:
    """Where one of the two has neither am nor pm, both are tried: "9-5pm" can only begin in the morning."""
    starts = _readings(*start)
    ends = [minutes or 2 * HALF_DAY for minutes in _readings(*end)]  # midnight that ends a day is 24:00
    if not starts or not ends:
        raise _not_understood(text)
    pairs = [(a, b) for a, b in product(starts, ends) if a < b]
    if not pairs:
        raise NotASpan(say("\"{text}\" ends before it starts; split it at midnight (24:00).", text=quoted(text)))
    if len(pairs) > 1:
        raise _asked(text, [Span(*pair) for pair in pairs])
    return Span(*pairs[0])


def _readings(minutes: int, half: str) -> list[int]:
    """The minutes since midnight that a time may mean: 12:30 am is 0:30; from 12 on, without am or pm, of 24 hours."""
    if not half:
        return [minutes] if minutes >= HALF_DAY else [minutes, minutes + HALF_DAY]
    hour, minute = divmod(minutes, 60)
    return [hour % 12 * 60 + minute + HALF_DAY * (half == "pm")] if 1 <= hour <= 12 else []


def _asked(text: str, spans: Sequence[Span]) -> NotASpan:
    example = " / ".join(map(str, spans))
    return NotASpan(say("\"{text}\": am or pm? Write {example}.", text=quoted(text), example=example))


def _not_understood(text: str) -> NotASpan:
    return NotASpan(say("Not understood: \"{text}\". Write {example}.", text=quoted(text), example="08:00-16:00"))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
