"""Figures for a reader: the raw value beside its form in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from readycheck.core.responses import duration
from readycheck.core.rounding import rounded, shown_change
from readycheck.i18n import Translator
from readycheck.report.numbers import Day, Number


@dataclass(frozen=True)
class Figures:
    """Makes Numbers; None becomes a dash."""

    tr: Translator

    def score(self, value: float | None) -> Number:
        """A score, 0–100."""
        return Number(value, self.tr.number(value), "points")

    def points(self, value: float | None) -> Number:
        """A difference in points, with its sign."""
        return Number(value, self._signed(value), "points")

    def points_between(self, before: float | None, after: float | None) -> Number:
        """A difference of two scores, shown as the difference of what is shown of them."""
        if before is None or after is None:
            return self.points(None)
        return Number(after - before, self._signed(shown_change(before, after)), "points")

    def share(self, value: float | None, decimals: int = 0) -> Number:
        """A share, 0–1, as a percentage."""
        return Number(value, self.tr.percent(value, decimals), "share")

    def change(self, value: float | None) -> Number:
        """A change, 0.12 for twelve per cent more, with its sign."""
        if value is None or rounded(value, 2) == 0:
            return Number(value, self.tr.percent(None if value is None else 0.0), "share")
        return Number(value, ("+" if value > 0 else "") + self.tr.percent(value), "share")

    def growth(self, before: float | None, after: float | None) -> Number:
        """A change from one amount to another, as the reader works it out from the two that stand beside it."""
        if before is None or after is None:
            return self.change(None)
        then, now = (rounded(value, _decimals(value)) for value in (before, after))
        if not then:
            return self.change(None)
        return replace(self.change(after / before - 1), text=self.change(now / then - 1).text)

    def contacts(self, value: float | None) -> Number:
        """A number of contacts; expected ones are no whole numbers."""
        return Number(value, self._amount(value), "contacts")

    def orders(self, value: float | None) -> Number:
        """A number of orders."""
        return Number(value, self._amount(value), "orders")

    def hours(self, value: float | None) -> Number:
        """Agent-hours: tenths only while they matter."""
        return Number(value, self._amount(value), "hours")

    def count(self, value: int | None) -> Number:
        """A whole number of anything."""
        return Number(value, self.tr.number(value, 0), "count")

    def rate(self, value: float | None) -> Number:
        """Contacts per order."""
        return Number(value, self.tr.number(value, 3), "count")

    def probability(self, value: float | None) -> str:
        """A test's p, as it stands in a sentence: "p < 0.001", "p = 0.012", "p > 0.999"."""
        if value is not None and rounded(value, 3) in (0, 1):
            return self._p(">", 0.999) if value > 0.5 else self._p("<", 0.001)
        return self._p("=", value)

    def weight(self, value: float) -> Number:
        """A weight in a mean."""
        return Number(value, self.tr.number(value, 0 if value == int(value) else 2), "weight")

    def nps(self, value: float | None) -> Number:
        """A net promoter score, −100…100."""
        return Number(value, self.tr.number(value, 0), "nps")

    def seconds(self, value: float | None) -> Number:
        """A time as a person says it: 45 s, 12 min 26 s, 3 h 5 min."""
        return Number(value, self._duration(value), "seconds")

    def days(self, value: int | None) -> Number:
        """A number of days."""
        return Number(value, self.tr.number(value, 0), "days")

    def day(self, day: date | None) -> Day:
        """A date; a dash where there is none."""
        return Day(day, self.tr.date(day))

    def short_day(self, day: date) -> str:
        """A date without its year: 28.12. or 28 Dec."""
        return self.tr.date(day).removesuffix(str(day.year)).strip()

    def _p(self, sign: str, value: float | None) -> str:
        """No line ends within it."""
        return f"p\N{NO-BREAK SPACE}{sign}\N{NO-BREAK SPACE}{self.tr.number(value, 3)}"

    def _amount(self, value: float | None) -> str:
        return self.tr.number(value, _decimals(value))

    def _signed(self, value: float | None) -> str:
        text = self.tr.number(value)
        if value is None or rounded(value, 1) <= 0:
            return self.tr.number(0) if value is not None and rounded(value, 1) == 0 else text
        return f"+{text}"

    def _duration(self, value: float | None) -> str:
        return "–" if value is None else self.tr(duration(value))


def _decimals(value: float | None) -> int:
    return 1 if value is not None and abs(value) < 10 and value != int(value) else 0
