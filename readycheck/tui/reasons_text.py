"""The rows and words of the contact reasons and the FAQ."""

from __future__ import annotations

from textual.content import Content

from readycheck.core.audit import Audit, FaqEntry, Reason
from readycheck.core.calendar import first_peak
from readycheck.core.faq import entry_quality
from readycheck.core.message import say
from readycheck.core.names import reason_label
from readycheck.core.pareto import counted_by_hand
from readycheck.core.reasons import CAUSE, PLANNED, maturity
from readycheck.core.results import FaqCoverage, ParetoRow, ReasonReadiness, Scores
from readycheck.i18n import Translator
from readycheck.tui.hours_text import clicked, figure
from readycheck.tui.keys import key_of
from readycheck.tui.widgets.bars import bar
from readycheck.tui.widgets.quick_table import BAR as BAR_STYLE
from readycheck.tui.widgets.rows import Cell, Column, Row

NARROW_BAR, WIDE_BAR, LONGEST_BAR = 6, 10, 30
ROOMY, SPACIOUS = 86, 120
WORTH = say("Points of a reason: ◔ cause {cause:.0f}, ◑ planned {planned:.0f}, ● done {done:.0f}",
            cause=100 * CAUSE, planned=100 * PLANNED, done=100.0)
STAGES = ((1.0, say("● done")), (PLANNED, say("◑ planned")), (CAUSE, say("◔ cause")), (0.0, say("○ nothing")))


def figures_lines(audit: Audit, scores: Scores, before: Scores, tr: Translator) -> str:
    """What moves while one fills in reasons and FAQ entries."""
    now, then = scores.reasons, before.reasons
    first = [
        figure(tr(say("Reasons")), now.score, then.score, tr),
        figure(tr(say("FAQ")), scores.faq.score, before.faq.score, tr),
        figure(tr(say("canned replies")), now.canned_replies, then.canned_replies, tr),
        figure(tr(say("escalation")), now.escalation, then.escalation, tr),
    ]
    joined = "   ".join(part.replace(" ", "\u00a0") for part in first)
    return "\n".join((joined, _shares(audit, now, tr), *_set_aside(audit, now, tr), tr(WORTH)))


def _set_aside(audit: Audit, now: ReasonReadiness, tr: Translator) -> list[str]:
    """Typed counts that an import has taken the place of."""
    typed = sum(counted_by_hand(audit).values())
    if now.by_hand or not typed:
        return []
    return [tr(say("An import's counts are in force; those typed by hand ({n:,}) are set aside.", n=typed))]


def _shares(audit: Audit, now: ReasonReadiness, tr: Translator) -> str:
    if now.top_share is None and audit.contacts is not None and audit.contacts.uncoded:
        return tr(say("{n:,} contacts came without a reason: import them again ({key}) with “Keyword rules” on, or "
                      "type rough counts ({second_key}).",
                      n=audit.contacts.uncoded, key=key_of("import", "i"), second_key=key_of("reasons.counts", "c")))
    if now.top_share is None:
        return tr(say("No counts yet: {key} imports them, {second_key} takes rough ones typed by hand.",
                      key=key_of("import", "i"), second_key=key_of("reasons.counts", "c")))
    warning = "⚠ " if now.coded is not None and now.coded < 0.8 else ""
    source = tr(say("counts typed by hand ({key})", key=key_of("reasons.counts", "c"))) if now.by_hand else (
        tr(say("{warning}coded {coded}; the table's shares are of these", warning=warning, coded=_coded(now, tr))))
    return tr(say(
        "Top {k} are {share} of contacts · {source} · preventable {n} contacts", k=len(now.top),
        share=tr.percent(now.top_share), source=source, n=tr.number(now.preventable, 0),
    ))


def _coded(now: ReasonReadiness, tr: Translator) -> str:
    """The coded share, and how much of it keyword rules coded."""
    coded = tr.percent(now.coded)
    if not now.by_rule:
        return coded
    return tr(say("{coded}, of which {share} by keyword rules", coded=coded, share=tr.percent(now.by_rule)))


def bar_width(width: int) -> int:
    """How long a table of this width can draw its longest bar, the names left whole."""
    if width < ROOMY:
        return NARROW_BAR
    return min(LONGEST_BAR, WIDE_BAR + max(0, width - SPACIOUS))


def pareto_columns(bar_width: int, tr: Translator, *, wide: bool) -> list[Column]:
    """The heads of the table of reasons; a wide screen has room for who and when."""
    who = [Column(tr(say("who")), 10), Column(tr(say("due")), 11)] if wide else []
    return [
        Column("", 1), Column(tr(say("contact reason")), least=16), Column(tr(say("count")), 5, right=True),
        Column(tr(say("share")), 5, right=True), Column("", bar_width), Column(tr(say("so far")), 7, right=True),
        Column(tr(say("plan")), 13), Column(tr(say("FAQ")), 4, right=True), *who,
    ]


