"""A contact's reason by keyword rules.

The rule: a text has a keyword when its words, one after the other, have the stems of the keyword's words in one
of the keyword's languages; numbers, addresses and fillers count as no words. A keyword of one word is also found
at the end of a Finnish or Swedish compound (six letters or more) or, where none is, at its start (as written, seven
or more): reklamaatio in "takuureklamaatio", palautus in "palautuslomake". Of keywords that lie inside one another
only the longest counts; of those in the very same place the shop's own come first, then those of which a form
itself stands there. A text left with keywords of two reasons is ambiguous.

A contact has the reason that its tags name exactly; else that of the words of subject and tags; else that of the
message. The first of these that says anything decides: where it is ambiguous, the contact stays uncoded.

Not handled, and to be looked for in the sample: denials ("en halua palauttaa"), irony, quoted messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from readycheck.demand.coding.keywords import Keyword, Rules
from readycheck.demand.coding.lexicon import Pattern, Word, lexicon_of
from readycheck.demand.coding.stems import words_of
from readycheck.demand.words import fold

LONGEST_TEXT = 2_000
"""Letters of a message that are looked at: what comes after is mostly the message that it answers."""
Part = Literal["tags", "subject", "text"]
Place = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Found:
    """A reason, and the keywords (or the tag's name) that gave it, as the rules have them: no word of the text.

    `part` is where they stand: "tags" (named exactly), "subject" (or words of the tags) or "text".
    """

    reason: str
    keywords: tuple[str, ...]
    part: Part = "text"


@dataclass(frozen=True)
class _Match:
    """A keyword in its place: from (word, letter) to (word, letter); the higher `rank` has the same place."""

    place: Place
    rank: tuple[bool, bool]
    keyword: Keyword


class Matcher:
    """The rules made ready for many texts."""

    def __init__(self, rules: Rules) -> None:
        self._lexicon = lexicon_of(rules.keywords)
        self._names = rules.names

    def reason_of(self, subject: str, tags: str, text: str) -> Found | None:
        """The one reason of a contact, or None."""
        found = self.of_tags(tags) or self.of_texts(subject, tags, part="subject") or self.of_texts(text)
        return found[0] if len(found) == 1 else None

    def of_tags(self, tags: str) -> tuple[Found, ...]:
        """The reasons that tags name exactly: the whole cell, else its parts (its words where no sign parts them)."""
        split = re.split(r"[,;|]", tags)
        for parts in ([tags], split if len(split) > 1 else tags.split()) if tags else ():
            named = {self._names[name]: name for name in map(fold, parts) if name in self._names}
            if named:
                return tuple(Found(reason, (name,), "tags") for reason, name in named.items())
        return ()

    def of_texts(self, *texts: str, part: Part = "text") -> tuple[Found, ...]:
        """The reasons of a text's first letters, or of some texts together: none, one, or several."""
        keywords: dict[str, dict[str, None]] = {}
        for text in filter(None, texts):
            for match in _longest(self._matches(words_of(text[:LONGEST_TEXT]))):
                keywords.setdefault(match.keyword.reason, {})[match.keyword.text] = None
        return tuple(Found(reason, tuple(of_reason), part) for reason, of_reason in keywords.items())

    def knows(self, text: str) -> bool:
        """Whether all words of a text are words that keywords begin with, or hold keywords."""
        words = [self._lexicon.word(word) for word in words_of(text)]
        return all(word.begins or word.parts for word in words)

    def says(self, text: str, found: Found) -> bool:
        """Whether a word is one of those that gave a reason."""
        words = [self._lexicon.word(word) for word in words_of(text)]
        keywords = (keyword for word in words
                    for keyword in (*(pattern.keyword for pattern in word.begins), *(part[2] for part in word.parts)))
        return any(keyword.reason == found.reason and keyword.text in found.keywords for keyword in keywords)

    def _matches(self, texts: list[str]) -> Iterator[_Match]:
        words = [self._lexicon.word(text) for text in texts]
        for first, word in enumerate(words):
            for start, end, keyword in word.parts:
                yield _Match(((first, start), (first, end)), (keyword.own, False), keyword)
            if word.begins:
                yield from _phrases(words, first)


def _phrases(words: list[Word], first: int) -> Iterator[_Match]:
    """The keywords that begin with the word `first`, which is known to fit their first."""
    for pattern in words[first].begins:
        stretch = words[first:first + len(pattern.keys)]
        for keys, word in zip(pattern.keys, stretch, strict=False):
            if keys.isdisjoint(word.keys):
                break
        else:
            if len(stretch) == len(pattern.keys):
                yield _match(pattern, stretch, first)


def _match(pattern: Pattern, stretch: list[Word], first: int) -> _Match:
    exact = all(word.text in forms for forms, word in zip(pattern.forms, stretch, strict=True))
    place = (first, 0), (first + len(stretch) - 1, len(stretch[-1].text))
    return _Match(place, (pattern.keyword.own, exact), pattern.keyword)


def _longest(matches: Iterable[_Match]) -> Iterator[_Match]:
    """Those that lie inside no other; of those in the same place, the ones of the highest rank."""
    places: dict[Place, list[_Match]] = {}
    for match in matches:
        best = places.setdefault(match.place, [])
        if best and best[0].rank < match.rank:
            best.clear()
        if not best or best[0].rank == match.rank:
            best.append(match)
    if len(places) < 2:
        yield from (match for same in places.values() for match in same)
        return
    reach = (-1, -1)
    for start, end in sorted(places, key=lambda place: (place[0], -place[1][0], -place[1][1])):
        if end > reach:
            reach = end
            yield from places[start, end]
