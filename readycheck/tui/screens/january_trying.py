"""Trying out: a trial beside the audit, counted in a thread, taken or dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.results import Scores
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.errors import ReadycheckError
from readycheck.tui.fields import Kind
from readycheck.tui.january_steps import Step, TrialSteps
from readycheck.tui.january_trial import Trial, complaint_of
from readycheck.tui.keys import key, key_of
from readycheck.tui.latest_job import LatestJob
from readycheck.tui.saving import Document

Counted = tuple[int, JanuaryStaffing]
"""Figures, and which trial of this screen's they are of."""

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen


class JanuaryTrying(Base):
    """A part of the January screen: holds the `trial` and the figures `counted` of it last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "take", say("Take"), say("Take what is being tried out into the audit."), id="january.take",
            display="⏎"),
    ]
    trial: Trial | None = None
    counted: JanuaryStaffing | None = None
    _number = 0
    _taken: tuple[Scores, JanuaryStaffing] | None = None
    _job: LatestJob[Counted]
    _steps: TrialSteps

    def start_trying(self) -> None:
        """Go on with the trial that was left here in this sitting, where it still fits."""
        self._job = LatestJob(self, self._told)
        kept = self.session.places.get(self.PLACE)
        self._steps = TrialSteps()
        self.set_trial(kept.upon(self.session) if isinstance(kept, Trial) else None)
        self.mark(None)

    @property
    def settled(self) -> bool:
        """Whether the figures shown are those of the trial."""
        return not self._job.busy

    @property
    def saved(self) -> JanuaryStaffing:
        """The figures of what is saved; what was just taken has its own until it is scored, so that none jump back."""
        if self._taken is not None and self._taken[0] is self.session.scores:
            return self._taken[1]
        return self.session.scores.january

    @property
    def tried(self) -> Document:
        """The document with what is being tried out."""
        return self.session.document if self.trial is None else self.trial.document

    @property
    def tried_audit(self) -> Audit:
        """The same as typed values."""
        return self.session.audit if self.trial is None else self.trial.audit

    def try_out(
        self, document: Document, *, name: str | None = None, kind: Kind = "number", pause: float = 0.0,
        typing: bool = False,
    ) -> Message | None:
        """Show what `document` would lead to beside what is saved; what is wrong where it is not valid.

        Counting waits `pause` seconds for further keys; `name` of the scenario that it is, where it is one.
        What is tried while `typing` goes on is no step of its own.
        """
        if name is None:
            name = self.trial.name if self.trial else ""
        try:
            trial = Trial.of(self.session, document, name)
        except ReadycheckError as error:
            return complaint_of(error, kind)
        before = self.trial
        self.set_trial(trial, pause=pause)
        if not typing:
            self.mark(before)
        self.show_audit()
        return None

    def mark(self, before: Trial | None) -> None:
        """Where something else is tried than `before`, undo comes back to that."""
        if before is not self.trial:
            self._steps.mark(self.session.document, before)

    def set_trial(
        self, trial: Trial | None, counted: JanuaryStaffing | None = None, *, pause: float = 0.0
    ) -> None:
        """Let `trial` be what is tried; its figures are counted unless they are given."""
        if trial is not None and trial.document == self.session.document:
            trial = None  # stepped back to what is saved
        self.trial = self.session.places[self.PLACE] = trial
        self._number = number = self._number + 1
        if trial is None or counted is not None:
            self.counted = counted if trial is not None else None
            self._job.forget()
        else:
            # until they are counted, the figures of the trial before it stay
            self._job.want(lambda: (number, january(trial.audit)), pause=pause)

    def _told(self, counted: Counted) -> None:
        number, found = counted
        # while keys come faster than figures, those of the value before are better than none
        if self.trial is not None and self.is_attached and (number == self._number or self._job.more):
            self.counted = found
            if self.whole:
                self.show_audit()

    def drop(self) -> None:
        """Forget the trial; undo brings it back."""
        before = self.trial
        self.set_trial(None)
        self.mark(before)
        self.show_audit()

    def action_take(self) -> None:
        """Make the trial the audit."""
        if self.trial is not None:
            document = self.trial.document
            if self.counted is not None and self.settled:
                self._taken = self.session.scores, self.counted
            self.set_trial(None)
            self._steps.clear()
            if self.edit(document):
                self.tell(say("Taken. {key} takes it back.", key=key_of("undo", "Ctrl+Z")))

    def action_leave(self) -> None:
        """Drop the trial; without one, leave."""
        if self.trial is None:
            super().action_leave()
        else:
            self.drop()
            self.tell(say("Dropped. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))

    def action_undo(self) -> None:
        """Back to what was tried before; where the audit was changed since, that is taken back."""
        step = self._steps.back(self.session.document, self.trial)
        if step is None:
            super().action_undo()
        else:
            self._step_to(step)

    def action_redo(self) -> None:
        """Forth to what was tried before going back; else the edit that was undone."""
        step = self._steps.forth(self.session.document, self.trial)
        if step is None:
            super().action_redo()
        else:
            self._step_to(step)

    def _step_to(self, step: Step) -> None:
        self.set_trial(step[1].upon(self.session) if step[1] else None)
        self.show_audit()

    def name_trial(self, name: str) -> None:
        """The trial is now kept under a name."""
        if self.trial is not None:
            self.trial = self.session.places[self.PLACE] = replace(self.trial, name=name)
            self.show_audit()

    def follow(self) -> None:
        """After the audit has changed: the trial goes on upon it, or is dropped where it was of something else."""
        if self.trial is not None:
            trial = self.trial.upon(self.session)
            if trial is None:
                self.set_trial(None)
            else:
                self.trial = self.session.places[self.PLACE] = trial
