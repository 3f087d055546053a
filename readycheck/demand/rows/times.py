"""Times as exports write them, read in SQL: ISO, Finnish, slashes and month names, with or without an offset.

A text becomes three numbers in the order in which they stand, the second of the day (NULL: a date alone) and
the offset from UTC (NULL: not told); which number is the day and which the month is decided afterwards.
"""

from __future__ import annotations

from readycheck.demand.options import DateOrder
from readycheck.demand.words import vocabulary

LONGEST_TIME = 64
YEAR_FIRST, DAY_FIRST, DAY_NAME, NAME_DAY = 1, 2, 3, 4
PLAIN = 5
_PLAIN_GUARD = r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?( ?(Z|[+-]\d\d:?\d\d))?)?$"
_PARTS = "['a', 'sep', 'b', 'c', 'h', 'mi', 's', 'half', 'zone']"
_CLOCK = (
    r"(?:[T,\s]+(?:klo|kello|kl|at)?\.?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*([AP]\.?M\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?\s*$"
)
_WORD = "[a-zåäö]+"  # all the letters of the world would take a tenth of a second to compile
_WEEKDAY = rf"(?:{_WORD}\.?,?\s+)?"
_FORMS = {
    YEAR_FIRST: (r"^\s*''?\d{4}[-/.]", r"^\s*''?(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})" + _CLOCK),
    DAY_FIRST: (
        rf"^\s*''?{_WEEKDAY}\d{{1,2}}\.?\s?[./-]\s?\d",
        rf"^\s*''?{_WEEKDAY}(\d{{1,2}})\s?([./-])\s?(\d{{1,2}})\s?[./-]\s?(\d{{4}}|\d{{2}})" + _CLOCK,
    ),
    DAY_NAME: (
        rf"^\s*''?{_WEEKDAY}\d{{1,2}}[.\s-]+[a-zåäö]",
        rf"^\s*''?{_WEEKDAY}(\d{{1,2}})([.\s-]+)({_WORD})\.?[\s-]+(\d{{4}})" + _CLOCK,
    ),
    NAME_DAY: (r"^\s*''?[a-zåäö]", rf"^\s*''?{_WEEKDAY}({_WORD})(\.?\s+)(\d{{1,2}}),?\s+(\d{{4}})" + _CLOCK),
}


def joined_sql() -> str:
    """SQL: a date and the time of day beside it as one text, where the date stands alone; else the time as it is."""
    alone = _quoted(r"^\D*\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}$")
    return f"CASE WHEN clock <> '' AND regexp_matches(time, {alone}) THEN time || ' ' || clock ELSE time END AS time"


def _quoted(pattern: str) -> str:
    """A pattern as an SQL text, blind to case; WooCommerce's apostrophe before a value is written '' already."""
    return f"'(?i){pattern}'"


def form_sql(text: str) -> str:
    """SQL: which form the text begins like (0: none)."""
    cases = " ".join(
        f"WHEN regexp_matches({text}, {_quoted(guard)}) THEN {form}" for form, (guard, _) in _FORMS.items()
    )
    return (
        f"CASE WHEN length({text}) > {LONGEST_TIME} THEN 0"
        f" WHEN regexp_matches({text}, {_quoted(_PLAIN_GUARD)}) THEN {PLAIN} {cases} ELSE 0 END"
    )


def numbers_sql(rows: str) -> str:
    """SQL: `rows`, which have a column text, with what each text says: form, dotted, a, b, c, second, ahead."""
    formed = f"SELECT *, {form_sql('text')} AS form FROM ({rows})"
    parts = f"SELECT *, {parts_sql('text', 'form')} AS p FROM ({formed})"
    return (
        f"SELECT * EXCLUDE (p), p.sep = '.' AS dotted, {number_sql('p.a')} AS a, {number_sql('p.b')} AS b,"
        f" {last_sql('p')} AS c, {clock_sql('p')} AS second, {offset_sql('p')} AS ahead FROM ({parts})"
    )


def parts_sql(text: str, form: str) -> str:
    """SQL: the text's parts as a struct of texts; empty ones where it is not of its form after all."""
    cases = " ".join(
        f"WHEN {number} THEN regexp_extract({text}, {_quoted(whole)}, {_PARTS})"
        for number, (_, whole) in _FORMS.items()
    )
    return f"CASE {form} WHEN {PLAIN} THEN {_plain_parts(text)} {cases} END"


