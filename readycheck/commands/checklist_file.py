"""Checklist files: found by name, checked, and held against an earlier version."""

from __future__ import annotations

from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE
from readycheck.commands.wrapping import wrapped
from readycheck.core.checklist import Checklist
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.storage.checklists import read_checklist, shipped_checklists

ENDINGS = (".yaml", ".yml")


def named(name: str) -> Checklist:
    """A shipped checklist by its id, else a file."""
    shipped = {each.id: each for each in shipped_checklists()}
    if name in shipped:
        return shipped[name]
    path = Path(name).expanduser()
    if path.suffix.lower() in ENDINGS or path.exists():
        return read_checklist(path)
    raise wrong(say("there is no checklist \"{name}\".", name=name[:80]),
                say("There are: {known}; or give a YAML file.", known=", ".join(shipped)))


def validate(name: str | None, against: str | None, desk: Desk) -> int:
    """Check a file; `against` an earlier version, what it changes and what its author may have forgotten."""
    if name is None:
        raise wrong(say("which file? Write: readycheck checklist validate FILE."))
    found = read_checklist(Path(name).expanduser())
    earlier = named(against) if against is not None else None
    if earlier is not None and earlier.id != found.id:
        raise wrong(say("is another list, \"{found}\", and not \"{earlier}\".", found=found.id, earlier=earlier.id),
                    say("A list keeps its id from version to version."), file=name, key="id")
    counted = {"sections": len(found.sections), "questions": len(found.questions())}
    if desk.json:
        desk.facts({"id": found.id, "version": found.version, "valid": True, **counted, **_facts(earlier, found)})
        return DONE
    sections = desk.tr.plural("one section", "{n} sections", counted["sections"])
    questions = desk.tr.plural("one question", "{n} questions", counted["questions"])
    desk.write(desk.tr("{file}: {sections}, {questions}, no mistakes.", file=name, sections=sections,
                       questions=questions))
    if earlier is not None:
        _tell(earlier, found, desk)
    return DONE


def _facts(earlier: Checklist | None, found: Checklist) -> dict[str, object]:
    if earlier is None:
        return {}
    from readycheck.commands.editions_json import change_facts
    from readycheck.core.editions.advice import advice
    from readycheck.core.editions.change import edition_change

    change = edition_change(earlier, found)
    return {"against": earlier.version, **change_facts(change), "advice": [str(each) for each in advice(change)]}


def _tell(earlier: Checklist, found: Checklist, desk: Desk) -> None:
    from readycheck.commands.editions_text import part_lines
    from readycheck.core.editions.advice import advice
    from readycheck.core.editions.change import edition_change
    from readycheck.core.editions.told import change_told, headline

    change = edition_change(earlier, found)
    desk.write("", *wrapped(desk.tr(headline(earlier, found)), desk.columns))
    desk.write(*(line for part in change_told(change) for line in part_lines(part, desk)))
    warnings = [*advice(change)]
    if warnings:
        desk.write("", desk.tr("For whoever writes the list:"))
    for warning in warnings:
        desk.write(*wrapped(f"! {desk.tr(warning)}", desk.columns, "  ", "    "))
