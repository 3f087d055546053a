"""Contact-reason readiness: the Pareto of reasons, and what is done about the most common ones."""

from __future__ import annotations

from readycheck.core.audit import Reason
from readycheck.core.reasons import LOW_CODED_SHARE
from readycheck.core.results import ParetoRow
from readycheck.report.case import Case
from readycheck.report.charts.pareto import Pareto, ParetoBar
from readycheck.report.model import Block, Cell, Chart, KeyFigure, KeyFigures, Missing, Paragraph, Section, Table

MOST_BARS = 12


def contact_reasons(case: Case) -> Section:
    """The score, the picture, and the plan for each of the most common reasons."""
    tr, reasons = case.tr, case.scores.reasons
    blocks: list[Block] = [
        Paragraph(tr("The causes of contacts lie outside customer service. How far have you got with fixing them?"))
    ]
    if reasons.score is None:
        remedy = tr("Import contacts with their reasons: readycheck import contacts.")
        blocks.append(Missing(tuple(case.sentence(missing) for missing in reasons.missing), remedy))
    else:
        blocks += [_figures(case), *_warning(case), _chart(case), _plans(case)]
    return Section("contact-reasons", case.title("coverage/contact_reasons"), tuple(blocks))


def _figures(case: Case) -> KeyFigures:
    tr, reasons, figures = case.tr, case.scores.reasons, case.figures
    top = tr.plural("the most common reason", "the {n} most common reasons", len(reasons.top))
    return KeyFigures(tr("Contact-reason readiness"), (
        KeyFigure(tr("Readiness of reasons"), figures.score(reasons.score), top),
        KeyFigure(tr("Their share"), figures.share(reasons.top_share), tr("of all contacts")),
        KeyFigure(tr("Coded"), figures.share(reasons.coded), _coded_how(case)),
        KeyFigure(tr("Preventable"), figures.contacts(reasons.preventable), tr("contacts, by your own estimate")),
        KeyFigure(tr("Canned replies"), figures.score(reasons.canned_replies), tr("of the top reasons' demand")),
        KeyFigure(tr("Escalation agreed"), figures.score(reasons.escalation), tr("of the top reasons' demand")),
    ))


def _coded_how(case: Case) -> str:
    """What the coded share is of; told apart where keyword rules coded some of it."""
    tr, by_rule = case.tr, case.scores.reasons.by_rule
    if case.scores.reasons.by_hand:
        return tr("the counts were typed by hand")
    if not by_rule:
        return tr("of contacts have a reason")
    return tr("of contacts have a reason, of which {share} by keyword rules", share=tr.percent(by_rule))


def _warning(case: Case) -> list[Block]:
    coded = case.scores.reasons.coded
    if case.scores.reasons.by_hand:
        text = case.tr("The counts are rough ones, typed by hand: no import has counted a reason.")
        return [Paragraph(text, "note")]
    if coded is None or coded >= LOW_CODED_SHARE:
        return []
    text = case.tr(
        "Only {coded} of the contacts have a reason: below {least} the ranking of the reasons may be misleading.",
        coded=case.tr.percent(coded), least=case.tr.percent(LOW_CODED_SHARE),
    )
    return [Paragraph(text, "warning")]


def _chart(case: Case) -> Chart:
    tr, rows = case.tr, case.scores.reasons.pareto
    top = set(case.scores.reasons.top)
    bars = tuple(_bar(case, row, row.reason in top) for row in rows[:MOST_BARS])
    picture = Pareto(
        bars, tr("share of contacts, by hand") if case.scores.reasons.by_hand else tr("share of coded contacts"),
        tr("cumulative share"), tr("plan"), tuple(tr.percent(step / 5) for step in range(6)),
    )
    words = "; ".join(f"{bar.name} {bar.share_text}" for bar in bars[:5])
    description = tr("The most common reasons: {reasons}.", reasons=words)
    if len(rows) > MOST_BARS:
        description += " " + tr.plural(
            "One rarer reason is in the table only.", "{n} rarer reasons are in the table only.",
            len(rows) - MOST_BARS,
        )
    return Chart("pareto", tr("Contact reasons by size"), description, picture, _table(case))


def _bar(case: Case, row: ParetoRow, top: bool) -> ParetoBar:
    percent = case.tr.percent
    return ParetoBar(
        case.reason(row.reason), row.share, percent(row.share), row.cumulative, percent(row.cumulative),
        percent(row.maturity), top,
    )


def _table(case: Case) -> Table:
    tr, figures = case.tr, case.figures
    return Table(
        tr("The picture's figures"),
        (tr("Contact reason"), tr("Contacts"), tr("Share"), tr("Cumulative"), tr("Maturity of the plan")),
        tuple(
            (case.reason(row.reason), figures.contacts(row.count), figures.share(row.share, 1),
             figures.share(row.cumulative, 1), figures.share(row.maturity))
            for row in case.scores.reasons.pareto
        ),
    )


def _plans(case: Case) -> Table:
    tr = case.tr
    return Table(
        tr("What will be done about the most common reasons"),
        (tr("Contact reason"), tr("Cause"), tr("Action"), tr("Owner"), tr("Due"), tr("Done, and how it was checked")),
        tuple(_plan(case, code) for code in case.scores.reasons.top),
    )


def _plan(case: Case, code: str) -> tuple[Cell, ...]:
    reason = case.audit.reasons.get(code, Reason())
    cause, action, owner, done = (
        text.strip() or "–" for text in (reason.cause, reason.action, reason.owner, reason.done)
    )
    return case.reason(code), cause, action, owner, case.figures.day(reason.due), done
