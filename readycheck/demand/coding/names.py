"""Names of people in a text, as far as a rule can tell them from other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readycheck.demand.preview import HIDDEN

SIGNATURES = frozenset((
    "terv", "terveisin", "terveiset", "nimi", "nimeni", "nimellä", "nimelle", "rouva", "herra", "namn", "namnet",
    "heter", "mvh", "hälsningar", "regards", "sincerely", "rgds", "name", "mr", "mrs", "ms",
))
"""After these comes a name, however it is written; after a "t" too, where a sign says that it is short for one."""
GREETINGS = frozenset((
    "hei", "moi", "moikka", "terve", "hej", "hejsan", "hi", "hello", "dear", "kiitos", "tack", "thanks",
))
"""After these a word with a capital is a name, at a sentence's start too."""
LINKS = frozenset(("on", "oli", "är", "is", "ystävällisin", "vänliga", "best", "kind"))
LONGEST_NAME = 3
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_REPEATED = re.compile(rf"{HIDDEN}(?: {HIDDEN})+")
_SENTENCE_END = re.compile(r"[.!?:;\"”»(|]")


@dataclass(frozen=True)
class _Word:
    """A word, what stands before it, and whether it is strange: a capital, and no known word."""

    text: str
    before: str
    start: int
    strange: bool


def hide_names(text: str, known: Callable[[str], bool]) -> str:
    """`text` with what is probably a name hidden; `known` words are none unless a signature says so."""
    words = _words(text, known)
    hidden = {n for n in range(len(words)) if _is_name(words, n)} | _after_cues(words)
    pieces, end = list[str](), 0
    for n in sorted(hidden):
        pieces += [text[end:words[n].start], HIDDEN]
        end = words[n].start + len(words[n].text)
    return _REPEATED.sub(HIDDEN, "".join((*pieces, text[end:])))


def _words(text: str, known: Callable[[str], bool]) -> list[_Word]:
    words, end = list[_Word](), 0
    for found in _WORD.finditer(text):
        plain = found[0].lower() in SIGNATURES | GREETINGS or not found[0][0].isupper()
        words.append(_Word(found[0], text[end:found.start()], found.start(), not plain and not known(found[0])))
        end = found.end()
    return words


def _is_name(words: Sequence[_Word], place: int) -> bool:
    """A strange capital inside a sentence; at its start only with another right after it, or alone there."""
    word = words[place]
    if not word.strange:
        return False
    inside = place > 0 and not _SENTENCE_END.search(word.before)
    after = words[place + 1] if place + 1 < len(words) else None
    if inside or after is None:
        return True
    return after.strange if not after.before.strip() else after.before.strip()[0] in ",.!?;:"


def _after_cues(words: Sequence[_Word]) -> set[int]:
    """The words after a signature, up to the next sign; those with a capital after a greeting."""
    hidden: set[int] = set()
    for n, word in enumerate(words):
        cue = word.text.lower()
        following = words[n + 1:n + 1 + LONGEST_NAME]
        if cue in SIGNATURES or (cue == "t" and following and following[0].before.strip() in (".", ":", ",")):
            hidden |= _name(following, n + 1)
        elif cue in GREETINGS and following and following[0].strange:
            hidden.add(n + 1)
    return hidden


def _name(following: Sequence[_Word], first: int) -> set[int]:
    """The places of a name's words: as long as nothing but blanks stands between them."""
    places: set[int] = set()
    for place, word in enumerate(following, first):
        if places and word.before.strip():
            break
        if word.text.lower() not in LINKS | SIGNATURES:
            places.add(place)
    return places
