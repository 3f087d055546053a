"""The answers to a question of two seasons, for a reader."""

from __future__ import annotations

from readycheck.core.audit import AnswerValue
from readycheck.core.names import ANSWER_NAMES
from readycheck.core.sections import VALUES
from readycheck.core.years.comparison import QuestionRow
from readycheck.i18n import Translator


def answers_of(row: QuestionRow, tr: Translator) -> tuple[str, str]:
    """Both answers; what counts of one in brackets where the data leaves less, else yes → yes could not be better."""
    return _answer(row.before, row.value_before, tr), _answer(row.after, row.value_after, tr)


def _answer(value: AnswerValue | None, counted: float | None, tr: Translator) -> str:
    if value is None:
        return "–"
    name = tr(ANSWER_NAMES[value])
    return name if counted in (None, VALUES.get(value)) else f"{name} ({tr.percent(counted)})"
