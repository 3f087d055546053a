"""What a column was taken for, in a person's words; the word for `--column` stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.message import Message, say

_COLUMNS: Mapping[str, Message] = {
    "time": say("time = {heading}"), "clock": say("clock = {heading}"), "id": say("id = {heading}"),
    "order": say("order = {heading}"),
    "channel": say("channel = {heading}"), "reason": say("reason = {heading}"),
    "subject": say("subject = {heading}"), "tags": say("tags = {heading}"), "text": say("text = {heading}"),
    "replied": say("replied = {heading}"), "reply": say("reply = {heading}"), "solved": say("solved = {heading}"),
    "recommend": say("recommend = {heading}"), "adviser": say("adviser = {heading}"),
    "overall": say("overall = {heading}"), "csat": say("csat = {heading}"),
}


def column_of(role: str, heading: str) -> Message:
    """Which column was taken for a role of `options.ROLES`."""
    return Message(_COLUMNS[role].text, {"heading": heading})
