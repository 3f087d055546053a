"""What was promised last season, what was done of it, and what was seen."""

from __future__ import annotations

from readycheck.core.audit import Action
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.promises import on_later_list, promised_since
from readycheck.report.case import Case
from readycheck.report.model import Block, Bullets, Cell, Item, Paragraph, Section, Table


def promises(case: Case, compared: Comparison) -> Section:
    """Last season's actions, those not done first, and its observations."""
    tr, year = case.tr, _other_than_last(compared)
    blocks: list[Block] = []
    if compared.kept or compared.not_kept:
        blocks += [Paragraph(counted(case, compared)), _table(case, compared)]
    if compared.observations:
        kinds = {"success": tr("Success"), "difficulty": tr("Difficulty")}
        items = tuple(Item(f"{kinds[seen.kind]}: {seen.text}") for seen in compared.observations)
        blocks.append(Paragraph(tr("What was written down last season:") if year is None
                                else tr("What was written down in season {year}:", year=year)))
        blocks.append(Bullets(items))
    title = tr("Last season's promises") if year is None else tr("Promises of season {year}", year=year)
    return Section("promises", title, tuple(blocks))


def _other_than_last(compared: Comparison) -> str | None:
    """The earlier season's year where others lie between the two: it is not the last one then."""
    return str(compared.season_before) if compared.season_after - compared.season_before > 1 else None


def counted(case: Case, compared: Comparison) -> str:
    """How much of what was promised was done, and how much of the rest is promised again."""
    tr, year = case.tr, _other_than_last(compared)
    counts = {"kept": tr.number(len(compared.kept), 0), "not_kept": tr.number(len(compared.not_kept), 0)}
    text = (
        tr("Last season's actions: {kept} done, {not_kept} not done.", **counts) if year is None
        else tr("The actions of season {year}: {kept} done, {not_kept} not done.", year=year, **counts)
    )
    if not compared.not_kept:
        return text
    again = sum(on_later_list(action, compared.carried) is not None for action in compared.not_kept)
    return text + " " + tr.plural(
        "One of those not done is on this season's list again.",
        "{n} of those not done are on this season's list again.", again,
    ) if again else text + " " + tr("None of those not done is on this season's list.")


def _table(case: Case, compared: Comparison) -> Table:
    """What was not done stands first: that is what is to be talked about."""
    tr = case.tr
    rows = [
        _row(case, action, _not_done(case, on_later_list(action, compared.carried)) + _since(case, action, compared))
        for action in compared.not_kept
    ]
    rows += [_row(case, action, tr("✓ done")) for action in compared.kept]
    columns = (tr("Action"), tr("Owner"), tr("Due"), tr("What became of it"))
    return Table(tr("What was promised"), columns, tuple(rows))


def _not_done(case: Case, again: Action | None) -> str:
    """Not done; and, where it stands on this season's list, by when it is to be now."""
    tr = case.tr
    if again is None:
        return tr("✕ not done, not on this season's list")
    if again.due is None:
        return tr("✕ not done, on this season's list without a date")
    return tr("✕ not done, on this season's list for {day}", day=again.due)


def _since(case: Case, action: Action, compared: Comparison) -> str:
    """Since which season it has been promised, where it was so before the earlier of the two."""
    since = promised_since(action, compared.carried, compared.season_before)
    return "" if since is None else "; " + case.tr("first promised for season {year}", year=str(since))


def _row(case: Case, action: Action, became: str) -> tuple[Cell, ...]:
    return action.title, action.owner.strip() or "–", case.figures.day(action.due), became
