"""Walks down the purchase path side by side: the same step of every tester in one row (DOMAIN §3.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readycheck.core.audit import STEPS, PathRun, PathStep, StepName, StepResult

WORST: tuple[StepResult, ...] = ("fail", "friction", "pass", "untested")
TROUBLE: tuple[StepResult, ...] = ("fail", "friction")


@dataclass(frozen=True)
class StepBeside:
    """One step, or one payment method of it, with each walk's entries in the order of the walks."""

    step: StepName
    method: str
    entries: tuple[tuple[PathStep, ...], ...]

    @property
    def results(self) -> tuple[StepResult, ...]:
        """Each walk's result: the worst of its entries; "untested" where it has none."""
        return tuple(worst(of_walk) for of_walk in self.entries)

    @property
    def tested(self) -> int:
        """How many walks have a result here."""
        return sum(result != "untested" for result in self.results)

    @property
    def stumbled(self) -> int:
        """How many of them met trouble here."""
        return sum(result in TROUBLE for result in self.results)


def side_by_side(runs: Sequence[PathRun]) -> tuple[StepBeside, ...]:
    """Every step in order; payment has a row for each method, however its capitals were typed."""
    return tuple(
        StepBeside(step, method, tuple(_of_walk(run, step, method) for run in runs))
        for step in STEPS for method in _methods(runs, step)
    )


def worst(entries: Iterable[PathStep]) -> StepResult:
    """The result that counts of several tries."""
    found = {entry.result for entry in entries}
    return next((result for result in WORST if result in found), "untested")


def seconds_of(entries: Iterable[PathStep]) -> float | None:
    """All tries' time together; None where none was taken."""
    known = [entry.seconds for entry in entries if entry.seconds is not None]
    return sum(known) if known else None


def walk_seconds(run: PathRun) -> float | None:
    """The whole walk's time; None where none was taken."""
    return seconds_of(run.steps)


def _methods(runs: Sequence[PathRun], step: StepName) -> Iterator[str]:
    """Each method as it was first written; one without a name only where there is such an entry, or none at all."""
    found: dict[str, str] = {}
    for run in runs:
        for entry in run.steps:
            if entry.step == step:
                method = _named(entry)
                found.setdefault(method.casefold(), method)
    yield from found.values() or ("",)


def _of_walk(run: PathRun, step: StepName, method: str) -> tuple[PathStep, ...]:
    return tuple(
        entry for entry in run.steps if entry.step == step and _named(entry).casefold() == method.casefold()
    )


def takes_method(entry: PathStep) -> bool:
    """Whether a payment method is asked for: at the payment, and where a file already names one."""
    return entry.step == "pay" or bool(entry.payment_method)


def _named(entry: PathStep) -> str:
    """Only at the payment are methods told apart."""
    return entry.payment_method.strip() if entry.step == "pay" else ""