def reason_rows(audit: Audit, scores: Scores, bar_width: int, tr: Translator, *, wide: bool) -> dict[str, Row]:
    """Every reason that was asked, most asked first, then those that were only written down."""
    rows: dict[str, Row] = {}
    for row in scores.reasons.pareto:
        rows[row.reason] = _asked(audit, row, scores, bar_width, tr)
    for code in audit.reasons:
        if code not in rows:
            plan = stage(audit.reasons[code], audit, tr)
            rows[code] = [" ", reason_label(audit, code, tr.lang), "–", "–", "", "–", plan, "–"]
    return {code: [*row, *_who_and_when(audit, code, tr)] for code, row in rows.items()} if wide else rows


def _who_and_when(audit: Audit, code: str, tr: Translator) -> list[str]:
    reason = audit.reasons.get(code, Reason())
    return [reason.owner or "–", tr.date(reason.due) if reason.due else "–"]


def reason_line(audit: Audit, code: str, tr: Translator) -> Content:
    """What is ready of the reason under the cursor; each can be clicked, and has its key."""
    reason = audit.reasons.get(code, Reason())
    confirmed = audit.confirmation is not None and code in audit.confirmation.answers
    parts = [clicked(Content(tr(say("k canned reply {mark}", mark=_mark(reason.canned_reply)))), "screen.canned")]
    if reason.after_sales:
        text = tr(say("o in the confirmation {mark}", mark=_mark(confirmed)))
        parts.append(clicked(Content(text), "screen.confirmed"))
    plan = " · ".join(text.replace("\n", " ") for text in (reason.cause, reason.action) if text)
    parts.append(clicked(Content(plan or tr(say("{key} writes down the cause and what is done",
                                                key=key_of("reasons.edit", "e")))), "screen.open"))
    return Content(" · ").join(parts)


def _mark(ready: bool) -> str:
    return "✓" if ready else "✗"


def _asked(audit: Audit, row: ParetoRow, scores: Scores, bar_width: int, tr: Translator) -> Row:
    most = scores.reasons.pareto[0].share
    top = row.reason in scores.reasons.top
    return [
        "★" if top else " ",
        Cell(reason_label(audit, row.reason, tr.lang), "bold" if top else ""),
        tr.number(row.count, 0), tr.percent(row.share),
        Cell(bar(row.share / most, bar_width), BAR_STYLE), tr.percent(row.cumulative),
        stage(audit.reasons.get(row.reason, Reason()), audit, tr),
        _faq_quality(row.reason, scores.faq, tr),
    ]


def _faq_quality(code: str, faq: FaqCoverage, tr: Translator) -> str:
    return next((tr.number(100 * row.quality, 0) for row in faq.reasons if row.reason == code), "–")


def stage(reason: Reason, audit: Audit, tr: Translator) -> str:
    """How far the plan has come, in a mark and a word; one that lacks only an earlier date says so."""
    reached = maturity(reason, first_peak(audit.season))
    if reached == CAUSE and reason.action.strip() and reason.owner.strip() and reason.due is not None:
        return tr(say("◔ after peak"))
    return next(tr(name) for least, name in STAGES if reached >= least)


def faq_columns(audit: Audit, tr: Translator) -> list[Column]:
    """The heads of the table of FAQ entries; an empty one says how to begin."""
    entry = say("FAQ entry") if audit.faq else say("No FAQ yet: {key} adds", key=key_of("reasons.add-faq", "n"))
    return [
        Column("", 1), Column(tr(entry), least=14), Column(tr(say("address")), 16),
        Column(tr(say("found")), 7), Column(tr(say("reviewed")), 11), Column(tr(say("quality")), 7, right=True),
    ]


def faq_rows(audit: Audit, chosen: str | None, tr: Translator) -> dict[str, Row]:
    """Every entry by its place in the list; a mark where it answers the chosen reason."""
    return {str(n): _faq_row(audit, entry, chosen, tr) for n, entry in enumerate(audit.faq)}


def _faq_row(audit: Audit, entry: FaqEntry, chosen: str | None, tr: Translator) -> Row:
    answers = chosen in entry.answers
    return [
        "✓" if answers else " ", Cell(entry.title, "bold" if answers else ""), entry.url,
        tr(say("yes")) if entry.findable else tr(say("no")), tr.date(entry.reviewed),
        tr.number(100 * entry_quality(audit, entry), 0),
    ]
