"""The change over what both sides have, and the scores it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.rounding import shown_change
from readycheck.core.years.comparison import Comparison, ScoreRow
from readycheck.report.case import Case
from readycheck.report.charts.change import Change, ChangeRow
from readycheck.report.model import Block, Cell, Chart, KeyFigure, KeyFigures, Missing, Number, Paragraph, Table
from readycheck.report.parts.years_words import (
    kind_word,
    list_note,
    list_part,
    moved_words,
    nothing_shared,
    own_part,
    phrases,
    side_titles,
)


def core(case: Case, compared: Comparison) -> list[Block]:
    """Both sides over what is known in both, and the change; or why there is none."""
    tr, figures = case.tr, case.figures
    before, after = compared.core_before, compared.core_after
    if before is None or after is None:
        return [Missing((nothing_shared(case, compared),), tr("Answer the checklist of both seasons."))]
    words = phrases(case)
    known = tr(words.known_in_both)
    first, second = side_titles(case)
    return [
        KeyFigures(tr(words.over_both), (
            KeyFigure(first, figures.score(before), known),
            KeyFigure(second, figures.score(after), known),
            KeyFigure(own_part(case, shown_change(before, after)), _moved(case, before, after), tr("points")),
            KeyFigure(list_part(case, compared), figures.points(compared.checklist_changed), list_note(case, compared)),
        )),
        Paragraph(_itself(case, compared)),
        Paragraph(tr(words.compared, n=compared.compared, all=compared.asked), "note"),
    ]


def _moved(case: Case, before: float, after: float) -> Number:
    """The change with its sign; between two files its size, for "is lower by" has the sign in it."""
    shown = case.figures.points_between(before, after)
    return shown if case.one_story else Number(abs(after - before), shown.text.lstrip("+-\N{MINUS SIGN}"), "points")


def _itself(case: Case, compared: Comparison) -> str:
    """Readiness as each side's own report has it: the two figures of the change together."""
    before, after = (scores.readiness for scores in (compared.scores_before, compared.scores_after))
    return case.tr(
        phrases(case).itself,
        before=case.tr.number(before.score), known_before=case.figures.share(before.known).text,
        after=case.tr.number(after.score), known_after=case.figures.share(after.known).text,
        change=case.figures.points_between(before.score, after.score).text,
    )


def score_chart(case: Case, compared: Comparison) -> list[Block]:
    """The scores that readiness is made of; the appendix has them all."""
    rows = _weighing(compared)
    if not rows:
        return []
    tr = case.tr
    bars = tuple(ChangeRow(_name(case, row), row.before, row.after, _change(case, compared, row)) for row in rows)
    better, worse = (_names(case, _of_kind(rows, kind)) for kind in ("better", "worse"))
    table = score_table(case, compared, tr("The picture's figures"), rows)
    picture = Change(bars, *case.sides)
    return [Chart("change", tr(phrases(case).made_of), moved_words(case, better, worse), picture, table)]


def most_moved(case: Case, compared: Comparison) -> str:
    """The one score that rose most and the one that fell most, with their figures; of two files, that differ most."""
    ends = ((kind, _of_kind(_weighing(compared), kind)[:1]) for kind in ("better", "worse"))
    told = {kind: "".join(f"{_name(case, row)} {_change(case, compared, row)}" for row in rows) for kind, rows in ends}
    if not any(told.values()):
        return ""
    up, down = (told[kind] or case.tr("none") for kind in ("better", "worse"))
    if case.one_story:
        return case.tr("Rose most: {up}. Fell most: {down}.", up=up, down=down)
    return case.tr("{side} is furthest above in: {up}. Furthest below: {down}.", side=case.sides[1], up=up, down=down)


def _weighing(compared: Comparison) -> list[ScoreRow]:
    ids = {part.id for scores in (compared.scores_before, compared.scores_after)
           for part in scores.readiness.contributions}
    return [row for row in scored_rows(compared) if row.id in ids]


def _of_kind(rows: Sequence[ScoreRow], kind: str) -> list[ScoreRow]:
    """The most moved first."""
    found = [row for row in rows if row.kind == kind]
    return sorted(found, key=lambda row: -abs((row.after or 0.0) - (row.before or 0.0)))


def scored_rows(compared: Comparison) -> list[ScoreRow]:
    """The rows that have a figure on either side."""
    return [row for row in compared.rows if row.before is not None or row.after is not None]


def score_table(case: Case, compared: Comparison, caption: str, rows: Sequence[ScoreRow]) -> Table:
    """Each score on both sides, the change where they compare, and what became of it."""
    tr = case.tr
    columns = (tr("Score"), *case.sides, "±", tr("Change"))
    return Table(caption, columns, tuple(_score_row(case, compared, row) for row in rows))


def _score_row(case: Case, compared: Comparison, row: ScoreRow) -> tuple[Cell, ...]:
    figures = case.figures
    change = figures.points_between(row.before, row.after) if _compares(row) else figures.points(None)
    return (
        _name(case, row), figures.score(row.before), figures.score(row.after), change,
        kind_word(case, compared, row.kind),
    )


def _compares(row: ScoreRow) -> bool:
    return row.before is not None and row.after is not None and row.kind in ("better", "worse", "same")


def _name(case: Case, row: ScoreRow) -> str:
    return case.tr(row.title) if row.title else case.listed_title(row.id)


def _names(case: Case, rows: Sequence[ScoreRow]) -> str:
    return ", ".join(_name(case, row) for row in rows) or case.tr("none")


def _change(case: Case, compared: Comparison, row: ScoreRow) -> str:
    if not _compares(row):
        return kind_word(case, compared, row.kind)
    sign = {"better": "▲", "worse": "▼"}.get(row.kind, "=")
    return f"{case.tr.number(row.before)} → {case.tr.number(row.after)} {sign}"
