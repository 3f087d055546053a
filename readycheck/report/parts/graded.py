"""Last season's January forecast against what came: week by week, what drifted, and what is learned of it."""

from __future__ import annotations

from math import isclose

from readycheck.core.forecast import drift_words
from readycheck.core.forecast.grading import telling_weeks
from readycheck.core.years.comparison import Comparison, DriftFactor, ForecastGrade, WeekGrade
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Paragraph, Section, Steps, Table

SAME_DRIFT = 1e-3
"""A learned drift that was typed by hand, rounded as --learn tells it, is the same."""

def graded_forecast(case: Case, compared: Comparison) -> Section:
    """The grade, or why there is none."""
    grade, tr = compared.forecast, case.tr
    blocks: tuple[Block, ...] = ()
    if grade is not None:
        blocks = (Paragraph(graded_in_words(case, grade)), *_by_week(case, grade), *_drifted(case, grade))
    elif compared.not_graded is not None:
        blocks = (Paragraph(tr("Last season's January forecast is not graded: {why}.", why=compared.not_graded)),)
    return Section("forecast", tr("Forecast against outcome"), blocks)


def graded_steps(case: Case, compared: Comparison) -> Section:
    """The grade's arithmetic."""
    steps = compared.forecast.steps if compared.forecast is not None else ()
    lines = tuple(case.tr(step) for step in steps)
    return Section("steps-forecast", case.tr("Last season's forecast"), (Steps(lines),) if lines else ())


def graded_in_words(case: Case, grade: ForecastGrade) -> str:
    """What was forecast, what came, and whether the interval held."""
    tr, contacts = case.tr, case.figures.contacts
    text = tr(
        "Last season's forecast for 27 December – 31 January was {forecast} contacts ({low} – {high} in 8 cases of"
        " 10); {outcome} came.",
        forecast=contacts(grade.forecast).text, low=contacts(grade.low).text, high=contacts(grade.high).text,
        outcome=contacts(grade.outcome).text,
    )
    held = tr("The interval held.") if grade.held else tr("The interval did not hold.")
    return f"{text} {held} {case.sentence(drift_words.missed(grade))}"


def _by_week(case: Case, grade: ForecastGrade) -> list[Block]:
    """Few contacts a week are told apart by chance alone: then the whole window stands for itself."""
    weeks, tr = telling_weeks(grade), case.tr
    if not weeks:
        return []
    columns = (tr("Week"), tr("Forecast"), tr("at least"), tr("at most"), tr("What came"), tr("Interval"))
    caption = tr("Week by week: the interval held in {held} of {all} weeks", held=grade.weeks_held, all=len(weeks))
    return [Table(caption, columns, tuple(_week(case, week) for week in weeks))]


def _week(case: Case, week: WeekGrade) -> tuple[Cell, ...]:
    contacts = case.figures.contacts
    held = case.tr("✓ held") if week.held else case.tr("✕ did not hold")
    return (
        case.tr("week {week}", week=int(week.week[6:])), contacts(week.forecast), contacts(week.low),
        contacts(week.high), contacts(week.came), held,
    )


def _drifted(case: Case, grade: ForecastGrade) -> list[Block]:
    """What each cause made of January's contacts, and the drift learned for next year."""
    tr = case.tr
    columns = (tr("What changed"), tr("January's contacts"), tr("What happened"))
    rows = tuple(_factor(case, factor) for factor in grade.factors)
    caption = tr("Where the difference comes from: multiplied, the changes give the outcome")
    return [Table(caption, columns, rows), Paragraph(_learned(case, grade))]


def _learned(case: Case, grade: ForecastGrade) -> str:
    """The drift learned, and how it comes into the plan where it is not there yet."""
    tr, what, drift = case.tr, drift_words.learned(grade), case.audit.plan.drift
    if drift is not None and isclose(drift, grade.learned_drift, abs_tol=SAME_DRIFT):
        return tr("What it teaches: {what}. This season's plan has it.", what=what)
    return tr("What it teaches: {what}. The app's January page takes it into the plan.", what=what)


def _factor(case: Case, factor: DriftFactor) -> tuple[Cell, ...]:
    change = None if factor.value is None else factor.value - 1
    name = case.capital(drift_words.NAMES[factor.kind])
    return name, case.figures.change(change), case.sentence(factor.words)
