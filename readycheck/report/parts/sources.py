"""What the figures were made from: the settings, the opening hours and the files that were read."""

from __future__ import annotations

from readycheck.core.calendar import peaks
from readycheck.core.hours.week import WEEKDAYS, ChannelHours, Span
from readycheck.core.imported import ImportEntry
from readycheck.core.names import channel_name
from readycheck.core.plan import Staffing
from readycheck.report.case import Case
from readycheck.report.model import Block, Cell, Paragraph, Section, Table


def settings(case: Case) -> Section:
    """The season, the plan's terms, each channel's staffing and hours."""
    tr = case.tr
    blocks: list[Block] = [_terms(case)]
    if case.audit.staffing:
        blocks.append(_team(case))
    if case.audit.hours:
        blocks.append(_week(case))
    return Section("settings", tr("Settings"), tuple(blocks))


def _terms(case: Case) -> Table:
    tr, audit, plan, figures = case.tr, case.audit, case.audit.plan, case.figures
    season = f"{tr.date(audit.season.starts)} – {tr.date(audit.season.ends)}"
    pooled = tr("one team answers everything") if plan.pooled else tr("each channel has its own team")
    return Table(tr("Season and plan"), (tr("Setting"), tr("Value")), (
        (tr("Season"), season),
        (tr("Peak days"), ", ".join(tr.date(day) for day in peaks(audit.season))),
        (tr("Country and time zone"), f"{audit.shop.country}, {audit.shop.timezone}"),
        (tr("Team"), pooled),
        (tr("Breaks and absences"), figures.share(plan.shrinkage)),
        (tr("Occupancy at most"), figures.share(plan.max_occupancy)),
        (tr("Contacts per order, as typed"), figures.rate(plan.contact_rate)),
        (tr("Orders against last season"), figures.share(plan.growth)),
    ))


def _team(case: Case) -> Table:
    tr = case.tr
    columns = (
        tr("Channel"), tr("Handling time"), tr("At a time"), tr("Service level"), tr("within"), tr("Patience"),
    )
    channels = case.audit.staffing.items()
    rows = tuple(_staffing(case, name, staffing) for name, staffing in channels)
    if all(staffing.share is None for _, staffing in channels):
        return Table(tr("Staffing by channel"), columns, rows)
    typed = tuple((*row, case.figures.share(given.share)) for row, (_, given) in zip(rows, channels, strict=True))
    return Table(tr("Staffing by channel"), (*columns, tr("Share of contacts, as typed")), typed)


def _week(case: Case) -> Table:
    tr = case.tr
    columns = (tr("Channel"), *(tr.weekday(day) for day in range(7)), tr("Public holidays"), tr("Exceptions"))
    rows = tuple(_hours(case, name, hours) for name, hours in case.audit.hours.items())
    return Table(tr("Opening hours"), columns, rows)


def _staffing(case: Case, name: str, staffing: Staffing) -> tuple[Cell, ...]:
    figures = case.figures
    return (
        case.tr(channel_name(name)), figures.seconds(staffing.aht), figures.weight(staffing.concurrency),
        figures.share(staffing.target), figures.seconds(staffing.within), figures.seconds(staffing.patience),
    )


def _hours(case: Case, name: str, hours: ChannelHours) -> tuple[str, ...]:
    days = (_spans(hours.on_weekday(day)) or "–" for day in range(len(WEEKDAYS)))
    holidays = case.tr("open on holidays") if hours.holidays == "open" else case.tr("closed on holidays")
    exceptions = "; ".join(
        f"{case.tr.date(exception.date)} {_spans(exception.open) or case.tr('shut that day')}"
        for exception in hours.exceptions
    )
    return case.tr(channel_name(name)), *days, holidays, exceptions or "–"


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(str(span).replace("-", "–") for span in spans)


def sources(case: Case) -> Section:
    """The checklists with their sources, the files that were read, and what was refused."""
    tr = case.tr
    blocks: list[Block] = []
    if case.audit.checklists:
        columns = (tr("Checklist"), tr("Version"), tr("Source"))
        lists = tuple(
            (tr(kept.title), case.figures.count(kept.version), kept.source) for kept in case.audit.checklists
        )
        blocks.append(Table(tr("Checklists answered against"), columns, lists))
    if case.audit.imports:
        note = tr("Only counts were kept: no names, addresses, numbers or messages of customers.")
        blocks += [_imports(case), Paragraph(note, "note"), *_by_rule(case)]
    else:
        blocks.append(Paragraph(tr("No exports have been imported.")))
    return Section("sources", tr("Sources"), tuple(blocks))


def _imports(case: Case) -> Table:
    tr = case.tr
    columns = (tr("Kind"), tr("Source"), tr("Files"), tr("Rows"), tr("First"), tr("Last"), tr("Refused"))
    return Table(tr("What was imported"), columns, tuple(_source(case, entry) for entry in case.audit.imports))


def _by_rule(case: Case) -> list[Block]:
    """What keyword rules coded, beside all contacts of the same reason."""
    tr, contacts, count = case.tr, case.audit.contacts, case.figures.contacts
    if contacts is None or not contacts.coded_by_rule:
        return []
    columns = (tr("Contact reason"), tr("By keyword rules"), tr("In all"))
    rows = tuple((case.reason(code), count(ruled), count(contacts.reasons.get(code, 0)))
                 for code, ruled in contacts.by_rule.items())
    return [Table(tr("Contacts whose reason keyword rules found"), columns, rows)]


def _source(case: Case, entry: ImportEntry) -> tuple[Cell, ...]:
    kinds = {"orders": case.tr("orders"), "contacts": case.tr("contacts"), "survey": case.tr("survey answers")}
    refused = "; ".join(f"{_cause(case, cause)}: {case.tr.number(count, 0)}" for cause, count in entry.rejected.items())
    return (
        kinds[entry.kind], entry.source, ", ".join(file.name for file in entry.files) or "–",
        case.figures.count(entry.rows), case.figures.day(entry.first), case.figures.day(entry.last), refused or "–",
    )


def _cause(case: Case, cause: str) -> str:
    """A cause's English name is its key in the catalogue; one that a person typed in stays as it is."""
    return cause if "{" in cause or "}" in cause else case.tr(cause)
