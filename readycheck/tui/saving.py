"""Writing an audit file off the hot path: soon after an edit, and at once when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.unsaved import Unsaved

Document = dict[str, Any]
DELAY = 0.3


class Saver:
    """Writes the newest document of one audit file, at most DELAY seconds after an edit.

    `told` is called from any thread, after each attempt. What cannot be saved is kept in a journal until it can be.
    """

    def __init__(self, archive: Archive, file: AuditFile, told: Callable[[], None]) -> None:
        self._archive = archive
        self._base = file
        self._written: Document = file.document
        self._wanted: Document = file.document
        self._told = told
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._merged: AuditFile | None = None
        self.problem: Message | None = None
        self.kept_aside = False

    @property
    def unsaved(self) -> bool:
        """Whether an edit is not on the disk yet."""
        return self._wanted is not self._written

    def want(self, document: Document) -> None:
        """Let `document` be written within DELAY seconds."""
        self._wanted = document
        if self._timer is None:
            self._timer = threading.Timer(DELAY, self._in_time)
            self._timer.daemon = True
            self._timer.start()

    def flush(self) -> bool:
        """Write now what is not written yet; False where that failed (`problem` says why)."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        with self._lock:
            if self.unsaved:
                self._write(self._wanted)
        self._told()
        return self.problem is None

    def take_merged(self) -> Document | None:
        """The document that came of our edits and somebody else's, once; None where there is none."""
        if not self._lock.acquire(blocking=False):
            return None  # the disk is being written, and no key waits for it: it is told again after that
        try:
            merged, self._merged = self._merged, None
            # an edit made since then is written against the old base, so that it is merged too
            if merged is None or self.unsaved:
                return None
            self._base = merged
            self._written = self._wanted = merged.document
            return merged.document
        finally:
            self._lock.release()

    def adopt(self, file: AuditFile) -> None:
        """Take `file` as what is on the disk now."""
        with self._lock:
            self._base = file
            self._written = self._wanted = file.document
            self.problem = None

    def _in_time(self) -> None:
        self._timer = None
        self.flush()

    def _write(self, document: Document) -> None:
        try:
            file = self._archive.save(self._base, document)
        except ReadycheckError as error:
            self._failed(error.problems[0].message(), document)
        except OSError as error:
            why = error.strerror or str(error)
            self._failed(say("{file}: {why}", file=str(self._base.path), why=why), document)
        else:
            self._saved()
            self._written = document
            if file.document == document:
                self._base = file
            else:
                self._merged = file

    def _failed(self, why: Message, document: Document) -> None:
        self.problem = why
        self.kept_aside = Unsaved(self._archive, self._base.path).keep(self._base.document, document)

    def _saved(self) -> None:
        if self.problem is not None:
            Unsaved(self._archive, self._base.path).drop()
        self.problem, self.kept_aside = None, False
