"""The demand of both sides beside each other: hours, reasons and channels, and whether chance explains what moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readycheck.core.message import Message, say
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_moved import ONE_SEASON, Moved, RateMoved, Share
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Chart, Missing, Paragraph, Picture, Section, Table
from readycheck.report.parts.years_pictures import hour_maps, share_pairs
from readycheck.report.parts.years_share_names import PARTS, share_name

TITLES: Mapping[str, Message] = {
    "order_hours": say("When orders come"), "contact_hours": say("When contacts come"),
    "reasons": say("What customers contact you about"), "channels": say("Through which channels"),
}
UNKNOWN = say("nothing is counted")
MOST_ROWS, IN_WORDS = 15, 3


def demand_moved(case: Case, compared: Comparison) -> Section:
    """Contacts per order, then each split in the order in which a reader asks: when, what about, how."""
    title, blocks = case.tr("Demand side by side"), list[Block]()
    if compared.demand and all(found.shares and _alike(found) for found in compared.demand):
        same = case.tr("Both rest on the same data of orders and contacts.")
        return Section("demand-moved", title, (Paragraph(same),))
    if any(found.days_before for found in compared.demand):
        note = case.tr("Each season's audit holds the orders and contacts of the season before it.")
        blocks.append(Paragraph(note, "note"))
    if compared.rate is not None:
        blocks.append(Paragraph(_rate(case, compared.rate)))
    by_kind = {found.what: found for found in compared.demand}
    for what in TITLES:
        if what in by_kind:
            blocks += _split(case, by_kind[what])
    missing = tuple(_missing(case, by_kind[what]) for what in TITLES if what in by_kind and not by_kind[what].shares)
    return Section("demand-moved", title, (*blocks, *([Missing(missing)] if missing else [])))


def _missing(case: Case, found: Moved) -> str:
    """Why a split is not there."""
    return f"{case.tr(TITLES[found.what])}: {case.tr(found.why_not or UNKNOWN)}"


def _rate(case: Case, rate: RateMoved) -> str:
    figures = case.figures
    text = case.tr(
        "Contacts per order: {before} → {after} ({change}).", before=figures.rate(rate.before).text,
        after=figures.rate(rate.after).text, change=figures.change(_grown(rate)).text,
    )
    if rate.p is None:
        return f"{text} {case.sentence(rate.test)}"
    return f"{text} {_verdict(case, rate.p, rate.beyond_chance, rate.test)}"


def _grown(rate: RateMoved) -> float | None:
    return rate.after / rate.before - 1 if rate.before else None


def _verdict(case: Case, p: float | None, beyond: bool | None, test: Message) -> str:
    """Whether chance explains the change, and which test says so."""
    if p is None:
        return ""
    tr, words = case.tr, {"p": case.figures.probability(p), "test": test}
    if case.one_story:
        return (tr("The change is larger than chance ({p}; {test}).", **words) if beyond
                else tr("Chance alone may explain the change ({p}; {test}).", **words))
    return (tr("The difference is larger than chance ({p}; {test}).", **words) if beyond
            else tr("Chance alone may explain the difference ({p}; {test}).", **words))


def _split(case: Case, found: Moved) -> Iterator[Block]:
    title = case.tr(TITLES[found.what])
    if not found.shares:
        return
    if _alike(found):
        yield Paragraph(case.tr("{title}: the figures are the same on both sides.", title=title))
        return
    yield Chart(f"moved-{found.what}", title, _in_words(case, found), _picture(case, found), _table(case, found))


def _alike(found: Moved) -> bool:
    return all(share.before == share.after for share in found.shares)


def _picture(case: Case, found: Moved) -> Picture:
    if found.grid_before is not None and found.grid_after is not None:
        return hour_maps(case, found, found.grid_before, found.grid_after)
    return share_pairs(case, found, lambda share: share_name(case, found, share))


def _in_words(case: Case, found: Moved) -> str:
    """What moved most, and what the test says."""
    percent = case.tr.percent
    names = "; ".join(
        f"{share_name(case, found, share)} {percent(share.share_before, 1)} → {percent(share.share_after, 1)}"
        for share in _telling(found)[:IN_WORDS]
    )
    verdict = _verdict(case, found.p, found.beyond_chance, found.test)
    if found.why_not is not None:
        verdict = case.sentence(found.why_not)
    most = say("Moved most: {names}.", names=names) if case.one_story else say("Differ most: {names}.", names=names)
    return " ".join(filter(None, (verdict, case.tr(most) if names else "", _left_out(case, found))))


def _left_out(case: Case, found: Moved) -> str:
    """What is in the shares that are shown and in no test: its arrival alone moves the others' shares."""
    names = ", ".join(share_name(case, found, share) for share in found.shares if share.why_not == ONE_SEASON)
    if not names or found.p is None:
        return ""
    if case.one_story:
        return case.tr("Known in one season only, in the shares but not in the tests: {names}.", names=names)
    return case.tr("Known on one side only, in the shares but not in the tests: {names}.", names=names)


def _telling(found: Moved) -> list[Share]:
    """The most moved first; of the week's 168 hours only those that moved by more than chance, and its parts."""
    if not found.what.endswith("_hours"):
        return list(found.shares)
    return [share for share in found.shares if share.beyond_chance or share.id in PARTS][:MOST_ROWS]


def _table(case: Case, found: Moved) -> Table:
    """The most moved first."""
    tr, (before, after) = case.tr, case.sides
    columns = (tr(_HEADS[found.what]), before, after, tr("{side}, share", side=before), tr("{side}, share", side=after),
               tr("± pp"), tr("Beyond chance"))
    return Table(_caption(case, found), columns, tuple(_row(case, found, share) for share in _telling(found)))


def _caption(case: Case, found: Moved) -> str:
    """The columns are the audits; what they counted is told where it is known."""
    if found.days_before is None or found.days_after is None:
        return case.tr("The picture's figures")
    return "; ".join(
        f"{side}: {case.tr.date(first)} – {case.tr.date(last)}"
        for side, (first, last) in zip(case.sides, (found.days_before, found.days_after), strict=True)
    )


_HEADS: Mapping[str, Message] = {
    "order_hours": say("Hour"), "contact_hours": say("Hour"), "reasons": say("Contact reason"),
    "channels": say("Channel"),
}


def _row(case: Case, found: Moved, share: Share) -> tuple[Cell, ...]:
    figures = case.figures
    count = figures.orders if found.what == "order_hours" else figures.contacts
    return (
        share_name(case, found, share), count(share.before), count(share.after), figures.share(share.share_before, 1),
        figures.share(share.share_after, 1),
        figures.points_between(100 * share.share_before, 100 * share.share_after), _chance(case, share),
    )


def _chance(case: Case, share: Share) -> str:
    if share.p is None:
        return case.tr(share.why_not or say("not tested"))
    return case.tr("yes, {p}", p=case.figures.probability(share.p)) if share.beyond_chance else case.tr("no")
