"""One row of a file as SQL: when it was, whose it is, why it is refused; without numbers, so that all cores read.

Plain ISO times become the number of their hour at once. Every other way of writing a time stays a text, without
its seconds, so that there are few different ones: each is read only once, whatever the number of rows. What stands
here is done ten million times: a function more in it is a second more.
"""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.message import Message
from readycheck.demand.options import COUNTED
from readycheck.demand.rows import causes, times
from readycheck.demand.rows.reader import (
    LONGEST_CELL,
    Source,
    file_sql,
    left_out_sql,
    quoted,
    raw_cell_sql,
    trimmed_sql,
)

OTHER = -(2**62)
"""The code of a time that is not plain: it stands in `text`."""
REFUSED = OTHER + 1
"""The code of a row that is refused for its cells, with the number of its cause added."""
LAST_REFUSED = REFUSED + 255
REFUSED_SQL = f"code BETWEEN {REFUSED} AND {LAST_REFUSED}"
"""SQL: whether a row is refused for its cells."""
SINGLE_SQL = "(key IS NULL OR key NOT IN (SELECT key FROM repeats))"
"""SQL: whether a row is its item's only one."""
AWARE, FLAGS = 1, 2
_OTHERS = tuple(role for role in COUNTED if role not in ("id", "time", "clock"))


@dataclass(frozen=True)
class Scan:
    """A file to be read through.

    `step` are the seconds within which no clock changes (3600 in most zones), `texts` whether times that are not
    plain are to be told apart, `serial` whether cells with line breaks keep all but one core from reading.
    """

    source: Source
    number: int
    step: int = 900
    texts: bool = True
    serial: bool = False

    @property
    def has_ids(self) -> bool:
        """Whether rows say which item they are of."""
        return "id" in self.source.columns

    def file_sql(self, *, in_order: bool = False) -> str:
        """SQL: the file's cells as they stand."""
        return file_sql(self.source, self.number, in_order=in_order or self.serial)

    def sql(self, *, in_order: bool = False, where: str = "true", orders: bool = False) -> str:
        """SQL: a row each with key, code, text, ms, channel, reason; with n, from 1, where `in_order`.

        `where` chooses among the raw cells, by their roles; `orders` adds the cell that names orders as order_cell.

        `key` is the same for rows of one id, NULL without one. `code` is a plain time's number of steps since
        1970, doubled, plus 1 where the time has its own offset (it is UTC then); OTHER for any other time; a cause
        from REFUSED on. `ms` are a plain time's milliseconds, `channel` and `reason` the cells as they stand.
        """
        source = self.source
        cells = ", ".join(f"{raw_cell_sql(source, role)} AS {role}" for role in COUNTED)
        order, keep = ("row_number() OVER () AS n, ", "n, ") if in_order else ("", "")
        if orders:
            cells, keep = f"{cells}, {raw_cell_sql(source, 'order')} AS order_cell", f"{keep}order_cell, "
        file = self.file_sql(in_order=in_order)
        raw = f"SELECT * FROM (SELECT {order}{cells}, {left_out_sql(source)} AS left_out FROM {file}) WHERE {where}"
        timed = f"SELECT *, {MILLISECONDS} AS ms FROM ({_joined_sql(source, raw)})"
        text = f"CASE WHEN ms IS NULL THEN {_text_sql()} ELSE '' END" if self.texts else "''"
        return (
            f"SELECT {keep}{_key(source)} AS key, {_code_sql(source, self.step)} AS code, ms, {text} AS text,"
            f" channel, reason FROM ({timed})"
        )


def _joined_sql(source: Source, raw: str) -> str:
    """The rows with the clock that stands in a column of its own beside its date."""
    if "clock" not in source.columns:
        return raw
    tidy = ", ".join(f"{_trimmed(role)} AS {role}" for role in ("time", "clock"))
    return f"SELECT * REPLACE ({times.joined_sql()}) FROM (SELECT * REPLACE ({tidy}) FROM ({raw}))"


def _trimmed(role: str) -> str:
    return trimmed_sql(f"coalesce({role}, '')")


