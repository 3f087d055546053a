"""The words around one question: what the data says, who said what, what the answer did to the score."""

from __future__ import annotations

import re

from textual.content import Content

from readycheck.core.audit import Answer, AnswerValue, Audit, Voice
from readycheck.core.gaps import gap
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES, EFFORT_NAMES, channel_name, measure_name
from readycheck.core.numbering import question_numbers as question_numbers
from readycheck.core.results import QuestionScore, Scores, SectionScore
from readycheck.core.sections import counting_voice, difference
from readycheck.i18n import Translator
from readycheck.storage.edits import By
from readycheck.tui.keys import key_of
from readycheck.tui.measured import scored_of

EEA = say("EEA")
"""The one code of countries that is another in Finnish."""
VOICES: dict[By, Message] = {
    "owner": say("owner"), "consultant": say("consultant"), "agreed": say("agreed"),
}
BAR = 20


def place_line(section: SectionScore, q: QuestionScore, tr: Translator) -> str:
    """ "Presence 2/5 · weight 3 · a "no" blocks": of those that concern the shop, as the list of sections counts."""
    asked = [other.id for other in section.questions if other.applicable]
    facts = [
        f"{tr(section.title)} {1 + asked.index(q.id)}/{len(asked)}" if q.applicable else tr(section.title),
        tr(say("weight {weight}", weight=q.question.weight)),
    ]
    if q.question.critical:
        facts.append(tr(say("✖ a \"no\" here is a blocker")) if q.blocker else tr(say("a \"no\" here is a blocker")))
    if q.question.since is not None:
        facts.append(tr(say("from {day}", day=q.question.since)))
    if q.question.until is not None:
        facts.append(tr(say("until {day}", day=q.question.until)))
    return " · ".join(facts)


def concerns_voices(answer: Answer, speaking: By) -> bool:
    """Whether there is more than the owner alone: who never needs another voice need not see them."""
    return speaking != "owner" or answer.consultant is not None or answer.agreed is not None


def voices_line(answer: Answer, speaking: By, tr: Translator) -> Content:
    """Who says what, the one who is speaking in brackets; what counts where they differ."""
    parts = []
    for name, label in VOICES.items():
        voice: Voice | None = getattr(answer, name)
        said = "" if voice is None else f" {tr(ANSWER_NAMES[voice.value])}"
        if voice is not None and voice.on is not None:
            said += f" ({tr.date(voice.on)})"
        if name == speaking:
            parts.append(Content.styled(f"[{tr(label)}]{said}", "bold"))
        elif voice is not None:
            parts.append(Content(f"{tr(label)}{said}"))
    line = Content(" · ").join(parts)
    counting = counting_voice(answer)
    if counting is not None and difference(answer):
        text = say("≠ they differ: until there is an agreed answer, the lower one counts ({answer})",
                   answer=ANSWER_NAMES[counting.value])
        return Content.assemble(line, "\n", (tr(text), "$warning"))
    return line


def passed_over(q: QuestionScore, tr: Translator) -> str:
    """Why a question is not asked; a channel that the shop has can have been forgotten."""
    channels = q.question.applies_when.channel
    countries = ", ".join(tr(EEA) if code == EEA.text else code for code in q.question.applies_when.country)
    if countries and not channels:
        return tr(say("(Asked only of shops in: {countries}. Leaves the score.)", countries=countries))
    if countries:
        return tr(say(
            "(Asked only of shops in {countries} that have this channel: {channels}. Channels are written down "
            "on {key}.)", key=key_of("go.hours", "2"),
            countries=countries, channels=" / ".join(tr(channel_name(name)) for name in channels),
        ))
    if not channels:
        return tr(say("(Does not concern this shop and season; leaves the score.)"))
    return tr(say("(Asked only of a shop that has this channel: {channels}. Channels are written down on {key}.)",
                  key=key_of("go.hours", "2"),
                  channels=" / ".join(tr(channel_name(name)) for name in channels)))


def data_text(q: QuestionScore, scores: Scores, tr: Translator) -> Content:
    """What the shop's own data says of the question; where it says nothing, how to get it to."""
    measure = q.question.measure
    if measure is None:
        return Content("")
    if q.measured is None:
        return Content(_missing(measure, scores, tr))
    filled = round(BAR * min(100.0, max(0.0, q.measured)) / 100)
    figure = tr(say("{name}: {value} of 100.", name=measure_name(measure), value=tr.number(q.measured, 0)))
    needed = "" if q.question.at_least is None else tr(
        say("\"Yes\" needs at least {least}.", least=tr.number(q.question.at_least, 0))
    )
    bar = ("█" * filled + "░" * (BAR - filled), "$primary")
    return Content.assemble(bar, "\n", " ".join(filter(None, (capital(figure), needed, _by_rules(q, scores, tr)))))


