"""Forms of a Finnish word that Snowball does not bring back to one stem: what a shop types is the basic form.

The stemmer takes endings off but leaves the stem as its case made it (palautus, palautuksen → "palautus",
"palautuks"), and knows no consonant gradation but that of length (vaihto, vaihdon → "vaihto", "vaihdo"). So a
keyword is looked for by the stems of a few of its forms. A form that no Finn would say matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

VOWELS = "aeiouyäö"
_GRADES = (("nt", "nn"), ("lt", "ll"), ("rt", "rr"), ("nk", "ng"), ("mp", "mm"), ("kk", "k"), ("pp", "p"),
           ("tt", "t"), ("ht", "hd"), ("t", "d"), ("p", "v"), ("k", ""))
_STRENGTHENED = (("nn", "nt"), ("ll", "lt"), ("rr", "rt"), ("mm", "mp"), ("ng", "nk"), ("tt", "tt"), ("t", "tt"),
                 ("k", "kk"), ("p", "pp"), ("d", "t"), ("v", "p"))
_STRONG = "sth"
"""After these t, p and k do not change (lasku, pistettä), but for ht."""


def finnish_forms(word: str) -> Iterator[str]:
    """`word` (small letters, basic form) and those of its forms that have a stem of their own."""
    yield word
    a = "a" if re.search("[aou]", word) else "ä"
    if word.endswith(("uksen", "yksen")):
        yield from finnish_forms(f"{word[:-4]}s")  # "tilauksen tila": my order's too
    if word.endswith(("uus", "yys", "eus", "eys")):
        yield from (f"{word[:-1]}den", f"{word[:-1]}tt{a}", f"{word[:-1]}teen")
    if word.endswith(("us", "ys", "os", "ös")):
        yield from (f"{word[:-1]}ksen", f"{word}t{a}", f"{word}ten", f"{word[:-1]}ksist{a}")
    elif word.endswith("nen"):
        yield from (f"{word[:-3]}sen", f"{word[:-3]}st{a}", f"{word[:-3]}si{a}")
    elif word.endswith(("nut", "nyt")):
        yield from (f"{word[:-2]}een", f"{word}t{a}", f"{word[:-2]}ita")
    elif word.endswith(("aa", "ää")):
        yield from _verb(word, a)
    elif word.endswith("e"):
        yield from (f"{strong_grade(word)}en", f"{strong_grade(word)}it{a}", f"{word}tt{a}")
    elif word[-1] in VOWELS:
        yield from _noun(word, a)


def _verb(word: str, a: str) -> Iterator[str]:
    """Palauttaa, vaihtaa: I return, I returned, I would, returning, returned, is returned."""
    strong, weak = word[:-1], weak_grade(word[:-1])
    u = "u" if a == "a" else "y"
    yield from (f"{weak}n", f"{weak[:-1]}in", f"{strong}isin", f"{strong}minen", f"{strong}misen", f"{strong}m{a}{a}n",
                f"{strong}n{u}t", f"{strong}neet", f"{weak[:-1]}ett{u}", f"{weak[:-1]}et{a}{a}n")


def _noun(word: str, a: str) -> Iterator[str]:
    weak = f"{word[:-3]}ja" if word.endswith("aika") else weak_grade(word)
    yield from (f"{word}{a}", f"{word}ni", f"{weak}n", f"{weak}t", f"{weak}ss{a}", f"{word}{word[-1]}n")
    if word[-1] in "aä":
        o = "o" if a == "a" else "ö"
        yield from (f"{word[:-1]}{o}j{a}", f"{weak[:-1]}{o}iss{a}", f"{word[:-1]}i{a}")


def strong_grade(word: str) -> str:
    """A word in -e with the consonants before it strengthened (tilanne → tilante, osoite → osoitte)."""
    for weak, strong in _STRENGTHENED:
        if word.endswith(f"{weak}e"):
            return f"{word[: -len(weak) - 1]}{strong}e"
    return word


def weak_grade(word: str) -> str:
    """`word` with the consonants before its last vowel weakened, where they can be (vaihto → vaihdo)."""
    found = re.fullmatch(r"(.*[aeiouyäö])([bcdfghjklmnpqrstvwxz]+)([aeiouyäö])", word)
    if found is None:
        return word
    head, between, vowel = found.groups()
    for strong, weak in _GRADES:
        if between.endswith(strong):
            fixed = len(strong) == 1 and between[-2:-1] in tuple(_STRONG)
            return word if fixed else f"{head}{between[: -len(strong)]}{weak}{vowel}"
    return word
