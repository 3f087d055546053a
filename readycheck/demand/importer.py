"""Import in two steps: `recognise` says what the files are, `run_import` counts them. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from itertools import tee
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from readycheck.core.audit import Reason, Season
from readycheck.core.checklist import ReasonCodes
from readycheck.core.imported import KeptMapping
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.demand.formats.kept import NOTHING_KEPT, Kept, mapping_to_keep
from readycheck.demand.formats.opening import Opened, open_sources
from readycheck.demand.options import ImportOptions, Kind
from readycheck.demand.progress import SILENT, Progress
from readycheck.demand.recognition import Counted, Recognition, recognised_file
from readycheck.demand.result import ImportResult
from readycheck.demand.rows.counting import count_again, look_at_times, times_result
from readycheck.demand.rows.moments import last_day
from readycheck.demand.rows.reader import connect
from readycheck.demand.rows.zones import zone_of
from readycheck.demand.words import reason_labels, reason_names
from readycheck.errors import ReadycheckError, wrong

if TYPE_CHECKING:
    import duckdb

    from readycheck.demand.lags.orders import Orders

__all__ = ["ImportOptions", "ImportResult", "Kept", "Recognition", "keep", "recognise", "run_import"]


def recognise(
    paths: Sequence[Path], kind: Kind, *, shop_timezone: str, season: Season,
    options: ImportOptions | None = None, reason_codes: ReasonCodes | None = None, kept: Kept = NOTHING_KEPT,
    progress: Progress | None = None, reasons: Mapping[str, Reason] | None = None,
    targets: Mapping[str, float] | None = None,
) -> Recognition:
    """What the files of one source are and what they hold; nothing is counted into an audit yet.

    `season` is the audit's own (its demand comes from the season before), `reason_codes` the usual reasons
    by which contact reasons get their ids, `kept` what was said of such files before, for what `options` leave
    open, `reasons` the audit's own, whose keywords the rules take too, `targets` the promised first responses by
    channel (seconds). What a person must still answer is in `questions`; `progress` is told how far the work is.
    ReadycheckError when a file cannot be read, is no table, or is of another kind or format than asked for.
    """
    options = options or ImportOptions()
    zone_of(shop_timezone)
    kept, of_orders = (replace(kept, others=seasons) for seasons in tee(kept.others))
    with _workshop() as (folder, connection):
        opened = open_sources(list(map(Path, paths)), kind, options, folder, kept, progress or SILENT)
        blank = Recognition(
            kind=kind, dialect=opened.dialect, source=_source_name(opened), told=options, taken=opened.taken,
            shop_timezone=shop_timezone, season=season, why=opened.why, zone=shop_timezone, date_order="dmy",
            files=tuple(recognised_file(source, kind) for source in opened.sources),
            settled=opened.notes, questions=opened.problems, targets=targets or {},
            **_reasons(kind, options, reason_codes, reasons or {}),
        )
        if not opened.countable:
            return blank
        opened, blank = _with_orders(connection, opened, blank, folder, of_orders)
        opened, blank = _with_rules(connection, opened, blank)
        found = _looked_at(connection, blank, opened)
        # what is wrong with the columns and what the cells leave open is asked together
        return replace(found, questions=(*opened.problems, *found.questions)) if opened.problems else found


def _with_orders(
    connection: duckdb.DuckDBPyConnection, opened: Opened, recognition: Recognition, folder: Path, kept: Kept
) -> tuple[Opened, Recognition]:
    """The orders that contacts name are read before the contacts; without them it is said that they could be."""
    if recognition.kind != "contacts":
        return opened, recognition
    from readycheck.demand.lags.beside import with_orders

    return with_orders(connection, opened, recognition, folder, kept)


def _with_rules(
    connection: duckdb.DuckDBPyConnection, opened: Opened, recognition: Recognition
) -> tuple[Opened, Recognition]:
    if recognition.by_rule is None:
        return opened, recognition
    from readycheck.demand.coding.applied import with_rules

    return with_rules(connection, opened, recognition)


def _looked_at(connection: duckdb.DuckDBPyConnection, blank: Recognition, opened: Opened) -> Recognition:
    if blank.kind != "survey":
        return look_at_times(connection, blank, opened)
    from readycheck.demand.survey.counting import look_at_survey

    return look_at_survey(connection, blank, opened)


def run_import(recognition: Recognition, *, today: date, progress: Progress | None = None) -> ImportResult:
    """What was recognised, as an entry of the audit. `today` bounds the future: over a year ahead is refused.

    ReadycheckError when a question is open, nothing can be counted, or a file that must be read once more (its
    times reach too far) has changed.
    """
    if recognition.questions:
        raise ReadycheckError(*recognition.questions)
    if recognition.answers is not None:
        from readycheck.demand.survey.counting import survey_result

        return survey_result(recognition, recognition.answers, today)
    counted = recognition.counted
    if counted is None or counted.tally.last > last_day(today):
        counted = _counted_again(recognition, today, progress or SILENT)
    return times_result(recognition, counted, today)


def keep(recognition: Recognition, today: date) -> KeptMapping | None:
    """What the audit shall keep of what a person said about these files; None where nothing was said."""
    columns = recognition.files[0].columns
    return mapping_to_keep(recognition.kind, recognition.told, recognition.taken, recognition.dialect, columns, today)


def _counted_again(recognition: Recognition, today: date, progress: Progress) -> Counted:
    with _workshop() as (folder, connection):
        paths = [file.path for file in recognition.files]
        opened = open_sources(paths, recognition.kind, recognition.options, folder, progress=progress)
        digests = [source.text.sha256 for source in opened.sources]
        _check_same(recognition.files[0].name, digests, [file.sha256 for file in recognition.files])
        if recognition.orders is not None:
            _read_orders_again(connection, recognition.orders, recognition.shop_timezone, folder, opened.progress)
        opened, _ = _with_rules(connection, opened, recognition)
        return count_again(connection, recognition, opened, today)


def _read_orders_again(
    connection: duckdb.DuckDBPyConnection, orders: Orders, shop_timezone: str, folder: Path, progress: Progress
) -> None:
    from readycheck.demand.lags.orders import read_orders_again

    again = read_orders_again(connection, orders, shop_timezone, folder, progress)
    _check_same(orders.files[0].name, [file.sha256 for file in again.files], [file.sha256 for file in orders.files])


def _check_same(name: str, digests: Sequence[str], before: Sequence[str]) -> None:
    if digests != before:
        raise wrong(say("a file changed while it was being read."), say("Try again."), file=name)


@contextmanager
def _workshop() -> Iterator[tuple[Path, duckdb.DuckDBPyConnection]]:
    """A folder and a database that are gone afterwards, whatever happens."""
    with TemporaryDirectory(prefix="readycheck-", ignore_cleanup_errors=True) as folder:
        try:
            with closing(connect(Path(folder))) as connection:
                yield Path(folder), connection
        finally:
            # Ctrl+C may stop this in the middle: then the folder's own removal is the second try
            rmtree(folder, ignore_errors=True)


def _source_name(opened: Opened) -> str:
    """The name under which the next import replaces this one."""
    return clean(opened.taken.options.source or "").strip() or opened.dialect.source


def _reasons(
    kind: Kind, options: ImportOptions, codes: ReasonCodes | None, own: Mapping[str, Reason]
) -> dict[str, Any]:
    """What contact reasons are called, and the rules that find them where they are asked for."""
    if kind != "contacts":
        return {}
    if codes is None:
        from readycheck.storage.checklists import reason_codes

        codes = reason_codes()
    names = {"reason_names": reason_names(codes), "reason_labels": reason_labels(codes, own)}
    if not options.wants_rules:
        return names
    from readycheck.demand.coding.keywords import rules_of
    from readycheck.demand.coding.sample import ByRule

    return {**names, "by_rule": ByRule(rules_of(codes, own))}
