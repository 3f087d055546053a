"""What a claim can be held against: every measure by its name, 0–100 or None (DOMAIN §1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readycheck.core.audit import STEPS, Audit, Stage, StepName
from readycheck.core.channels import offered
from readycheck.core.results import (
    ConfirmationCoverage,
    DataCompleteness,
    FaqCoverage,
    HoursCoverage,
    PathScore,
    ReasonReadiness,
)
from readycheck.core.service_results import ChannelFit, ServiceQuality, ShareWithInterval
from readycheck.core.staffing.results import JanuaryStaffing


@dataclass(frozen=True)
class Measured:
    """All figures that measures are read from."""

    audit: Audit
    hours: HoursCoverage
    faq: FaqCoverage
    reasons: ReasonReadiness
    january: JanuaryStaffing
    confirmation: ConfirmationCoverage
    data: DataCompleteness
    path: PathScore
    service: ServiceQuality
    channels: ChannelFit


Measure = Callable[[Measured], float | None]


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _found(flag: str) -> Measure:
    """Whether the order confirmation holds something: 100 or 0, None before somebody has said so of it."""
    def measure(m: Measured) -> float | None:
        held: bool | None = getattr(m.audit.confirmation, flag, None)
        return None if held is None else 100.0 * held
    return measure


def _of_data(part: str) -> Measure:
    """A part of data completeness, where there are contacts at all."""
    def measure(m: Measured) -> float | None:
        return None if m.audit.contacts is None else float(getattr(m.data, part))
    return measure


def _share(value: ShareWithInterval | None) -> float | None:
    return None if value is None else 100 * value.share


def _stages(m: Measured) -> float | None:
    stages = m.audit.stages
    ready = sum(bool(stage.risk.strip() and stage.mitigation.strip()) for stage in stages)
    return 100 * ready / len(stages) if stages else None


def lead_time_told(stages: Sequence[Stage]) -> tuple[bool, bool]:
    """Whether customers are told of longer delivery times at some stage before the order, and after it."""
    return any(s.told_before_order for s in stages), any(s.told_after_order for s in stages)


def _lead_time_told(m: Measured) -> float | None:
    """Half for being told before the order, half for after it."""
    return 50.0 * sum(lead_time_told(m.audit.stages)) if m.audit.stages else None


def _of_step(step: StepName) -> Measure:
    return lambda m: m.path.by_step.get(step)


def _path_tested(m: Measured) -> float | None:
    return 100 * (len(STEPS) - len(m.path.never_tested)) / len(STEPS) if m.path.runs else None


def _outsiders(m: Measured) -> float | None:
    return 100 * m.path.outsiders / m.path.runs if m.path.runs else None


def _offered_share(flag: Callable[[Measured, str], bool]) -> Measure:
    """The share of offered channels that have a card with something on it; None without cards."""
    def measure(m: Measured) -> float | None:
        names = [row.channel for row in m.channels.rows if offered(m.audit, row.channel)]
        return 100 * sum(flag(m, name) for name in names) / len(names) if names and m.audit.channels else None
    return measure


def _owned(m: Measured, name: str) -> bool:
    return name in m.audit.channels and bool(m.audit.channels[name].owner.strip())


def _same(m: Measured, name: str) -> bool:
    return name in m.audit.channels and bool(m.audit.channels[name].same_answers)


MEASURES: Mapping[str, Measure] = {
    "opening_hours": lambda m: m.hours.score,
    "evenings": lambda m: m.hours.evenings,
    "weekends": lambda m: m.hours.weekends,
    "holidays": lambda m: m.hours.holidays,
    "any_channel": lambda m: m.hours.any_channel,
    "faq": lambda m: m.faq.score,
    "contact_reasons": lambda m: m.reasons.score,
    "canned_replies": lambda m: m.reasons.canned_replies,
    "escalation": lambda m: m.reasons.escalation,
    "coded": lambda m: _percent(m.reasons.coded),
    "timed": _of_data("timed"),
    "with_channel": _of_data("with_channel"),
    "months": _of_data("months"),
    "observations": lambda m: m.data.observations if m.audit.observations else None,
    "data": lambda m: m.data.score,
    "confirmation": lambda m: m.confirmation.score,
    "confirmation_lead_time": _found("lead_time"),
    "confirmation_returns": _found("returns"),
    "confirmation_contact": _found("contact"),
    "january": lambda m: m.january.score,
    "before": lambda m: m.january.before,
    "stages": _stages,
    "lead_time_told": _lead_time_told,
    "path": lambda m: m.path.score,
    **{f"path_{step}": _of_step(step) for step in STEPS},
    "path_tested": _path_tested,
    "outsiders": _outsiders,
    "help_reachable": lambda m: _percent(m.path.help_reachable),
    "first_response": lambda m: m.service.score,
    "fcr": lambda m: _share(m.service.fcr),
    "csat": lambda m: _share(m.service.csat),
    "grade_quality": lambda m: _share(m.service.grades.get("quality")),
    "grade_overall": lambda m: _share(m.service.grades.get("overall")),
    "handled": lambda m: _percent(m.service.handled),
    "channel_fit": lambda m: m.channels.score,
    "channels_owned": _offered_share(_owned),
    "same_answers": _offered_share(_same),
}


def measure_all(measured: Measured) -> dict[str, float | None]:
    """Every measure's value."""
    return {name: measure(measured) for name, measure in MEASURES.items()}
