"""What is not the same: answers that moved, what was added, removed or asks something else, and settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readycheck.core.sections import VALUES
from readycheck.core.years.comparison import Comparison, QuestionRow, SettingRow
from readycheck.core.years.setting_names import setting_name, setting_value, telling_settings
from readycheck.report.answer_pair import answers_of
from readycheck.report.case import Case
from readycheck.report.model import Block, Bullets, Cell, Item, Paragraph, Section, Table
from readycheck.report.parts.years_core import score_table, scored_rows
from readycheck.report.parts.years_words import KIND_ORDER, kind_word, phrases

LISTED = ("new", "removed", "changed_meaning")


def changes(case: Case) -> Section:
    """Every score, the answers that moved, what does not compare by name, and the settings that differ."""
    tr, compared = case.tr, case.comparison
    title = tr(phrases(case).changed)
    if compared is None:
        return Section("changes", title)
    blocks: list[Block] = []
    rows = [row for row in scored_rows(compared) if case.one_story or row.kind != "same"]
    if rows:
        blocks.append(score_table(case, compared, tr(phrases(case).scores), rows))
    blocks += [*_moved(case, compared), *_listed(case, compared), *_settings(case, compared)]
    return Section("changes", title, tuple(blocks))


def _moved(case: Case, compared: Comparison) -> list[Block]:
    """Answers that moved one by one, what got worse first; how many there are of each kind."""
    tr = case.tr
    rows = [row for row in compared.questions if row.kind not in ("same", *LISTED)]
    rows.sort(key=lambda row: KIND_ORDER.index(row.kind))
    blocks: list[Block] = [Paragraph(_counted(case, compared))] if compared.questions else []
    if rows:
        columns = (tr("Question"), *case.sides, tr("Change"))
        blocks.append(Table(tr(phrases(case).answers), columns, tuple(_question(case, compared, row) for row in rows)))
    if any(map(_lowered, rows)):
        blocks.append(Paragraph(tr("In brackets: what an answer counts as when the data shows less."), "note"))
    return blocks


def _counted(case: Case, compared: Comparison) -> str:
    counts = Counter(row.kind for row in compared.questions if row.comparable or row.kind != "same")
    told = [f"{kind_word(case, compared, kind)} {counts[kind]}" for kind in KIND_ORDER if counts[kind]]
    if unknown := len(compared.questions) - counts.total():
        told.append(f"{case.tr('known in neither')} {unknown}")
    return case.tr("Questions: {counts}.", counts=", ".join(told) or "–")


def _question(case: Case, compared: Comparison, row: QuestionRow) -> tuple[Cell, ...]:
    kind = kind_word(case, compared, row.kind)
    if row.why_not is not None and row.kind not in ("became_known", "became_unknown"):
        kind = f"{kind}: {case.tr(row.why_not)}"
    return case.tr(row.prompt), *answers_of(row, case.tr), kind


def _lowered(row: QuestionRow) -> bool:
    """Whether the data leaves less of an answer than it says."""
    pairs = ((row.before, row.value_before), (row.after, row.value_after))
    return any(value is not None and counted not in (None, VALUES.get(value)) for value, counted in pairs)


def _listed(case: Case, compared: Comparison) -> list[Block]:
    """What does not compare, by name: section by section, with the reason."""
    items = tuple(_listings(case, compared))
    if not items:
        return []
    return [Paragraph(case.tr("What does not compare, and why:")), Bullets(items)]


def _listings(case: Case, compared: Comparison) -> Iterator[Item]:
    """One item for each section, kind and reason: the questions' own words under it."""
    groups: dict[tuple[str, str, str], list[QuestionRow]] = {}
    for kind in ("changed_meaning", "removed", "new"):
        for row in compared.questions:
            if row.kind == kind:
                groups.setdefault((row.id.rpartition(".")[0], kind, _why(case, compared, row)), []).append(row)
    titles = {row.id: case.tr(row.title) for row in compared.rows if row.title is not None}
    wholly_new = _wholly_new(case, compared)
    for (section, _, why), rows in groups.items():
        if section in wholly_new:
            continue
        title = titles.get(section, section)
        head = case.tr.plural("{title}: one question, {why}", "{title}: {n} questions, {why}", len(rows),
                              title=title, why=why)
        yield Item(head, " · ".join(case.tr(row.prompt) for row in rows))
    if wholly_new:
        head = case.tr("Sections that are wholly new: {n} questions", n=sum(wholly_new.values()))
        yield Item(head, ", ".join(f"{titles.get(section, section)} {count}" for section, count in wholly_new.items()))


def _wholly_new(case: Case, compared: Comparison) -> dict[str, int]:
    """How many questions the sections have that the shop was never asked before: their names say enough."""
    if not case.one_story:
        return {}
    asked = Counter(row.id.rpartition(".")[0] for row in compared.questions)
    new = Counter(row.id.rpartition(".")[0] for row in compared.questions if row.kind == "new")
    return {section: count for section, count in new.items() if count == asked[section] > 1}


def _why(case: Case, compared: Comparison, row: QuestionRow) -> str:
    """Between two files nothing is new and nothing was removed: one of them has it."""
    told = row.why_not if case.one_story or row.kind == "changed_meaning" else None
    return case.tr(told) if told is not None else kind_word(case, compared, row.kind)


def _settings(case: Case, compared: Comparison) -> list[Block]:
    settings = telling_settings(compared)
    if not settings:
        return []
    columns = (case.tr("Setting"), *case.sides, case.tr("Why it matters"))
    rows = tuple(_setting(case, compared, row) for row in settings)
    return [Table(case.tr("Settings that differ"), columns, rows)]


def _setting(case: Case, compared: Comparison, row: SettingRow) -> tuple[Cell, ...]:
    before, after = (case.tr(setting_value(row.key, value)) for value in (row.before, row.after))
    return case.capital(setting_name(row.key, compared)), before, after, case.sentence(row.why)
