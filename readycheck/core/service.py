"""Service quality: first response, resolution, grades, with intervals and dated references (DOMAIN §3.8)."""

from __future__ import annotations

from math import sqrt

from readycheck.core.audit import Audit
from readycheck.core.message import say
from readycheck.core.results import Reference, ServiceQuality, ShareWithInterval

Z_95 = 1.959963984540054
S0_2019 = "S0, 2019"
S2_2022 = "S2, 2022"
REFERENCES = (
    Reference(say("chat, average first response 12 min 26 s"), S0_2019),
    Reference(say("NPS 73; software support on average 41, 55 is high"), S0_2019),
    Reference(say("CSAT 94.4 %"), S0_2019),
    Reference(say("about 100 requests a day with a team of 6"), S0_2019),
    Reference(say("phone and chat answered in 60 s on average, e-mail the same working day"), S2_2022),
    Reference(say("85 % solved at the first contact"), S2_2022),
    Reference(say("grades 9–10: recommend 75 %, adviser 82 %, overall 78 %"), S2_2022),
)


def wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share (0–1) seen in `n` answers."""
    middle = share + Z_95**2 / (2 * n)
    half = Z_95 * sqrt(share * (1 - share) / n + Z_95**2 / (4 * n * n))
    width = 1 + Z_95**2 / n
    return max(0.0, (middle - half) / width), min(1.0, (middle + half) / width)


def service_quality(audit: Audit) -> ServiceQuality:
    """Typed or imported figures, beside others' as references and never as a verdict.

    The score is the share of channels with a target whose first response meets it.
    """
    service = audit.service
    responses = {
        name: (given.first_response_s, target, None if target is None else given.first_response_s <= target)
        for name, given in service.channels.items() if given.first_response_s is not None
        for target in [target_of(audit, name)]
    }
    judged = [met for _, _, met in responses.values() if met is not None]
    score = 100 * sum(judged) / len(judged) if judged else None
    steps = () if score is None else (say(
        "First response: 100 × {met} channels in time / {all} with a target = {score:.2f}",
        met=sum(judged), all=len(judged), score=score,
    ),)
    return ServiceQuality(
        score=score,
        missing=() if judged else (say("no first response time with a target: type them by channel"),),
        first_response=responses,
        fcr=_share(service.fcr, service.n),
        nps=service.nps,
        csat=_share(service.csat, service.n),
        grades={grade: _certain(share, service.n) for grade, share in service.grades.items()},
        handled=service.handled,
        n=service.n,
        references=REFERENCES,
        steps=steps,
    )


def target_of(audit: Audit, channel: str) -> float | None:
    """A channel's promised first response in seconds: from its card, else beside the measurement."""
    card, measured = audit.channels.get(channel), audit.service.channels.get(channel)
    promised = card.target_s if card else None
    return promised if promised is not None else measured.target_s if measured else None


def _share(share: float | None, n: int | None) -> ShareWithInterval | None:
    return None if share is None else _certain(share, n)


def _certain(share: float, n: int | None) -> ShareWithInterval:
    return ShareWithInterval(share, *(wilson(share, n) if n else (None, None)))
