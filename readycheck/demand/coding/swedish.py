"""Forms of a Swedish word that Snowball does not bring back to one stem: the definite neuter, short verbs."""

from __future__ import annotations

from collections.abc import Iterator


def swedish_forms(word: str) -> Iterator[str]:
    """`word` (small letters, basic form) and those of its forms that have a stem of their own.

    Kort, kortet; nummer, numret; meddelande, meddelandet; kostnad, kostnaden; spåra, spårar; skadad, skadade.
    """
    yield word
    if word.endswith("a"):
        yield from (f"{word}r", f"{word}de", f"{word}t", f"{word}s")
    elif word.endswith("e"):
        yield from (f"{word}t", f"{word}n", f"{word}r")
    elif word.endswith("er"):
        yield from (f"{word[:-3] if word.endswith('mmer') else word[:-2]}ret", f"{word}n")
    elif word.endswith("ad"):
        yield from (f"{word}e", f"{word[:-1]}t", f"{word}en", f"{word}er")
    else:
        yield from (f"{word}et", f"{word}en")
