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
_BETWEEN = r"[\s,;|/&+()\[\]\"]+|#"
_SIGNS = r"^[#№'\s]+"
_WORDED = r"^(?:(?:{words})[#№.:\s]*)+([0-9]|$)"
_SIGN = r"'[\pL\pN]'"


def cell_sql(cell: str) -> str:
    """SQL: a raw cell without blanks at its ends; '' where it cannot name an order."""
    return f"CASE WHEN {cell} IS NULL OR length({cell}) > {LONGEST_CELL} THEN '' ELSE {trimmed_sql(cell)} END"


def number_sql(text: str) -> str:
    """SQL: the order number that a text without blanks at its ends is; '' where it says none ("–", "none")."""
    # most numbers begin with a digit: looking for words before it would take ten times as long
    digit_first = f"{text} >= '0' AND {text} < ':'"
    plain = _end_sql(f"lower({text})")
    return f"CASE WHEN {digit_first} THEN {plain} ELSE {_worded_sql(text)} END"


def several_sql(text: str) -> str:
    """SQL: whether a text without blanks at its ends may name several orders, or words stand around the one."""
    return f"regexp_matches({text}, {quoted(f'.({_BETWEEN})')})"


def pieces_sql(text: str) -> str:
    """SQL: a list of all that may be a number in such a text: the whole of it, and its parts."""
    return f"list_distinct([{text}] || string_split_regex({text}, {quoted(_BETWEEN)}))"


def _end_sql(text: str) -> str:
    """SQL: without what ends a sentence."""
    return f"rtrim({text}, '.:')"


def _worded_sql(text: str) -> str:
    bare = f"regexp_replace(lower({text}), {quoted(_SIGNS)}, '')"
    words = "|".join(re.escape(word) for word in sorted(vocabulary().order_words))
    number = _end_sql(f"regexp_replace({bare}, {quoted(_WORDED.format(words=words))}, '\\1')")
    nothing = ", ".join(quoted(word) for word in sorted(vocabulary().uncoded))
    return f"CASE WHEN NOT regexp_matches({number}, {_SIGN}) OR {number} IN ({nothing}) THEN '' ELSE {number} END"
