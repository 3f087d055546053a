"""The words of the sparring session; of what is still hidden they only tell that it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import wrap

from textual.content import Content
from textual.style import Style

from readycheck.core.audit import Answer, Audit, Voice
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.core.sparring import AgendaItem, Asked, Kind, Progress, blind_state, progress
from readycheck.i18n import Translator
from readycheck.storage.edits import By
from readycheck.tui.question_text import VOICES, place_line
from readycheck.tui.widgets.rows import Cell, Column, Row
from readycheck.tui.widgets.stopwatch import clock

WIDE = 110
COLUMN = 22
SECTION_ROOM = 42
"""Characters that sparring.tcss leaves for a section's line."""
LIST_NAMES = {**ANSWER_NAMES, "na": say("n/a")}
"""Short enough for a list's columns."""
KINDS: Mapping[Kind, Message] = {
    "contradiction": say("⚠ The data says otherwise"), "blocker": say("✖ A \"no\" that blocks"),
    "one_knows": say("≠ One knows, the other does not"), "difference": say("≠ The answers differ"),
}


def head_text(heavy: bool, at: Progress, tr: Translator) -> str:
    """How far the sitting is."""
    scope = say("Most important questions") if heavy else say("All questions")
    return tr(say(
        "{scope}: both answered {both}/{asked} · to discuss {left} · decided {decided}",
        scope=scope, both=at.both, asked=at.asked, left=at.left, decided=at.decided,
    ))


def turn_text(answer: Answer, voice: By, tr: Translator) -> Content:
    """Who answers now, and who has answered; never what."""
    there: dict[By, bool] = {"owner": answer.owner is not None, "consultant": answer.consultant is not None}
    now = tr(say("Answers now: {voice}", voice=tr(VOICES[voice]).upper()))
    marks = " · ".join(
        f"{tr(VOICES[name])} {tr(say('✓ has answered') if given else say('○ not yet'))}"
        for name, given in there.items()
    )
    may = f"\n{tr(say('You may still change your answer.'))}" if there.get(voice) else ""
    return Content.assemble((now, "bold reverse"), f"   {marks}{may}")


def numbered(q: QuestionScore, number: str, tr: Translator) -> str:
    """The question as it is called everywhere else: "3.2  Is …?"."""
    return f"{number}  {tr(q.question.prompt)}"


def hidden_place(section: SectionScore, q: QuestionScore, tr: Translator) -> str:
    """Where the question stands, without the mark that an answer has put there."""
    asked = tuple(replace(other, applicable=other.applicable or other.claim == "na") for other in section.questions)
    here = next((other for other in asked if other.id == q.id), q)
    return place_line(replace(section, questions=asked), replace(here, blocker=False), tr)


def told_text(q: QuestionScore, answer: Answer, tr: Translator) -> str:
    """The question before, on which both said the same."""
    if answer.owner is None:
        return ""
    return tr(say("✓ Before this, both said {answer}: {question}", answer=ANSWER_NAMES[answer.owner.value],
                  question=q.question.prompt))


def side_by_side(answer: Answer, q: QuestionScore, tr: Translator) -> Content:
    """Owner, consultant and data under their names."""
    heads = (tr(VOICES["owner"]), tr(VOICES["consultant"]), tr(say("data")))
    said = (said_text(answer.owner, tr), said_text(answer.consultant, tr), measured_text(q, tr))
    line = "".join(head.ljust(COLUMN) for head in heads).rstrip()
    return Content.assemble((line, "$secondary"), "\n", ("".join(text.ljust(COLUMN) for text in said).rstrip(), "bold"))


def said_text(voice: Voice | None, tr: Translator) -> str:
    """What somebody said; a dash for nothing."""
    return "–" if voice is None else tr(ANSWER_NAMES[voice.value])


def measured_text(q: QuestionScore, tr: Translator) -> str:
    """ "2 of 100 (yes: 50)" """
    if q.measured is None:
        return "–"
    value = tr.number(q.measured, 0)
    if q.question.at_least is None:
        return tr(say("{value} of 100", value=value))
    return tr(say("{value} of 100 (yes: {least})", value=value, least=tr.number(q.question.at_least, 0)))


def why_talk(item: AgendaItem | None, answer: Answer, tr: Translator) -> str:
    """Why the question is on the agenda, what hangs on it, whether it is decided."""
    if item is None:
        return tr(say("Nothing to settle: both said the same.")) if blind_state(answer) == "both" else ""
    parts = [tr(_how_decided(item))] if item.decided else []
    parts += [tr(KINDS[kind]) for kind in item.kinds]
    if item.worth:
        parts.append(tr(say("{points} points of readiness depend on it", points=tr.number(item.worth))))
    return " · ".join(parts)


def _how_decided(item: AgendaItem) -> Message:
    """An action settles a question as an agreed answer does; there is still an answer to agree on then."""
    return say("✓ decided") if item.answer.agreed is not None else say("✓ an action is agreed on")


