"""The scores as facts for programs: what `score --json` prints (INTERFACE.md), numbers unrounded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readycheck.core.audit import Audit
from readycheck.core.results import Readiness, Scores
from readycheck.core.service_results import ChannelResponse, ServiceQuality, ShareWithInterval
from readycheck.report.january_json import january_score

Facts = dict[str, Any]


def score_json(shop: str, audit: Audit, scores: Scores) -> Facts:
    """Everything under the keys that other programs hold on to; `shop` is the archive's slug."""
    return {
        "shop": shop,
        "season": audit.season.year,
        "readiness": _readiness(scores.readiness),
        "coverage": _coverage(scores),
        "sections": [{"id": s.id, "score": s.score, "known": s.known} for s in scores.sections],
        "service": _service(scores.service),
        "channels": {"score": scores.channels.score, "wishes": scores.channels.wishes},
        "blockers": [blocker.id for blocker in scores.blockers],
        "contradictions": [
            {"question": c.question, "claim": c.claim, "measure": c.measure, "value": c.value, "at_least": c.at_least}
            for c in scores.contradictions
        ],
    }


def _readiness(readiness: Readiness) -> Facts:
    return {
        "score": readiness.score,
        "band": readiness.band,
        "known": readiness.known,
        "losses": [{"id": part.id, "points": part.lost} for part in readiness.losses],
        "contributions": [
            {"id": p.id, "weight": p.weight, "score": p.score, "known": p.known, "points": p.points, "lost": p.lost}
            for p in readiness.contributions
        ],
    }


def _coverage(scores: Scores) -> Mapping[str, Facts]:
    return {
        "opening_hours": _opening_hours(scores),
        "faq": {"score": scores.faq.score, "missing": _missing(scores.faq.missing)},
        "contact_reasons": _contact_reasons(scores),
        "january": january_score(scores.january),
        "confirmation": {"score": scores.confirmation.score, "unanswered": list(scores.confirmation.unanswered)},
        "data": _data(scores),
        "path": _path(scores),
    }


def _missing(messages: tuple[object, ...]) -> list[str]:
    """What a null lacks, in English: programs get one language."""
    return [str(message) for message in messages]


def _opening_hours(scores: Scores) -> Facts:
    hours = scores.hours
    return {
        "score": hours.score, "demand": hours.demand, "other": hours.other,
        "evenings": hours.evenings, "weekends": hours.weekends, "holidays": hours.holidays,
        "any_channel": hours.any_channel, "channels": dict(hours.channels), "missing": _missing(hours.missing),
    }


def _contact_reasons(scores: Scores) -> Facts:
    reasons = scores.reasons
    return {
        "score": reasons.score, "top": list(reasons.top), "top_share": reasons.top_share, "coded": reasons.coded,
        "by_rule": reasons.by_rule, "by_hand": reasons.by_hand,
        "preventable": reasons.preventable, "canned_replies": reasons.canned_replies,
        "escalation": reasons.escalation, "missing": _missing(reasons.missing),
    }


def _service(service: ServiceQuality) -> Facts:
    """Each figure with its answers and its interval; each channel's first responses."""
    nps = service.nps_interval or (None, None)
    return {
        "score": service.score, "n": service.n, "handled": service.handled,
        "nps": None if service.nps is None else {
            "value": service.nps, "low": nps[0], "high": nps[1], "n": service.nps_n,
        },
        "fcr": _share(service.fcr), "csat": _share(service.csat),
        "grades": {grade: _share(share) for grade, share in service.grades.items()},
        "first_response": {name: _response(response) for name, response in service.responses.items()},
    }


def _share(share: ShareWithInterval | None) -> Facts | None:
    return None if share is None else {"value": share.share, "low": share.low, "high": share.high, "n": share.n}


def _response(response: ChannelResponse) -> Facts:
    return {
        "first_response_s": response.first_response_s, "p90_s": response.p90_s, "target_s": response.target_s,
        "met": response.met, "n": response.n, "unanswered": response.unanswered,
        "within_target": _share(response.within_target), "at_most": response.at_most,
        "estimated": response.estimated, "measured_from": response.measured_from,
    }


def _data(scores: Scores) -> Facts:
    data = scores.data
    return {
        "score": data.score, "coded": data.coded, "timed": data.timed, "with_channel": data.with_channel,
        "months": data.months, "observations": data.observations,
    }


def _path(scores: Scores) -> Facts:
    path = scores.path
    return {
        "score": path.score, "steps": dict(path.by_step), "failed": list(path.failed),
        "never_tested": list(path.never_tested), "runs": path.runs, "outsiders": path.outsiders,
    }
