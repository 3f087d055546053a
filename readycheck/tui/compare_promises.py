"""What was promised in the earlier season: kept, not kept, on this season's list again; and what was seen then."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import Action
from readycheck.core.message import Message, say
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.promises import on_later_list, promised_since
from readycheck.i18n import Translator
from readycheck.tui.compare_pair import Compared
from readycheck.tui.compare_text import Details, Table
from readycheck.tui.keys import key_of
from readycheck.tui.question_years import OBSERVED
from readycheck.tui.widgets.rows import Cell, Column, Row

NOT_DONE, AGAIN, DONE = say("✗ not done"), say("▸ not done, again"), say("✓ done")
BOTH = say("▸ on both lists")
"""Of two people's files of one season: nothing is left of an earlier one."""
AGAIN_TIP = say("It was not done, and stands on this season's list again.")


def promise_table(compared: Compared, takes: bool, tr: Translator) -> Table:
    """The earlier season's actions, those that need a decision first, and its observations.

    `takes`: whether what was not done can be taken into this season's list from here.
    """
    columns = [
        Column("", 17), Column(tr(say("what was promised or seen")), least=20), Column(tr(say("who")), 10),
        Column(tr(say("due")), 11),
    ]
    found, again = compared.found, AGAIN if compared.sides.one_story else BOTH
    rows: dict[str, Row] = {}
    details: Details = {}
    for name, told, action in _promises(found, again):
        mark = Cell(tr(told), "" if told is DONE else "bold")
        rows[name] = [mark, action.title, action.owner, tr.date(action.due)]
        about = " ".join(filter(None, (tr(_about(told, takes)), tr(_since(found, told, action)))))
        details[name] = " · ".join(filter(None, (action.title, about)))
    for n, seen in enumerate(found.observations):
        rows[f"seen{n}"] = [tr(OBSERVED[seen.kind]), seen.text, "", tr.date(seen.on)]
        details[f"seen{n}"] = seen.text
    return columns, rows, details


def _promises(found: Comparison, listed: Message) -> Iterator[tuple[str, Message, Action]]:
    twice = [on_later_list(action, found.carried) is not None for action in found.not_kept]
    for wanted, name, told in ((False, "open", NOT_DONE), (True, "again", listed)):
        for n, action in enumerate(found.not_kept):
            if twice[n] is wanted:
                yield f"{name}{n}", told, action
    for n, action in enumerate(found.kept):
        yield f"kept{n}", DONE, action


def _about(told: Message, takes: bool) -> Message:
    if told is AGAIN:
        return AGAIN_TIP
    if told is NOT_DONE and takes:
        return say("{key} takes it into this season's list.", key=key_of("compare.take", "t"))
    return say("")


def _since(found: Comparison, told: Message, action: Action) -> Message:
    """Since which season it has been promised, where it was so before the earlier of the two."""
    since = None if told is DONE else promised_since(action, found.carried, found.season_before)
    return say("") if since is None else say("First promised for season {year}.", year=str(since))


def action_of(found: Comparison, row: str) -> Action | None:
    """The action of a row; None of an observation's."""
    name = row.rstrip("0123456789")
    listed = {"open": found.not_kept, "again": found.not_kept, "kept": found.kept}.get(name)
    return listed[int(row.removeprefix(name))] if listed is not None else None


def promised(found: Comparison, row: str | None) -> Action | None:
    """The action of a row "not done"; None of the others."""
    return action_of(found, row) if row is not None and row.startswith("open") else None
