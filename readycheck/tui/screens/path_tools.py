"""What can be done on a walk: results, time, help, payment methods, notes; new walks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from readycheck.core.audit import PathRun, PathStep, StepResult
from readycheck.core.message import Message, say
from readycheck.core.names import DEVICE_NAMES, RESULT_NAMES, step_name
from readycheck.core.walks import takes_method
from readycheck.i18n import Lang
from readycheck.tui.changes import with_changes, with_item, without
from readycheck.tui.fields import YES_NO, YES_NO_UNKNOWN, Field
from readycheck.tui.keys import key, key_of
from readycheck.tui.path_text import entries
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.screens.path_beside import BESIDE
from readycheck.tui.screens.path_paying import PathPaying
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch

STEP_FIELDS = (
    Field("result", say("Result"), "choice", RESULT_NAMES),
    Field("seconds", say("Time, s or m:ss"), "stopwatch"),
    Field("help_reachable", say("Help within reach"), "choice", YES_NO_UNKNOWN),
    Field("payment_method", say("Paid by")),
    Field("note", say("Note"), "lines"),
)
NOTE_FIELDS = tuple(field for field in STEP_FIELDS if field.key == "note")
OF_ONE_WALK = ("watch", "result", "help", "method", "note", "edit_step", "edit_run", "remove")
RESULT_KEYS: Mapping[Lang, Mapping[StepResult, str]] = {
    "fi": {"pass": "s", "friction": "t", "fail": "k"}, "en": {"pass": "p", "friction": "f", "fail": "x"},
}
RESULT_LABELS: Mapping[StepResult, tuple[Message, Message]] = {
    "pass": (say("Well"), say("This step went well; on to the next.")),
    "friction": (say("Stumbled"), say("This step went through, with some trouble.")),
    "fail": (say("Failed"), say("This step could not be done.")),
}
ON_SITE = ("arrive", "search", "product", "cart", "order", "pay", "confirmation")
"""One sitting: at these the time runs on from step to step; delivery and return come days later."""
NEXT_HELP = {None: True, True: False, False: None}


def _result_keys() -> list[BindingType]:
    """Each language's letters: sujui, takkusi, katkesi; pass, friction, x."""
    return [
        key(pressed, f"result('{result}', '{lang}')", *RESULT_LABELS[result], id=f"path.{result}.{lang}")
        for lang, keys in RESULT_KEYS.items() for result, pressed in keys.items()
    ]


