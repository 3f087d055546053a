"""The files of an import in the database: read through as few times as the counts need.

One reading gives the different times and names with how many rows have each, one more tells whether ids repeat.
Only what repeats is kept row by row; only what is refused is looked for once more, for its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readycheck.demand.files.table import records
from readycheck.demand.options import DateOrder
from readycheck.demand.progress import SILENT, Progress, execute
from readycheck.demand.rows import causes, tally
from readycheck.demand.rows.edges import Seconds, first_and_last
from readycheck.demand.rows.moments import (
    Evidence,
    evidence,
    midnight_files,
    place,
    read_moments,
    take_as_dates,
)
from readycheck.demand.rows.reader import Source, unreadable
from readycheck.demand.rows.refusals import MOST_TEXTS
from readycheck.demand.rows.repeats import LONG, all_different, find_repeats
from readycheck.demand.rows.scan import LAST_REFUSED, OTHER, REFUSED, REFUSED_SQL, SINGLE_SQL, Scan
from readycheck.demand.rows.tally import FILE_SHIFT, Tally, tidy

if TYPE_CHECKING:
    import duckdb

_PLAIN = re.compile(r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_PART = re.compile(r"\{(rows|ordered|file|number)\}")
_NAMES = ("channel", "reason")
HEAD = 100_000
Part = tuple[float, float]
ROWS, IDS, AFTER = (0.0, 0.6), (0.6, 0.95), (0.95, 1.0)
"""The parts of the work that the readings of a file usually are."""


class Engine:
    """Counts the rows of files; nothing but counts leaves it."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], step: int, progress: Progress = SILENT
    ) -> None:
        self._connection, self._progress = connection, progress
        self._shares = _shares(sources)
        self._scans = [Scan(source, n, step, texts=not _plain(source)) for n, source in enumerate(sources)]
        self._step = step
        self._repeats = 0
        self._seconds: Seconds = {}
        self._crowded: set[str] = set()
        self.rows = 0

    def load(self) -> None:
        """Read the files: tables `singles` and `repeated`, and what their times look like.

        ReadycheckError where DuckDB makes no table of a file.
        """
        run = self._connection.execute
        run("CREATE OR REPLACE TEMP TABLE singles"
            " (file INTEGER, name BOOLEAN, code BIGINT, text VARCHAR, channel VARCHAR, reason VARCHAR, n BIGINT)")
        run("CREATE OR REPLACE TEMP TABLE repeated"
            " (file INTEGER, key UBIGINT, code BIGINT, text VARCHAR, rest INTEGER, channel VARCHAR, reason VARCHAR)")
        run("CREATE OR REPLACE TEMP TABLE repeats (key UBIGINT)")
        for number in range(len(self._scans)):
            self._forget_crowded(self._scans[number])
            self._count_rows(self._scans[number], ROWS)
        self._find_repeats()
        self.rows = self._number(
            "SELECT (SELECT coalesce(sum(n), 0) FROM singles WHERE NOT name) + (SELECT count(*) FROM repeated)"
        )
        self._gather_moments()

    def _find_repeats(self) -> None:
        """Where ids repeat, the rows that do not are counted anew without them, and they are kept one by one."""
        keyed = [scan for scan in self._scans if scan.has_ids]
        read = partial(self._read, part=IDS)
        seconds = all_different(self._connection, keyed[0], read) if len(keyed) == 1 else None
        self._seconds = seconds or {}
        if not keyed or seconds is not None:
            return
        self._repeats = find_repeats(self._connection, keyed, read)
        if self._repeats:
            self._connection.execute("DELETE FROM singles")
            for number in range(len(self._scans)):
                self._count_rows(self._scans[number], AFTER)
            self._keep_repeated()

    def _read(self, scan: Scan, template: str, part: Part = AFTER) -> None:
        """Run a statement over a file; where line breaks in cells forbid it to all cores, in one."""
        import duckdb

        scan, (first, last) = self._scans[scan.number], self._shares[scan.number]
        span = part[0] + (part[1] - part[0]) * first, part[0] + (part[1] - part[0]) * last
        for attempt in (scan, replace(scan, serial=True)):
            parts = {"rows": attempt.sql(), "ordered": attempt.sql(orders=True), "file": attempt.file_sql(),
                     "number": str(scan.number)}
            # in one go: a file's name may hold such a word itself
            statement = _PART.sub(lambda found, parts=parts: parts[found[1]], template)  # type: ignore[misc]
            try:
                execute(self._connection, statement, self._progress, span)
            except duckdb.Error as error:
                if attempt.serial or not scan.source.text.quotes:
                    raise unreadable(scan.source) from error
                continue
            self._scans[scan.number] = attempt
            return

    def _statement(self, scan: Scan, statement: str) -> None:
        execute(self._connection, statement, self._progress, AFTER)

    def _count_rows(self, scan: Scan, part: Part) -> None:
        named = any(role in scan.source.columns for role in _NAMES)
        sets = "((code, text), (channel, reason))" if named else "((code, text))"
        where = f" WHERE {SINGLE_SQL}" if self._repeats else ""
        template = (
            f"INSERT INTO singles SELECT {scan.number}, grouping(code) = 1, code, text, channel, reason, count(*)"
            f" FROM ({{rows}}){where} GROUP BY GROUPING SETS {sets}"
        )
        if not named:
            template = template.replace("channel, reason, count(*)", "NULL, NULL, count(*)")
        self._read(scan, template, part)
        if not scan.texts and self._number(
            f"SELECT count(*) FROM singles WHERE file = {scan.number} AND code = {OTHER}"
        ):
            self._connection.execute(f"DELETE FROM singles WHERE file = {scan.number}")
            self._scans[scan.number] = replace(self._scans[scan.number], texts=True)
            self._read(scan, template, part)

    def _keep_repeated(self) -> None:
        for scan in list(self._scans):
            # times that only repeated rows have may be of any form
            self._scans[scan.number] = replace(self._scans[scan.number], texts=True)
            # which of an item's rows is the earliest is told to the minute: other times keep no seconds either
            rest = f"coalesce(ms // 60000 * 60 % {self._step}, 0)"
            self._read(scan, f"INSERT INTO repeated SELECT {scan.number}, key, code, text, {rest}, channel, reason"
                             " FROM ({rows}) WHERE key IN (SELECT key FROM repeats)")

    def _gather_moments(self) -> None:
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE moments AS SELECT file, code, text, sum(n)::BIGINT AS n FROM"
            " (SELECT file, code, text, n FROM singles WHERE NOT name UNION ALL"
            " SELECT file, code, text, 1 FROM repeated)"
            f" WHERE code = {OTHER} OR code > {LAST_REFUSED} GROUP BY 1, 2, 3"
        )
        read_moments(self._connection, self._step)

    def unmask_dates(self) -> frozenset[int]:
        """Files whose every time is midnight to the second become dates alone; which they are."""
        files = frozenset(file for file in midnight_files(self._connection) if self._always_midnight(file))
        if files:
            take_as_dates(self._connection, files)
        return files

    def _always_midnight(self, number: int) -> bool:
        self._read(self._scans[number], "CREATE OR REPLACE TEMP TABLE nights AS"
                                        " SELECT count(*) FILTER (ms % 86400000 <> 0) AS others FROM ({rows})")
        return self._number("SELECT others FROM nights") == 0

    def evidence(self) -> Evidence:
        """What the times look like."""
        return evidence(self._connection)

    def _forget_crowded(self, scan: Scan) -> None:
        """In a long file a column of free text is known by its first rows, before ten million texts are gathered."""
        if scan.source.text.readable.stat().st_size < LONG:
            return
        self._read(scan, (
            "CREATE OR REPLACE TEMP TABLE crowds AS SELECT count(DISTINCT channel) AS channel,"
            f" count(DISTINCT reason) AS reason FROM (SELECT channel, reason FROM ({{rows}}) LIMIT {HEAD})"
        ))
        for role in _NAMES:
            if self._number(f"SELECT {role} FROM crowds") > MOST_TEXTS:
                self._crowded.add(role)
                self.forget(role)

    def crowded(self, role: str) -> bool:
        """Whether a column has more different texts than any list of channels or reasons."""
        return role in self._crowded or self._number(
            f"SELECT count(DISTINCT {role}) FROM (SELECT {role} FROM singles WHERE name"
            f" UNION ALL SELECT {role} FROM repeated)"
        ) > MOST_TEXTS

    def forget(self, role: str) -> None:
        """The column of a role may not be counted."""
        self._scans = [replace(scan, source=_without(scan.source, role)) for scan in self._scans]
        for table in ("singles", "repeated"):
            self._connection.execute(f"UPDATE {table} SET {role} = NULL")

    def tally(
        self, order: DateOrder, source_zone: ZoneInfo, shop_zone: ZoneInfo, seen: Evidence, today: date | None
    ) -> Tally:
        """The counts: an item (the rows of one id) counts once, at its earliest time."""
        place(self._connection, order, source_zone, shop_zone, seen, today)
        tally.begin(self._connection)
        tally.count_singles(self._connection)
        for scan in list(self._scans):
            self._count_names(scan)
        tally.count_repeated(self._connection)
        counts = tally.collected(self._connection)
        first_at, last_at = first_and_last(self._connection, self._scans, self._statement, shop_zone, self._seconds)
        firsts = self._first_rows() if counts.rejected else {}
        rejected = (replace(value, seq=firsts.get(value.text, value.seq)) for value in counts.rejected)
        return replace(counts, rejected=tuple(rejected), first_at=first_at, last_at=last_at)

    def _count_names(self, scan: Scan) -> None:
        """Names count where the time does: with refused rows among them, the file is read once more."""
        if not any(role in scan.source.columns for role in _NAMES):
            self._connection.execute(
                "INSERT INTO names SELECT NULL, NULL, coalesce(sum(s.n), 0) FROM singles s"
                f" JOIN placed p USING (file, code, text) WHERE file = {scan.number} AND cause IS NULL"
            )
            return
        refused = self._number(
            f"SELECT count(*) FROM singles LEFT JOIN placed p USING (file, code, text) WHERE file = {scan.number}"
            f" AND NOT name AND ({REFUSED_SQL} OR p.cause IS NOT NULL)"
        )
        if not refused:
            self._connection.execute(
                f"INSERT INTO names SELECT channel, reason, n FROM singles WHERE name AND file = {scan.number}"
            )
            return
        where = f" AND {SINGLE_SQL}" if self._repeats else ""
        self._read(scan, "INSERT INTO names SELECT channel, reason, count(*) FROM ({rows}) JOIN placed p"
                         f" USING (code, text) WHERE p.file = {scan.number} AND p.cause IS NULL{where} GROUP BY 1, 2")

    def _first_rows(self) -> Mapping[str, int]:
        """The first row of each cause, by `file << 40 | row`."""
        found: dict[str, int] = {}
        for scan in self._scans:
            cause = f"CASE WHEN {REFUSED_SQL} THEN code - {REFUSED} ELSE p.cause END"
            rows = execute(
                self._connection, f"SELECT {cause} AS cause, min(n) FROM (SELECT * FROM ({scan.sql(in_order=True)})) r"
                f" LEFT JOIN (SELECT code, text, cause FROM placed WHERE file = {scan.number}) p USING (code, text)"
                f" WHERE {cause} IS NOT NULL AND (key IS NULL OR key NOT IN (SELECT key FROM sound)) GROUP BY 1",
                self._progress, AFTER,
            ).fetchall()
            for number, row in rows:
                found.setdefault(tuple(causes.ALL)[number], scan.number << FILE_SHIFT | row)
        return found

    def read_again(self, template: str) -> None:
        """Run a statement over every file; in it, {number} stands for the file's number and {ordered} for its rows."""
        for scan in list(self._scans):
            self._read(scan, template)

    def first_with(self, role: str, text: str) -> int:
        """The first row whose cell of a role is `text` when tidied, by `file << 40 | row`; 0 where none is."""
        for scan in self._scans:
            found = self._connection.execute(
                f"SELECT min(n), {role} FROM ({scan.sql(in_order=True)}) WHERE {role} IS NOT NULL GROUP BY 2"
            ).fetchall()
            rows = [row for row, cell in found if tidy(cell) == text]
            if rows:
                return int(scan.number << FILE_SHIFT | min(rows))
        return 0

    def _number(self, query: str) -> int:
        ((number,),) = self._connection.execute(query).fetchall()
        return int(number)


def _plain(source: Source) -> bool:
    """Whether the file's first time is plain: a guess that saves telling texts apart."""
    column = source.columns.get("time")
    first = next(iter(islice(records(source.text.readable, source.table), 1)), (0, []))[1]
    return column is not None and column < len(first) and _PLAIN.match(first[column]) is not None


def _shares(sources: Sequence[Source]) -> list[Part]:
    """From where to where each file stands in the whole, by its size."""
    sizes = [source.text.readable.stat().st_size for source in sources]
    ends = [*accumulate(sizes, initial=0)]
    return [(first / (ends[-1] or 1), last / (ends[-1] or 1)) for first, last in pairwise(ends)]


def _without(source: Source, role: str) -> Source:
    columns = {name: column for name, column in source.columns.items() if name != role}
    overrides = {name: sql for name, sql in source.overrides.items() if name != role}
    return replace(source, columns=columns, overrides=overrides)
