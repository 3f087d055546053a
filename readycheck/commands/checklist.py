"""`readycheck checklist`: the lists that ship, one in full, a file checked, one begun; and those of an audit."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from readycheck.commands.checklist_file import ENDINGS, named, validate
from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.commands.wrapping import wrapped
from readycheck.core.checklist import Checklist, Question
from readycheck.core.message import say
from readycheck.core.names import measure_name
from readycheck.core.text import slug
from readycheck.errors import wrong
from readycheck.storage.checklists import checklist_to_document, shipped_checklists, template

OF_AN_AUDIT = ("changes", "take", "drop")
OPTIONS = {"against": ("validate",), "older": ("take",), "yes": ("take", "drop"), "dry_run": ("take", "drop"),
           "name": OF_AN_AUDIT, "json": ("list", "show", "validate", *OF_AN_AUDIT)}
"""Words that mean something with some of the things to do only."""


def run(arguments: Namespace, desk: Desk) -> int:
    """`list`, `show`, `validate FILE`, `new`; `changes`, `take` and `drop` of an audit."""
    for option, wanted in OPTIONS.items():
        if getattr(arguments, option, None) and arguments.what not in wanted:
            given = f"--{option.replace('_', '-')}" if option != "name" else arguments.name
            raise wrong(say("\"{given}\" means nothing with \"{what}\".", given=given, what=arguments.what),
                        say("It goes with: {known}.", known=", ".join(wanted)))
    if arguments.what in OF_AN_AUDIT:
        from readycheck.commands import checklist_editions  # it brings the scores with it

        done: int = getattr(checklist_editions, arguments.what)(arguments, desk)
        return done
    if arguments.what == "validate":
        return validate(arguments.file, arguments.against, desk)
    return {"list": _list, "show": _show, "new": _new}[arguments.what](arguments.file, desk)


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
    found = named(name or shipped_checklists()[0].id)
    if desk.json:
        desk.facts(checklist_to_document(found))
    else:
        desk.write(*_in_full(found, desk))
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
        said.append(tr("checked by: {measure}, at least {least} of 100", measure=measure_name(question.measure),
                       least=tr.number(question.at_least, 0)))
    yield from wrapped(" · ".join(said), room, "    ")
    yield from wrapped(tr(question.why), room, "    ")
