"""What can be done on a walk: results, time, help, payment methods, notes; new walks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.message import Message, say
from readycheck.core.names import RESULT_NAMES, step_name
from readycheck.tui.changes import with_changes, with_item, without
from readycheck.tui.fields import YES_NO, YES_NO_UNKNOWN, Field
from readycheck.tui.keys import key
from readycheck.tui.path_text import DEVICES, entries
from readycheck.tui.saving import Document
from readycheck.tui.screens.form import FormScreen
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from readycheck.tui.screens.base import AuditScreen
    Base = AuditScreen
else:
    Base = Screen

STEP_FIELDS = (
    Field("result", say("Result"), "choice", RESULT_NAMES),
    Field("seconds", say("Time, s or m:ss"), "seconds"),
    Field("help_reachable", say("Help within reach"), "choice", YES_NO_UNKNOWN),
    Field("payment_method", say("Paid by")),
    Field("note", say("Note"), "lines"),
)
NEXT_HELP = {None: True, True: False, False: None}


class PathTools(Base):
    """A part of the path screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "new_run", say("Walk"), say("Begin a walk: who, with which device."), id="path.new"),
        key("space", "watch", say("Watch"), say("Start or stop the time of this step."), id="path.watch",
            display="␣"),
        key("p", "result('pass')", say("Well"), say("This step went well; on to the next."), id="path.pass"),
        key("f", "result('friction')", say("Stumbled"), say("This step went through with trouble."),
            id="path.friction"),
        key("x", "result('fail')", say("Failed"), say("This step could not be done."), id="path.fail"),
        key("u", "result('untested')", say("Not tested"), say("This step was not tested."), id="path.untested",
            show=False),
        key("h", "help", say("Help"), say("Was help within reach at this step: yes, no, not known."), id="path.help"),
        key("m", "method", say("Pay by"), say("Try one more payment method."), id="path.method"),
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

    _timed: str | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a walk there is nothing to note down."""
        needs_run = ("watch", "result", "help", "method", "edit_step", "edit_run", "remove")
        return bool(self.session.audit.path_runs) if action in needs_run else True

    # steps

    def _with_step(self, at: str, changes: dict[str, Any], document: Document | None = None) -> Document:
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
            self.edit(self._with_step(there[0], {"seconds": seconds}))

    def action_result(self, result: str) -> None:
        """The step's result; the time stops, and the cursor goes to the next step."""
        rows = self.query_one("#steps", Rows)
        row = rows.cursor_row
        if self.query_one(Stopwatch).running:
            self._stop()
        at, _ = self.chosen_step
        if self.edit(self._with_step(at, {"result": result})):
            rows.move_cursor(row=min(row + 1, rows.row_count - 1))

    def action_help(self) -> None:
        """Help within reach: yes, no, not known."""
        at, step = self.chosen_step
        self.edit(self._with_step(at, {"help_reachable": NEXT_HELP[step.help_reachable]}))

    def action_edit_step(self) -> None:
        """The step's form."""
        at, step = self.chosen_step
        values = {field.key: getattr(step, field.key) for field in STEP_FIELDS}
        self.app.push_screen(FormScreen(
            self.tr, step_name(step.step), STEP_FIELDS, values,
            lambda changes: self.taken(self._with_step(at, changes)) if changes else None,
        ))

    def action_method(self) -> None:
        """One more entry at the payment, for another method."""
        known = self.session.scores.path.payment_methods
        note = say("Tried so far: {methods}", methods=", ".join(known)) if known else None
        fields = (Field("payment_method", say("Paid by"), hint=say("card, invoice, MobilePay …"), needed=True),)

        def accept(changes: dict[str, Any]) -> Message | None:
            untouched = (
                str(n) for n, step in enumerate(self.run.steps)
                if step.step == "pay" and step.result == "untested" and not step.payment_method
            )
            at = next(untouched, "+pay")
            complaint = self.taken(self._with_step(at, changes))
            if complaint is None:
                self._stand_at(at if at != "+pay" else str(len(self.run.steps) - 1))
            return complaint

        self.app.push_screen(FormScreen(self.tr, say("Payment method"), fields, {}, accept, note))

    def _stand_at(self, at: str) -> None:
        """Put the cursor on a step's entry."""
        self.show_audit()
        self.query_one("#steps", Rows).go_to(at)

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
            self.tell(say("Removed. Ctrl+Z brings it back."))

    # walks

    def _run_fields(self, device: str) -> tuple[Field, ...]:
        devices: dict[Any, Message] = {**DEVICES}
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
