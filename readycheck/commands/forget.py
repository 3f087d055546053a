"""`readycheck forget SHOP[/YEAR]`: remove everything that is kept of a shop, and say what that was."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE, WRONG_USE
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.forgetting import Forgotten, Kept, Subject, forget, kept_of, subject


def run(arguments: Namespace, desk: Desk) -> int:
    """Tell, ask, remove, tell; status 2 where something could not be removed."""
    archive = desk.archive
    meant = subject(archive, arguments.shop)
    kept = kept_of(archive, meant)
    if arguments.dry_run:
        _tell(desk, meant, kept, desk.tr("Kept of {shop}; nothing was removed:", shop=meant.name), removed=False)
        return DONE
    if not arguments.yes and not _agreed(desk, meant, kept):
        desk.write(desk.tr("Nothing was removed."))
        return DONE
    done = forget(archive, meant)
    _tell(desk, meant, done.removed, desk.tr("Removed of {shop}:", shop=meant.name), removed=True, done=done)
    return WRONG_USE if done.left else DONE


def _agreed(desk: Desk, meant: Subject, kept: Sequence[Kept]) -> bool:
    """Ask the person; ReadycheckError where nobody can be asked."""
    if not desk.at_a_terminal():
        raise wrong(
            say("nobody can be asked here whether {shop} is to be removed for good.", shop=meant.name),
            say("Write --yes to remove it, or --dry-run to see what there is."),
        )
    for line in (*_lines(desk, kept), ""):
        desk.progress(line)
    return desk.agrees(desk.tr("Remove all of this for good? There is no way back. Type yes:"))


def _tell(
    desk: Desk, meant: Subject, kept: Sequence[Kept], head: str, *, removed: bool, done: Forgotten | None = None
) -> None:
    left = done.left if done else ()
    if desk.json:
        desk.facts({
            "shop": meant.name, "removed": removed,
            "kept": [{"kind": str(each.kind), "count": each.count, "folder": str(each.folder)} for each in kept],
            "left": [{"file": str(path), "reason": reason} for path, reason in left],
        })
    else:
        desk.write(head, *_lines(desk, kept))
        if removed:
            desk.write("", *wrapped(desk.tr(
                "Reports and calendars that you wrote elsewhere, and what a synced folder or a backup of this machine "
                "keeps of it, are not known here."), desk.columns))
    for path, reason in left:
        desk.progress(desk.tr("{file}: cannot be removed ({reason}).", file=str(path), reason=reason))


def _lines(desk: Desk, kept: Sequence[Kept]) -> list[str]:
    """A line each, never cut: a folder's name may be wanted whole."""
    counts = [desk.tr.number(each.count, 0) for each in kept]
    wide = max(map(len, counts), default=0)
    return [f"  {count:>{wide}}  {desk.tr(each.kind)}: {each.folder}" for count, each in zip(counts, kept, strict=True)]
