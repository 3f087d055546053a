"""Year against year: what the shop did, apart from what the checklist did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readycheck.core.audit import Action
from readycheck.core.message import Message, say
from readycheck.core.rounding import shown_change
from readycheck.core.sections import VALUES
from readycheck.core.years.comparison import Comparison, QuestionRow, RowKind, ScoreRow, SettingRow
from readycheck.core.years.setting_names import setting_name, setting_value, telling_settings
from readycheck.report.answer_pair import answers_of
from readycheck.report.case import Case
from readycheck.report.charts.change import Change, ChangeRow
from readycheck.report.model import (
    Block,
    Bullets,
    Cell,
    Chart,
    Item,
    KeyFigure,
    KeyFigures,
    Missing,
    Paragraph,
    Section,
    Table,
)
from readycheck.report.parts.graded import graded_forecast

KINDS: Mapping[RowKind, Message] = {
    "better": say("▲ better"), "worse": say("▼ worse"), "same": say("= the same"), "new": say("new"),
    "removed": say("removed"), "changed_meaning": say("changed in meaning"),
    "became_known": say("became known"), "became_unknown": say("became unknown"),
}


def years(case: Case) -> Section:
    """The change over the comparable core, what changed in the list, promises and the forecast."""
    title = case.tr("Year against year")
    compared = case.comparison
    if compared is None:
        text = case.tr("There is no earlier season to compare with.")
        remedy = case.tr("Keep this audit: next year's report will be compared with it.")
        return Section("years", title, (Missing((text,), remedy),))
    blocks = (*_core(case, compared), *_volumes(case, compared), *_chart(case, compared))
    parts = (_promises(case, compared), graded_forecast(case, compared))
    return Section("years", title, blocks, tuple(part for part in parts if part.blocks))


def _core(case: Case, compared: Comparison) -> list[Block]:
    """Both seasons over what is known in both, and the change; or why there is none."""
    tr, figures = case.tr, case.figures
    before, after = compared.core_before, compared.core_after
    if before is None or after is None:
        return [Missing((tr(compared.nothing_shared),), tr("Answer the checklist of both seasons."))]
    core, not_yours = tr("known in both seasons"), tr("points of what only one season has")
    change = figures.points_between(before, after)
    own = tr("You fell back") if shown_change(before, after) < 0 else tr("You improved")
    return [KeyFigures(tr("Readiness over what is known in both seasons"), (
        KeyFigure(tr("Season {year}", year=str(compared.season_before)), figures.score(before), core),
        KeyFigure(tr("Season {year}", year=str(compared.season_after)), figures.score(after), core),
        KeyFigure(own, change, tr("points")),
        KeyFigure(tr("The rest of the change"), figures.points(compared.checklist_changed), not_yours),
    )), Paragraph(tr(
        "Only questions answered in both seasons are compared, {n} of {all}: a section's figures here are theirs, and"
        " differ from its score where it has other questions too.", n=compared.compared, all=compared.asked,
    ), "note")]


def _volumes(case: Case, compared: Comparison) -> list[Block]:
    """Orders, contacts and January hours: what the change stands against."""
    tr, hours = case.tr, case.figures.hours
    rows = _demand(case)
    old, new = compared.scores_before.january.weeks, compared.scores_after.january.weeks
    if old and new:
        needed = (hours(sum(week.required for week in weeks)) for weeks in (old, new))
        planned = (hours(sum(week.planned for week in weeks)) for weeks in (old, new))
        rows += [(tr("Agent-hours needed in January"), *needed), (tr("Agent-hours planned for January"), *planned)]
    columns = (tr("Figure"), str(compared.season_before), str(compared.season_after))
    return [Table(tr("Volumes"), columns, tuple(rows))] if rows else []


def _demand(case: Case) -> list[tuple[Cell, ...]]:
    """Orders and contacts in each season's data, where both have them."""
    old, new, rows = case.previous, case.audit, list[tuple[Cell, ...]]()
    if old is not None and old.orders and new.orders:
        totals = (case.figures.orders(old.orders.total), case.figures.orders(new.orders.total))
        rows.append((case.tr("Orders in the season's data"), *totals))
    if old is not None and old.contacts and new.contacts:
        counts = (case.figures.contacts(old.contacts.total), case.figures.contacts(new.contacts.total))
        rows.append((case.tr("Contacts in the season's data"), *counts))
    return rows


def _chart(case: Case, compared: Comparison) -> list[Block]:
    """The scores that readiness is made of; the appendix has them all."""
    weighing = {part.id for scores in (compared.scores_before, compared.scores_after)
                for part in scores.readiness.contributions}
    rows = [row for row in _scored(compared) if row.id in weighing]
    if not rows:
        return []
    tr = case.tr
    bars = tuple(ChangeRow(_name(case, row), row.before, row.after, _change(case, compared, row)) for row in rows)
    better, worse = ([row for row in rows if row.kind == kind] for kind in ("better", "worse"))
    words = tr("Better: {better}. Worse: {worse}.", better=_names(case, better), worse=_names(case, worse))
    picture = Change(bars, str(compared.season_before), str(compared.season_after))
    table = _score_table(case, compared, tr("The picture's figures"), rows)
    return [Chart("change", tr("What readiness is made of, in both seasons"), words, picture, table)]


