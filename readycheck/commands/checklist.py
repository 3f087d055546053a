"""`readycheck checklist`: the lists that ship, one of them in full, a file checked, a list of one's own begun."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.checklist import Checklist, Question
from readycheck.core.message import say
from readycheck.core.names import measure_name
from readycheck.core.text import slug
from readycheck.errors import wrong
from readycheck.storage.checklists import checklist_to_document, read_checklist, shipped_checklists, template

ENDINGS = (".yaml", ".yml")


def run(arguments: Namespace, desk: Desk) -> int:
    """`list`, `show`, `validate FILE` or `new`."""
    return {"list": _list, "show": _show, "validate": _validate, "new": _new}[arguments.what](arguments.file, desk)


def _list(_: str | None, desk: Desk) -> int:
    tr, shipped = desk.tr, shipped_checklists()
    if desk.json:
        desk.facts({"checklists": [
            {"id": each.id, "version": each.version, "title": {"fi": each.title.fi, "en": each.title.en},
             "questions": len(each.questions()), "source": each.source} for each in shipped
        ]})
        return DONE
    rows = [(each.id, tr(each.title), str(each.version), str(len(each.questions()))) for each in shipped]
    desk.write(*table((tr("Checklist"), tr("Title"), tr("Version"), tr("Questions")), rows, desk.columns, ""))
    return DONE


def _show(name: str | None, desk: Desk) -> int:
    found = _named(name or shipped_checklists()[0].id)
    if desk.json:
        desk.facts(checklist_to_document(found))
    else:
        desk.write(*_in_full(found, desk))
    return DONE


def _validate(name: str | None, desk: Desk) -> int:
    if name is None:
        raise wrong(say("which file? Write: readycheck checklist validate FILE."))
    found = read_checklist(Path(name).expanduser())
    counted = {"sections": len(found.sections), "questions": len(found.questions())}
    if desk.json:
        desk.facts({"id": found.id, "version": found.version, "valid": True, **counted})
    else:
        sections = desk.tr.plural("one section", "{n} sections", counted["sections"])
        questions = desk.tr.plural("one question", "{n} questions", counted["questions"])
        desk.write(desk.tr("{file}: {sections}, {questions}, no mistakes.", file=name, sections=sections,
                           questions=questions))
    return DONE


def _new(name: str | None, desk: Desk) -> int:
    """The template into a new file where a file is named, else printed under that name."""
    path = Path(name or "our-own").expanduser()
    if path.suffix.lower() not in ENDINGS:
        desk.write(template(slug(path.name, fallback="our-own")))
        return DONE
    try:
        with path.open("x", encoding="utf-8") as file:  # never over a list that somebody wrote
            file.write(template(slug(path.stem, fallback="our-own")))
    except FileExistsError:
        raise wrong(say("there is a file already."), say("Choose another name."), file=name) from None
    desk.write(desk.tr(
        "The checklist has been started: {path}. Check it: readycheck checklist validate {path}", path=name,
    ))
    return DONE


def _named(name: str) -> Checklist:
    """A shipped checklist by its id, else a file."""
    shipped = {each.id: each for each in shipped_checklists()}
    if name in shipped:
        return shipped[name]
    path = Path(name).expanduser()
    if path.suffix.lower() in ENDINGS or path.exists():
        return read_checklist(path)
    raise wrong(say("there is no checklist \"{name}\".", name=name[:80]),
                say("There are: {known}; or give a YAML file.", known=", ".join(shipped)))


def _in_full(found: Checklist, desk: Desk) -> Iterator[str]:
    yield from wrapped(f"{desk.tr(found.title)} ({found.id}, {found.version})", desk.columns)
    yield from wrapped(found.source, desk.columns)
    for number, section in enumerate(found.sections, 1):
        yield ""
        yield f"{number}. {desk.tr(section.title)}"
        for question in section.questions:
            yield from _question(f"{section.id}.{question.id}", question, desk)


def _question(identifier: str, question: Question, desk: Desk) -> Iterator[str]:
    """The question with its id, its reason, and the measurement that checks it."""
    tr, room = desk.tr, desk.columns
    yield from wrapped(f"- {tr(question.prompt)}", room, "  ", "    ")
    said = [identifier, tr("weight {weight}", weight=question.weight)]
    if question.critical:
        said.append(tr("a “no” blocks"))
    if question.measure is not None:
        said.append(tr("checked by: {measure}, at least {least}", measure=measure_name(question.measure),
                       least=tr.number(question.at_least, 0)))
    yield from wrapped(" · ".join(said), room, "    ")
    yield from wrapped(tr(question.why), room, "    ")
