"""The other measurements: order confirmation, data, service quality and channels."""

from __future__ import annotations

from readycheck.core.message import Message
from readycheck.core.names import channel_name
from readycheck.core.service_results import ChannelRow
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Missing, Number, Paragraph, Section, Table
from readycheck.report.parts.service import service


def measured(case: Case) -> Section:
    """What is measured besides the four coverages and the path."""
    parts = (_confirmation(case), _data(case), service(case), _channels(case))
    return Section("measured", case.tr("Other measurements"), (), parts)


def _missing(case: Case, missing: tuple[Message, ...], remedy: str) -> Missing:
    return Missing(tuple(case.sentence(message) for message in missing), remedy)


def _confirmation(case: Case) -> Section:
    tr, found = case.tr, case.scores.confirmation
    blocks: list[Block] = []
    if found.score is None:
        remedy = tr("Read through your order confirmation once and tick what it answers.")
        blocks.append(_missing(case, found.missing, remedy))
    else:
        blocks.append(Paragraph(tr(
            "The order confirmation answers the most common after-sales questions: {score} out of 100.",
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
    by_rule = case.scores.reasons.by_rule
    note = (Paragraph(tr(
        "Of the contacts with a reason, {share} were coded by keyword rules, not by people.", share=tr.percent(by_rule),
    ), "note"),) if by_rule else ()
    return Section("data", case.title("coverage/data"), (table, *note))


def _channels(case: Case) -> Section:
    tr, found = case.tr, case.scores.channels
    blocks: list[Block] = []
    if found.score is None:
        blocks.append(_missing(case, found.missing, tr("Type each channel's promise and its first response time.")))
    else:
        blocks.append(Paragraph(tr(
            "{score} in 100 contacts come through a channel that is offered and keeps its promise.",
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
