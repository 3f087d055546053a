"""The half typed state of one open form, kept on the disk within a second."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from readycheck.storage.half_typed import HalfTyped, HalfTypedForms

EVERY = 0.5
"""Seconds between two looks at what has been typed."""


class Draft:
    """Writes what stands in `form` while it is typed; `opened` is how its fields stood when it opened."""

    def __init__(self, forms: HalfTypedForms, form: str, opened: HalfTyped) -> None:
        self.forms = forms
        self._form, self._opened, self._begun = form, opened, dict(opened.before)
        self._kept: HalfTyped | None = None
        self._lock = threading.Lock()
        self._over = False
        self.failed = ""

    def earlier(self) -> Mapping[str, Any] | None:
        """What was typed the last time and not taken, if the form's fields are still what they were then."""
        found = self.forms.read(self._form)
        if found is None or found.before != self._begun or found.now == self._begun:
            return None
        return found.now

    def needs(self, now: Mapping[str, Any]) -> bool:
        """Whether `now` is not on the disk yet."""
        kept = self._begun if self._kept is None else self._kept.now
        return dict(now) != kept

    def keep(self, now: Mapping[str, Any], *, left: bool = False) -> None:
        """Write it; from any thread. What cannot be kept is no reason to stop a person who types.

        `failed` is then the system's reason; the next look tries again.
        """
        with self._lock:
            if self._over:
                return
            kept = replace(self._opened, now=dict(now), left=left)
            try:
                self.forms.keep(self._form, kept)
            except OSError as error:
                self.failed = error.strerror or str(error)
            else:
                self._kept, self._over, self.failed = kept, left, ""

    def drop(self) -> None:
        """The form was taken, or nothing was typed: forget it."""
        with self._lock:
            self._over = True
            self.forms.drop(self._form)
