"""The first rows of a file as a person may see them, to say which column is what: people and texts are hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from readycheck.core.text import clean
from readycheck.demand.files.table import records
from readycheck.demand.options import COUNTED, ROLES, Kind
from readycheck.demand.personal import HIDDEN, LONGEST_NAME, about_people, looks_personal, personal_id
from readycheck.demand.rows.reader import Source

__all__ = ["HIDDEN", "preview_rows", "shown_cell", "shown_heading", "shown_roles"]

FIRST_ROWS = 5
LONGEST_SHOWN = 40
SENTENCE = 4
"""So many words in a column that nothing is known of are what somebody wrote."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = ("id", "time", "clock", "replied", "reply")
_DAY = r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.? ?[-/. ] ?(\d{1,2}|[^\W\d]{3,12})\.?[-/. ] ?\d{2,4})"
_NAMED_DAY = r"[^\W\d]{3,12} \d{1,2},? \d{4}"
_ZONE = r"(Z|UTC|GMT|[+-]\d{2}:?(\d{2})?)?"
_CLOCK = rf"[T, ]*(klo |kello |at )?\d{{1,2}}[:.]\d{{2}}([:.]\d{{2}}([.,]\d+)?)? *([ap]\.?m\.?)? *{_ZONE}"
_TIME = re.compile(rf"'?([^\W\d]{{2,12}},? )?({_DAY}|{_NAMED_DAY})({_CLOCK})?", re.IGNORECASE)


def preview_rows(source: Source, kind: Kind) -> tuple[tuple[str, ...], ...]:
    """The first rows under all headings, as `shown_cell` shows them; short rows are filled up with empty cells."""
    roles = {index: role for role, index in source.columns.items()}
    hidden = _hidden(source.table.headings, roles, kind)
    return tuple(
        tuple(
            shown_cell(roles.get(index, ""), cells[index] if index < len(cells) else "", hide=index in hidden)
            for index in range(len(source.table.headings))
        )
        for _, cells in islice(records(source.text.readable, source.table), FIRST_ROWS)
    )


def shown_roles(kind: Kind, columns: Mapping[str, int]) -> list[str]:
    """The roles of which a person is shown the cells, in their order: no texts, no subjects."""
    return [role for role in ROLES[kind] if (kind == "survey" or role in COUNTED) and role in columns]


def _hidden(headings: Sequence[str], roles: Mapping[int, str], kind: Kind) -> set[int]:
    """Columns of which no cell may be shown: what they are called says that they hold people or texts."""
    told = shown_roles(kind, {role: index for index, role in roles.items()})
    return {
        index for index, heading in enumerate(headings)
        # somebody may say by mistake that the time stands where the names are; orders' numbers are called "Name", too
        if (about_people(heading) and roles.get(index) != "id") or (index in roles and roles[index] not in told)
    }


def shown_cell(role: str, cell: str, *, hide: bool = False) -> str:
    """A cell, hidden where it points at a person: a number may be an order's or a time's."""
    text = clean(cell[: LONGEST_NAME + 1]).strip()
    if hide or (role == "id" and personal_id(text)):
        return HIDDEN if text else ""
    plain = re.sub(r"\d", "n", text) if role in _NUMBERED or _TIME.fullmatch(text) else text
    sentence = not role and len(_WORD.findall(text)) >= SENTENCE
    return HIDDEN if sentence or looks_personal(plain) else text[:LONGEST_SHOWN].strip()


def shown_heading(heading: str) -> str:
    """A heading, hidden where it is itself about a person: a file without headings has people's data there."""
    return HIDDEN if heading and looks_personal(heading) else heading
