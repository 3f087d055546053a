"""What is asked of a contact reason, and of an FAQ entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readycheck.core.audit import Audit, FaqEntry, Reason
from readycheck.core.message import Message, say
from readycheck.core.names import reason_name
from readycheck.tui.fields import YES_NO, Field

REASON_FIELDS = (
    Field("cause", say("Cause"), "lines"),
    Field("action", say("Action"), "lines"),
    Field("owner", say("Owner")),
    Field("due", say("Due"), "date"),
    Field("done", say("Done: how it was verified"), "lines"),
    Field("canned_reply", say("Canned reply"), "choice", YES_NO),
    Field("escalation", say("Escalation: to whom, when")),
    Field("preventable", say("Preventable, %"), "percent"),
    Field("self_service", say("Self-service can answer"), "choice", YES_NO),
    Field("after_sales", say("Asked after the order"), "choice", YES_NO),
    Field("label.fi", say("Name in Finnish")),
    Field("label.en", say("Name in English")),
    Field("keywords", say("Keywords"), "words", hint=say("words of your own, for the keyword rules of an import")),
)


def reason_values(reason: Reason) -> dict[str, Any]:
    """A reason's values by field."""
    values = {field.key: getattr(reason, field.key) for field in REASON_FIELDS if "." not in field.key}
    return {**values, "label.fi": reason.label.get("fi"), "label.en": reason.label.get("en")}


def faq_fields(audit: Audit, codes: Sequence[str]) -> tuple[Field, ...]:
    """An FAQ entry's fields; it may answer any of the reasons."""
    names: dict[Any, Message] = {code: say("{name}", name=reason_name(audit, code)) for code in codes}
    return (
        Field("title", say("Title"), needed=True),
        Field("url", say("Address"), hint=say("/help#delivery")),
        Field("findable", say("Easy to find"), "choice", YES_NO),
        Field("reviewed", say("Reviewed on"), "date"),
        Field("answers", say("Answers these reasons"), "many", names),
    )


def faq_values(entry: FaqEntry) -> dict[str, Any]:
    """An entry's values by field."""
    return {
        "title": entry.title, "url": entry.url, "findable": entry.findable, "reviewed": entry.reviewed,
        "answers": entry.answers,
    }
