"""`readycheck verify`: every file of the folder read and checked, and with `--repair` mended where that is safe."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE, THRESHOLD
from readycheck.storage.apart import apart
from readycheck.storage.verify import verify
from readycheck.storage.verify_aside import Finding


def run(arguments: Namespace, desk: Desk) -> int:
    """Print what is wrong; status 1 while a file is left that is not whole, or edits wait outside the audits."""
    archive = desk.archive
    files = sum(len(shop.years) for shop in archive.shops())
    findings = (*verify(archive, repair=arguments.repair, settings=desk.settings), *_keys(desk))
    waiting = apart(archive)
    if desk.json:
        told = [str(sentence) for sentence in waiting]
        desk.facts({"files": files, "findings": [_facts(found) for found in findings], "waiting": told})
    else:
        desk.write(*map(desk.tr, waiting), *_told(findings, files, desk))
    return THRESHOLD if waiting or any(found.repaired is None for found in findings) else DONE


def _keys(desk: Desk) -> tuple[Finding, ...]:
    """A mistake in keys.toml, which only a person can mend; the app's keys are known once it is loaded."""
    path = (desk.settings or desk.home) / "keys.toml"
    if not path.exists():
        return ()
    from readycheck.tui.keymap import read_keymap

    problems = tuple(problem.message() for problem in read_keymap(path).problems)
    return (Finding(path, problems),) if problems else ()


def _told(findings: tuple[Finding, ...], files: int, desk: Desk) -> list[str]:
    tr = desk.tr
    lines = []
    for found in findings:
        lines += [tr(problem) for problem in found.problems]
        if found.repaired is not None:
            lines.append("  " + tr(found.repaired))
    whole = tr.plural("One file read", "{n} files read", files)
    wrong = tr("nothing wrong") if not findings else tr.plural("one with mistakes", "{n} with mistakes", len(findings))
    mended = sum(found.repaired is not None for found in findings)
    told = [tr.plural("One was repaired.", "{n} were repaired.", mended)] if mended else []
    return [*lines, " ".join((f"{whole}: {wrong}.", *told))]


def _facts(found: Finding) -> dict[str, object]:
    return {
        "file": str(found.path), "problems": [str(problem) for problem in found.problems],
        "repaired": None if found.repaired is None else str(found.repaired),
    }
