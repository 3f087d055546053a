"""The holidays library as it is loaded here, in parts, says what it says when it is loaded whole."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from readycheck.core.hours.public_holidays import public_holidays

COUNTRIES = ("FI", "SE", "DE", "US", "IN", "IL", "SG", "TH", "ET", "GR", "LK", "MN")
"""Of every kind of calendar that the library has."""
WHOLE = """
import sys, holidays, holidays.calendars, holidays.groups, holidays.countries
for country in sys.argv[1:]:
    print(country, *sorted(holidays.country_holidays(country, years=(2026, 2027))))
"""


@pytest.mark.slow
def test_every_calendar_is_there_when_a_country_asks_for_it() -> None:
    told = subprocess.run([sys.executable, "-c", WHOLE, *COUNTRIES], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        country, *days = line.split()
        found = public_holidays(country, date(2026, 1, 1), date(2027, 12, 31))
        assert sorted(map(str, found)) == days, country
    assert len(told.splitlines()) == len(COUNTRIES)


def test_independence_day_and_christmas_are_holidays_in_finland() -> None:
    found = public_holidays("FI", date(2026, 12, 1), date(2027, 1, 6))
    assert {date(2026, 12, 6), date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 6)} <= found
