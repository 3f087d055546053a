"""The scores for a person at eighty columns: the verdict first, then what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.commands.season import Season
from readycheck.commands.text import block, section, table
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import Message
from readycheck.core.next_step import next_step, steps_left
from readycheck.core.scored import Scored
from readycheck.core.years.compare import coverages
from readycheck.report.case import Case
from readycheck.report.model import Block, Chart, KeyFigures, Missing, Paragraph, Section, Table
from readycheck.report.parts.answers import sections
from readycheck.report.parts.blockers import blockers, contradictions, voices
from readycheck.report.parts.faq import faq
from readycheck.report.parts.headline import headline, summary
from readycheck.report.parts.hours import opening_hours
from readycheck.report.parts.january import january
from readycheck.report.parts.reasons import contact_reasons
from readycheck.report.parts.scorecard import points, scorecard

MEASURED_BESIDE = ("coverage/confirmation", "coverage/data", "coverage/path", "service", "channels")


def told(season: Season) -> Iterator[str]:
    """Readiness, blockers, contradictions, losses, the coverages with their parts, the sections, what comes next."""
    case, room = season.case(), season.desk.columns
    yield headline(case)
    yield from wrapped(" ".join(summary(case)), room)
    yield ""
    yield from section(blockers(case), room)
    for part in (contradictions(case), voices(case), *scorecard(case).parts, points(case)):
        if part.blocks:
            yield from section(_with_figures(part), room)
    for part, tables in ((opening_hours(case), 1), (faq(case), 1), (contact_reasons(case), 0), (january(case), 0)):
        yield from _coverage(part, tables, room)
    yield case.tr("Also measured")
    rows = [(case.title(key), case.figures.score(coverages(case.scores)[key].score)) for key in MEASURED_BESIDE]
    yield from table([], rows, room)
    yield ""
    yield from section(sections(case), room)
    step = next_step(steps_left(season.audit, season.scores, season.desk.today))
    yield f"{case.tr('Next:')} {case.tr(step.what)}"


def _with_figures(part: Section) -> Section:
    """A picture's place is taken by its figures: a terminal shows no pictures."""
    blocks = tuple(
        shown.table if isinstance(shown, Chart) and shown.table is not None else shown for shown in part.blocks
    )
    return Section(part.id, part.title, blocks)


def _coverage(part: Section, tables: int, room: int) -> Iterator[str]:
    """A coverage's own figures and the first of its tables, or what it lacks; the report has the rest."""
    yield part.title
    figures = [each for each in part.blocks if isinstance(each, KeyFigures | Missing) or _is_lead(each)]
    for shown in (*figures, *[each for each in part.blocks if isinstance(each, Table)][:tables]):
        yield from block(shown, room)
        yield ""


def _is_lead(shown: Block) -> bool:
    return isinstance(shown, Paragraph) and shown.tone == "lead"


def explained(season: Season) -> Iterator[str]:
    """Every score's arithmetic, to be redone with a calculator."""
    case, room, scores = season.case(), season.desk.columns, season.scores
    yield from _steps(case.tr("Readiness"), scores.readiness.steps, case, room)
    for key, scored in coverages(scores).items():
        yield from _steps(case.title(key), _arithmetic(scored), case, room)
    for found in scores.sections:
        yield from _steps(f"{case.tr(found.title)} ({found.id})", found.steps, case, room)


def _arithmetic(scored: Scored) -> tuple[Message, ...]:
    """The steps, or what is missing for them."""
    return scored.steps or scored.missing


def _steps(title: str, steps: tuple[Message, ...], case: Case, room: int) -> Iterator[str]:
    yield title
    for step in steps:
        yield from wrapped(case.tr(step), room, "  ", "      ")
    if not steps:
        yield "  " + case.tr("There is nothing to score.")
    yield ""
