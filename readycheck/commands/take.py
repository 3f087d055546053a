"""`readycheck take`: an audit that somebody sent, shown first, then taken in item by item."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from readycheck.commands.brought_json import brought_facts
from readycheck.commands.desk import Desk
from readycheck.commands.handover_text import shown_lines, taken_lines
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.handover import Arriving, Taken, look_at, take


def run(arguments: Namespace, desk: Desk) -> int:
    """Show, ask, take, tell. Nothing is changed before the answer."""
    arriving = look_at(desk.archive, Path(arguments.file).expanduser(), arguments.into)
    taken: tuple[Taken, ...] = ()
    if not arguments.dry_run and (arguments.yes or not arriving.brings or _agreed(desk, arriving)):
        taken = take(desk.archive, arriving)
    if desk.json:
        desk.facts(_facts(arriving, taken))
    elif taken:
        desk.write(*taken_lines(desk, arriving.shop, taken))
    else:
        desk.write(*(shown_lines(desk, arriving) if arguments.dry_run else ()), desk.tr("Nothing was changed."))
    return DONE


def _agreed(desk: Desk, arriving: Arriving) -> bool:
    """Ask the person; ReadycheckError where nobody can be asked. An audit that is new here needs no question."""
    if all(each.arrival != "differs" for each in arriving.seasons):
        return True
    if not desk.at_a_terminal():
        raise wrong(
            say("nobody can be asked here whether the edits may come into {shop}.", shop=arriving.shop),
            say("Write --yes to take them in, or --dry-run to see what they are."), file=str(arriving.origin),
        )
    for line in (*shown_lines(desk, arriving), ""):
        desk.progress(line)
    return desk.agrees(desk.tr("Take it in? Type yes:"))


def _facts(arriving: Arriving, taken: tuple[Taken, ...]) -> dict[str, Any]:
    before = {each.incoming.year: each.before for each in taken}
    return {
        "file": str(arriving.origin), "shop": arriving.shop, "name": arriving.name, "taken": bool(taken),
        "seasons": [{
            "season": each.year, "path": str(each.path), "arrival": each.arrival,
            "from_common_state": each.from_common, **brought_facts(each),
            "before": None if before.get(each.year) is None else str(before[each.year]),
        } for each in arriving.seasons],
    }
