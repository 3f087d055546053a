"""Service quality: the survey's figures with their intervals, first response times, others' figures for reference."""

from __future__ import annotations

from readycheck.core.names import channel_name
from readycheck.core.responses import measured_where
from readycheck.core.service_results import ChannelResponse, ShareWithInterval
from readycheck.core.survey import FIGURE_NAMES, FIGURES, Figure
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Missing, Paragraph, Section, Table


def service(case: Case) -> Section:
    """One's own figures with their answers, the first responses by channel, and others' figures for reference."""
    tr, found = case.tr, case.scores.service
    rows = _service_rows(case)
    blocks: list[Block] = []
    if rows:
        columns = (tr("Figure"), tr("Value"), tr("95% interval"), tr("Answers"))
        blocks.append(Table(tr("Service figures"), columns, rows))
        if found.nps_interval is not None:
            blocks.append(Paragraph(
                tr("The interval of a share is Wilson's; that of the NPS follows from its standard error."), "note",
            ))
    elif not found.responses:
        remedy = tr("Import the survey with readycheck import survey, or type the figures in.")
        blocks.append(Missing(tuple(case.sentence(message) for message in found.missing), remedy))
    if found.responses:
        blocks.append(_responses(case))
        if any(each.n for each in found.responses.values()):
            blocks.append(Paragraph(tr(
                "A first response worked out from an import is the median, as spreadsheets count it; contacts that "
                "were not answered have no time. Where there are several sources, the median and the 90% are "
                "estimated from their counts."
            ), "note"))
    if (rows or found.responses) and found.references:
        said = "; ".join(f"{tr(reference.what)} ({tr(reference.source)})" for reference in found.references)
        note = tr("Other companies' figures, for comparison only: {figures}.", figures=said)
        blocks.append(Paragraph(note, "note"))
    return Section("service", case.title("service"), tuple(blocks))


def _service_rows(case: Case) -> tuple[tuple[Cell, ...], ...]:
    tr, found, figures = case.tr, case.scores.service, case.figures
    shares: list[tuple[Figure, ShareWithInterval | None]] = [("fcr", found.fcr), ("csat", found.csat)]
    shares += [(grade, found.grades[grade]) for grade in FIGURES if grade in found.grades]
    rows: list[tuple[Cell, ...]] = [
        (tr(FIGURE_NAMES[name]), figures.share(share.share, 1), _interval(case, share), figures.count(share.n))
        for name, share in shares if share is not None
    ]
    if found.nps is not None:
        rows.append(("NPS", figures.nps(found.nps), _nps_interval(case), figures.count(found.nps_n)))
    if found.handled is not None:
        rows.append((tr("contacts that were handled"), figures.share(found.handled, 1), "–", figures.count(None)))
    return tuple(rows)


def _nps_interval(case: Case) -> str:
    ends = case.scores.service.nps_interval
    return "–" if ends is None else " … ".join(case.tr.number(end, 0) for end in ends)


def _responses(case: Case) -> Table:
    """How fast each channel answers: the typical case, nine in ten, and how often within the target."""
    tr, figures = case.tr, case.figures
    columns = (
        tr("Channel"), tr("First response"), tr("90% answered within"), tr("Within target"), tr("95% interval"),
        tr("Answered"), tr("Not answered"), tr("Measured from"),
    )
    rows = tuple(
        (
            tr(channel_name(name)), figures.seconds(each.first_response_s), figures.seconds(each.p90_s),
            *_within(case, each), figures.count(each.n), figures.count(each.unanswered),
            tr(measured_where(each.measured_from)),
        )
        for name, each in case.scores.service.responses.items()
    )
    # a column that holds nothing for any channel says nothing
    told = [place for place in range(len(columns)) if place < 2 or any(str(row[place]) != "–" for row in rows)]
    return Table(tr("First response times"), tuple(columns[place] for place in told),
                 tuple(tuple(row[place] for place in told) for row in rows))


def _within(case: Case, response: ChannelResponse) -> tuple[Cell, str]:
    """The share within the target and its interval; where the counts only bound it, the bounds."""
    share = response.within_target
    if share is None:
        return case.figures.share(None), "–"
    if response.at_most is not None:
        return f"{case.tr.percent(share.share)} – {case.tr.percent(response.at_most)}", "–"
    return case.figures.share(share.share, 1), _interval(case, share)


def _interval(case: Case, share: ShareWithInterval) -> str:
    if share.low is None or share.high is None:
        return "–"
    return f"{case.tr.percent(share.low, 1)} – {case.tr.percent(share.high, 1)}"