def _plain_parts(text: str) -> str:
    """SQL: the parts of plain ISO by their places, which is three times as fast as captures; most exports are so."""
    with_seconds = f"substr({text}, 17, 1) = ':'"
    places = {
        "a": (1, 4), "b": (6, 2), "c": (9, 2), "h": (12, 2), "mi": (15, 2),
    }
    cut = {part: f"substr({text}, {start}, {length})" for part, (start, length) in places.items()}
    cut["sep"] = "'-'"
    cut["s"] = f"CASE WHEN {with_seconds} THEN substr({text}, 18, 2) ELSE '' END"
    cut["half"] = "''"
    cut["zone"] = f"ltrim(substr({text}, CASE WHEN {with_seconds} THEN 20 ELSE 17 END))"
    names = _PARTS.strip("[]").replace("'", "").split(", ")
    return "{" + ", ".join(f"'{name}': {cut[name]}" for name in names) + "}"


def number_sql(part: str) -> str:
    """SQL: a part as a number, a month's name as its number; NULL where it is neither."""
    months = ", ".join(f"'{word}': {number}" for word, number in vocabulary().months.items())
    return f"coalesce(TRY_CAST({part} AS SMALLINT), (MAP {{{months}}})[lower({part})])::SMALLINT"


def last_sql(parts: str) -> str:
    """SQL: the third number; NULL after hyphens where it is short: 25-11-28 could be any of three dates."""
    return f"CASE WHEN {parts}.sep <> '-' OR length({parts}.c) <> 2 OR length({parts}.a) = 4" \
           f" THEN {number_sql(f'{parts}.c')} END"


def clock_sql(parts: str) -> str:
    """SQL: the second of the day; NULL for a date alone, -1 where no day has that time.

    24:00 is the day's end, as ISO 8601 has it. A PM after 12 is the export's ornament ("14:05:09 PM", Magento).
    """
    hour = f"TRY_CAST({parts}.h AS INTEGER)"
    half = f"upper(left({parts}.half, 1))"
    hour24 = (
        f"CASE WHEN {half} = 'P' AND {hour} < 12 THEN {hour} + 12"
        f" WHEN {half} = 'A' AND {hour} = 12 THEN 0 ELSE {hour} END"
    )
    minute = f"TRY_CAST({parts}.mi AS INTEGER)"
    second = f"coalesce(TRY_CAST({parts}.s AS INTEGER), 0)"
    return (
        f"CASE WHEN coalesce({parts}.h, '') = '' THEN NULL"
        f" WHEN {hour} = 24 AND {minute} = 0 AND {second} = 0 AND {half} = '' THEN 86400"
        f" WHEN {hour} > 23 OR {minute} > 59 OR {second} > 59 THEN -1"
        f" ELSE ({hour24}) * 3600 + {minute} * 60 + {second} END"
    )


def offset_sql(parts: str) -> str:
    """SQL: seconds ahead of UTC; NULL where the text does not say, 99999 where no zone is that far."""
    digits = f"replace(substr({parts}.zone, 2), ':', '')"
    hours = f"TRY_CAST(left({digits}, 2) AS INTEGER)"
    minutes = f"coalesce(TRY_CAST(substr({digits}, 3) AS INTEGER), 0)"
    ahead = f"{hours} * 3600 + {minutes} * 60"
    return (
        f"CASE WHEN coalesce({parts}.zone, '') = '' THEN NULL"
        f" WHEN left({parts}.zone, 1) NOT IN ('+', '-') THEN 0"
        f" WHEN {ahead} > 14 * 3600 OR {minutes} > 59 THEN 99999"
        f" WHEN left({parts}.zone, 1) = '-' THEN -({ahead}) ELSE {ahead} END"
    )


def year_sql() -> str:
    """SQL over the columns form, a, c: the year; two digits are of this century."""
    return f"CASE WHEN form IN ({YEAR_FIRST}, {PLAIN}) THEN a ELSE c + CASE WHEN c < 100 THEN 2000 ELSE 0 END END"


def day_sql(order: DateOrder) -> str:
    """SQL over the columns form, dotted, a, b, c: days since 1970-01-01; NULL where the calendar has no such day."""
    slashes = ("a", "b") if order == "dmy" else ("b", "a")
    day = f"CASE form WHEN {YEAR_FIRST} THEN c WHEN {PLAIN} THEN c WHEN {NAME_DAY} THEN b" \
          f" WHEN {DAY_FIRST} THEN (CASE WHEN dotted THEN a ELSE {slashes[0]} END) ELSE a END"
    month = f"CASE form WHEN {NAME_DAY} THEN a" \
            f" WHEN {DAY_FIRST} THEN (CASE WHEN dotted THEN b ELSE {slashes[1]} END) ELSE b END"
    year = year_sql()
    # the cast knows the calendar and is ten times as fast as TRY(make_date(…))
    return f"TRY_CAST(printf('%04d-%02d-%02d', {year}, {month}, {day}) AS DATE) - DATE '1970-01-01'"


UNSETTLED_SQL = f"form = {DAY_FIRST} AND NOT dotted AND a IS NOT NULL"
"""SQL: rows whose day and month could be either way round."""
