"""The purchase path: step by step, tester by tester."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import STEPS, PathRun, PathStep, StepName, StepResult
from readycheck.core.names import RESULT_NAMES, device_name, step_name
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, KeyFigure, KeyFigures, Missing, Paragraph, Section, Table

SIGNS: Mapping[StepResult, str] = {"pass": "✓", "friction": "~", "fail": "✕", "untested": "–"}


def purchase_path(case: Case) -> Section:
    """The score, each step under each tester, and what the testers wrote."""
    tr, path = case.tr, case.scores.path
    blocks: list[Block] = [
        Paragraph(tr("Can a customer get from arriving to a paid order and, if need be, through a return?"))
    ]
    if path.score is None:
        remedy = tr("Ask one outsider to order something on a phone, and write down every step in the app.")
        blocks.append(Missing(tuple(case.sentence(missing) for missing in path.missing), remedy))
        return Section("path", case.title("coverage/path"), tuple(blocks))
    blocks += [_figures(case), _steps(case), *_notes(case), *_untested(case)]
    return Section("path", case.title("coverage/path"), tuple(blocks))


def _figures(case: Case) -> KeyFigures:
    tr, path, figures = case.tr, case.scores.path, case.figures
    methods = ", ".join(path.payment_methods) or tr("none tried")
    return KeyFigures(tr("Purchase path"), (
        KeyFigure(tr("Path score"), figures.score(path.score), tr("payment counts double")),
        KeyFigure(tr("Test runs"), figures.count(path.runs), ", ".join(tr(device_name(each)) for each in path.devices)),
        KeyFigure(tr("Outsiders"), figures.count(path.outsiders), tr("of the testers")),
        KeyFigure(tr("Payment methods"), figures.count(len(path.payment_methods)), methods),
        KeyFigure(tr("Help within reach"), figures.share(path.help_reachable), _where_told(case)),
    ))


def _where_told(case: Case) -> str:
    """Of how many steps the share of help is: one note of it does not speak for the whole path."""
    return case.tr.plural(
        "of the {n} tested step where it was written down", "of the {n} tested steps where it was written down",
        case.scores.path.help_told,
    )


def _steps(case: Case) -> Table:
    tr, runs = case.tr, case.audit.path_runs
    columns = (tr("Step"), tr("Score"), *(_tester(case, run, place) for place, run in enumerate(runs, 1)))
    rows: list[tuple[Cell, ...]] = []
    for step in STEPS:
        score = case.figures.score(case.scores.path.by_step.get(step))
        rows.append((tr(step_name(step)), score, *(_results(case, run, step) for run in runs)))
    return Table(tr("Every step with every tester"), columns, tuple(rows))


def _tester(case: Case, run: PathRun, place: int) -> str:
    who = run.tester.strip() or case.tr("Tester {n}", n=place)
    kind = case.tr("outsider") if run.outsider else case.tr("own staff")
    return f"{who} ({', '.join(part for part in (kind, case.tr(device_name(run.device))) if part)})"


def _results(case: Case, run: PathRun, step: StepName) -> str:
    """One run's entries at a step: a sign and a word, the payment method and the time."""
    return "; ".join(_result(case, entry) for entry in run.steps if entry.step == step) or SIGNS["untested"]


def _result(case: Case, entry: PathStep) -> str:
    said = f"{SIGNS[entry.result]} {case.tr(RESULT_NAMES[entry.result])}"
    if entry.payment_method:
        said = f"{entry.payment_method}: {said}"
    return said if entry.seconds is None else f"{said}, {case.figures.seconds(entry.seconds).text}"


def _notes(case: Case) -> list[Block]:
    """What did not go well: every step that failed, and what testers wrote where they stumbled."""
    rows = tuple(
        (case.tr(step_name(entry.step)), _tester(case, run, place), case.tr(RESULT_NAMES[entry.result]),
         entry.note.strip() or "–")
        for place, run in enumerate(case.audit.path_runs, 1) for entry in run.steps
        if entry.result == "fail" or (entry.note.strip() and entry.result == "friction")
    )
    columns = (case.tr("Step"), case.tr("Tester"), case.tr("How it went"), case.tr("What the tester wrote"))
    return [Table(case.tr("What went wrong"), columns, rows)] if rows else []


def _untested(case: Case) -> list[Block]:
    names = ", ".join(case.tr(step_name(step)) for step in case.scores.path.never_tested)
    return [Paragraph(case.tr("Never tested: {steps}.", steps=names), "note")] if names else []
