"""Keywords by the words that they can begin with: what a single word of a text may be is worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from readycheck.demand.coding.keywords import Keyword
from readycheck.demand.coding.stems import LANGUAGES, forms_of, stemmer, words_of

SHORTEST_STEM = 5
"""A single word's stem that is shorter counts only in the forms themselves: "perunan" has the stem of "perua"."""
MOST_LOST = {"fi": 3}
"""Letters that a stem may lack: Snowball takes "toimitustapa" for a form of "toimitus"."""
SHORTEST_START, SHORTEST_END, SHORTEST_OTHER = 7, 6, 3
"""Letters of a keyword at a compound's start and end, and of what is left of the word."""
END_HEAD = 4
"""Letters at the beginning of a keyword at a compound's end that no stemmer changes."""
COMPOUNDING = ("fi", "sv")
KEPT_WORDS = 1 << 18


@dataclass(frozen=True)
class Pattern:
    """A keyword; word by word, the keys of which a text's word must have one, and the forms that are it exactly."""

    keyword: Keyword
    keys: tuple[frozenset[str], ...]
    forms: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Word:
    """A text's word: its keys, the patterns that can begin with it, the keywords in it as (start, end, keyword)."""

    text: str
    keys: frozenset[str]
    begins: tuple[Pattern, ...]
    parts: tuple[tuple[int, int, Keyword], ...]


class Lexicon:
    """The keywords made ready; a key is a form ("=palautusten") or a language's stem ("fi:palautus")."""

    def __init__(self, keywords: Iterable[Keyword]) -> None:
        self._begins: dict[str, list[Pattern]] = {}
        self._starts: dict[str, list[Keyword]] = {}
        self._ends: dict[str, list[Keyword]] = {}
        self._heads: set[str] = set()
        self._end_heads: set[str] = set()
        for keyword in keywords:
            words = words_of(keyword.text)
            if words:
                self._add(_pattern(keyword, words))
            if len(words) == 1 and not keyword.as_written and set(keyword.languages) & set(COMPOUNDING):
                self._add_compounds(keyword, words[0])
        self.word = lru_cache(KEPT_WORDS)(self._word)

    def _add(self, pattern: Pattern) -> None:
        for key in pattern.keys[0]:
            self._begins.setdefault(key, []).append(pattern)
        self._heads |= {key[:3] + head(key[3:]) for keys in pattern.keys for key in keys if not key.startswith("=")}

    def _add_compounds(self, keyword: Keyword, word: str) -> None:
        if len(word) >= SHORTEST_START:
            self._starts.setdefault(word, []).append(keyword)
        if len(word) >= SHORTEST_END:
            for key in _stems(word, [lang for lang in keyword.languages if lang in COMPOUNDING], SHORTEST_STEM):
                self._ends.setdefault(key, []).append(keyword)
                self._end_heads.add(key[3:3 + END_HEAD])

    def _word(self, text: str) -> Word:
        # stemming is what costs, and most words begin as no keyword does
        beginning = head(text)
        ends = any(text[at:at + END_HEAD] in self._end_heads for at in range(SHORTEST_OTHER, len(text) - END_HEAD))
        stems = {
            lang: stemmer(lang)(text) for lang in LANGUAGES
            if (ends and lang in COMPOUNDING) or f"{lang}:{beginning}" in self._heads
        }
        keys = frozenset((f"={text}", *(f"{lang}:{stem}" for lang, stem in stems.items())))
        begins = {id(pattern): pattern for key in keys for pattern in self._begins.get(key, ())}
        return Word(text, keys, tuple(begins.values()), tuple(self._parts(text, stems)))

    def _parts(self, text: str, stems: dict[str, str]) -> list[tuple[int, int, Keyword]]:
        """The keywords in a compound: at its end, which says what it is, else at its start."""
        ends = [
            (start, len(text), keyword) for lang, stem in stems.items()
            for start in range(SHORTEST_OTHER, len(stem) - SHORTEST_STEM + 1)
            for keyword in self._ends.get(f"{lang}:{stem[start:]}", ())
        ]
        return ends or [
            (0, end, keyword) for end in range(SHORTEST_START, len(text) - SHORTEST_OTHER + 1)
            for keyword in self._starts.get(text[:end], ())
        ]


def head(text: str) -> str:
    """What a word and its stem have in common: the Finnish stemmer makes akku "aku", the English why "whi"."""
    return re.sub(r"(.)\1", r"\1", text[:5])[:3].replace("y", "i")


@lru_cache(4)
def lexicon_of(keywords: tuple[Keyword, ...]) -> Lexicon:
    """The keywords made ready, once: their forms and stems take a moment."""
    return Lexicon(keywords)


def _pattern(keyword: Keyword, words: list[str]) -> Pattern:
    if keyword.as_written:
        forms = tuple(frozenset((word,)) for word in words)
        return Pattern(keyword, tuple(frozenset((f"={word}",)) for word in words), forms)
    shortest = SHORTEST_STEM if len(words) == 1 else 1
    forms = tuple(frozenset(form for lang in keyword.languages for form in forms_of(word, lang)) for word in words)
    keys = tuple(
        _stems(word, keyword.languages, shortest) | {f"={form}" for form in of_word}
        for word, of_word in zip(words, forms, strict=True)
    )
    return Pattern(keyword, keys, forms)


def _stems(word: str, languages: Iterable[str], shortest: int) -> frozenset[str]:
    """The stems of a keyword's word, but those that have lost so much that other words have them too."""
    stems = ((lang, form, stem) for lang in languages for form, stem in forms_of(word, lang).items())
    return frozenset(
        f"{lang}:{stem}" for lang, form, stem in stems
        if len(stem) >= max(shortest, min(len(word), len(form)) - MOST_LOST.get(lang, len(word)))
    )
