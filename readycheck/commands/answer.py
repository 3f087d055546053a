"""`readycheck answer`: one answer to one question, and what the data says of it at once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from readycheck.commands.desk import Desk
from readycheck.commands.questions import full_id
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.names import ANSWER_NAMES, measure_name
from readycheck.core.results import QuestionScore
from readycheck.core.sections import counting_voice
from readycheck.storage.edits import By, answer

FINNISH = {"kyllä": "yes", "osittain": "partly", "ei": "no", "en-tiedä": "unknown", "ei-koske": "na"}


def run(arguments: Namespace, desk: Desk) -> int:
    """Save the answer; print the question, the answer and the readiness that it leads to."""
    season = Season.open(desk, arguments.shop)
    question = full_id(season.scores, arguments.question)
    value = FINNISH.get(arguments.value.casefold(), arguments.value.casefold())
    document = answer(
        season.file.document, question, value, by=arguments.by, on=desk.today,
        note=arguments.note, evidence=arguments.evidence,
    )
    saved = Season(desk, desk.save(season.file, document))
    desk.write(*_told(saved, question, season, arguments.by))
    return DONE


def _told(saved: Season, identifier: str, before: Season, by: By) -> Iterator[str]:
    tr, room = saved.desk.tr, saved.desk.columns
    found = saved.scores.question(identifier)
    if found is not None:
        yield from wrapped(tr(found.question.prompt), room)
        yield from _standing(saved, found)
        yield from _passed_over(saved, identifier, by)
    yield tr("Readiness {before} → {after}", before=tr.number(before.scores.readiness.score),
             after=tr.number(saved.scores.readiness.score))


def _passed_over(saved: Season, identifier: str, by: By) -> Iterator[str]:
    """Why the answer that was just given is not the one that counts; nothing where it is."""
    tr, given = saved.desk.tr, saved.audit.answers[identifier]
    voice, counting = getattr(given, by), counting_voice(given)
    if given.agreed is not None and by != "agreed":
        why = tr("An agreed answer stands: {answer}. Beside it no single answer counts; --by agreed changes it.",
                 answer=ANSWER_NAMES[given.agreed.value])
    elif voice is not None and counting is not None and voice.value != counting.value:
        why = tr("The shop and the consultant differ: until they agree, the lower answer counts.")
    else:
        return
    yield from wrapped(why, saved.desk.columns, "  ", "    ")


def _standing(saved: Season, found: QuestionScore) -> Iterator[str]:
    """The answer that counts, and the measurement beside it."""
    tr, room = saved.desk.tr, saved.desk.columns
    if found.claim is not None:
        yield "  " + tr("The answer that counts: {answer}", answer=ANSWER_NAMES[found.claim])
    if found.measured is not None and found.question.measure is not None:
        sentence = tr("The data: {value} ({measure})", value=tr.percent(found.measured / 100, 1),
                      measure=measure_name(found.question.measure))
        yield from wrapped(sentence, room, "  ", "    ")
    if found.contradicted:
        yield from wrapped("! " + tr("The data says otherwise: at least {least} was wanted.",
                                     least=tr.percent((found.question.at_least or 0) / 100)), room, "  ", "    ")
    if found.blocker:
        yield from wrapped("! " + tr("This blocks readiness."), room, "  ", "    ")
