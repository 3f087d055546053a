"""Year against year: what the shop did, apart from what the checklist did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readycheck.core.audit import Action, AnswerValue
from readycheck.core.comparison import Comparison, ForecastGrade, QuestionRow, RowKind, ScoreRow
from readycheck.core.message import Message, say
from readycheck.core.names import ANSWER_NAMES
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
        remedy = case.tr("Keep this audit: next year's report compares itself with it.")
        return Section("years", title, (Missing((text,), remedy),))
    blocks = (_core(case, compared), *_volumes(case, compared), *_chart(case, compared))
    parts = (_promises(case, compared), _forecast(case, compared), _changes(case, compared))
    return Section("years", title, blocks, tuple(part for part in parts if part.blocks))


def _core(case: Case, compared: Comparison) -> KeyFigures:
    tr, figures = case.tr, case.figures
    core, not_yours = tr("what both seasons' lists share"), tr("points, not your doing")
    return KeyFigures(tr("Readiness over the comparable core"), (
        KeyFigure(tr("Season {year}", year=str(compared.season_before)), figures.score(compared.core_before), core),
        KeyFigure(tr("Season {year}", year=str(compared.season_after)), figures.score(compared.core_after), core),
        KeyFigure(tr("You improved"), figures.points(compared.improved), tr("points")),
        KeyFigure(tr("The checklist changed"), figures.points(compared.checklist_changed), not_yours),
    ))


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
    rows = tuple(row for row in compared.rows if row.before is not None or row.after is not None)
    if not rows:
        return []
    tr = case.tr
    bars = tuple(ChangeRow(_name(case, row), row.before, row.after, _change(case, row)) for row in rows)
    before, after = str(compared.season_before), str(compared.season_after)
    better, worse = ([row for row in rows if row.kind == kind] for kind in ("better", "worse"))
    words = tr("Better: {better}. Worse: {worse}.", better=_names(case, better), worse=_names(case, worse))
    columns = (tr("Score"), before, after, tr("Change"))
    table = Table(tr("The picture's figures"), columns, tuple(_score_row(case, row) for row in rows))
    return [Chart("change", tr("Scores in both seasons"), words, Change(bars, before, after), table)]


def _score_row(case: Case, row: ScoreRow) -> tuple[Cell, ...]:
    figures = case.figures
    return _name(case, row), figures.score(row.before), figures.score(row.after), case.tr(KINDS[row.kind])


def _name(case: Case, row: ScoreRow) -> str:
    return case.tr(row.title) if row.title else case.title(row.id)


def _names(case: Case, rows: Sequence[ScoreRow]) -> str:
    return ", ".join(_name(case, row) for row in rows) or case.tr("none")


def _change(case: Case, row: ScoreRow) -> str:
    if row.before is None or row.after is None or row.kind not in ("better", "worse", "same"):
        return case.tr(KINDS[row.kind])
    sign = {"better": "▲", "worse": "▼", "same": "="}[row.kind]
    return f"{case.tr.number(row.before)} → {case.tr.number(row.after)} {sign}"


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


def _forecast(case: Case, compared: Comparison) -> Section:
    """Last season's January forecast against what came."""
    grade = compared.forecast
    blocks = () if grade is None else (Paragraph(_graded(case, grade)),)
    return Section("forecast", case.tr("Forecast against outcome"), blocks)


def _graded(case: Case, grade: ForecastGrade) -> str:
    tr, contacts = case.tr, case.figures.contacts
    text = tr(
        "Last season's forecast for 27 December – 31 January was {forecast} contacts ({low} – {high}); {outcome} came.",
        forecast=contacts(grade.forecast).text, low=contacts(grade.low).text, high=contacts(grade.high).text,
        outcome=contacts(grade.outcome).text,
    )
    held = tr("The interval held.") if grade.held else tr("The interval did not hold.")
    return f"{text} {held} " + tr("The error was {error} of what came.", error=tr.percent(grade.error, 1))


def _changes(case: Case, compared: Comparison) -> Section:
    """Questions that moved, and settings under which figures do not compare."""
    tr = case.tr
    blocks: list[Block] = []
    moved = [row for row in compared.questions if row.kind != "same"]
    before, after = str(compared.season_before), str(compared.season_after)
    if moved:
        columns = (tr("Question"), before, after, tr("Change"))
        blocks.append(Table(tr("Answers that changed"), columns, tuple(_question(case, row) for row in moved)))
    if compared.settings:
        rows = tuple((row.key, row.before, row.after, case.sentence(row.why)) for row in compared.settings)
        blocks.append(Table(tr("Settings that differ"), (tr("Setting"), before, after, tr("Why it matters")), rows))
    return Section("changes", tr("What changed"), tuple(blocks))


def _question(case: Case, row: QuestionRow) -> tuple[str, str, str, str]:
    kind = case.tr(KINDS[row.kind])
    if row.why_not is not None:
        kind = f"{kind}: {case.tr(row.why_not)}"
    return case.tr(row.prompt), _answer(case, row.before), _answer(case, row.after), kind


def _answer(case: Case, value: AnswerValue | None) -> str:
    return "–" if value is None else case.tr(ANSWER_NAMES[value])
