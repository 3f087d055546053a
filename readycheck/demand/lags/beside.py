"""The orders' files as a step of an import of contacts: between opening the contacts' files and counting them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.demand.formats.columns import no_order_column
from readycheck.demand.formats.kept import Kept
from readycheck.demand.formats.opening import Opened
from readycheck.demand.lags.orders import read_orders
from readycheck.demand.recognition import Recognition

if TYPE_CHECKING:
    import duckdb


def with_orders(
    connection: duckdb.DuckDBPyConnection, opened: Opened, recognition: Recognition, folder: Path, kept: Kept
) -> tuple[Opened, Recognition]:
    """The recognition that knows the orders, and files with what is to be mended first; as they are for other kinds.

    Without orders' files it is said that contacts name their orders, where a column does.
    """
    named = any("order" in source.columns for source in opened.sources)
    if not recognition.options.orders:
        could = say("order numbers are there: with the orders' file too (--orders), the days from order to contact are"
                    " counted")
        return opened, replace(recognition, settled=(*recognition.settled, could)) if named else recognition
    orders = read_orders(connection, recognition.options.orders, recognition.shop_timezone, folder, kept,
                         opened.progress)
    opened.progress.phase("counting")
    first = opened.sources[0]
    column = [] if named else [no_order_column(first.table.headings, first.text.name)]
    told = [line for file in orders.files for line in file.lines()]
    return replace(opened, problems=(*opened.problems, *column, *orders.problems)), replace(
        recognition, orders=orders, settled=(*recognition.settled, *told),
    )