def _by_rules(q: QuestionScore, scores: Scores, tr: Translator) -> str:
    """Reasons that keyword rules guessed say nothing of whether anybody writes them down."""
    share = scores.reasons.by_rule
    if q.question.measure != "coded" or not share:
        return ""
    return tr(say("Of them {share} were found by keyword rules, not written down.", share=tr.percent(share)))


def overruled_text(answer: Answer, speaking: By, tr: Translator) -> str:
    """That another answer counts than the one that is marked: the two have agreed on it."""
    given: Voice | None = getattr(answer, speaking)
    if answer.agreed is None or given is None or given.value == answer.agreed.value:
        return ""
    return tr(say("⚠ What counts is the agreed answer: {answer}. {key} changes who answers.",
                  answer=ANSWER_NAMES[answer.agreed.value], key=key_of("question.voice", "v")))


def _only_guessed(q: QuestionScore, scores: Scores) -> bool:
    """Whether it is keyword rules alone that lift the share of contacts with a reason over what a "yes" needs."""
    least, share = q.question.at_least, scores.reasons.by_rule
    if q.question.measure != "coded" or not share or q.measured is None or least is None:
        return False
    return q.measured >= least > q.measured * (1 - share)


def warning_text(q: QuestionScore, given: AnswerValue | None, scores: Scores, tr: Translator) -> str:
    """The contradiction, told before the speaking voice answers and after it; that a lower answer is too modest."""
    if q.measured is None:
        return ""
    if _only_guessed(q, scores):
        return tr(say("⚠ Found by keywords: the data does not show that people write the reasons down."))
    if not q.falls_short:
        modest = q.question.at_least is not None and given in ("no", "partly", "unknown")
        return tr(say("✓ By the data the answer could be yes.")) if modest else ""
    if q.contradicted:
        return tr(say(
            "⚠ Contradiction: the answer says yes, the data says {value} of 100. The answer counts as {counted}.",
            value=tr.number(q.measured, 0), counted=_of_hundred(q, tr),
        ))
    if q.claim == "partly" and q.counted is not None and q.counted < 0.5:
        return tr(say("⚠ The data says less: the answer counts as {counted} of 100.", counted=_of_hundred(q, tr)))
    if given == "yes":
        return tr(say("⚠ Contradiction: the answer says yes, the data says {value} of 100.",
                      value=tr.number(q.measured, 0)))
    if given in ("no", "partly"):
        return tr(say("✓ The data says the same.")) if given == "no" else ""
    return tr(say("⚠ \"Yes\" would contradict the data."))


def _of_hundred(q: QuestionScore, tr: Translator) -> str:
    """What the answer counts as, on the scale of what the data says beside it."""
    return tr.number(None if q.counted is None else 100 * q.counted, 0)


def remedy_text(q: QuestionScore, tr: Translator) -> str:
    """The remedy, and what it takes."""
    takes = [tr(EFFORT_NAMES[q.question.effort])]
    if q.question.lead_days:
        takes.append(tr.plural("in force after {n} day", "in force after {n} days", q.question.lead_days))
    return tr(say("{remedy} Work: {takes}.", remedy=tr(q.question.remedy), takes=", ".join(takes)))


def effect_text(before: tuple[float | None, float | None], after: tuple[float | None, float | None],
                tr: Translator) -> str:
    """ "Section 38 → 50 · readiness 58.2 → 61.0": what the last answer did; pairs of section and readiness."""
    section, readiness = before[0] != after[0], before[1] != after[1]
    parts = []
    if section:
        parts.append(tr(say("Section {before} → {after}", before=tr.number(before[0]), after=tr.number(after[0]))))
    if readiness:
        text = say("Readiness {before} → {after}", before=tr.number(before[1]), after=tr.number(after[1]))
        parts.append(tr(text))
    return " · ".join(parts)


def source_text(q: QuestionScore, audit: Audit) -> str:
    """Where the question comes from, its list's short names ("S1 §2") written out as the list does ("S1: title")."""
    checklist = audit.checklist(q.id.partition("/")[0])
    told = q.question.source
    if checklist is None:
        return told
    named = dict(part.split(": ", 1) for part in checklist.source.split("; ") if ": " in part)
    return re.sub(r"\w+", lambda word: named.get(word[0], word[0]), told) if named else f"{told} ({checklist.source})"


def _missing(measure: str, scores: Scores, tr: Translator) -> str:
    """The first thing that is lacking: d leads there, and the next one is told after it."""
    lacking = gap(measure, scored_of(measure, scores))
    name = capital(tr(measure_name(measure)))
    if lacking is None:
        return tr(say("{name}: not known yet. Press {key} to get it.", key=key_of("question.data", "d"), name=name))
    return tr(say("{name}: not known yet – {lacking}. Press {key} to get it.",
                  key=key_of("question.data", "d"), name=name, lacking=lacking))


def capital(sentence: str) -> str:
    """The sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]
