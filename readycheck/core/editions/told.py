"""A new edition in words: what it changes, what becomes of the answers and of the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readycheck.core.audit import Answer
from readycheck.core.checklist import Checklist
from readycheck.core.editions.answers import Earlier, Settled
from readycheck.core.editions.change import EditionChange, Kind, QuestionChange
from readycheck.core.editions.effect import READINESS, ScoreMove
from readycheck.core.editions.words import setting_told
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.sections import counting_voice

TITLES: Mapping[Kind, Message] = {  # what touches answers stands first
    "removed": say("Questions that are asked no more: {n}"),
    "changed_meaning": say("Asks something else now; the earlier answer does not count: {n}"),
    "linked": say("New question in the place of an old one; the answer goes on: {n}"),
    "moved": say("Moved to another section; the answer goes on: {n}"),
    "added": say("New questions: {n}"),
    "reworded": say("The same question in other words; the answer stays: {n}"),
    "set_otherwise": say("The same question with other settings; the answer stays: {n}"),
    "explained": say("Only the reason, the remedy or the source is told in other words: {n}"),
}


@dataclass(frozen=True)
class Part:
    """A heading and the lines under it, each with what belongs to it alone."""

    title: Message
    lines: tuple[tuple[Message, tuple[Message, ...]], ...] = ()


def headline(kept: Checklist | None, offered: Checklist | None) -> Message:
    """Which list it is, and from which edition to which."""
    if offered is None:
        return say("{title}: to be removed", title=kept.title if kept is not None else "")
    if kept is None:
        return say("{title}: to be added, questions: {n}", title=offered.title, n=len(offered.questions()))
    return say("{title}: version {before} → {after}", title=offered.title, before=str(kept.version),
               after=str(offered.version))


def change_told(change: EditionChange) -> Iterator[Part]:
    """What is added, removed, asked, put and set otherwise."""
    lists = change.kept, change.offered
    for kind, title in TITLES.items():
        found = change.of_kind(kind)
        if found:
            lines = () if kind == "explained" else tuple(_question(each, lists) for each in found)
            yield Part(Message(title.text, {"n": len(found)}), lines)
    if change.settings:
        yield Part(say("The list's own settings: {n}", n=len(change.settings)),
                   tuple((setting_told(each, lists), ()) for each in change.settings))
    if change.empty:
        yield Part(say("Nothing changes in its questions and settings."))


def _question(each: QuestionChange, lists: tuple[Checklist, Checklist]) -> tuple[Message, tuple[Message, ...]]:
    before = [say("before: {prompt}", prompt=each.before_prompt)] if each.in_other_words else []
    return say("{prompt}", prompt=each.shown.prompt), (*before, *(setting_told(s, lists) for s in each.settings))


def asked_told(offered: Checklist) -> Iterator[Part]:
    """What a list asks, section by section."""
    for section in offered.sections:
        yield Part(say("{name}", name=section.title),
                   tuple((say("{prompt}", prompt=each.prompt), ()) for each in section.questions))


def answers_told(
    kept: Checklist | None, offered: Checklist | None, found: Settled[Any]
) -> Part:
    """What becomes of the answers, and whose."""
    asked = kept.questions() if kept else {}
    lines = [
        (say("stay as they are: {n}", n=len(found.stays)), ()),
        (say("go on under a new question: {n}", n=len(found.carried)), ()),
        (say("found again with an earlier version: {n}", n=len(found.back)), ()),
        (say("count no more; they stay in the file: {n}", n=len(found.left)),
         tuple(say("{prompt}", prompt=asked[key].prompt) for key in found.left if offered is not None)),
    ]
    counts = (len(found.stays), len(found.carried), len(found.back), len(found.left))
    told = tuple(line for line, n in zip(lines, counts, strict=True) if n)
    return Part(say("Answers") if told else say("Answers: none is touched"), told)


def earlier_told(copy: Earlier[Answer]) -> Part:
    """A copy that was left, and what was answered to those of its questions that are asked no more."""
    asked, kept = copy.checklist.questions(), copy.checklist
    day = copy.left if copy.left is not None else say("–")
    title = say("Kept from earlier: {title}, version {version}, until {day}; answers with it: {n}", title=kept.title,
                version=str(kept.version), day=day, n=len(copy.answers))
    return Part(title, tuple(
        (say("{prompt} {answer}", prompt=asked[key].prompt if key in asked else key, answer=_said(answer)),
         (say("{name}", name=answer.note),) if answer.note else ())
        for key, answer in copy.answers.items()
    ))


def _said(answer: Answer) -> Message:
    voice = counting_voice(answer)
    return say("–") if voice is None else ANSWER_NAMES[voice.value]


def scores_told(moves: Sequence[ScoreMove], change: EditionChange | None) -> Part:
    """Readiness and sections before and after, and why new questions lower them; of a whole list readiness says all."""
    lower = (say("a new question counts as a no until it is answered"),)
    new = lower if change is not None and change.of_kind("added") else ()
    shown = [each for each in moves if each.id == READINESS or change is not None]
    return Part(say("Score"), tuple((_move(each), new if each.id == READINESS else ()) for each in shown))


def _move(each: ScoreMove) -> Message:
    name = say("Readiness") if each.id == READINESS else say("{name}", name=each.title or each.id)
    return say("{setting}: {before} → {after}", setting=name, before=_points(each.before), after=_points(each.after))


def _points(score: float | None) -> Message:
    return say("–") if score is None else say("{score:.1f}", score=score)
