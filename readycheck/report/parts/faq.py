"""FAQ coverage: what is asked, and how well the best entry answers it."""

from __future__ import annotations

from readycheck.core.results import ReasonFaq
from readycheck.report.case import Case
from readycheck.report.model import Block, Missing, Paragraph, Section, Table


def faq(case: Case) -> Section:
    """The score and its reasons, the costliest first."""
    tr, found = case.tr, case.scores.faq
    blocks: list[Block] = [
        Paragraph(tr("How much of what customers ask, and could find out for themselves, the FAQ answers well."))
    ]
    if not found.applicable:
        blocks.append(Paragraph(tr(
            "Self-service cannot answer any of the contact reasons: there is nothing to score."
        )))
    elif found.score is None:
        remedy = tr("Import contacts with their reasons: readycheck import contacts.")
        blocks.append(Missing(tuple(case.sentence(missing) for missing in found.missing), remedy))
    else:
        blocks.append(Paragraph(tr("FAQ coverage is {score} out of 100.", score=tr.number(found.score)), "lead"))
        blocks.append(_table(case, found.reasons))
        blocks.append(Paragraph(
            tr("An answer counts 50%; 75% if it is easy to find or recently reviewed; 100% if it is both."), "note"
        ))
    return Section("faq", case.title("coverage/faq"), tuple(blocks))


def _table(case: Case, reasons: tuple[ReasonFaq, ...]) -> Table:
    tr, figures = case.tr, case.figures
    return Table(
        tr("Questions that self-service can answer"),
        (tr("Contact reason"), tr("Share of these"), tr("Quality of the answer"), tr("Best entry")),
        tuple(
            (case.reason(row.reason), figures.share(row.share, 1), figures.share(row.quality),
             row.entry or tr("no entry"))
            for row in reasons
        ),
    )
