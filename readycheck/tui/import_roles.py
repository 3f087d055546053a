"""The parts that a column can play in an import, in a shop owner's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readycheck.core.message import Message, say
from readycheck.tui.import_choices import roles_at
from readycheck.tui.import_preview import LookedFile

NOTHING = "-"
_NO_ROLE = (say("– nothing"), say("The column is not used."))
_ROLES: Mapping[str, tuple[Message, Message]] = {
    "time": (say("Time"), say("When it was ordered, or when the customer got in touch.")),
    "clock": (say("Time of day"), say("The time, if the date is in a column of its own.")),
    "id": (say("Id"), say("An order's or a case's own number: rows that share one count once.")),
    "order": (say("Order number"), say("The order that it is about, to count the days between; never kept.")),
    "channel": (say("Channel"), say("Phone, chat, e-mail … Names of people are never taken.")),
    "reason": (say("Reason"), say("Why the customer got in touch, as the shop has coded it.")),
    "subject": (say("Subject"), say("Only the keyword rules look at it; it is never kept.")),
    "tags": (say("Tags"), say("Only the keyword rules look at them; they are never kept.")),
    "text": (say("Message text"), say("Looked at only where keyword rules may read texts; never kept.")),
    "replied": (say("First reply at"), say("When the first reply was sent, for response times.")),
    "reply": (say("Time to reply"), say("How long the first reply took, for response times.")),
    "solved": (say("Solved"), say("Was the issue solved: yes or no.")),
    "recommend": (say("Recommends"), say("Would the customer recommend the shop: 0–10.")),
    "adviser": (say("Adviser's grade"), say("How the adviser did: 0–10.")),
    "overall": (say("Overall grade"), say("How good the service was overall: 0–10.")),
    "csat": (say("Satisfaction"), say("Good or bad, 1–5 or a percentage.")),
}


def role_name(role: str) -> Message:
    """What a part is called; one that is not known here keeps its own name."""
    return _ROLES[role][0] if role in _ROLES else say("{name}", name=role)


def role_names(index: int, file: LookedFile) -> list[Message]:
    """What a column was taken for."""
    return [role_name(role) for role in roles_at(index, file)]


def role_choices(roles: Sequence[str]) -> dict[str, tuple[Message, Message]]:
    """The menu of parts with a sentence each, and "nothing"."""
    known = {role: _ROLES.get(role, (role_name(role), say(""))) for role in roles}
    return {**known, NOTHING: _NO_ROLE}
