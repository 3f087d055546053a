"""What a value may be, said beside its type: `Annotated[float, Between(0, 1)]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from readycheck.core.message import Message, say

FIRST_YEAR, LAST_YEAR = 1970, 2200
"""No audit knows a date outside these; near the calendar's ends sums of days would overflow."""


@dataclass(frozen=True)
class Between:
    """A number from `low` to `high`, ends included unless `above`/`below` asks for more.

    `remedy` says what the number is, in its unit, with an example.
    """

    low: float | None = None
    high: float | None = None
    above: float | None = None
    below: float | None = None
    remedy: Message | None = None

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        if self.low is not None and value < self.low:
            return say("must be at least {low:.10g}, not {value:.10g}.", low=self.low, value=value)
        if self.high is not None and value > self.high:
            return say("must be at most {high:.10g}, not {value:.10g}.", high=self.high, value=value)
        if self.above is not None and value <= self.above:
            return say("must be over {low:.10g}, not {value:.10g}.", low=self.above, value=value)
        if self.below is not None and value >= self.below:
            return say("must be under {high:.10g}, not {value:.10g}.", high=self.below, value=value)
        return None


@dataclass(frozen=True)
class Pattern:
    """A text of a stated form; `form` says it in words."""

    pattern: str
    form: Message

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        if re.fullmatch(self.pattern, value):
            return None
        return say("must be {form}, not \"{value}\".", form=self.form, value=value)


@dataclass(frozen=True)
class NotBlank:
    """A text that says something."""

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        return None if value.strip() else say("is empty.")


@dataclass(frozen=True)
class HasWord:
    """A text with at least one letter or digit."""

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        return None if any(char.isalnum() for char in value) else say("holds no word.")


@dataclass(frozen=True)
class Length:
    """A text or list of at most `most` things, told by their name."""

    most: int
    things: Message

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        if len(value) <= self.most:
            return None
        return say("must have at most {most} {things}, not {count}.", most=self.most, things=self.things,
                   count=len(value))


@dataclass(frozen=True)
class IsoWeek:
    """A text like 2026-W53 that names a week which the year really has."""

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        found = re.fullmatch(r"(\d{4})-W(\d\d)", value)
        if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            return say("must be an ISO week such as 2026-W49, not \"{value}\".", value=value)
        try:
            date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            # 28 December always lies in a year's last ISO week
            last = date(int(found[1]), 12, 28).isocalendar().week
            return say("{year} has no week {week}: its weeks are 1–{last}.",
                       year=found[1], week=int(found[2]), last=last)
        return None


@dataclass(frozen=True)
class IsoDay:
    """A text like 2027-01-04 that names a day."""

    def complaint(self, value: Any) -> Message | None:
        """What is wrong with `value`, or None."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or value != day.isoformat() or not FIRST_YEAR <= day.year <= LAST_YEAR:
            return say("must be a date such as 2027-01-04, not \"{value}\".", value=value)
        return None


@dataclass(frozen=True)
class Packed:
    """Whole numbers written as one text, so that a file stays readable: "0 3 12 …".

    `count` numbers where given; `rows` such texts in a list where given.
    """

    rows: int | None = None
    count: int | None = None


@dataclass(frozen=True)
class Lines:
    """A text that may hold line breaks."""


@dataclass(frozen=True)
class OtherTables:
    """This field takes every table of its parent that no other field names."""


Share = Annotated[float, Between(0, 1, remedy=say("Give a share from 0 to 1, such as 0.25."))]
Count = Annotated[int, Between(0, None)]
Amount = Annotated[float, Between(0, None)]
Seconds = Annotated[float, Between(above=0, high=1e6, remedy=say("Give seconds, such as 300."))]
