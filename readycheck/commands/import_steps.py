"""The steps of an import: recognise, ask or count, save, tell."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from readycheck.commands.desk import Desk
from readycheck.commands.import_json import import_facts, refused_facts
from readycheck.commands.import_text import closing
from readycheck.commands.progress import telling
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE, WRONG_USE
from readycheck.commands.stopping import Stop
from readycheck.commands.wrapping import wrapped
from readycheck.core.checklist import ReasonCodes
from readycheck.core.message import say
from readycheck.core.promises import targets
from readycheck.core.text import clean
from readycheck.demand.importer import (
    ImportOptions,
    ImportResult,
    Kept,
    Recognition,
    keep,
    recognise,
    run_import,
)
from readycheck.demand.progress import Progress
from readycheck.errors import Problem, ReadycheckError
from readycheck.storage.demand_edits import brought_before, sources_of, with_demand
from readycheck.storage.mappings import other_mappings, with_mapping
from readycheck.storage.service_edits import surveys_together, typed_figures

SHOWN = 5


def _write(desk: Desk, *lines: str) -> None:
    """Lines for a person, none wider than the terminal: what goes on stands further in."""
    for line in lines:
        start = " " * (len(line) - len(line.lstrip()) + 4)
        desk.write(*wrapped(line, desk.columns, hang=start))


def list_formats(arguments: Namespace, desk: Desk) -> int:
    """The exports that are known by name; those of one kind where one is given."""
    from readycheck.demand.formats.listing import format_rows

    indent = " " * 4
    rows = [row for row in format_rows() if arguments.kind in (None, *row.kinds)]
    if desk.json:
        desk.facts([asdict(row) for row in rows])
    else:
        for row in rows:
            told = [line for text in row.lines() for line in wrapped(desk.tr(text), desk.columns, indent)]
            desk.write(row.id, *told, "")
        if arguments.kind in (None, "contacts"):
            _write(desk, desk.tr("Contacts that have an order number: with the orders' file too (--orders FILE), the"
                                 " days from order to contact are counted."))
    return DONE


def import_files(arguments: Namespace, desk: Desk, stop: Stop) -> int:
    """Show the recognition; then, unless it is a dry run or something is to be asked, count and save."""
    season = Season.open(desk, arguments.shop)
    try:
        with telling(desk, arguments.progress) as progress:
            found = _recognised(arguments, season, progress)
            result = None if found.questions else run_import(found, today=desk.today, progress=progress)
    except ReadycheckError as error:
        if desk.json:
            desk.facts(refused_facts(arguments.kind, error.problems, desk.tr))
        raise
    if not desk.json:
        _write(desk, *map(desk.tr, found.lines if result is None else found.recognised))
    if result is None:
        return _asked(found, desk)
    if arguments.dry_run:
        return _dry(season, found, result)
    with stop.saving():
        return _saved(season, found, result)


def _recognised(arguments: Namespace, season: Season, progress: Progress) -> Recognition:
    options = ImportOptions(
        format=arguments.format, timezone=arguments.timezone, source=arguments.source,
        columns=_columns(arguments.column), date_order=arguments.dates, channel=arguments.channel,
        code_reasons=arguments.code_reasons or arguments.read_texts, read_texts=arguments.read_texts,
        sheet=arguments.sheet, ask_again=arguments.ask_again, orders=_paths(arguments.orders),
    )
    return recognise(
        _paths(arguments.files), arguments.kind,
        shop_timezone=season.audit.shop.timezone, season=season.audit.season, options=options,
        kept=Kept(season.audit.mappings, other_mappings(season.desk.archive, season.file)), progress=progress,
        targets=targets(season.audit), reasons=season.audit.reasons,
    )


def _paths(names: Sequence[str]) -> tuple[Path, ...]:
    return tuple(Path(name).expanduser() for name in names)


def _codes(kind: str) -> ReasonCodes | None:
    """The usual contact reasons, for those whose rows have one."""
    if kind != "contacts":
        return None
    from readycheck.storage.checklists import reason_codes

    return reason_codes()


def _asked(found: Recognition, desk: Desk) -> int:
    """What must be answered first; the facts for a program are told all the same."""
    if desk.json:
        desk.facts(import_facts(found, None, desk.tr))
    for question in found.questions:
        desk.progress("readycheck: " + desk.tr(question.message()))
    return WRONG_USE


def _dry(season: Season, found: Recognition, result: ImportResult) -> int:
    desk = season.desk
    if desk.json:
        desk.facts(import_facts(found, result, desk.tr))
        return DONE
    _write(desk, "", *closing(found, result, desk.tr), *_replaced(season, found), *_twice(season, found))
    desk.write("", desk.tr("A dry run: nothing was changed."))
    return DONE


def _columns(given: Sequence[str]) -> Mapping[str, str]:
    """`time=Created` as heading by role."""
    bare = [text for text in given if "=" not in text]
    if bare:
        raise ReadycheckError(*(
            Problem(say("\"{text}\" has no =.", text=text), say("Write it as time=Created."), key="--column")
            for text in bare
        ))
    parts = (text.partition("=") for text in given)
    return {role.strip(): heading.strip() for role, _, heading in parts}


def _replaced(season: Season, found: Recognition) -> list[str]:
    """What other files of the same source brought before goes: said at once, with the way to keep both."""
    old = brought_before(season.file.document, found.kind, found.source)
    files = old.get("files", [])
    if not old or {file.get("sha256") for file in files} == {file.sha256 for file in found.files}:
        return []
    tr, names = season.desk.tr, ", ".join(str(file.get("name")) for file in files[:SHOWN])
    return ["", tr("This replaces what the source “{source}” brought before: {files} ({rows}).", source=found.source,
                   files=names, rows=tr.plural("one row", "{n:,} rows", old.get("rows", 0))),
            tr("To keep both, import these files under a name of their own: --source.")]


def _twice(season: Season, found: Recognition) -> list[str]:
    """The very same files under another source add up with it: hardly ever what was meant, so it is said."""
    digests = {file.sha256 for file in found.files}
    return [
        season.desk.tr("{file} is counted twice: the source “{source}” holds the very same file.",
                       file=clean(name), source=clean(source))
        for name, source in sources_of(season.file.document, found.kind, digests, found.source).items()
    ]


def _saved(season: Season, found: Recognition, result: ImportResult) -> int:
    desk = season.desk
    document = with_demand(season.file.document, result.entry, _codes(found.kind))
    kept = keep(found, desk.today)
    document = document if kept is None else with_mapping(document, kept, found.taken.kept)
    try:
        saved = desk.save(season.file, document)
    except ReadycheckError:
        if desk.json:
            desk.facts(import_facts(found, result, desk.tr, saved=False))
        raise
    together = surveys_together(saved.document) if found.kind == "survey" else ()
    told = [*map(desk.tr, (*together, *typed_figures(saved.document, found.kind))), *_twice(season, found)]
    if desk.json:
        facts = import_facts(found, result, desk.tr, saved=saved.digest != season.file.digest)
        desk.facts({**facts, "notes": [*facts["notes"], *told]})
        return DONE
    _write(desk, "", *closing(found, result, desk.tr), *(f"  {line}" for line in told), *_replaced(season, found))
    if saved.digest == season.file.digest:
        desk.write(desk.tr("These same files were read before: nothing changed."))
    return DONE
