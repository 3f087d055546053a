"""The other measurements: order confirmation, data, service quality and channels."""

from __future__ import annotations

from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.results import ChannelRow, ShareWithInterval
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Missing, Number, Paragraph, Section, Table

GRADES = {"quality": say("grades 9–10 for the adviser"), "overall": say("grades 9–10 overall"),
          "recommend": say("grades 9–10 for recommending")}


def measured(case: Case) -> Section:
    """What is measured besides the four coverages and the path."""
    parts = (_confirmation(case), _data(case), _service(case), _channels(case))
    return Section("measured", case.tr("Other measurements"), (), parts)


def _missing(case: Case, missing: tuple[Message, ...], remedy: str) -> Missing:
    return Missing(tuple(case.sentence(message) for message in missing), remedy)


def _confirmation(case: Case) -> Section:
    tr, found = case.tr, case.scores.confirmation
    blocks: list[Block] = []
    if found.score is None:
        remedy = tr("Read your order confirmation once through and tick what it answers.")
        blocks.append(_missing(case, found.missing, remedy))
    else:
        blocks.append(Paragraph(tr(
            "The order confirmation answers {score} of 100 of the most common after-sales questions.",
            score=tr.number(found.score),
        ), "lead"))
    rows = [(case.reason(code), tr("answered")) for code in found.answered]
    rows += [(case.reason(code), tr("not answered")) for code in found.unanswered]
    if rows:
        columns = (tr("Contact reason"), tr("In the order confirmation"))
        blocks.append(Table(tr("After-sales questions"), columns, tuple(rows)))
    return Section("confirmation", case.title("coverage/confirmation"), tuple(blocks))


def _data(case: Case) -> Section:
    tr, found, score = case.tr, case.scores.data, case.figures.score
    table = Table(tr("Completeness of the data"), (tr("Part"), tr("Out of 100")), (
        (tr("contacts with a reason"), score(found.coded)),
        (tr("contacts with a time of day"), score(found.timed)),
        (tr("contacts with a channel"), score(found.with_channel)),
        (tr("months of last season covered"), score(found.months)),
        (tr("observations written down"), score(found.observations)),
        (tr("mean of these"), score(found.score)),
    ))
    return Section("data", case.title("coverage/data"), (table,))


def _service(case: Case) -> Section:
    tr, found = case.tr, case.scores.service
    rows = _service_rows(case)
    blocks: list[Block] = []
    if rows:
        columns = (tr("Figure"), tr("Value"), tr("95% interval"), tr("Answers"))
        blocks.append(Table(tr("Service figures"), columns, rows))
    else:
        remedy = tr("Import the survey with readycheck import survey, or type the figures in.")
        blocks.append(_missing(case, found.missing, remedy))
    if rows and found.references:
        said = "; ".join(f"{tr(reference.what)} ({reference.source})" for reference in found.references)
        note = tr("Others' figures, to look at and not to be judged by: {figures}.", figures=said)
        blocks.append(Paragraph(note, "note"))
    return Section("service", case.title("service"), tuple(blocks))


def _service_rows(case: Case) -> tuple[tuple[Cell, ...], ...]:
    tr, found, figures = case.tr, case.scores.service, case.figures
    shares: list[tuple[str, ShareWithInterval | None]] = [
        (tr("solved at the first contact"), found.fcr), (tr("satisfied customers"), found.csat),
        *((tr(GRADES[grade]), share) for grade, share in found.grades.items() if grade in GRADES),
    ]
    n = figures.count(found.n)
    rows: list[tuple[Cell, ...]] = [
        (name, figures.share(share.share, 1), _interval(case, share), n) for name, share in shares if share is not None
    ]
    if found.nps is not None:
        rows.append(("NPS", figures.nps(found.nps), "–", n))
    if found.handled is not None:
        rows.append((tr("contacts that were handled"), figures.share(found.handled, 1), "–", figures.count(None)))
    return tuple(rows)


def _interval(case: Case, share: ShareWithInterval) -> str:
    if share.low is None or share.high is None:
        return "–"
    return f"{case.tr.percent(share.low, 1)} – {case.tr.percent(share.high, 1)}"


def _channels(case: Case) -> Section:
    tr, found = case.tr, case.scores.channels
    blocks: list[Block] = []
    if found.score is None:
        blocks.append(_missing(case, found.missing, tr("Type each channel's promise and its first response time.")))
    else:
        blocks.append(Paragraph(tr(
            "{score} of 100 contacts come in a channel that is offered and keeps its promise.",
            score=tr.number(found.score),
        ), "lead"))
    if found.rows:
        columns = (
            tr("Channel"), tr("Offered"), tr("Contacts"), tr("Promise"), tr("First response"), tr("Kept"), tr("Owner"),
            tr("Same answers"),
        )
        blocks.append(Table(tr("Channel by channel"), columns, tuple(_channel(case, row) for row in found.rows)))
    return Section("channels", case.title("channels"), tuple(blocks))


def _channel(case: Case, row: ChannelRow) -> tuple[Cell, ...]:
    seconds: list[Number] = [case.figures.seconds(value) for value in (row.target_s, row.actual_s)]
    return (
        case.tr(channel_name(row.channel)), _yes_no(case, row.offered), case.figures.share(row.share, 1),
        *seconds, _yes_no(case, row.met), row.owner.strip() or "–", _yes_no(case, row.same_answers),
    )


def _yes_no(case: Case, value: bool | None) -> str:
    if value is None:
        return "–"
    return case.tr("yes") if value else case.tr("no")
