"""Service quality: first response, resolution, grades, with intervals and dated references (DOMAIN §3.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readycheck.core.audit import Audit, Service
from readycheck.core.channel_response import channel_response, explained_response
from readycheck.core.intervals import nps_interval, wilson
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.promises import target_of
from readycheck.core.service_results import ChannelResponse, Reference, ServiceQuality, ShareWithInterval
from readycheck.core.survey import FIGURES, Figure, SurveyFigure, figure_message

MYCASHFLOW = say("MyCashflow 2019, in Finnish")
AVARDA = say("Avarda 2022, in Finnish")
REFERENCES = (
    Reference(say("chat, average first response 12 min 26 s"), MYCASHFLOW, ("first_response_s",)),
    Reference(say("NPS 73; software support on average 41, 55 is high"), MYCASHFLOW, ("nps",)),
    Reference(say("CSAT 94.4%"), MYCASHFLOW, ("csat",)),
    Reference(say("about 100 requests a day with a team of 6"), MYCASHFLOW, ("handled",)),
    Reference(say("phone and chat answered in 60 s on average, e-mail the same working day"), AVARDA,
              ("first_response_s", "target_s")),
    Reference(say("85% solved at the first contact"), AVARDA, ("fcr",)),
    Reference(say("grades 9–10: recommend 75%, adviser 82%, overall 78%"), AVARDA,
              ("recommend", "quality", "overall")),
)


def service_quality(audit: Audit) -> ServiceQuality:
    """Typed or imported figures, beside others' as references and never as a verdict.

    The score is the share of channels with a target that keep to it, by the share within it where that is known.
    """
    service = audit.service
    found = {name: channel_response(given, target_of(audit, name)) for name, given in service.channels.items()}
    responses = {name: response for name, response in found.items() if response is not None}
    judged = [response.met for response in responses.values() if response.met is not None]
    score = 100 * sum(judged) / len(judged) if judged else None
    missing = () if judged else (say("no first response time with a target: type them by channel"),)
    figures = _figures(service)
    nps = figures.get("nps")
    explained = tuple(_explained(audit, figures, responses))
    return ServiceQuality(
        score=score, missing=missing, responses=responses,
        first_response={name: (each.first_response_s, each.target_s, each.met) for name, each in responses.items()},
        fcr=_as_share(figures.get("fcr")), nps=service.nps, csat=_as_share(figures.get("csat")),
        nps_interval=None if nps is None or nps.low is None or nps.high is None else (nps.low, nps.high),
        nps_n=nps.n or None if nps else None,
        grades={grade: ShareWithInterval(*_ends(figures[grade])) for grade in service.grades},
        handled=service.handled, n=service.n, references=REFERENCES,
        steps=(*explained, *((_arithmetic(judged, score),) if score is not None else missing if explained else ())),
    )


def _figures(service: Service) -> dict[Figure, SurveyFigure]:
    """Every figure that is known, with its answers (0: not known how many) and its interval."""
    grades: Mapping[Figure, float] = {name: share for name, share in service.grades.items()}  # noqa: C416
    values: dict[Figure, float | None] = {"fcr": service.fcr, "nps": service.nps, "csat": service.csat, **grades}
    return {
        name: _nps(service, value) if name == "nps" else _share(value, _answers(service, name))
        for name in FIGURES for value in [values.get(name)] if value is not None
    }


def _answers(service: Service, name: Figure) -> int:
    return service.answers.get(name, service.n) or 0


def _share(share: float, n: int) -> SurveyFigure:
    return SurveyFigure(share, n, *(wilson(share, n) if n else (None, None)))


def _nps(service: Service, nps: float) -> SurveyFigure:
    """The NPS with its interval, where the promoters' share (the grades 9–10) is known beside it."""
    n, promoters = _answers(service, "nps"), service.grades.get("recommend")
    detractors = None if promoters is None else promoters - nps / 100
    if not n or promoters is None or detractors is None or not -1e-9 <= detractors <= 1 - promoters + 1e-9:
        return SurveyFigure(nps, n, None, None)
    return SurveyFigure(nps, n, *(nps_interval(promoters, detractors, n) or (None, None)))


def _as_share(figure: SurveyFigure | None) -> ShareWithInterval | None:
    return None if figure is None else ShareWithInterval(*_ends(figure))


def _ends(figure: SurveyFigure) -> tuple[float, float | None, float | None, int | None]:
    return figure.value, figure.low, figure.high, figure.n or None


def _explained(audit: Audit, figures: Mapping[Figure, SurveyFigure],
               responses: Mapping[str, ChannelResponse]) -> Iterator[Message]:
    """Every figure with its answers and its interval, then every channel's first responses."""
    yield from (figure_message(name, figure) for name, figure in figures.items())
    for name, response in responses.items():
        yield from explained_response(channel_name(name), audit.service.channels[name], response)


def _arithmetic(judged: Sequence[bool], score: float) -> Message:
    return say("First response: 100 × {met} channels in time / {all} with a target = {score:.2f}",
               met=sum(judged), all=len(judged), score=score)
