"""The lines above a comparison: how readiness moved, and which of it is the shop's and which the checklist's."""

from __future__ import annotations

from readycheck.core.message import Message, say
from readycheck.core.rounding import rounded, shown_change
from readycheck.core.years.comparison import QuestionRow
from readycheck.i18n import Translator
from readycheck.tui.compare_pair import Compared

WIDTH = 7
"""The two figures stand under each other, so that the eye adds them."""


def short_headline(compared: Compared, tr: Translator) -> str:
    """The two figures alone, where there is little room."""
    found, between = compared.found, " → ".join(compared.heads)
    if found.core_before is None or found.core_after is None:
        return f"{between}   {tr(found.nothing_shared)}"
    change = shown_change(found.core_before, found.core_after)
    figures = [f"{_mark(change)} {signed(change, tr)} {tr(_who(compared, change))}"]
    if found.checklist_changed is not None:
        why = say("the checklist changed") if compared.sides.one_story and found.list_differs else say("the rest")
        figures.append(f"{signed(rounded(found.checklist_changed, 1) or 0.0, tr)} {tr(why)}")
    return f"{between}   {' · '.join(figures)}"


def headline(compared: Compared, tr: Translator) -> str:
    """Readiness in both, the two figures that its change is made of, and which questions are compared."""
    found, between = compared.found, " → ".join(compared.sides.names)
    if found.core_before is None or found.core_after is None:
        return f"{between}   {tr(found.nothing_shared)}"
    lines = [f"{between}   {_readiness(compared, tr)}".rstrip(), _improved(compared, tr), _list(compared, tr)]
    return "\n".join([*filter(None, lines), _questions(compared, tr)])


def _readiness(compared: Compared, tr: Translator) -> str:
    found = compared.found
    before, after = (scores.readiness.score for scores in (found.scores_before, found.scores_after))
    if before is None or after is None:
        return ""
    figures = {"before": tr.number(before), "after": tr.number(after)}
    if compared.sides.one_story:
        return tr(say("Readiness {before} → {after}. Of the change:", **figures))
    return tr(say("Readiness {before} → {after}. Of the difference:", **figures))


def _improved(compared: Compared, tr: Translator) -> str:
    before, after = compared.found.core_before or 0.0, compared.found.core_after or 0.0
    change = shown_change(before, after)
    words = say("{what}: the same questions and measures, {before} → {after}", what=_who(compared, change),
                before=tr.number(before), after=tr.number(after))
    return _figure(_mark(change), change, words, tr)


def _mark(change: float) -> str:
    return "▲" if change > 0 else "▼" if change < 0 else "="


def _who(compared: Compared, change: float) -> Message:
    """Between two people's audits nobody improves: one of them is higher."""
    if not compared.sides.one_story:
        second = compared.sides.after
        return say("{second} is no higher or lower", second=second) if not change else (
            say("{second} is higher", second=second) if change > 0 else say("{second} is lower", second=second))
    if not change:
        return say("you are where you were")
    return say("you improved") if change > 0 else say("you fell back")


def _list(compared: Compared, tr: Translator) -> str:
    moved = compared.found.checklist_changed
    if moved is None:
        return ""
    value = rounded(moved, 1)
    if compared.sides.one_story and not value:
        words = say("what is asked and measured has not moved it")
    elif not compared.found.list_differs:
        words = say("the rest: what is not known in both")
    elif compared.sides.one_story:
        words = say("the checklist changed: asked or measured in one season only")
    else:
        words = say("what only one of the two has answered or measured")
    return _figure(" ", value, words, tr)


def _figure(mark: str, value: float, words: Message, tr: Translator) -> str:
    return f"  {mark} {signed(value or 0.0, tr):>{WIDTH}}  {tr(words)}"


def signed(value: float | None, tr: Translator) -> str:
    """ "+7.0" or "−3.2"."""
    if value is None:
        return "–"
    return ("+" if value > 0 else "") + tr.number(value)


def _questions(compared: Compared, tr: Translator) -> str:
    """Which questions the first figure is made of, and why it is not made of the others."""
    found = compared.found
    compared_now = {"n": found.compared, "all": found.asked}
    others = [row for row in found.questions if not row.comparable and row.kind != "removed"]
    counts = [(sum(_why(row) == why for row in others), words) for why, words in _WHY.items()]
    left = ", ".join(tr(words, n=n) for n, words in counts if n)
    if not left:
        return tr(say("Compared {n} of {all} questions.", **compared_now))
    return tr(say("Compared {n} of {all} questions: {left}.", left=left, **compared_now))


_WHY = {
    "new": say("{n} are new"), "changed": say("{n} ask something else now"),
    "open": say("{n} not known in both"),
}


def _why(row: QuestionRow) -> str:
    return {"new": "new", "changed_meaning": "changed"}.get(row.kind, "open")
