"""A shipped checklist as its first edition put its questions: the same ones in earlier words."""

from __future__ import annotations

from dataclasses import replace

from readycheck.core.checklist import Checklist, LocalText, Question


def first_edition(checklist: Checklist) -> Checklist:
    """Edition 1 of `checklist`; reasons and remedies stay in today's words, for they are not compared."""
    sections = tuple(
        replace(section, questions=tuple(_as_first_asked(question) for question in section.questions))
        for section in checklist.sections
    )
    return replace(checklist, version=1, sections=sections)


def _as_first_asked(question: Question) -> Question:
    """`formerly` tells no language: an earlier prompt is in that whose present one it shares more words with."""
    prompt = question.prompt
    finnish = [words for words in question.formerly if _shared(words, prompt.fi) > _shared(words, prompt.en)]
    english = [words for words in question.formerly if words not in finnish]
    first = LocalText(next(iter(finnish), prompt.fi), next(iter(english), prompt.en))
    return replace(question, prompt=first, formerly=())


def _shared(words: str, other: str) -> int:
    return len(set(words.casefold().split()) & set(other.casefold().split()))