def _scored(compared: Comparison) -> list[ScoreRow]:
    return [row for row in compared.rows if row.before is not None or row.after is not None]


def _score_table(case: Case, compared: Comparison, caption: str, rows: Sequence[ScoreRow]) -> Table:
    columns = (case.tr("Score"), str(compared.season_before), str(compared.season_after), case.tr("Change"))
    return Table(caption, columns, tuple(_score_row(case, compared, row) for row in rows))


def _score_row(case: Case, compared: Comparison, row: ScoreRow) -> tuple[Cell, ...]:
    figures = case.figures
    return _name(case, row), figures.score(row.before), figures.score(row.after), _kind(case, compared, row.kind)


def _name(case: Case, row: ScoreRow) -> str:
    return case.tr(row.title) if row.title else case.listed_title(row.id)


def _names(case: Case, rows: Sequence[ScoreRow]) -> str:
    return ", ".join(_name(case, row) for row in rows) or case.tr("none")


def _change(case: Case, compared: Comparison, row: ScoreRow) -> str:
    if row.before is None or row.after is None or row.kind not in ("better", "worse", "same"):
        return _kind(case, compared, row.kind)
    sign = {"better": "▲", "worse": "▼", "same": "="}[row.kind]
    return f"{case.tr.number(row.before)} → {case.tr.number(row.after)} {sign}"


def _kind(case: Case, compared: Comparison, kind: RowKind) -> str:
    return case.tr("not known yet") if compared.not_yet(kind) else case.tr(KINDS[kind])


def _promises(case: Case, compared: Comparison) -> Section:
    """Last season's actions that were not done, its observations beside them."""
    tr = case.tr
    blocks: list[Block] = []
    if compared.kept or compared.not_kept:
        blocks.append(Paragraph(tr(
            "Last season's actions: {kept} done, {not_kept} not done.",
            kept=tr.number(len(compared.kept), 0), not_kept=tr.number(len(compared.not_kept), 0),
        )))
    if compared.not_kept:
        rows = tuple(_promise(case, action) for action in compared.not_kept)
        blocks.append(Table(tr("Promised and not done"), (tr("Action"), tr("Owner"), tr("Due")), rows))
    if compared.observations:
        kinds = {"success": tr("Success"), "difficulty": tr("Difficulty")}
        items = tuple(Item(f"{kinds[seen.kind]}: {seen.text}") for seen in compared.observations)
        blocks.append(Paragraph(tr("What was written down last season:")))
        blocks.append(Bullets(items))
    return Section("promises", tr("Last season's promises"), tuple(blocks))


def _promise(case: Case, action: Action) -> tuple[Cell, ...]:
    return action.title, action.owner.strip() or "–", case.figures.day(action.due)


def changes(case: Case) -> Section:
    """Every score, the answers that moved, and the settings under which figures do not compare."""
    tr, compared = case.tr, case.comparison
    title = tr("What changed between the seasons")
    if compared is None:
        return Section("changes", title)
    blocks: list[Block] = []
    if rows := _scored(compared):
        blocks.append(_score_table(case, compared, tr("Scores in both seasons"), rows))
    blocks += _moved(case, compared)
    if settings := telling_settings(compared):
        columns = (tr("Setting"), str(compared.season_before), str(compared.season_after), tr("Why it matters"))
        named = tuple(_setting(case, compared, row) for row in settings)
        blocks.append(Table(tr("Settings that differ"), columns, named))
    return Section("changes", title, tuple(blocks))


def _setting(case: Case, compared: Comparison, row: SettingRow) -> tuple[Cell, ...]:
    before, after = (case.tr(setting_value(row.key, value)) for value in (row.before, row.after))
    return case.capital(setting_name(row.key, compared)), before, after, case.sentence(row.why)


def _moved(case: Case, compared: Comparison) -> list[Block]:
    """Answers that moved, one by one; questions that are only in one season, by number."""
    tr = case.tr
    rows = [row for row in compared.questions if row.kind not in ("same", "new", "removed")]
    moved = tuple(_question(case, compared, row) for row in rows)
    columns = (tr("Question"), str(compared.season_before), str(compared.season_after), tr("Change"))
    blocks: list[Block] = [Table(tr("Answers that changed"), columns, moved)] if moved else []
    if any(map(_lowered, rows)):
        blocks.append(Paragraph(tr("In brackets: what an answer counts as when the data shows less."), "note"))
    new, removed = (sum(row.kind == kind for row in compared.questions) for kind in ("new", "removed"))
    if new or removed:
        blocks.append(Paragraph(tr(
            "Questions in the newer season only: {new}; in the older only: {removed}.",
            new=tr.number(new, 0), removed=tr.number(removed, 0),
        ), "note"))
    return blocks


def _question(case: Case, compared: Comparison, row: QuestionRow) -> tuple[str, str, str, str]:
    kind = _kind(case, compared, row.kind)
    if row.why_not is not None and row.kind not in ("became_known", "became_unknown"):
        kind = f"{kind}: {case.tr(row.why_not)}"
    return case.tr(row.prompt), *answers_of(row, case.tr), kind


def _lowered(row: QuestionRow) -> bool:
    """Whether the data leaves less of an answer than it says."""
    pairs = ((row.before, row.value_before), (row.after, row.value_after))
    return any(value is not None and counted not in (None, VALUES.get(value)) for value, counted in pairs)
