"""The rows and words of one season held against another."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.message import Message, say
from readycheck.core.names import score_name
from readycheck.core.rounding import shown_change
from readycheck.core.years.comparison import Comparison, QuestionRow, RowKind, ScoreRow
from readycheck.core.years.setting_names import setting_name, setting_value, telling_settings
from readycheck.i18n import Translator
from readycheck.report.answer_pair import answers_of
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
    "forecast": say("Forecast"), "settings": say("Settings"),
}
Details = dict[str, str]
"""What stands under the table for each row: the whole text, the reason why."""
Table = tuple[list[Column], dict[str, Row], Details]


def headline(found: Comparison, trend: Mapping[int, float | None], tr: Translator) -> str:
    """The change over the comparable core, the shop's part and the checklist's apart; the trend of many seasons."""
    line = _change(found, tr)
    if not trend:
        return line
    seasons = " · ".join(f"{year} {tr.number(score)}" for year, score in sorted(trend.items()))
    return f"{line}\n{tr(say('Readiness, each season by its own lists: {seasons}', seasons=seasons))}"


def _change(found: Comparison, tr: Translator) -> str:
    years = f"{found.season_before} → {found.season_after}"
    if found.core_before is None or found.core_after is None:
        return f"{years}   {tr(found.nothing_shared)}"
    improved = shown_change(found.core_before, found.core_after)
    core = tr(say(
        "{years}   Answered in both years ({n} of {all}): {before} → {after} ({change})", years=years,
        n=found.compared, all=found.asked, before=tr.number(found.core_before), after=tr.number(found.core_after),
        change=signed(improved, tr),
    ))
    return f"{core}\n{_you(improved, tr)} {_list_changed(found, tr)}"


def _you(improved: float, tr: Translator) -> str:
    if not improved:
        return tr(say("= In these you are where you were."))
    if improved > 0:
        return tr(say("▲ In these you improved by {points} points.", points=tr.number(improved)))
    return tr(say("▼ In these you fell back by {points} points.", points=tr.number(-improved)))


def _list_changed(found: Comparison, tr: Translator) -> str:
    if found.checklist_changed is None or abs(found.checklist_changed) < 0.05:
        return tr(say("What is asked has not moved the figure."))
    before, after = (scores.readiness.score for scores in (found.scores_before, found.scores_after))
    return tr(say(
        "Readiness itself: {before} → {after}; {points} of it come of questions and data that only one season has.",
        before=tr.number(before), after=tr.number(after), points=signed(found.checklist_changed, tr),
    ))


def signed(value: float | None, tr: Translator) -> str:
    """ "+7.0" or "−3.2"."""
    if value is None:
        return "–"
    return ("+" if value > 0 else "") + tr.number(value)


def score_table(found: Comparison, tr: Translator) -> Table:
    """Sections and coverages in both seasons."""
    columns = [
        Column(tr(say("score")), least=20), Column(str(found.season_before), 6, right=True),
        Column(str(found.season_after), 6, right=True), Column("±", 8, right=True), Column("", 20),
    ]
    rows = {row.id: _score_row(row, found, tr) for row in found.rows}
    return columns, rows, {row.id: _score_detail(row, found, tr) for row in found.rows}


def _score_detail(row: ScoreRow, found: Comparison, tr: Translator) -> str:
    """A section of a checklist and a coverage may bear the same name: say which it is, and why its figures differ."""
    name = _score_title(row, tr)
    if row.title is None:
        return tr(say("{name}: worked out from what is typed and imported.", name=name))
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


def _score_row(row: ScoreRow, found: Comparison, tr: Translator) -> Row:
    both = row.before is not None and row.after is not None and row.kind in ("better", "worse", "same")
    change = shown_change(row.before or 0.0, row.after or 0.0)
    mark = change_mark(row.before, row.after) if both and change else ""
    said = NOTHING if row.before is None and row.after is None else _kind(row.kind, found)
    # a section is set in a little, so that it is not taken for a coverage of the same name
    return [
        ("" if row.title is None else "· ") + _score_title(row, tr), tr.number(row.before), tr.number(row.after),
        f"{mark}{tr.number(abs(change))}" if mark else "", tr(said),
    ]


def question_table(found: Comparison, kind: RowKind | None, tr: Translator) -> Table:
    """The questions, of one kind or all; the whole question and why it does not compare in the details."""
    columns = [
        Column(tr(say("question")), least=20), Column(str(found.season_before), 15),
        Column(str(found.season_after), 15), Column("", 20),
    ]
    chosen = [row for row in found.questions if kind is None or row.kind == kind]
    rows: dict[str, Row] = {
        row.id: [tr(row.prompt), *answers_of(row, tr), tr(_became(row, found))]
        for row in chosen
    }
    return columns, rows, {row.id: _question_detail(row, tr) for row in chosen}


def _became(row: QuestionRow, found: Comparison) -> Message:
    """What is unknown in both seasons has not stayed the same."""
    return _kind(row.kind, found) if row.comparable or row.kind != "same" else NOTHING


def _kind(kind: RowKind, found: Comparison) -> Message:
    """In a season that nobody has answered yet, nothing has been forgotten either."""
    return NOT_YET if found.not_yet(kind) else KINDS[kind]


def _question_detail(row: QuestionRow, tr: Translator) -> str:
    parts = [tr(row.prompt)]
    if row.value_before is not None and row.value_after is not None:
        parts.append(tr(say("Counts as {before} → {after}, data included.", before=tr.percent(row.value_before),
                            after=tr.percent(row.value_after))))
    if row.answers_alone:
        parts.append(tr(say("Only the answers are compared: one season has no data for it.")))
    if row.why_not is not None:
        parts.append(tr(say("Not compared: {why}.", why=row.why_not)))
    return " ".join(parts)


def promise_table(found: Comparison, tr: Translator) -> Table:
    """Last season's actions, kept or not, and its observations."""
    columns = [
        Column("", 15), Column(tr(say("what was promised or seen")), least=20), Column(tr(say("who")), 12),
        Column(tr(say("due")), 11),
    ]
    rows: dict[str, Row] = {}
    details: Details = {}
    for kept, actions in ((False, found.not_kept), (True, found.kept)):
        for n, action in enumerate(actions):
            name = tr(say("✓ done")) if kept else tr(say("✗ not done"))
            rows[f"{kept}{n}"] = [Cell(name, "" if kept else "bold"), action.title, action.owner, tr.date(action.due)]
            details[f"{kept}{n}"] = action.title
    for n, seen in enumerate(found.observations):
        name = tr(say("+ success")) if seen.kind == "success" else tr(say("! difficulty"))
        rows[f"seen{n}"] = [name, seen.text, "", tr.date(seen.on)]
        details[f"seen{n}"] = seen.text
    return columns, rows, details


def setting_table(found: Comparison, tr: Translator) -> Table:
    """Settings that differ; why that matters in the details."""
    columns = [
        Column(tr(say("setting")), least=24), Column(str(found.season_before), 14, right=True),
        Column(str(found.season_after), 14, right=True),
    ]
    rows: dict[str, Row] = {}
    details: Details = {}
    for row in telling_settings(found):
        name = tr(setting_name(row.key, found))
        before, after = (tr(setting_value(row.key, value)) for value in (row.before, row.after))
        rows[row.key], details[row.key] = [name, before, after], f"{name}: {tr(row.why)}"
    return columns, rows, details
