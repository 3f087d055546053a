"""The table of first responses: what no channel has measured takes no column."""

from __future__ import annotations

from dataclasses import replace

from readycheck.core.service_results import ChannelResponse
from readycheck.report.build import build
from readycheck.report.model import Table
from tests.report.reports import section
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import SCORES


def columns(*responses: ChannelResponse) -> tuple[str, ...]:
    found = replace(SCORES.service, responses=dict(zip(("chat", "email"), responses, strict=True)))
    report = build(AUDIT, replace(SCORES, service=found), None, None, "en", TODAY)
    tables = [block for block in section(report, "service").blocks if isinstance(block, Table)]
    return tables[-1].columns


def test_a_column_that_is_empty_for_every_channel_is_left_out() -> None:
    typed = ChannelResponse(85.0, None, None)
    assert columns(typed, ChannelResponse(600.0, None, None)) == ("Channel", "First response")
    counted = replace(typed, n=40, unanswered=2)
    assert columns(counted, typed) == ("Channel", "First response", "Answered", "Not answered")
