"""The words of the sparring session; of what is still hidden they only tell that it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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


def hidden_place(section: SectionScore, q: QuestionScore, tr: Translator) -> str:
    """Where the question stands, without the mark that an answer has put there."""
    return place_line(section, replace(q, blocker=False), tr)


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
    parts = [tr(say("✓ decided"))] if item.decided else []
    parts += [tr(KINDS[kind]) for kind in item.kinds]
    if item.worth:
        parts.append(tr(say("{points} points of the readiness hang on it", points=tr.number(item.worth))))
    return " · ".join(parts)


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


def columns(tr: Translator, wide: bool) -> Sequence[Column]:
    """What it is worth, where, the question, who says what."""
    return [
        Column("", 1), Column(tr(say("points")), 8, right=True), Column(tr(say("section")), 22 if wide else 10),
        Column(tr(say("question"))), Column(tr(VOICES["owner"]), 10 if wide else 8),
        Column(tr(VOICES["consultant"]), 10), Column(tr(say("data")), 8, right=True),
        *([Column(tr(say("agreed")), 10)] if wide else []),
    ]


def rows(items: Sequence[AgendaItem], tr: Translator, wide: bool) -> Mapping[str, Row]:
    """The items that both may see, by question."""
    return {item.score.id: _row(item, tr, wide) for item in items if item.seen}


def _row(item: AgendaItem, tr: Translator, wide: bool) -> Row:
    mark = "✓" if item.decided else tr(KINDS[item.kinds[0]])[0]
    q = item.score
    return [
        Cell(mark, "bold"), tr.number(item.worth) if item.worth else "–", tr(item.section.title), tr(q.question.prompt),
        said_text(item.answer.owner, tr), said_text(item.answer.consultant, tr),
        "–" if q.measured is None else tr.number(q.measured, 0),
        *([said_text(item.answer.agreed, tr)] if wide else []),
    ]


def detail_text(item: AgendaItem, tr: Translator) -> str:
    """The item under the cursor in full."""
    lines = [tr(item.score.question.prompt), why_talk(item, item.answer, tr)]
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
    lines = []
    for identifier, own in by_id.items():
        at = progress(audit, own, [item for item in items if item.section.id == identifier])
        title = _fitted(tr(own[0][0].title), 20)
        time = f"{clock(seconds.get(identifier, 0))}/{clock(60 * planned.get(identifier, 0.0))}"
        mark = "▸" if identifier == here else " "
        line = f"{mark}{title} {at.both}/{at.asked} {time.rjust(11)}"
        click = Style.from_meta({"@click": f"screen.open_section('{identifier}')"})
        lines.append(Content.styled(line, "bold" if identifier == here else "").stylize(click))
    return Content("\n").join(lines)


def _fitted(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
