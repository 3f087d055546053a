"""What points at a person, taken out of a text that a person is shown for a moment and that is never kept.

By its shape, never by a checksum: a mistyped identity code is somebody's too. Addresses of mail and pages, identity
codes, bank accounts, phone and other numbers of seven digits or more, streets with a house number. Names as far as a
rule can: what follows "nimi", "terv." or a greeting, and words with a capital that are no keywords and stand side by
side or inside a sentence. Every pattern is linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from readycheck.core.text import clean
from readycheck.demand.coding.names import hide_names
from readycheck.demand.preview import HIDDEN

LONGEST = 2_000
_STREETS = (
    "tie|tien|tiellä|tieltä|tielle|katu|kadun|kadulla|kadulta|kadulle|kuja|kujan|kujalla|kujalle|polku|polun|polulla|"
    "polulle|tori|torin|torilla|väylä|väylän|väylällä|kaari|kaaren|kaarella|raitti|raitin|raitilla|aukio|aukion|aukiolla|"
    "piha|pihan|ranta|rannan|rinne|rinteen|mäki|mäen|mäellä|penger|portti|gatan|gata|vägen|väg|gränden|gränd|stigen|"
    "torget|backen|allén|street|road|avenue|lane"
)
_PATTERNS = tuple(map(re.compile, (
    r"(?<!\S)\S*(?:@|://|www\.)\S*",
    r"(?<!\S)\S{1,64}\s{0,2}[(\[](?:at|ät|miu)[)\]]\s{0,2}\S{1,64}",
    r"(?<!\d)\d{6}\s?[-–+A-FU-Ya-fu-y]\s?\d{3}[0-9A-Za-z]\w*",
    r"(?<!\w)[A-Za-z]{2}\d{2}(?: ?\d{2,4}){3,8}\w{0,4}",
    r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?",
    rf"(?i)\b[^\W\d_]{{0,40}}(?:{_STREETS})\s{{1,3}}\d{{1,4}}(?:\s?[a-zåäö](?!\w))?(?:\s{{1,2}}\d{{1,4}}(?!\d))?"
    r"(?:,?\s{1,2}\d{5}(?!\d)(?:\s{1,2}[^\W\d_]+)?)?",
    r"\b\d{1,4}\s(?:[A-Z][^\W\d_]{0,40}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Way|Close|Square)\b",
    r"\b(?:PL|P\.O\. Box|Box)\s\d{1,5}\b",
)))
_NUMBER = re.compile(r"\+?\(?\d(?:[\d\s()./–—\-\ufffd·]*\d)?")
_NOT_PERSONAL = re.compile(r"\d{7}-\d|20\d{6}-\d{1,6}")
"""A business id, and a day with a running number."""
MOST_DIGITS = 6


def redact(text: str, known: Callable[[str], bool] = lambda word: False) -> str:
    """The first letters of a text in one line, people hidden; `known` words are no names, whatever their capitals."""
    shown = clean(text[:LONGEST])
    for pattern in _PATTERNS:
        shown = pattern.sub(HIDDEN, shown)
    return hide_names(_NUMBER.sub(_number, shown), known)


def _number(found: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found[0])
    return found[0] if digits <= MOST_DIGITS or _NOT_PERSONAL.fullmatch(found[0]) else HIDDEN
