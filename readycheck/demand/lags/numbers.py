"""Order numbers as people and programs write them, in SQL: "#1001", "Tilaus nro 1001" and "1001" are one number.

A number is compared without blanks at its ends, in small letters, without the sign # and the words for "order" and
"number" before it (vocabulary.yaml); its digits stay as they are. A cell may name several: "1001, 1002".
"""

from __future__ import annotations

import re

from readycheck.demand.rows.reader import quoted, trimmed_sql
from readycheck.demand.words import vocabulary

LONGEST_CELL = 500
"""Letters of a cell that can be a list of order numbers; a longer one is a text about something else."""
_PLAIN = "'^#?[0-9][0-9A-Za-z_-]*$'"
_SIGNS = r"'^[#№''\s]+'"
_WORDED = r"^(?:{words})(?:[#№.:\s0-9]|$)"
_WORDS = r"^(?:(?:{words})[#№.:\s]+)*(?:(?:{words})([0-9]|$))?"
_BETWEEN = r"[\s,;|/&+()\[\]\"]+|#"


def plain_sql(cell: str) -> str:
    """SQL: whether a raw cell is one number as nearly all are: most work is spared them."""
    return f"regexp_matches({cell}, {_PLAIN})"


def plain_number_sql(cell: str) -> str:
    """SQL: the number of such a cell; the same that `number_sql` gives."""
    return f"lower(CASE WHEN prefix({cell}, '#') THEN substr({cell}, 2) ELSE {cell} END)"


def text_sql(cell: str) -> str:
    """SQL: a raw cell without blanks at its ends; '' where it is too long to name orders."""
    return f"CASE WHEN length({cell}) > {LONGEST_CELL} THEN '' ELSE {trimmed_sql(cell)} END"


def number_sql(text: str) -> str:
    """SQL: the order number that a text without blanks at its ends is; '' where it says none ("–", "none")."""
    bare = f"regexp_replace(lower({text}), {_SIGNS}, '')"
    names = "|".join(re.escape(word) for word in sorted(vocabulary().order_words))
    worded, words = (quoted(pattern.format(words=names)) for pattern in (_WORDED, _WORDS))
    # to look for words takes a tenth of the time that it takes to cut them off
    number = f"CASE WHEN regexp_matches({bare}, {worded}) THEN regexp_replace({bare}, {words}, '\\1') ELSE {bare} END"
    ended = f"rtrim({number}, '.:')"
    nothing = ", ".join(quoted(word) for word in sorted(vocabulary().uncoded))
    return f"CASE WHEN NOT regexp_matches({ended}, '[\\pL\\pN]') OR {ended} IN ({nothing}) THEN '' ELSE {ended} END"


def several_sql(text: str) -> str:
    """SQL: whether a text without blanks at its ends may name several orders, or words stand around the one."""
    return f"regexp_matches({text}, {quoted(f'.({_BETWEEN})')})"


def pieces_sql(text: str) -> str:
    """SQL: a list of all that may be a number in such a text: the whole of it, and its parts."""
    return f"list_distinct([{text}] || string_split_regex({text}, {quoted(_BETWEEN)}))"
