"""`readycheck merge`: what was changed in two places, and copies of sync programs: shown, chosen, brought in."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from readycheck.commands.brought_json import brought_facts, item_fact
from readycheck.commands.desk import Desk
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError, wrong
from readycheck.report.two_places import in_file_since, kept_from, preview_lines, value_text
from readycheck.storage.apart import waiting
from readycheck.storage.archive import AuditFile
from readycheck.storage.bring_in import Bringing, bring_in, look_into
from readycheck.storage.clashes import Clashes, KeptClash, held, with_ours
from readycheck.storage.sync_copies import copies_of

FILE, KEPT = ("file", "theirs"), ("kept", "mine")
"""The two answers, each by the name that is told and by one that programs of this kind have."""


def run(arguments: Namespace, desk: Desk) -> int:
    """Show what there is to choose about; with `--copies` bring copies in, with `--take` choose."""
    if arguments.keys and not arguments.take:
        raise wrong(say("which value is to be taken?"), say("Write --take file or --take kept before the keys."))
    season = Season.open(desk, arguments.shop)
    desk, file = season.desk, season.file
    if arguments.copies:
        file = _with_copies(desk, file)
    if arguments.take:
        file = _chosen(desk, file, arguments.take, arguments.keys)
    clashes, copies = waiting(desk.archive, file), _looked_into(desk, file)
    if desk.json:
        desk.facts({"shop": season.shop, **_facts(file, clashes, copies)})
    else:
        desk.write(*_told(desk, arguments.shop, file, clashes), *_copies_told(desk, arguments.shop, copies))
    return DONE


def _with_copies(desk: Desk, file: AuditFile) -> AuditFile:
    """The file once every copy that can be read is in it; ReadycheckError at the first that cannot."""
    for copy in copies_of(file.path):
        bringing = look_into(desk.archive, file, copy)
        file = bring_in(desk.archive, bringing)
        desk.progress(desk.tr.plural("{name}: one edit brought in.", "{name}: {n} edits brought in.",
                                     len(bringing.brought), name=copy.name))
    return file


def _chosen(desk: Desk, file: AuditFile, take: str, keys: list[str]) -> AuditFile:
    """The file once the choices are made: all of them, or those of the keys (or of their numbers in the list)."""
    found = waiting(desk.archive, file)
    chosen = [kept for kept in found if not keys] or [_by_key(key, found) for key in keys]
    if take in KEPT:
        document: Any = file.document
        for kept in chosen:
            document = with_ours(document, kept.clash)
        file = desk.archive.save(file, document)
    for kept in chosen:
        Clashes(desk.archive.aside, file.path).drop(kept)
    return file


def _by_key(key: str, found: tuple[KeptClash, ...]) -> KeptClash:
    numbered = {str(number): kept for number, kept in enumerate(found, 1)}
    same = [kept for kept in found if kept.key == key]
    if key not in numbered and len(same) != 1:
        what = say("\"{key}\" is none of the items to choose about.", key=clean(key)[:80])
        raise wrong(what, say("Write one of these, or its number: {keys}", keys=", ".join(k.key for k in found) or "–"))
    return numbered[key] if key in numbered else same[0]


def _told(desk: Desk, shop: str, file: AuditFile, clashes: tuple[KeptClash, ...]) -> list[str]:
    tr = desk.tr
    if not clashes:
        return [tr("No item waits for a choice.")]
    lines = [tr.plural("One item was changed in two places:", "{n} items were changed in two places:", len(clashes))]
    for number, kept in enumerate(clashes, 1):
        lines.append(f"{number:2} {kept.key}")
        lines += _value(desk, "file", value_text(held(file.document, kept.clash), tr), in_file_since(kept, tr))
        lines += _value(desk, "kept", value_text(kept.clash.ours, tr), kept_from(kept, tr))
    return [*lines, tr("Choose: {command}", command=f"readycheck merge {shop} --take file|kept [1 …]")]


def _value(desk: Desk, word: str, value: str, where: str) -> list[str]:
    """A value after the word that takes it, and below it where it comes from."""
    return [*wrapped(value, desk.columns, f"   {word}  ", " " * 9), *wrapped(f"({where})", desk.columns, " " * 9)]


Looked = list[tuple[str, Bringing | ReadycheckError]]


def _looked_into(desk: Desk, file: AuditFile) -> Looked:
    found: Looked = []
    for copy in copies_of(file.path):
        try:
            found.append((copy.name, look_into(desk.archive, file, copy)))
        except ReadycheckError as error:
            found.append((copy.name, error))
    return found


def _copies_told(desk: Desk, shop: str, copies: Looked) -> list[str]:
    tr, lines = desk.tr, []
    for name, found in copies:
        if isinstance(found, ReadycheckError):
            lines += [tr(problem.message()) for problem in found.problems]
        else:
            lines += ["", tr("{name} would bring:", name=name)]
            lines += [part for line in preview_lines(found, tr) for part in wrapped(line, desk.columns, "  ", " " * 6)]
    if any(isinstance(found, Bringing) for _, found in copies):
        lines.append(tr("Bring it in: {command}", command=f"readycheck merge {shop} --copies"))
    return lines


def _facts(file: AuditFile, clashes: tuple[KeptClash, ...], copies: Looked) -> dict[str, Any]:
    return {
        "season": file.audit.season.year,
        "clashes": [{
            "key": kept.key, "file": item_fact(held(file.document, kept.clash)), "kept": item_fact(kept.clash.ours),
            "file_at": kept.file_at.isoformat(), "kept_at": kept.kept_at.isoformat(), "from": kept.origin or None,
        } for kept in clashes],
        "copies": [
            {"name": name, "error": str(found)} if isinstance(found, ReadycheckError) else {
                "name": name, "from_common_state": found.from_common,
                **brought_facts(found),
            } for name, found in copies
        ],
    }
