"""What is wrong with an audit, told by the label that a person sees where the file has a name of its own."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.message import Message, say

PLACED = say("{where}: {rest}").text


def labelled(complaint: Message | None, labels: Mapping[str, Message]) -> Message | None:
    """The complaint with a label for its place; `labels` go by the whole place ("service.nps") or its last part."""
    if complaint is None or complaint.text != PLACED:
        return complaint
    where = str(complaint.args["where"])
    label = labels.get(where) or labels.get(where.rpartition(".")[2])
    return complaint if label is None else say("{where}: {rest}", where=label, rest=complaint.args["rest"])
