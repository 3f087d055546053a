"""The rows and words of one season held against another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from readycheck.core.message import Message, say
from readycheck.core.names import score_name
from readycheck.core.rounding import shown_change
from readycheck.core.years.comparison import QuestionRow, RowKind, ScoreRow
from readycheck.core.years.setting_names import setting_name, setting_value, telling_settings
from readycheck.i18n import Translator
from readycheck.report.answer_pair import answers_of
from readycheck.tui.compare_pair import Compared
from readycheck.tui.widgets.bars import change_mark
from readycheck.tui.widgets.rows import Cell, Column, Row

KINDS: Mapping[RowKind, Message] = {
    "better": say("▲ better"), "worse": say("▼ worse"), "same": say("= same"), "new": say("+ new"),
    "removed": say("− removed"), "changed_meaning": say("≠ meaning changed"),
    "became_known": say("! became known"), "became_unknown": say("? became unknown"),
}
NOTHING = say("nothing to compare")
NOT_YET = say("? not known yet")
VIEWS: Mapping[str, Message] = {
    "scores": say("Scores"), "questions": say("Questions"), "promises": say("Promises"),
    "contacts": say("Demand"), "trend": say("Trend"), "forecast": say("Forecast"), "settings": say("Settings"),
}
Details = dict[str, str]
"""What stands under the table for each row: the whole text, the reason why."""
Table = tuple[list[Column], dict[str, Row], Details]


def narrowed(table: Table, place: int) -> Table:
    """For a narrow terminal: of the words in one column the sign alone that they begin with."""
    columns, rows, details = table
    place %= len(columns) or 1
    signs = [Column("", 1) if n == place else column for n, column in enumerate(columns)]
    return signs, {name: [_sign(cell) if n == place else cell for n, cell in enumerate(row)]
                   for name, row in rows.items()}, details


def _sign(cell: str | Cell) -> str | Cell:
    return replace(cell, text=cell.text[:1]) if isinstance(cell, Cell) else cell[:1]


def score_table(compared: Compared, tr: Translator) -> Table:
    """Sections and coverages in both seasons."""
    columns = [
        Column(tr(say("score")), least=20), *_figures(compared, 6), Column("±", 8, right=True), Column("", 20),
    ]
    rows = {row.id: _score_row(row, compared, tr) for row in compared.found.rows}
    return columns, rows, {row.id: _score_detail(row, compared, tr) for row in compared.found.rows}


def _figures(compared: Compared, width: int) -> list[Column]:
    """Both sides' columns of figures, as wide as their names at least."""
    return [Column(head, max(width, len(head)), right=True) for head in compared.heads]


def _score_detail(row: ScoreRow, compared: Compared, tr: Translator) -> str:
    """A section of a checklist and a coverage may bear the same name: say which it is, and why its figures differ."""
    name = _score_title(row, tr)
    if row.title is None:
        return tr(say("{name}: worked out from what is typed and imported.", name=name))
    found = compared.found
    before, after = (scores.section(row.id) for scores in (found.scores_before, found.scores_after))
    if row.kind not in ("better", "worse", "same") or row.before is None or before is None or after is None:
        return tr(say("{name}: no question of it was answered in both years.", name=name))
    text = tr(say("{name}: only questions answered in both years: {before} → {after}.", name=name,
                  before=tr.number(row.before), after=tr.number(row.after)))
    whole = tr(say("With all its questions, as elsewhere in the program: {before} → {after}.",
                   before=tr.number(before.score), after=tr.number(after.score)))
    return f"{text} {whole}"


def _score_title(row: ScoreRow, tr: Translator) -> str:
    return tr(row.title if row.title is not None else score_name(row.id))


def _score_row(row: ScoreRow, compared: Compared, tr: Translator) -> Row:
    both = row.before is not None and row.after is not None and row.kind in ("better", "worse", "same")
    change = shown_change(row.before or 0.0, row.after or 0.0)
    mark = change_mark(row.before, row.after) if both and change else ""
    said = NOTHING if row.before is None and row.after is None else kind_words(row.kind, compared)
    # a section is set in a little, so that it is not taken for a coverage of the same name
    return [
        ("" if row.title is None else "· ") + _score_title(row, tr), tr.number(row.before), tr.number(row.after),
        f"{mark}{tr.number(abs(change))}" if mark else "", tr(said),
    ]


def question_table(compared: Compared, kind: RowKind | None, tr: Translator) -> Table:
    """The questions, of one kind or all; the whole question and why it does not compare in the details."""
    columns = [
        Column(tr(say("question")), least=20), *(Column(head, 15) for head in compared.heads), Column("", 20),
    ]
    chosen = [row for row in compared.found.questions if kind is None or row.kind == kind]
    rows: dict[str, Row] = {
        row.id: [tr(row.prompt), *answers_of(row, tr), tr(_became(row, compared))]
        for row in chosen
    }
    return columns, rows, {row.id: _question_detail(row, compared, tr) for row in chosen}


def _became(row: QuestionRow, compared: Compared) -> Message:
    """What is unknown in both seasons has not stayed the same."""
    return kind_words(row.kind, compared) if row.comparable or row.kind != "same" else NOTHING


def kind_words(kind: RowKind, compared: Compared) -> Message:
    """What became of a row. In a season that nobody has answered yet nothing has been forgotten; of two files nothing
    "became" anything.
    """
    before, after = compared.heads
    if not compared.sides.one_story:
        return {
            "better": say("▲ higher"), "worse": say("▼ lower"),
            "new": say("only in {side}", side=after), "removed": say("only in {side}", side=before),
            "became_known": say("known in {side}", side=after), "became_unknown": say("known in {side}", side=before),
        }.get(kind, KINDS[kind])
    return NOT_YET if compared.found.not_yet(kind) else KINDS[kind]


def _question_detail(row: QuestionRow, compared: Compared, tr: Translator) -> str:
    parts = [f"{tr(_became(row, compared))}:", tr(row.prompt)]
    if row.value_before is not None and row.value_after is not None:
        parts.append(tr(say("Counts as {before} → {after}, data included.", before=tr.percent(row.value_before),
                            after=tr.percent(row.value_after))))
    if row.answers_alone:
        parts.append(tr(say("Only the answers are compared: one season has no data for it.")))
    if row.why_not is not None:
        parts.append(tr(say("Not compared: {why}.", why=row.why_not)))
    return " ".join(parts)


def setting_table(compared: Compared, tr: Translator) -> Table:
    """Settings that differ; why that matters in the details."""
    found = compared.found
    columns = [Column(tr(say("setting")), least=24), *_figures(compared, 14)]
    rows: dict[str, Row] = {}
    details: Details = {}
    for row in telling_settings(found):
        name = tr(setting_name(row.key, found))
        before, after = (tr(setting_value(row.key, value)) for value in (row.before, row.after))
        rows[row.key], details[row.key] = [name, before, after], f"{name}: {tr(row.why)}"
    return columns, rows, details
