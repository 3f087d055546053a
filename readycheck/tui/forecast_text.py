"""The rows of last season's January forecast held against what came."""

from __future__ import annotations

from readycheck.core.forecast import drift_words
from readycheck.core.forecast.grading import telling_weeks
from readycheck.core.message import Message, say
from readycheck.core.rounding import rounded
from readycheck.core.years.comparison import Comparison, ForecastGrade, WeekGrade
from readycheck.i18n import Translator
from readycheck.tui.widgets.rows import Cell, Column, Row

MULTIPLIED = say("The four changes, multiplied, make what came of the forecast.")
WITHIN = say("In brackets what the forecast gives for 8 cases of 10; ✓ what came lies between the two.")


def forecast_table(found: Comparison, tr: Translator) -> tuple[list[Column], dict[str, Row], dict[str, str]]:
    """The grade, what drifted, what is learned, the weeks; what each row means in its details."""
    columns = [Column(tr(say("January's contacts")), least=30), Column(str(found.season_before), 24, right=True)]
    grade = found.forecast
    if grade is None:
        return columns, {}, {}
    rows = {**_grade_rows(grade, tr), **_factor_rows(grade, tr), **_week_rows(grade, tr)}
    return columns, rows, _details(grade, tr)


def _grade_rows(grade: ForecastGrade, tr: Translator) -> dict[str, Row]:
    held = tr(say("✓ the interval held")) if grade.held else tr(say("✗ outside the interval"))
    return {
        "forecast": [tr(say("forecast")), tr.number(grade.forecast, 0)],
        "interval": [tr(say("8 cases of 10")), _interval(grade, tr)],
        "outcome": [tr(say("what came")), tr.number(grade.outcome, 0)],
        "change": [tr(say("what came, against the forecast")), _change(grade.change, tr, 1)],
        "held": [tr(say("interval")), Cell(held, "bold")],
    }


def _factor_rows(grade: ForecastGrade, tr: Translator) -> dict[str, Row]:
    """What each cause made of January's contacts, and the drift that is learned of it all."""
    rows: dict[str, Row] = {
        factor.kind: [
            "· " + tr(drift_words.NAMES[factor.kind]), _change(None if factor.value is None else factor.value - 1, tr),
        ]
        for factor in grade.factors
    }
    drifts = f"{tr.percent(grade.drift)} → {tr.percent(grade.learned_drift)}"
    return {**rows, "learned": [tr(say("drift for next year's interval")), drifts]}


def _week_rows(grade: ForecastGrade, tr: Translator) -> dict[str, Row]:
    return {
        week.week: [
            tr(say("week {week}: forecast {forecast} ({interval})", week=int(week.week[6:]),
                   forecast=tr.number(week.forecast, 0), interval=_interval(week, tr))),
            tr(_came(week), came=tr.number(week.came, 0)),
        ]
        for week in telling_weeks(grade)
    }


def _came(week: WeekGrade) -> Message:
    return say("{came} came ✓ within") if week.held else say("{came} came ✗ outside")


def _details(grade: ForecastGrade, tr: Translator) -> dict[str, str]:
    weeks = telling_weeks(grade)
    held = say("The interval held in {held} of {all} weeks.", held=grade.weeks_held, all=len(grade.weeks))
    return {
        **{factor.kind: f"{_sentence(tr(factor.words))} {tr(MULTIPLIED)}" for factor in grade.factors},
        "change": f"{_sentence(tr(drift_words.missed(grade)))} {tr(MULTIPLIED)}",
        "learned": _sentence(tr(drift_words.learned(grade))),
        **({"held": tr(held)} if weeks else {}),
        **{week.week: tr(WITHIN) for week in weeks},
    }


def _change(change: float | None, tr: Translator, decimals: int = 0) -> str:
    """ "+12%" with as many decimals; a dash where it is not known."""
    if change is None:
        return "–"
    return ("+" if rounded(100 * change, decimals) > 0 else "") + tr.percent(change, decimals)


def _interval(found: ForecastGrade | WeekGrade, tr: Translator) -> str:
    return f"{tr.number(found.low, 0)}–{tr.number(found.high, 0)}"


def _sentence(text: str) -> str:
    """A capital first, a full stop last."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
