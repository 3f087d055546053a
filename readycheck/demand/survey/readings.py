"""What the answers of one question say: every different text is read once, and the scale is said or asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.demand.survey.scales import (
    UNANSWERED,
    UNASKED,
    Given,
    Scale,
    csat_of,
    csat_word,
    grade_of,
    group_of,
    number_of,
    solved_of,
)
from readycheck.errors import Problem

ENOUGH = 5
"""So many grades of 1–5 and no other: they may well be another scale than 0–10."""
Texts = Mapping[str, int]
"""How many gave each different text."""


@dataclass(frozen=True)
class Column:
    """The question's column: its heading and file, and whether the person named it for this question."""

    role: str
    heading: str
    file: str
    told: bool


@dataclass(frozen=True)
class Reading:
    """What each text means (a grade, or a name such as "yes", "promoter", "good"); others cannot be read.

    `said` tells the scale, `question` asks for it.
    """

    meanings: Mapping[str, int | str]
    said: tuple[Message, ...] = ()
    question: Problem | None = None


def read_answers(column: Column, texts: Texts) -> Reading:
    """The reading of one question's column."""
    readers: Mapping[str, Callable[[Column, Texts], Reading]] = {"solved": _solved, "csat": _csat}
    return readers.get(column.role, _grades)(column, texts)


def _solved(column: Column, texts: Texts) -> Reading:
    found = {text: solved_of(text) for text in texts}
    return Reading({text: "yes" if solved else "no" for text, solved in found.items() if solved is not None})


def _grades(column: Column, texts: Texts) -> Reading:
    grades = {text: grade for text in texts for grade in [grade_of(text)] if grade is not None}
    groups = {text: group for text in texts for group in [group_of(text)] if group is not None}
    groups = groups if column.role == "recommend" else {}
    count = sum(texts[text] for text in grades)
    said: tuple[Message, ...] = ()
    if groups:
        said = (say("{column}: promoters, passives and detractors by name, answers {count:,}", column=column.heading,
                    count=sum(texts[text] for text in groups)),)
    if not grades:
        other = _other_top(texts)
        return Reading(groups, said, _is_other_scale(column, other) if other else None)
    low, high = min(grades.values()), max(grades.values())
    said = (*said, say("{column}: grades on the scale 0–10, answers {count:,}, from {low} to {high}",
                       column=column.heading, count=count, low=low, high=high))
    if low >= 1 and high <= 5 and count >= ENOUGH and not column.told:
        return Reading({**groups, **grades}, question=_only_to_five(column))
    return Reading({**groups, **grades}, said)


def _other_top(texts: Texts) -> int | None:
    """The end of a scale that the answers themselves tell ("4/5", five stars) and that is not 10."""
    tops = {given.top for text in texts for given in [number_of(text)] if given is not None and given.top}
    return tops.pop() if len(tops) == 1 and tops != {10} else None


def _only_to_five(column: Column) -> Problem:
    what = say("every grade in the column \"{column}\" is from 1 to 5: is the scale 1–5 or 0–10?",
               column=column.heading)
    return Problem(what, say(
        "If it is 0–10 all the same, say --column \"{role}={column}\"; {otherwise}", role=column.role,
        column=column.heading, otherwise=_to_csat(column),
    ), column.file)


def _is_other_scale(column: Column, top: int) -> Problem:
    what = say("the grades in the column \"{column}\" end at {top}, and this question has the scale 0–10.",
               column=column.heading, top=top)
    how = say("Leave it out: --column recommend=") if column.role == "recommend" else say(
        "Count it as satisfaction: --column \"csat={column}\"", column=column.heading
    )
    return Problem(what, how, column.file)


def _to_csat(column: Column) -> Message:
    """How to count a column as satisfaction; whether somebody would recommend is another matter."""
    if column.role == "recommend":
        return say("if it is 1–5, it gives no NPS: leave it out with --column recommend=.")
    return say("if it is 1–5, count it as satisfaction: --column \"csat={column}\".", column=column.heading)


def _csat(column: Column, texts: Texts) -> Reading:
    named = {text: word for text in texts for word in [csat_word(text)] if word is not None}
    numbers = {text: given for text in texts for given in [number_of(text)] if given is not None and text not in named}
    said: tuple[Message, ...] = (say("{column}: satisfaction in words, answers {count:,}", column=column.heading,
                count=_answers(named, texts)),) if _answers(named, texts) else ()
    if not numbers:
        return Reading(named, said)
    scale = _scale(numbers, texts, told=column.told)
    if scale is None:
        return Reading(named, said, _unknown_scale(column, numbers))
    graded = {text: kind for text, given in numbers.items() for kind in [csat_of(given.value, scale)] if kind}
    rule = {
        "1-5": say("scale 1–5, satisfied are 4–5"), "0-1": say("scale 0/1, satisfied are the ones"),
        "percent": say("percentages, satisfied are those of at least 75%"), "words": say("words"),
    }[scale]
    counted = sum(texts[text] for text in graded)
    said += (say("{column}: {rule}, answers {count:,}", column=column.heading, rule=rule, count=counted),)
    return Reading({**named, **graded}, said)


def _answers(named: Mapping[str, str], texts: Texts) -> int:
    return sum(texts[text] for text, word in named.items() if word not in (UNANSWERED, UNASKED))


def _scale(numbers: Mapping[str, Given], texts: Texts, *, told: bool) -> Scale | None:
    """The scale by what the numbers say of it and by their range; None where that leaves more than one."""
    tops = {given.top for given in numbers.values() if given.top is not None}
    if tops:
        return {5: "1-5", 100: "percent"}.get(tops.pop()) if len(tops) == 1 else None  # type: ignore[return-value]
    values = [given.value for given in numbers.values()]
    low, high = min(values), max(values)
    if _most(numbers, texts, 10, 100):
        return "percent" if high <= 100 else None
    if set(values) == {0, 1}:
        return "0-1"
    clear = low >= 1 and 4 <= high <= 5
    return "1-5" if clear or (told and _most(numbers, texts, 0, 5)) else None


def _most(numbers: Mapping[str, Given], texts: Texts, above: float, most: float) -> bool:
    """Whether more than half of the answers are over `above` and at most `most`."""
    within = sum(texts[text] for text, given in numbers.items() if above < given.value <= most)
    return 2 * within > sum(texts[text] for text in numbers)


def _unknown_scale(column: Column, numbers: Mapping[str, Given]) -> Problem:
    values = [given.value for given in numbers.values()]
    what = say("the column \"{column}\" holds grades from {low:g} to {high:g}, and that does not tell their scale.",
               column=column.heading, low=min(values), high=max(values))
    if max(values) > 5 and max(values) <= 10:
        how = say("If it is 0–10, it is an overall grade: --column \"overall={column}\"; else leave it out:"
                  " --column csat=", column=column.heading)
    else:
        how = say("If it is 1–5, say --column \"csat={column}\"; else leave it out: --column csat=",
                  column=column.heading)
    return Problem(what, how, column.file)