_NAIVE = "epoch_ms(TRY_CAST(time AS TIMESTAMP))"
_OFFSET = "epoch_ms(TRY_CAST(time AS TIMESTAMPTZ))"
_BARE = "epoch_ms(TRY_CAST(left(time, 19) || substr(time, -5, 3) || ':' || right(time, 2) AS TIMESTAMPTZ))"
# one look at a letter for each length is enough, the cast sees to the rest
MILLISECONDS = f"""CASE strlen(time)
    WHEN 19 THEN CASE WHEN substr(time, 17, 1) = ':' THEN {_NAIVE} END
    WHEN 25 THEN CASE WHEN NOT contains(time, '.') AND substr(time, 21, 2) <= '14' THEN coalesce({_OFFSET},
        CASE WHEN substr(time, 20, 4) BETWEEN ' +00' AND ' +14' OR substr(time, 20, 4) BETWEEN ' -00' AND ' -14'
        THEN {_BARE} END) END
    WHEN 20 THEN CASE WHEN suffix(time, 'Z') THEN {_OFFSET} END
    WHEN 16 THEN CASE WHEN substr(time, 14, 1) = ':' THEN {_NAIVE} END
    WHEN 24 THEN CASE WHEN substr(time, 20, 3) BETWEEN '+00' AND '+14'
        OR substr(time, 20, 3) BETWEEN '-00' AND '-14' THEN {_BARE} END
END"""
"""SQL: the milliseconds of a plain `time`, NULL where it is not plain."""
_BLANK_ID = f"{_trimmed('id')} = ''"


def plain_code_sql(step: int) -> str:
    """SQL: the code of a plain time, out of `ms` and `time`."""
    return f"ms // {step * 1000} * {FLAGS} + (strlen(time) > 19)::BIGINT"


def _code_sql(source: Source, step: int) -> str:
    refused = [*_without_value(source), f"WHEN ms IS NULL THEN {_not_plain(source)}"]
    cells = [role for role in ("id", *_OTHERS) if role in source.columns]
    if cells:
        longest = " OR ".join(f"strlen({role}) > {LONGEST_CELL}" for role in cells)
        refused.append(f"WHEN {longest} THEN {_number(causes.TOO_LONG)}")
    if source.leave_out:
        refused.append(f"WHEN left_out THEN {_number(causes.LEFT_OUT)}")
    plain = plain_code_sql(step)
    if "id" in source.columns:
        # an id that begins with a visible sign is none that is blank: trimming takes ten times as long
        missing = f"WHEN {_BLANK_ID} THEN {_number(causes.ID_MISSING)}"
        plain = f"CASE WHEN id BETWEEN '!' AND '~' THEN {plain} {missing} ELSE {plain} END"
    return f"CASE {' '.join(refused)} ELSE {plain} END"


def _without_value(source: Source) -> list[str]:
    """A formula of a workbook that nobody has worked out yet: the copy of the sheet says so in its cell."""
    cells = [role for role in COUNTED if role in source.columns]
    if source.text.form != "xlsx" or not cells:
        return []
    cause = causes.FORMULA_WITHOUT_VALUE
    return [f"WHEN {quoted(cause.text)} IN ({', '.join(cells)}) THEN {_number(cause)}"]


def _not_plain(source: Source) -> str:
    """The code of a row whose time is no plain one: a cause, or OTHER."""
    cells = [role for role in COUNTED if role in source.columns]
    blank = " AND ".join(f"{_trimmed(role)} = ''" for role in cells) or "true"
    longest = ", ".join(f"strlen({role})" for role in cells) or "0"
    missing = f"WHEN {_BLANK_ID} THEN {_number(causes.ID_MISSING)}" if "id" in source.columns else ""
    empty = causes.EMPTY.get(source.text.unit, causes.ROW_EMPTY)
    return (
        f"CASE WHEN {blank} THEN {_number(empty)}"
        f" WHEN greatest({longest}) > {LONGEST_CELL} THEN {_number(causes.TOO_LONG)}"
        f" WHEN left_out THEN {_number(causes.LEFT_OUT)} {missing}"
        f" WHEN {_trimmed('time')} = '' THEN {_number(causes.TIME_MISSING)} ELSE {OTHER} END"
    )


def _number(cause: Message) -> str:
    return f"{REFUSED + causes.NUMBERS[cause.text]}"


def _text_sql() -> str:
    """A time that is not plain, its seconds at zero: no hour has more than sixty such texts."""
    seconds = r"'(\d[T ,]\s*(?:klo )?\d{1,2}[:.][0-5]\d[:.])[0-5]\d$', '\100'"
    return f"left(regexp_replace({_trimmed('time')}, {seconds}), {times.LONGEST_TIME + 1})"


def _key(source: Source) -> str:
    if "id" not in source.columns:
        return "NULL::UBIGINT"
    none = f"WHEN id = {quoted(causes.FORMULA_WITHOUT_VALUE.text)} THEN NULL" if source.text.form == "xlsx" else ""
    # without letters of several bytes no blank is one that does not break
    plain = "id BETWEEN '!' AND '~' AND strlen(id) = length(id)"
    return f"CASE {none} WHEN {plain} THEN hash(rtrim(id)) WHEN NOT ({_BLANK_ID}) THEN hash({_trimmed('id')}) END"
