"""The purchase path: where testers pass, stumble and fail (DOMAIN §3.7)."""

from __future__ import annotations

from collections.abc import Mapping

from readycheck.core.audit import STEPS, Audit, PathStep, StepName
from readycheck.core.message import Message, say
from readycheck.core.names import step_name
from readycheck.core.results import PathScore

POINTS = {"pass": 1.0, "friction": 0.5, "fail": 0.0}
DOUBLE: StepName = "pay"
BLOCKING: tuple[StepName, ...] = ("cart", "order", "pay")


def path_score(audit: Audit) -> PathScore:
    """The mean over the steps that have a score, `pay` weighing double."""
    tested = [step for run in audit.path_runs for step in run.steps if step.result != "untested"]
    by_step = {name: _step_score([s for s in tested if s.step == name]) for name in STEPS}
    scored = {name: score for name, score in by_step.items() if score is not None}
    weights = {name: 2 if name == DOUBLE else 1 for name in scored}
    score = sum(weights[n] * s for n, s in scored.items()) / sum(weights.values()) if scored else None
    helped = [step.help_reachable for step in tested if step.help_reachable is not None]
    return PathScore(
        score=score,
        missing=() if scored else (say("the purchase path has not been tested: walk it"),),
        by_step=by_step,
        failed=tuple(name for name in STEPS if any(s.step == name and s.result == "fail" for s in tested)),
        runs=len(audit.path_runs),
        outsiders=sum(run.outsider for run in audit.path_runs),
        devices=tuple(dict.fromkeys(run.device for run in audit.path_runs if run.device)),
        payment_methods=tuple(dict.fromkeys(s.payment_method for s in tested if s.payment_method)),
        never_tested=tuple(name for name in STEPS if by_step[name] is None),
        help_reachable=sum(helped) / len(helped) if helped else None,
        help_told=len(helped),
        steps=_arithmetic(tested, scored, weights, score),
    )


def _step_score(entries: list[PathStep]) -> float | None:
    return 100 * sum(POINTS[entry.result] for entry in entries) / len(entries) if entries else None


def _arithmetic(
    tested: list[PathStep], scored: Mapping[StepName, float], weights: Mapping[StepName, int], score: float | None
) -> tuple[Message, ...]:
    lines = [
        say("{step}: 100 × {points:g} / {entries} = {score:.2f}, weight {weight}",
            step=step_name(name), points=sum(POINTS[s.result] for s in tested if s.step == name),
            entries=sum(s.step == name for s in tested), score=value, weight=weights[name])
        for name, value in scored.items()
    ]
    if score is not None:
        lines.append(say("Path = {summed:.2f} / {weights} = {score:.2f}",
                         summed=sum(weights[n] * s for n, s in scored.items()),
                         weights=sum(weights.values()), score=score))
    return tuple(lines)
