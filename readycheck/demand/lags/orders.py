"""The orders' files beside an import of contacts: recognised as `import orders` does, only for number and day."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.demand.formats.dialects import ANOTHER_KIND, format_name
from readycheck.demand.formats.kept import NOTHING_KEPT, Kept
from readycheck.demand.formats.opening import Opened, open_sources
from readycheck.demand.lags.linking import Known, begin_known, end_known, know_orders
from readycheck.demand.options import ImportOptions
from readycheck.demand.progress import Progress
from readycheck.demand.rows.engine import Engine
from readycheck.demand.rows.moments import place
from readycheck.demand.rows.reader import Source, beside
from readycheck.demand.rows.settle import ASSUMED, Settled, settle
from readycheck.demand.rows.zones import step_of, zone_of
from readycheck.errors import Problem, ReadycheckError, wrong

if TYPE_CHECKING:
    import duckdb

KEY = "--orders"
"""What the problems of these files are told of."""
_AS_ORDERS = say("Import it as orders first: what you say of it there holds here too.")
_ID_AS_ORDERS = say("Import it as orders first, and say which column is the id: that holds here too.")
_NO_ORDERS = say("Give here what the web shop exports of its orders.")


@dataclass(frozen=True)
class OrdersFile:
    """One file of orders: what it was taken for, the `column` of its numbers, how many orders from when to when.

    `options` are what was said of such files when they were imported; `rows` had no number or time that can be read.
    """

    path: Path
    name: str
    sha256: str
    format: str
    format_name: Message
    column: str
    options: ImportOptions
    orders: int
    rows: int
    first: date | None
    last: date | None
    settled: tuple[Message, ...] = ()

    def lines(self) -> tuple[Message, ...]:
        """What to show of it."""
        what = say("{file}: {format}; orders by the column “{column}”: {count:,} ({first} – {last})", file=self.name,
                   format=self.format_name, column=clean(self.column), count=self.orders, first=self.first,
                   last=self.last)
        left = say("{file}: rows without an order number or a time that can be read: {count:,}", file=self.name,
                   count=self.rows)
        notes = (say("{file}: {note}", file=self.name, note=note) for note in self.settled)
        return (what, *([left] if self.rows else []), *notes)


@dataclass(frozen=True)
class Orders:
    """The orders that contacts may name: their files, and how many they are; `problems` are to be mended first."""

    files: tuple[OrdersFile, ...] = ()
    count: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def columns(self) -> str:
        """The headings under which the numbers stand."""
        return ", ".join(dict.fromkeys(clean(file.column) for file in self.files))


def read_orders(
    connection: duckdb.DuckDBPyConnection, paths: Sequence[Path], shop_timezone: str, folder: Path, kept: Kept,
    progress: Progress,
) -> Orders:
    """Table `known_orders` of the files' orders; each file is recognised by itself, and is of any source."""
    begin_known(connection)
    files, problems = list[OrdersFile](), list[Problem]()
    for number, path in enumerate(dict.fromkeys(paths)):
        room = folder / f"orders-{number}"
        room.mkdir()
        try:
            files.append(_read(connection, path, ImportOptions(), shop_timezone, room, kept, progress))
        except ReadycheckError as error:
            problems += [_about_orders(problem) for problem in error.problems]
    return Orders(tuple(files), end_known(connection), tuple(problems))


def read_orders_again(
    connection: duckdb.DuckDBPyConnection, orders: Orders, shop_timezone: str, folder: Path, progress: Progress
) -> Orders:
    """The same table once more, as it was read before."""
    begin_known(connection)
    files = list[OrdersFile]()
    for number, file in enumerate(orders.files):
        room = folder / f"orders-{number}"
        room.mkdir()
        files.append(_read(connection, file.path, file.options, shop_timezone, room, NOTHING_KEPT, progress))
    return Orders(tuple(files), end_known(connection))


def _about_orders(problem: Problem) -> Problem:
    """Options belong to the contacts: what they would answer is said where the orders themselves are imported."""
    if problem.what.text == ANOTHER_KIND.text:
        return replace(problem, remedy=_NO_ORDERS, key=KEY)
    asks = problem.remedy is not None and "--" in str(problem.remedy)
    return replace(problem, remedy=_AS_ORDERS if asks else problem.remedy, key=KEY)


def _read(
    connection: duckdb.DuckDBPyConnection, path: Path, options: ImportOptions, shop_timezone: str, folder: Path,
    kept: Kept, progress: Progress,
) -> OrdersFile:
    """One file's orders come into `known_orders`; ReadycheckError with all that must be said of it first."""
    opened = _opened(path, options, folder, kept, progress)
    (source,) = opened.sources
    # a session of its own: its tables and what it refuses are not the contacts'
    with closing(beside(connection)) as session:
        settled, rows, known = _known(session, opened, shop_timezone)
    if not known.orders:
        raise wrong(say("no row has an order number and a time that can be read."), _ID_AS_ORDERS,
                    file=source.text.name)
    return OrdersFile(
        path=path, name=source.text.name, sha256=source.text.sha256, format=opened.dialect.id,
        format_name=format_name(opened.dialect), column=source.table.headings[source.columns["id"]],
        options=opened.taken.options, orders=known.orders, rows=rows - known.rows, first=known.first, last=known.last,
        settled=(*opened.notes, *map(_without_option, settled.said)),
    )


def _opened(path: Path, options: ImportOptions, folder: Path, kept: Kept, progress: Progress) -> Opened:
    """The file with the columns of its times and numbers; ReadycheckError where one is not known."""
    opened = open_sources([path], "orders", options, folder, kept, progress)
    if opened.taken.sources:
        # which of them this is cannot be told here, and is no matter but for what was said of it: the newest holds
        options = replace(options, source=opened.taken.sources[0])
        opened = open_sources([path], "orders", options, folder, kept, progress)
    (source,) = opened.sources
    problems = list(opened.problems)
    if "id" not in source.columns:
        problems.append(Problem(say("no column with order numbers was recognised."), _ID_AS_ORDERS, source.text.name))
    if problems:
        raise ReadycheckError(*problems)
    return opened


def _without_option(note: Message) -> Message:
    """--timezone is about the contacts."""
    if note.text != ASSUMED.text:
        return note
    return Message(say("times without an offset: assumed to be the shop's, {zone}").text, note.args)


def _known(
    session: duckdb.DuckDBPyConnection, opened: Opened, shop_timezone: str
) -> tuple[Settled, int, Known]:
    """What was settled about the times, how many rows there are, and what is known of them."""
    told = opened.taken.options.timezone
    zones = [zone_of(shop_timezone), *([zone_of(told)] if told else [])]
    engine = Engine(session, [_by_number(source) for source in opened.sources], step_of(*zones), opened.progress)
    engine.load()
    engine.unmask_dates()
    seen = engine.evidence()
    settled = settle(seen, opened.dialect, opened.taken.options, shop_timezone, opened.sources[0].text.name)
    if settled.questions:
        raise ReadycheckError(*settled.questions)
    place(session, settled.order, zone_of(settled.zone), zone_of(shop_timezone), seen, None)
    return settled, engine.rows, know_orders(session, engine.read_again)


def _by_number(source: Source) -> Source:
    """The source with its number as a cell like others: rows of one order need not be looked at together."""
    columns = {role: index for role, index in source.columns.items() if role != "id"}
    return replace(source, columns={**columns, "order": source.columns["id"]})
