"""Which of January's settings are asked of a channel."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.tui.january_settings import january_settings
from tests.core.documents import audit_of, document

ALL = ["aht", "concurrency", "target", "within", "patience"]


@pytest.mark.parametrize(("hours", "given", "asked"), [
    ({"live": False}, {}, ["aht"]),
    ({"live": False}, {"within": 60, "target": 0.9}, ["aht", "target", "within"]),
    ({"live": True}, {}, ALL),
    (None, {}, ALL),  # nobody has said yet when it is answered
])
def test_a_channel_answered_later_is_not_asked_what_counts_only_live(
    hours: dict[str, Any] | None, given: dict[str, Any], asked: list[str]
) -> None:
    audit = audit_of(document(staffing={"email": {"aht": 360, **given}}, hours={"email": hours} if hours else {}))
    found = [each.path[-1] for each in january_settings(audit, None) if each.path[:2] == ("staffing", "email")]
    assert [each for each in found if each != "share"] == asked
