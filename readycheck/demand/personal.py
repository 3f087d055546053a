"""What may not become a channel's or a reason's name: anything that could point at a person."""

from __future__ import annotations

import re

from readycheck.core.message import Message, say
from readycheck.demand.words import fold, vocabulary

LONGEST_NAME = 60
MOST_NAMES = 40
ENOUGH_ROWS = 20
MOST_DIFFERENT = 0.75
HIDDEN = "•••"
_IDENTITY_CODE = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]", re.IGNORECASE)
_NO_NUMBER = re.compile(r"\+\d|[^\W\d_]+ [^\W\d_]+")  # a phone number, two words
_IN_A_NAME = re.compile(rf"\S*@\S*|(?<!\d){_IDENTITY_CODE.pattern}(?![0-9A-Z])", re.IGNORECASE)


def looks_personal(text: str) -> Message | None:
    """Why `text` could point at a person, or None: an address, an identity code, a long number, free text."""
    head = text[:1000]
    if re.search(r"[^\s@]@[^\s@]", head):
        return say("an e-mail address")
    if _IDENTITY_CODE.search(head):
        return say("a personal identity code")
    if sum(char.isdigit() for char in head) >= 7:
        return say("a phone number or another long number")
    if len(text) > LONGEST_NAME:
        return say("free text")
    return None


def personal_id(text: str) -> bool:
    """Whether what stands in a column of ids points at a person; ids may have as many digits as they like."""
    return _IDENTITY_CODE.search(text) is not None or _NO_NUMBER.match(text) is not None


def kept_name(file: str) -> str:
    """A file's name as it may be kept: without addresses of mail and identity codes."""
    return _IN_A_NAME.sub(HIDDEN, file)


def personal_heading(heading: str) -> bool:
    """Whether a column of this heading holds people, whatever its cells look like."""
    return fold(heading) in vocabulary().personal_headings


def about_people(heading: str) -> bool:
    """Whether a column is better not shown: it holds people, or its last word says so ("Billing Address1")."""
    name = fold(re.sub(r"[(\[].*", "", heading)).rstrip("0123456789 ")
    return personal_heading(heading) or personal_heading(name) or name.endswith(vocabulary().personal_endings)


def too_many_names(names: int, rows: int) -> bool:
    """Whether a column has so many different values that they name cases or people, not kinds."""
    return names > MOST_NAMES or (rows >= ENOUGH_ROWS and names > MOST_DIFFERENT * rows)
