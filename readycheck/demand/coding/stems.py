"""Stems of words in Finnish, Swedish and English (Snowball), and one way to cut a text into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from readycheck.demand.coding.finnish import finnish_forms
from readycheck.demand.coding.swedish import swedish_forms
from readycheck.demand.words import HERE, fold, read_data

LANGUAGES: Mapping[str, str] = {"fi": "finnish", "sv": "swedish", "en": "english"}
LONGEST_WORD = 60
_NO_WORDS = re.compile(r"(?<!\S)\S*(?:@|://|www\.)\S*")
"""Addresses are not words: palaute@kauppa.fi stands under every message that the shop has sent."""


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stem of a word (small letters) in "fi", "sv" or "en"."""
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(LANGUAGES[language]).stemWord
    return stem


@cache
def fillers() -> frozenset[str]:
    """Words that stand between those that matter: "where is my order" is "where order"."""
    return frozenset(fold(word) for words in read_data(HERE / "coding" / "fillers.yaml").values() for word in words)


def words_of(text: str) -> list[str]:
    """The words of a text, folded; numbers, addresses and fillers are none."""
    plain = _NO_WORDS.sub(" ", text) if "@" in text or "://" in text or "www." in text else text
    skipped = fillers()
    return [word for word in fold(plain).split()
            if word not in skipped and not word.isdecimal() and len(word) <= LONGEST_WORD]


@lru_cache(1 << 13)
def forms_of(word: str, language: str) -> Mapping[str, str]:
    """A keyword's word as written and the forms by which it is found too, each with its stem."""
    return {form: stemmer(language)(form) for form in _FORMS.get(language, _itself)(word)}


def _itself(word: str) -> Iterator[str]:
    yield word


_FORMS: Mapping[str, Callable[[str], Iterator[str]]] = {"fi": finnish_forms, "sv": swedish_forms}
