"""What all tests share: hypothesis tries the same examples every time, and no example is timed."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable", deadline=None, max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")
