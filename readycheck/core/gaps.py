"""What is lacking where a measure says nothing yet: not always what the score beside it lacks."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import STEPS
from readycheck.core.message import Message, say
from readycheck.core.scored import Scored

_SURVEY = say("no survey has asked it: type the figure in service quality or import a survey")
_CARDS = say("no channel has been described: fill in the channels")
_LOOKED_UP = say("nobody has looked it up: read the order confirmation and note it")
_STEP = say("nobody has tested it: walk the purchase path")
_PEAK = say("no hours are planned for the weeks before 27 December: plan them too")
_OWN: Mapping[str, Message] = {
    **dict.fromkeys(("fcr", "csat", "grade_quality", "grade_overall"), _SURVEY),
    "handled": say("nobody has noted it: type the share in service quality"),
    **dict.fromkeys(("channels_owned", "same_answers"), _CARDS),
    **dict.fromkeys(("confirmation_lead_time", "confirmation_returns", "confirmation_contact"), _LOOKED_UP),
    **dict.fromkeys((f"path_{step}" for step in STEPS), _STEP),
    "help_reachable": say("no walk has noted it: note at each step whether help was within reach"),
    "observations": say("no observations: write down what came up last season"),
    **dict.fromkeys(("stages", "lead_time_told"), say("no stages yet: add them")),
}


def gap(measure: str, scored: Scored | None) -> Message | None:
    """What `measure` lacks: its own, else the first thing that the score it belongs to lacks; None where unknown."""
    own = _OWN.get(measure)
    if own is not None or scored is None:
        return own
    if scored.missing:
        return scored.missing[0]
    return _PEAK if measure == "before" else None
