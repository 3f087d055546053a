"""The rows and words of walks down the purchase path."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import STEPS, PathRun, PathStep, StepName
from readycheck.core.message import say
from readycheck.core.names import RESULT_NAMES, device_name, step_name
from readycheck.core.results import PathScore
from readycheck.i18n import Translator
from readycheck.tui.fields import YES_NO_UNKNOWN
from readycheck.tui.hours_text import figure
from readycheck.tui.widgets.rows import Cell, Column, Row
from readycheck.tui.widgets.stopwatch import clock

MARKS = {"pass": "✓", "friction": "~", "fail": "✗", "untested": "·"}


def figures_lines(now: PathScore, before: PathScore, tr: Translator) -> str:
    """The score, who tested, and what nobody did."""
    first = [figure(tr(say("Purchase path")), now.score, before.score, tr)]
    if now.help_reachable is not None:
        first.append(tr.plural("help reachable {share} ({n} step)", "help reachable {share} ({n} steps)", now.help_told,
                               share=tr.percent(now.help_reachable)))
    walks = tr.plural("{n} walk", "{n} walks", now.runs)
    outsiders = tr.plural("{n} outsider", "{n} outsiders", now.outsiders)
    first.append(f"{walks}, {outsiders}")
    failed = tr(say("✖ failed: {steps}. ", steps=_names(now.failed, tr))) if now.failed else ""
    return f"{'   '.join(first)}\n{failed}{_untested(now, tr)}"


def _untested(now: PathScore, tr: Translator) -> str:
    if not now.runs:
        return ""
    if not now.never_tested:
        return tr(say("Every step has been tested. Payment methods: {methods}", methods=_methods(now)))
    return tr(say(
        "Never tested: {steps}. Payment methods: {methods}", steps=_names(now.never_tested, tr), methods=_methods(now),
    ))


def _methods(now: PathScore) -> str:
    return ", ".join(now.payment_methods) or "–"


def _names(steps: tuple[StepName, ...], tr: Translator) -> str:
    return ", ".join(tr(step_name(step)).lower() for step in steps)


def run_line(n: int, count: int, run: PathRun, tr: Translator) -> str:
    """Who walks, with what."""
    return tr(say("Walk {n}/{count}: {who}", n=n + 1, count=count, who=" · ".join(_who(run, tr))))


def _who(run: PathRun, tr: Translator) -> list[str]:
    parts = [
        run.tester or tr(say("no name")),
        tr(say("outsider")) if run.outsider else tr(say("own staff")),
        tr(device_name(run.device)),
    ]
    return [part for part in parts if part]


def step_columns(tr: Translator) -> list[Column]:
    """The heads of the table of one walk's steps."""
    return [
        Column(tr(say("step")), 18), Column(tr(say("result")), 13), Column(tr(say("time")), 5, right=True),
        Column(tr(say("help")), 7), Column(tr(say("note"))), Column(tr(say("score")), 7, right=True),
    ]


def entries(run: PathRun) -> Iterator[tuple[str, PathStep]]:
    """Every step in order with a key: its place in the run, or "+step" where it has not been touched."""
    for name in STEPS:
        found = [(str(n), step) for n, step in enumerate(run.steps) if step.step == name]
        yield from found or [(f"+{name}", PathStep(name))]


def step_rows(run: PathRun, scores: PathScore, tr: Translator) -> dict[str, Row]:
    """One walk, step by step; the last column is the step's score over all walks."""
    return {key: _step_row(step, scores.by_step.get(step.step), tr) for key, step in entries(run)}


def _step_row(step: PathStep, score: float | None, tr: Translator) -> Row:
    result = f"{MARKS[step.result]} {tr(RESULT_NAMES[step.result])}"
    about = ": ".join(part for part in (step.payment_method, step.note) if part)
    return [
        tr(step_name(step.step)), Cell(result, "bold" if step.result in ("friction", "fail") else ""),
        clock(step.seconds) if step.seconds is not None else "–",
        "–" if step.help_reachable is None else tr(YES_NO_UNKNOWN[step.help_reachable]),
        about, tr.number(score, 0),
    ]


def run_columns(tr: Translator) -> list[Column]:
    """The heads of the table of walks."""
    return [
        Column(tr(say("walked by")), 14), Column(tr(say("who")), 12), Column(tr(say("device")), 12),
        Column(tr(say("day")), 11), Column(tr(say("trouble at"))),
    ]


def run_rows(runs: tuple[PathRun, ...], tr: Translator) -> dict[str, Row]:
    """Every walk, and where it went wrong."""
    return {str(n): _run_row(run, tr) for n, run in enumerate(runs)}


def _run_row(run: PathRun, tr: Translator) -> Row:
    hard = [
        f"{MARKS[step.result]} {tr(step_name(step.step)).lower()}"
        for _, step in entries(run) if step.result in ("friction", "fail")
    ]
    return [
        run.tester or "–", tr(say("outsider")) if run.outsider else tr(say("own staff")),
        tr(device_name(run.device)) or "–", tr.date(run.on), ", ".join(hard) or "–",
    ]
