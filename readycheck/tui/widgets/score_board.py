"""What the readiness is made of: each score, what it brings, what it leaves lying."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.core.names import score_name, step_name
from readycheck.core.results import Blocker, Contribution, Scores
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of

BAR, WIDTH = 6, 33


class ScoreBoard(Static):
    """Shows the board of the scores it is given; drawn anew only for others."""

    def __init__(self, tr: Translator) -> None:
        super().__init__("", markup=False)
        self._tr = tr
        self._scores: Scores | None = None

    def show_scores(self, scores: Scores) -> None:
        """Draw these scores."""
        if scores is not self._scores:
            self._scores = scores
            self.update(board(scores, self._tr, WIDTH))


def board(scores: Scores, tr: Translator, width: int) -> Content:
    """The board for a column of `width` cells: blockers first, then every score with a bar."""
    lines: list[Content] = [Content.styled(tr(say("Readiness")), "bold")]
    said = [part for part in scores.readiness.contributions if scores.section(part.id) is not None]
    shown = [part for part in scores.readiness.contributions if scores.section(part.id) is None]
    lines += [_contribution(part, scores, tr, width) for part in said]
    lines += [Content.styled(tr(say("measured:")), "$text-muted")] if shown else []
    lines += [_contribution(part, scores, tr, width) for part in shown]
    if scores.readiness.losses:
        lines += [Content(""), Content.styled(tr(say("Most to gain")), "bold")]
        lines += [
            Content(tr(say("{name}: {points} points", name=contribution_name(part, scores, tr),
                           points=tr.number(part.lost, 1))))
            for part in scores.readiness.losses
        ]
    if scores.blockers:
        lines += [Content(""), Content.styled(tr(say("✖ Blockers")), "bold")]
        lines += [Content(f"· {blocker_name(blocker, scores, tr)}") for blocker in scores.blockers]
    if scores.contradictions:
        count = len(scores.contradictions)
        text = tr.plural("⚠ {n} answer contradicts the data", "⚠ {n} answers contradict the data", count)
        lines += [Content(""), Content.styled(f"{text} ({key_of('question.conflict', 'c')})", "bold")]
    return Content("\n").join(lines)


def _contribution(part: Contribution, scores: Scores, tr: Translator, width: int) -> Content:
    figure = tr.number(part.score, 0).rjust(4)
    filled = round(BAR * (part.score or 0) / 100)
    name = contribution_name(part, scores, tr)
    room = width - BAR - len(figure) - 1
    shown = name if len(name) <= room else name[: room - 1] + "…"
    return Content.assemble(shown.ljust(room), " ", ("█" * filled + "░" * (BAR - filled), "$primary"), figure)


def contribution_name(part: Contribution, scores: Scores, tr: Translator) -> str:
    """What a part of the readiness is called."""
    section = scores.section(part.id)
    return tr(score_name(part.id)) if section is None else tr(section.title)


def blocker_name(blocker: Blocker, scores: Scores, tr: Translator) -> str:
    """The question, or the step of the purchase path, that blocks."""
    if blocker.kind == "question":
        question = scores.question(blocker.id)
        return blocker.id if question is None else tr(question.question.prompt)
    step = next((step for step in scores.path.failed if blocker.id == f"path/{step}"), None)
    return blocker.id if step is None else tr(say("Purchase path: {step} failed", step=step_name(step)))
