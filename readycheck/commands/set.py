"""`readycheck set`: any key of the audit file, checked as the app checks it."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.storage.edits import assign
from readycheck.storage.service_edits import typed_over


def run(arguments: Namespace, desk: Desk) -> int:
    """All changes or none; print the readiness before and after."""
    season = Season.open(desk, arguments.shop)
    document = season.file.document
    for change in arguments.changes:
        document = assign(document, change)
    document = typed_over(document)
    saved = Season(desk, desk.save(season.file, document))
    tr = desk.tr
    desk.write(
        *(f"  {change}" for change in arguments.changes),
        tr("Saved. Readiness {before} → {after}", before=tr.number(season.scores.readiness.score),
           after=tr.number(saved.scores.readiness.score)),
    )
    return DONE
