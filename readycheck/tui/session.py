"""One open audit: its document, what it says, what came before; saved on its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import thread_time
from typing import Any

from textual.message import Message as Event

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.results import Scores
from readycheck.core.scoring import same_demand, score
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.document import audit_of, with_value
from readycheck.storage.references import short_name
from readycheck.tui.saving import Document, Saver

KEPT_STEPS = 500
SLOW = 0.05
"""Scoring that took more than so many seconds of work is done beside the keys next time."""


class Changed(Event):
    """The audit, its scores or the state of its saving are new; every audit screen gets it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class Session:
    """An audit that is being worked on.

    Read `audit` (typed), `scores` and `document` (a plain dict, never to be changed in place). Change it
    with `apply` or `put`. `tr` speaks the person's language; `today` is the day the app was started on.
    `listener` and `saver_listener` are called, from any thread, after a change and after a saving;
    `in_background` runs a job in a thread, where scoring is slow.
    `places` remembers where each screen was left (a question's id …), for this sitting only.
    """

    def __init__(self, archive: Archive, file: AuditFile, tr: Translator, today: date) -> None:
        self.archive = archive
        self.file = file
        self.tr = tr
        self.today = today
        self.document: Document = file.document
        self.audit: Audit = file.audit
        self.scores: Scores = score(file.audit)
        self.at_start: Scores = self.scores
        self._scored = (self.audit, self.scores)
        self.places: dict[str, Any] = {}
        self.listener: Callable[[], None] = lambda: None
        self.saver_listener: Callable[[], None] = lambda: None
        self.in_background: Callable[[Callable[[], None]], object] | None = None
        self._seconds = 0.0
        self._past: list[Document] = []
        self._future: list[Document] = []
        self._saver = Saver(archive, file, lambda: self.saver_listener())
        self._previous: AuditFile | None = None
        self._previous_read = False

    @property
    def path(self) -> Path:
        """The audit file."""
        return self.file.path

    @property
    def shop(self) -> str:
        """The shop's short name; of a file that lies elsewhere, one made from the shop's name."""
        return short_name(self.archive.home, self.path, self.audit.shop.name)

    @property
    def previous(self) -> AuditFile | None:
        """The same shop's season before, where there is one; read once."""
        if not self._previous_read:
            self._previous = self.archive.previous(self.file)
            self._previous_read = True
        return self._previous

    @property
    def problem(self) -> Message | None:
        """Why the last saving failed; None where it did not."""
        return self._saver.problem

    @property
    def fate(self) -> Message:
        """What becomes of edits that could not be saved, if the program ends now."""
        if self._saver.kept_aside:
            return say("The last changes are kept: they are put in when the audit is opened again.")
        return say("The last changes are lost.")

    @property
    def unsaved(self) -> bool:
        """Whether an edit is not on the disk yet."""
        return self._saver.unsaved

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to bring again."""
        return bool(self._future)

    def apply(self, document: Document) -> None:
        """Let `document` be the audit from now on; ReadycheckError, and nothing changed, if it is not valid."""
        if document == self.document:
            return
        audit = self._audit_of(document)
        self._past = [*self._past[-KEPT_STEPS:], self.document]
        self._future = []
        self._take(document, audit)
        self._saver.want(document)

    def put(self, path: Sequence[str | int], value: object) -> None:
        """`apply` with one value of the document changed."""
        self.apply(with_value(self.document, path, value))

    def undo(self) -> bool:
        """Take the last edit back; False where there is none."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Bring the edit taken back last again; False where there is none."""
        return self._travel(self._future, self._past)

    def flush(self) -> bool:
        """Write what is not written yet; False where that failed (`problem` says why)."""
        return self._saver.flush()

    def settle(self) -> bool:
        """After a saving: take over what somebody else changed in the file; True where there was any."""
        merged = self._saver.take_merged()
        if merged is None:
            return False
        # the kept documents do not hold the other one's edits: undoing into them would take those back
        self._past, self._future = [], []
        self._take(merged, self._audit_of(merged))
        return True

    def reload(self) -> None:
        """Read the file again, after an import has written it; what stood before can be undone to."""
        file = self.archive.read(self.path)
        self._saver.adopt(file)
        if file.document != self.document:
            self._past = [*self._past[-KEPT_STEPS:], self.document]
            self._future = []
        self._take(file.document, file.audit)

    def _travel(self, back: list[Document], forth: list[Document]) -> bool:
        if not back:
            return False
        document = back.pop()
        forth.append(self.document)
        self._take(document, self._audit_of(document))
        self._saver.want(document)
        return True

    def _audit_of(self, document: Document) -> Audit:
        """The document's values; tables that no edit touched are taken over as they are."""
        return audit_of(document, self.path.name, (self.document, self.audit))

    def _take(self, document: Document, audit: Audit) -> None:
        # an answer's scores are there at once; other demand has another lag, and to fit one takes longer than the
        # last scoring tells
        answers_only = same_demand(audit, self._scored[0])
        fits = audit.demand != self.audit.demand
        self.document = document
        self.audit = audit
        if self.in_background is None or answers_only or (self._seconds < SLOW and not fits):
            self._rescore(audit)
        else:
            # the keys must not wait: the edit is shown at once, its scores a moment later
            self.in_background(lambda: self._rescore(audit))
            self.listener()

    def _rescore(self, audit: Audit) -> None:
        began, before = thread_time(), self._scored
        scores = score(audit, before)
        if not same_demand(audit, before[0]):
            self._seconds = thread_time() - began
        if audit is self.audit:  # else a later edit is being scored already
            self.scores = scores
            self._scored = (audit, scores)
            self.listener()