class PathTools(PathPaying):
    """A part of the path screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "watch", say("Clock"), say("Start or stop the time of this step."), id="path.watch",
            display="␣"),
        *_result_keys(),
        key("a", "new_run", say("Walk"), say("Start a walk: who, with which device."), id="path.new"),
        key("u", "result('untested', '')", say("Not tested"), say("This step was not tested."), id="path.untested",
            show=False),
        key("h", "help", say("Help"), say("Was help within reach at this step: yes, no, not known."), id="path.help"),
        key("m", "method", say("Pay by"), say("Try one more payment method."), id="path.method"),
        key("n", "note", say("Note"),
            say("What happened at this step, or at the one that has just stumbled, in the tester's words."),
            id="path.note"),
        key("v", "beside", say("Side by side"), say("All testers' steps in one table, and back."), id="path.beside"),
        key("e", "edit_step", say("Edit"), say("The step under the cursor in a form."), id="path.edit",
            show=False),
        key("g", "edit_run", say("Tester"), say("Who walks, with what, when."), id="path.run", show=False),
        key("tab", "app.focus_next", say("Steps/walks"), say("To the other table."), id="path.other", show=False),
        key("delete", "remove", say("Remove"), say("Remove this step's entry; in the list of walks: the walk."),
            id="path.remove", show=False, display="del"),
    ]

    if TYPE_CHECKING:
        @property
        def run_number(self) -> int:
            """The walk that is shown."""

        @property
        def run(self) -> PathRun:
            """The same walk."""

        @property
        def chosen_step(self) -> tuple[str, PathStep]:
            """The step under the cursor."""

        def look_at(self, n: int) -> None:
            """Show another walk."""

    _trouble: tuple[int, ...] | None = None
    """The row where a step stumbled or failed, and the walk and the row that the cursor then stood in."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a walk there is nothing to note down; side by side, no step of one walk is under the cursor."""
        if action == "result" and parameters[1] not in ("", self.tr.lang):
            return False  # the other language's letter
        if action in OF_ONE_WALK and self.has_class(BESIDE):
            return False
        return bool(self.session.audit.path_runs) if action in (*OF_ONE_WALK, "beside") else True

    # steps

    def with_step(self, at: str, changes: dict[str, Any], document: Document | None = None) -> Document:
        """The document with changes at a step; "+step" is one that has no entry yet."""
        start = self.session.document if document is None else document
        steps = ("path_runs", self.run_number, "steps")
        if at.startswith("+"):
            return with_item(start, steps, {"step": at[1:], "result": "untested", **changes})
        return with_changes(start, (*steps, int(at)), changes)

    def action_watch(self) -> None:
        """Start the time of the step under the cursor, or stop it and keep the seconds."""
        watch = self.query_one(Stopwatch)
        if watch.running:
            self._stop()
            return
        self._timed, step = self.chosen_step
        watch.start(step_name(step.step), step.seconds or 0.0)

    def _stop(self) -> None:
        """Stop the time and keep it at the step that it was started for."""
        seconds, at, self._timed = self.query_one(Stopwatch).stop(), self._timed, None
        # while the time ran, the step may have got an entry, or been removed
        there = [name for name, step in entries(self.run) if at in (name, f"+{step.step}")]
        if there:
            self.edit(self.with_step(there[0], {"seconds": seconds}))

    def action_result(self, result: StepResult, _lang: str = "") -> None:
        """The step's result; its time stops, and the cursor goes to the next step."""
        rows = self.query_one("#steps", Rows)
        row, timed = rows.cursor_row, self._timed
        if self.query_one(Stopwatch).running:
            self._stop()
        at, before = self.chosen_step
        if self.edit(self.with_step(at, {"result": result})):
            rows.move_cursor(row=min(row + 1, rows.row_count - 1))
            self._trouble = (row, self.run_number, rows.cursor_row) if result in ("friction", "fail") else None
            if timed is not None and timed in (at, f"+{before.step}"):
                self._time_on()

    def _time_on(self) -> None:
        """The time of a step that ended runs on at the next one, while the tester stays on the site."""
        _, step = self.chosen_step
        if step.step in ON_SITE and step.seconds is None and step.result == "untested":
            self.action_watch()

    def action_help(self) -> None:
        """Help within reach: yes, no, not known."""
        at, step = self.chosen_step
        self.edit(self.with_step(at, {"help_reachable": NEXT_HELP[step.help_reachable]}))

    def action_edit_step(self) -> None:
        """The step's form."""
        at, step = self.chosen_step
        fields = [field for field in STEP_FIELDS if field.key != "payment_method" or takes_method(step)]
        values = {field.key: getattr(step, field.key) for field in fields}
        self.app.push_screen(FormScreen(
            self.tr, step_name(step.step), fields, values,
            lambda changes: self.taken(self.with_step(at, changes)) if changes else None,
        ))

    def action_note(self) -> None:
        """What happened, in words; right after trouble at a step, at that one, though the cursor has gone on."""
        (row, *where), self._trouble = self._trouble or (-1,), None
        still_there = where == [self.run_number, self.query_one("#steps", Rows).cursor_row]
        at, step = list(entries(self.run))[row] if still_there else self.chosen_step
        self.app.push_screen(FormScreen(
            self.tr, step_name(step.step), NOTE_FIELDS, {"note": step.note},
            lambda changes: self.taken(self.with_step(at, changes)) if changes else None,
        ))

    def action_remove(self) -> None:
        """Remove a step's entry, or in the list of walks the walk."""
        if self.query_one(Stopwatch).running:
            self._stop()
        runs = self.query_one("#runs", Rows)
        at, _ = self.chosen_step
        path: tuple[str | int, ...] = ("path_runs", self.run_number)
        if not runs.has_focus:
            if at.startswith("+"):
                return
            path = (*path, "steps", int(at))
        if self.edit(without(self.session.document, path)):
            self.tell(say("Removed. {key} brings it back.", key=key_of("undo", "Ctrl+Z")))

    # walks

    def _run_fields(self, device: str) -> tuple[Field, ...]:
        devices: dict[Any, Message] = {**DEVICE_NAMES}
        if device and device not in devices:
            devices[device] = say("{name}", name=device)
        return (
            Field("tester", say("Tester"), hint=say("a name only if the tester gave it")),
            Field("outsider", say("Outsider"), "choice", YES_NO),
            Field("device", say("Device"), "choice", devices),
            Field("on", say("Date"), "date"),
        )

    def action_new_run(self) -> None:
        """Begin a walk."""
        first = {"outsider": False, "device": "phone", "on": self.session.today}

        def accept(changes: dict[str, Any]) -> Message | None:
            complaint = self.taken(with_item(self.session.document, ("path_runs",), {**first, **changes}))
            if complaint is None:
                self.look_at(len(self.session.audit.path_runs) - 1)
                self.query_one("#steps", Rows).move_cursor(row=0)
            return complaint

        self.app.push_screen(FormScreen(self.tr, say("New walk"), self._run_fields("phone"), first, accept))

    def action_edit_run(self) -> None:
        """Who walks, with what, when."""
        run, n = self.run, self.run_number
        values = {"tester": run.tester, "outsider": run.outsider, "device": run.device, "on": run.on}
        self.app.push_screen(FormScreen(
            self.tr, say("Walk"), self._run_fields(run.device), values,
            lambda changes: self.taken(with_changes(self.session.document, ("path_runs", n), changes)),
        ))

    def action_leave(self) -> None:
        """Keep the running time before leaving."""
        if self.query_one(Stopwatch).running:
            self._stop()
        super().action_leave()

    def action_go(self, place: str) -> None:
        """Keep the running time before going elsewhere."""
        if self.query_one(Stopwatch).running:
            self._stop()
        super().action_go(place)
