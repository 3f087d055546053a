"""The rows and words of walks down the purchase path."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from readycheck.core.audit import STEPS, PathRun, PathStep, StepName
from readycheck.core.message import say
from readycheck.core.names import RESULT_NAMES, device_name, step_name
from readycheck.core.results import PathScore
from readycheck.i18n import Translator
from readycheck.tui.fields import YES_NO_UNKNOWN
from readycheck.tui.hours_text import clicked, figure
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.rows import Cell, Column, Row
from readycheck.tui.widgets.stopwatch import clock

MARKS = {"pass": "✓", "friction": "~", "fail": "✗", "untested": "·"}


def figures_lines(now: PathScore, before: PathScore, width: int, tr: Translator) -> str:
    """Three lines of at most `width`, however much has been tested: the table below them stays where it is."""
    first = [figure(tr(say("Purchase path")), now.score, before.score, tr)]
    if now.help_reachable is not None:
        first.append(tr.plural("help reachable {share} ({n} step)", "help reachable {share} ({n} steps)", now.help_told,
                               share=tr.percent(now.help_reachable)))
    walks = tr.plural("{n} walk", "{n} walks", now.runs)
    outsiders = tr.plural("{n} outsider", "{n} outsiders", now.outsiders)
    first.append(f"{walks}, {outsiders}")
    told = (_tested(now, width, tr), _methods(now, tr)) if now.runs else (
        tr(say("Buy as a customer does, step by step. The best tester is an outsider.")),)
    return "\n".join(("   ".join(first), *told))


def _tested(now: PathScore, width: int, tr: Translator) -> str:
    """What nobody has tested, then where it failed: by name where the line has room, else how many."""
    untested = (_untested(now, tr), tr(say("Never tested: {n} of {all} steps.", n=len(now.never_tested),
                                           all=len(STEPS))))
    failed = ("", "") if not now.failed else (
        tr(say("✖ Failed: {steps}.", steps=_names(now.failed, tr))),
        tr(say("✖ Failed: {n} of {all} steps.", n=len(now.failed), all=len(STEPS))),
    )
    shorter = ((1, 0), (1, 1)) if now.never_tested else ((0, 1),)
    lines = [f"{untested[n]} {failed[m]}".rstrip() for n, m in ((0, 0), *shorter)]
    if now.failed:
        how = tr(say("Once mended, judge it anew in that walk."))
        # that all is tested is worth less than how a failed step is cleared
        lines = [f"{lines[0]} {how}", *([] if now.never_tested else [f"{failed[0]} {how}"]), *lines]
    return next((line for line in lines if cell_len(line) <= width), lines[-1])


def _untested(now: PathScore, tr: Translator) -> str:
    if not now.never_tested:
        return tr(say("Every step has been tested."))
    return tr(say("Never tested: {steps}.", steps=_names(now.never_tested, tr)))


def _methods(now: PathScore, tr: Translator) -> str:
    methods = ", ".join(now.payment_methods)
    return tr(say("Payment methods: {methods}", methods=methods or tr(say(
        "none tested yet, {key} adds one",
        key=key_of("path.method", "m")))))


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


def step_line(step: PathStep, tr: Translator) -> Content:
    """What is noted at the step under the cursor, whole as far as there is room; each part has its key and a click."""
    helped = tr(say("{key} help: {known}", key=key_of("path.help", "h"), known=YES_NO_UNKNOWN[step.help_reachable]))
    note = step.note.replace("\n", " ") or tr(say("note"))
    parts = [
        clicked(Content(helped), "screen.help"), clicked(Content(tr(say(
            "{key} payment method",
            key=key_of("path.method", "m")))), "screen.method"),
        clicked(Content(tr(say("{key} {note}", key=key_of("path.note", "n"), note=note))), "screen.note"),
    ]
    return Content(" · ").join(parts)


def step_columns(tr: Translator, *, wide: bool) -> list[Column]:
    """The heads of the table of one walk's steps; the last is of all walks."""
    everyone = tr(say("score, all walks")) if wide else tr(say("all walks"))
    return [
        Column(tr(say("step")), 18), Column(tr(say("result")), 13), Column(tr(say("time")), 5, right=True),
        Column(tr(say("help")), 5), Column(tr(say("note"))), Column(everyone, cell_len(everyone), right=True),
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


def run_columns(tr: Translator, *, wide: bool) -> list[Column]:
    """The heads of the table of walks; the trouble is to be read whole before who walked is."""
    who = [Column(tr(say("walked by")), 20 if wide else 17), *([Column(tr(say("who")), 12)] if wide else [])]
    return [*who, Column(tr(say("device")), 12), Column(tr(say("day")), 11), Column(tr(say("trouble at")))]


def run_rows(runs: tuple[PathRun, ...], tr: Translator, *, wide: bool) -> dict[str, Row]:
    """Every walk, and where it went wrong."""
    return {str(n): _run_row(run, tr, wide=wide) for n, run in enumerate(runs)}


def _run_row(run: PathRun, tr: Translator, *, wide: bool) -> Row:
    hard = [
        f"{MARKS[step.result]} {tr(step_name(step.step)).lower()}"
        for _, step in entries(run) if step.result in ("friction", "fail")
    ]
    who = [tr(say("outsider")) if run.outsider else tr(say("own staff"))] if wide else []
    return [run.tester or "–", *who, tr(device_name(run.device)) or "–", tr.date(run.on), ", ".join(hard) or "–"]
