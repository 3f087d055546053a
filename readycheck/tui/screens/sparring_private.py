"""What only the consultant has beside the audit: private notes, the plan of the sitting, the time it took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from readycheck.core.audit import Answer
from readycheck.core.message import Message, say
from readycheck.core.results import QuestionScore, SectionScore
from readycheck.errors import ReadycheckError
from readycheck.storage.private_notes import PrivateFile, PrivateNotes
from readycheck.tui.fields import Field
from readycheck.tui.keys import key
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.sparring_state import Sitting
from readycheck.tui.widgets.section_clock import SectionClock

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

KEEP_EVERY = 20.0
"""So many seconds of a sitting are lost at most when the machine goes out."""
TURNED = {
    "open": (say("Open the note"), say("The screen is turned so that only you see it.")),
    "not": (say("Not now"), say("Your client sees this screen too: turn it first.")),
}
PRIVATE_KEYS = (
    key("space", "pause", say("Clock"), say("Let the section's clock run, or pause it."), id="sparring.clock",
        display="␣"),
    key("x", "private", say("Private note"),
        say("The consultant's own note on this question, from the list on the whole session; in no report."),
        id="sparring.private", show=False),
    key("b", "minutes", say("Minutes"), say("How long the session should take, divided between the sections."),
        id="sparring.minutes", show=False),
)


class SparringPrivate(Base):
    """A part of the sparring screen; a file that cannot be read is told once and left as it is."""

    notes = PrivateNotes()
    private: PrivateFile
    _watch: SectionClock | None = None
    _timed = ""
    _kept = 0

    if TYPE_CHECKING:
        @property
        def sitting(self) -> Sitting:
            """How the sitting stands."""

        @property
        def here(self) -> tuple[SectionScore, QuestionScore, Answer]:
            """The open question, its section, what was answered."""

        def now(self, **changes: Any) -> None:
            """Let the sitting stand otherwise."""

        def planned(self) -> dict[str, float]:
            """Each section's planned minutes."""

    def open_private(self) -> None:
        """Read the notes, and keep the time from now on."""
        self.private = PrivateFile(self.session.archive, self.session.path)
        complaint = self._try(self.private.read)
        if complaint is not None:
            self.notify(self.tr(complaint), severity="error", markup=False, timeout=15)
        self.set_interval(KEEP_EVERY, self.keep_time)

    def _try(self, job: Callable[[], PrivateNotes]) -> Message | None:
        """Take over what the file then holds; else what is wrong with it."""
        try:
            self.notes = job()
        except ReadycheckError as error:
            return error.problems[0].message()
        except OSError as error:
            return say("{file}: {why}", file=str(self.private.path), why=error.strerror or str(error))
        return None

    # notes

    def action_private(self) -> None:
        """Ask whether the client can see the screen, then open the note."""
        def chosen(choice: str | None) -> None:
            if choice == "open":
                self._open_note()

        title = say("A private note: for your eyes only")
        self.app.push_screen(ChooseScreen(self.tr, title, TURNED, letters=False), chosen)

    def _open_note(self) -> None:
        question = None if self.sitting.listing else self.here[1].id
        text = self.notes.general if question is None else self.notes.notes.get(question, "")
        title = say("Private: the whole session") if question is None else (
            say("Private: {prompt}", prompt=self.here[1].question.prompt))

        def accept(changes: dict[str, Any]) -> Message | None:
            complaint = self._try(lambda: self.private.write_note(question, changes.get("text", text) or ""))
            if complaint is None:
                self.show_audit()
            return complaint

        self.app.push_screen(FormScreen(
            self.tr, title, [Field("text", say("Note"), "lines")], {"text": text}, accept,
            say("Kept beside the audit on this machine; in no report, agreement or export."),
        ))

    def action_minutes(self) -> None:
        """Plan the sitting."""
        def accept(changes: dict[str, Any]) -> Message | None:
            minutes = changes.get("planned_minutes", self.notes.planned_minutes)
            complaint = self._try(lambda: self.private.plan(minutes))
            if complaint is None:
                self.show_audit()
            return complaint

        field = Field("planned_minutes", say("Minutes in all"), "whole", needed=True)
        self.app.push_screen(FormScreen(
            self.tr, say("Length of the session"), [field], {"planned_minutes": self.notes.planned_minutes}, accept,
            say("Divided between the sections: what needs talking about gets three times as long as the rest."),
        ))

    # time

    def action_pause(self) -> None:
        """Run or pause."""
        self.now(running=not self.sitting.running)
        self.show_audit()

    def tend_clock(self) -> None:
        """Let the clock stand at the section that is open; it runs while a question is, unless it is paused."""
        watch, (section, _, _) = self.query_one(SectionClock), self.here
        self._watch = watch
        watch.planned = 60.0 * self.planned().get(section.id, 0.0)
        run = self.sitting.running and not self.sitting.listing
        if watch.running and (self._timed != section.id or not run):
            self.keep_time()
            watch.stop()
        if run and not watch.running:
            self._timed, self._kept = section.id, self.notes.seconds.get(section.id, 0)
            watch.start(say("{name}", name=section.title), float(self._kept))
        watch.rest_at(say("{name}", name=section.title), self.notes.seconds.get(section.id, 0))
        watch.show_time()

    def keep_time(self) -> None:
        """Write down the seconds since the last time."""
        spent = self._watch.elapsed - self._kept if self._watch is not None and self._watch.running else 0
        if spent <= 0:
            return
        if self._try(lambda: self.private.add_seconds(self._timed, spent)) is not None:
            # for this sitting at least
            seconds = {**self.notes.seconds, self._timed: self._kept + spent}
            self.notes = replace(self.notes, seconds=seconds)
        self._kept += spent

    def on_unmount(self) -> None:
        """Leaving, for another screen or for good."""
        self.keep_time()