def agree_text(answer: Answer, tr: Translator) -> str:
    """What the answer keys do now."""
    if answer.agreed is None:
        return tr(say("Agree on an answer:"))
    return tr(say("Agreed {day}:", day=answer.agreed.on)) if answer.agreed.on else tr(say("Agreed:"))


def private_mark(noted: bool, tr: Translator) -> Content:
    """That there is a private note, or none; what it says stands nowhere on the screen."""
    text = tr(say("Private note: written")) if noted else tr(say("Private note: none"))
    click = Style.from_meta({"@click": "app.simulate_key('x')"})
    return Content.assemble(("x", "bold $accent"), f" {text}").stylize(click)


# the agenda as a list


def legend_text(tr: Translator) -> str:
    """In which order the agenda stands, and what its marks mean."""
    return tr(say("Blockers first, then points. ✖ blocks ⚠ data disagrees ≠ they differ ✓ decided"))


def columns(tr: Translator, wide: bool) -> Sequence[Column]:
    """What it is worth, the question, who says what, what was agreed; where there is little room, data stand below."""
    return [
        Column("", 1), Column(tr(say("points") if wide else say("pts")), 8 if wide else 4, right=True),
        Column(tr(say("no.")), 4), Column(tr(say("question"))),
        Column(tr(VOICES["owner"]), 10 if wide else 8), Column(tr(VOICES["consultant"]), 10),
        *([Column(tr(say("data")), 8, right=True)] if wide else []), Column(tr(VOICES["agreed"]), 10 if wide else 8),
    ]


def rows(
    items: Sequence[AgendaItem], numbers: Mapping[str, str], tr: Translator, wide: bool
) -> Mapping[str, Row]:
    """The items that both may see, by question."""
    return {item.score.id: _row(item, numbers[item.score.id], tr, wide) for item in items if item.seen}


def _row(item: AgendaItem, number: str, tr: Translator, wide: bool) -> Row:
    mark = "✓" if item.decided else tr(KINDS[item.kinds[0]])[0]
    q, answer = item.score, item.answer
    owner, consultant, agreed = (_listed(voice, tr) for voice in (answer.owner, answer.consultant, answer.agreed))
    if answer.agreed is None and item.actions:
        agreed = tr(say("will do"))
    measured = ["–" if q.measured is None else tr.number(q.measured, 0)] if wide else []
    return [
        Cell(mark, "bold"), tr.number(item.worth) if item.worth else "–", number, tr(q.question.prompt),
        owner, consultant, *measured, agreed,
    ]


def _listed(voice: Voice | None, tr: Translator) -> str:
    return "–" if voice is None else tr(LIST_NAMES[voice.value])


def detail_text(item: AgendaItem, number: str, tr: Translator) -> str:
    """The item under the cursor in full."""
    lines = [numbered(item.score, number, tr), f"{tr(item.section.title)} · {why_talk(item, item.answer, tr)}"]
    if item.score.measured is not None:
        lines.append(tr(say("Data: {value}", value=measured_text(item.score, tr))))
    if item.answer.agreed is not None:
        lines.append(f"{agree_text(item.answer, tr)} {said_text(item.answer.agreed, tr)}")
    lines += [tr(say("Action: {title}", title=action.title)) for action in item.actions]
    return "\n".join(lines)


# the sections beside the question


def sections_text(
    audit: Audit, questions: Sequence[Asked], items: Sequence[AgendaItem], seconds: Mapping[str, int],
    planned: Mapping[str, float], here: str, tr: Translator,
) -> Content:
    """Each section with how many both have answered, what is left to talk about, its time."""
    by_id: dict[str, list[Asked]] = {}
    for section, q in questions:
        by_id.setdefault(section.id, []).append((section, q))
    figures = {}
    for identifier, own in by_id.items():
        at = progress(audit, own, [item for item in items if item.section.id == identifier])
        time = f"{clock(seconds.get(identifier, 0))}/{clock(60 * planned.get(identifier, 0.0))}"
        figures[identifier] = f"{at.both}/{at.asked} {time.rjust(10)}"
    room = SECTION_ROOM - max(map(len, figures.values()), default=0) - 2
    return Content("\n").join(
        _section_line(identifier, tr(own[0][0].title), figures[identifier], room, identifier == here)
        for identifier, own in by_id.items()
    )


def _section_line(identifier: str, title: str, figures: str, room: int, here: bool) -> Content:
    """A long title goes on below; the figures stand beside its first line."""
    first, *more = wrap(title, room) or [""]
    lines = [f"{'▸' if here else ' '}{first.ljust(room)} {figures}", *(f"  {line}" for line in more)]
    click = Style.from_meta({"@click": f"screen.open_section('{identifier}')"})
    return Content.styled("\n".join(lines), "bold" if here else "").stylize(click)
