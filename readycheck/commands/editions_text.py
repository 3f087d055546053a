"""What a checklist's edition changes, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readycheck.commands.desk import Desk
from readycheck.commands.wrapping import wrapped
from readycheck.core.audit import Audit
from readycheck.core.editions.effect import ScoreMove
from readycheck.core.editions.told import Part, answers_told, change_told, earlier_told, headline, scores_told
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.document import Document
from readycheck.storage.editions import TakenUp, earlier_copies, with_typed_answers


def taken_lines(desk: Desk, taken: Sequence[tuple[TakenUp, Sequence[ScoreMove]]]) -> Iterator[str]:
    """What each list's change is, or that there is none."""
    if not taken:
        yield from wrapped(desk.tr("Every checklist of this audit is the newest version that ships with the program."),
                           desk.columns)
        yield ""
    for found, moves in taken:
        yield from wrapped(desk.tr(headline(found.kept, found.offered)), desk.columns)
        if found.kept is not None and found.kept == found.offered:
            yield from wrapped(desk.tr("The audit has exactly this version."), desk.columns, "  ")
        else:
            parts = [*(change_told(found.change) if found.change else ()),
                     answers_told(found.kept, found.offered, found.answers), scores_told(moves, found.change)]
            yield from (line for part in parts for line in part_lines(part, desk))
        yield ""


def part_lines(part: Part, desk: Desk) -> Iterator[str]:
    """A heading and its lines, two columns in for each level."""
    yield from wrapped(desk.tr(part.title), desk.columns, "  ")
    for line, under in part.lines:
        yield from wrapped(desk.tr(line), desk.columns, "    - ", "      ")
        for each in under:
            yield from wrapped(desk.tr(each), desk.columns, "      ", "        ")


def missing_lines(desk: Desk, audit: Audit) -> Iterator[str]:
    """What ships with the program and is not in the audit."""
    kept = {each.id for each in audit.checklists}
    missing = ", ".join(each.id for each in shipped_checklists() if each.id not in kept)
    if missing:
        yield from wrapped(desk.tr("Not in this audit: {lists}. To add one: readycheck checklist take SHOP NAME",
                                   lists=missing), desk.columns)


def earlier_lines(desk: Desk, document: Document) -> Iterator[str]:
    """Earlier copies, and the answers that stay with them."""
    for copy in earlier_copies(document):
        yield from part_lines(earlier_told(with_typed_answers(copy)), desk)
