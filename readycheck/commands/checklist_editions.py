"""`readycheck checklist changes|take|drop SHOP`: an audit's checklists, taken up anew, added or removed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence

from readycheck.commands.checklist_file import named
from readycheck.commands.desk import Desk
from readycheck.commands.editions_json import taken_facts
from readycheck.commands.editions_text import earlier_lines, missing_lines, taken_lines
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.core.audit import Audit
from readycheck.core.checklist import Checklist
from readycheck.core.editions.effect import ScoreMove, score_moves
from readycheck.core.message import Message, say
from readycheck.core.scoring import score
from readycheck.errors import wrong
from readycheck.storage.checklists import shipped_checklists
from readycheck.storage.document import Document, audit_of
from readycheck.storage.editions import TakenUp, earlier_copies, newer_editions, remove_list, removed_lists, take_up

Step = Callable[[Document, Audit], TakenUp]


def changes(arguments: Namespace, desk: Desk) -> int:
    """What the newer editions, or the one that is named, would change."""
    season = _season(arguments, desk)
    offered = _offered(arguments, season)
    taken = _taken(season, [_taking(season, each, older=True) for each in offered])
    if desk.json:
        desk.facts(_facts(season, taken, done=False))
        return DONE
    desk.write(season.title, "", *taken_lines(desk, taken), *missing_lines(desk, season.audit),
               *earlier_lines(desk, season.file.document))
    return DONE


def take(arguments: Namespace, desk: Desk) -> int:
    """Show the same, ask, and take it up in one edit of the file."""
    season = _season(arguments, desk)
    offered = _offered(arguments, season)
    return _change(arguments, season, [_taking(season, each, older=arguments.older) for each in offered])


def drop(arguments: Namespace, desk: Desk) -> int:
    """The audit without a list; its answers stay in the file."""
    season = _season(arguments, desk)
    if arguments.name is None:
        raise wrong(say("which checklist? Write: readycheck checklist drop SHOP NAME."))
    return _change(arguments, season, [
        lambda document, audit: remove_list(document, audit, arguments.name, season.desk.today)])


def _season(arguments: Namespace, desk: Desk) -> Season:
    if arguments.file is None:
        raise wrong(say("which shop? Write: readycheck checklist {what} SHOP[/YEAR].", what=arguments.what))
    return Season.open(desk, arguments.file)


def _offered(arguments: Namespace, season: Season) -> Sequence[Checklist]:
    """The newer ones, or the one that is named; a list of one's own that was removed is known by its name."""
    if arguments.name is None:
        return newer_editions(season.audit)
    removed = {each.id: each for each in removed_lists(season.file.document, season.audit)}
    shipped = {each.id for each in shipped_checklists()}
    return (removed[arguments.name] if arguments.name in removed.keys() - shipped else named(arguments.name),)


def _taking(season: Season, offered: Checklist, *, older: bool) -> Step:
    return lambda document, audit: take_up(document, audit, offered, season.desk.today, older=older)


def _taken(season: Season, steps: Iterable[Step]) -> list[tuple[TakenUp, Sequence[ScoreMove]]]:
    """One after the other, each with what it does to the scores; nothing is saved."""
    document, audit, scores = season.file.document, season.audit, season.scores
    made: list[tuple[TakenUp, Sequence[ScoreMove]]] = []
    for step in steps:
        found = step(document, audit)
        audit = audit_of(found.document, season.file.path.name, (document, audit))
        document, before, scores = found.document, scores, score(audit, (season.audit, season.scores))
        made.append((found, score_moves(before, scores)))
    return made


def _change(arguments: Namespace, season: Season, steps: Sequence[Step]) -> int:
    desk = season.desk
    taken = _taken(season, steps)
    document = taken[-1][0].document if taken else season.file.document
    nothing = document == season.file.document
    if not (nothing or arguments.dry_run or arguments.yes) and not _agreed(season, taken):
        desk.write(desk.tr("Nothing was changed."))
        return DONE
    done = not (nothing or arguments.dry_run)
    if done:
        desk.save(season.file, document)
    if desk.json:
        desk.facts(_facts(season, taken, done=done))
        return DONE
    if arguments.yes or not done:
        desk.write(season.title, "", *taken_lines(season.desk, taken))
    if not nothing:
        desk.write(desk.tr(_saved(taken)) if done else desk.tr("Nothing was changed."))
    return DONE


def _saved(taken: Sequence[tuple[TakenUp, Sequence[ScoreMove]]]) -> Message:
    """What was saved; a list that is new has no earlier version."""
    if any(found.kept is not None for found, _ in taken):
        return say("Saved. The earlier version stays in the file with its answers.")
    return say("Saved.")


def _agreed(season: Season, taken: Sequence[tuple[TakenUp, Sequence[ScoreMove]]]) -> bool:
    """Ask the person; ReadycheckError where nobody can be asked."""
    desk = season.desk
    if desk.json or not desk.at_a_terminal():
        raise wrong(
            say("nobody can be asked here whether the audit's checklists are to be changed."),
            say("Write --yes to change them, or --dry-run to see what it does."),
        )
    desk.write(season.title, "", *taken_lines(season.desk, taken))
    return desk.agrees(desk.tr("Change the audit like this? y/n:"))


def _facts(season: Season, taken: Sequence[tuple[TakenUp, Sequence[ScoreMove]]], *, done: bool) -> dict[str, object]:
    return {
        "shop": season.shop, "season": season.audit.season.year, "changed": done,
        "lists": [taken_facts(found, moves) for found, moves in taken],
        "earlier": [
            {"id": copy.checklist.id, "version": copy.checklist.version, "left": copy.left,
             "answers": list(copy.answers)}
            for copy in earlier_copies(season.file.document)
        ],
    }
