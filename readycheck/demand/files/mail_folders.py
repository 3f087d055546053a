"""Which of a mailbox's messages are customers': by Gmail's labels in many languages, and Thunderbird's flags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from readycheck.demand.files.mail_headers import Headers, decoded
from readycheck.demand.words import HERE, fold, read_data

RECEIVED, SENT = "received", "sent"
EXPUNGED = 0x0008
"""Thunderbird's flag (X-Mozilla-Status) of a message that is deleted and not yet cut out of the file."""
_LABEL = re.compile(r'(?:"[^"]*"|[^,"])+')


@cache
def folder_names() -> Mapping[str, str]:
    """mailboxes.yaml, read once: the kind of folder by each of its folded names."""
    data = read_data(HERE / "mailboxes.yaml")
    return {fold(name): kind for kind, names in data.items() for name in names}


def folder_of(headers: Headers) -> str:
    """ "received", or why a message is no customer's: "sent", "spam", "trash", "draft", "chat"."""
    labels = _LABEL.findall(decoded(headers.get("x-gmail-labels", "")))
    kinds = {folder_names().get(fold(label)) for label in labels}
    if _flags(headers) & EXPUNGED:
        kinds.add("trash")
    # a draft was never sent, and what was sent stays sent in the trash too
    return next((kind for kind in ("draft", SENT, "spam", "trash", "chat") if kind in kinds), RECEIVED)


def _flags(headers: Headers) -> int:
    try:
        return int(headers.get("x-mozilla-status", "0"), 16)
    except ValueError:
        return 0
