"""Walk the purchase path as a customer does: step by step, with a stopwatch."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from readycheck.core.audit import PathRun, PathStep
from readycheck.core.message import say
from readycheck.core.names import step_name
from readycheck.core.results import PathScore
from readycheck.i18n import Translator
from readycheck.tui import path_text as words
from readycheck.tui.keys import key_of
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.claims import ClaimsHere
from readycheck.tui.screens.path_beside import BesideRows, PathBeside
from readycheck.tui.screens.path_tools import PathTools
from readycheck.tui.widgets.claims_line import ClaimsLine
from readycheck.tui.widgets.rows import Rows
from readycheck.tui.widgets.stopwatch import Stopwatch

WIDE = 100
"""Characters from which on there is room for who a tester is."""


class PathWalkScreen(PathTools, PathBeside, ClaimsHere, AuditScreen):
    """One walk above, all walks below."""

    PLACE = "path"
    CSS_PATH = ["base.tcss", "path_walk.tcss"]  # type: ignore[assignment]  # Textual takes both
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    _before: PathScore

    def compose_body(self) -> ComposeResult:
        yield Static(id="figures", markup=False)
        yield ClaimsLine()
        with Container(id="run"):
            yield Static(id="who", markup=False)
            yield Stopwatch(self.tr)
        yield Rows(id="steps")
        yield Static(id="step", markup=False)
        yield Rows(id="runs")
        yield Static(id="beside-head", markup=False)
        yield BesideRows(id="beside")
        yield Static(id="notes", markup=False)

    def on_mount(self) -> None:
        """Start at the newest walk."""
        self._before = self.session.scores.path
        self.session.places.setdefault(self.PLACE, len(self.session.audit.path_runs) - 1)
        super().on_mount()
        self.query_one("#runs", Rows).go_to(str(self.run_number))
        steps = self.query_one("#steps", Rows)
        steps.focus()
        steps.go_to(next((name for name, step in words.entries(self.run) if step.result == "untested"), ""))

    # what is looked at

    @property
    def run_number(self) -> int:
        """The walk that is shown; -1 where there is none."""
        return min(int(self.session.places.get(self.PLACE, 0)), len(self.session.audit.path_runs) - 1)

    @property
    def run(self) -> PathRun:
        """The same walk."""
        runs = self.session.audit.path_runs
        return runs[max(0, self.run_number)] if runs else PathRun()

    @property
    def chosen_step(self) -> tuple[str, PathStep]:
        """The step under the cursor with its key."""
        found, rows = dict(words.entries(self.run)), self.query_one("#steps", Rows)
        if rows.chosen in found:
            return rows.chosen, found[rows.chosen]
        # the table may still show a step's row from before it got its first entry: the place is the same
        return list(found.items())[min(max(0, rows.cursor_row), len(found) - 1)]

    # showing

    def show_audit(self) -> None:
        """Figures, the walk's steps, all walks."""
        runs, scores, tr = self.session.audit.path_runs, self.session.scores.path, self.tr
        self.query_one("#figures", Static).update(words.figures_lines(scores, self._before, self.size.width - 2, tr))
        who = words.run_line(self.run_number, len(runs), self.run, tr) if runs else (
            tr(say("Nobody has walked the path yet: {key} starts a walk.", key=key_of("path.new", "a"))))
        self.query_one("#who", Static).update(who)
        self.query_one(Stopwatch).display = bool(runs)  # nothing to be timed yet
        wide = self.size.width >= WIDE
        rows = words.step_rows(self.run, scores, tr)
        self.query_one("#steps", Rows).show_rows(words.step_columns(tr, wide=wide), rows)
        self.query_one("#runs", Rows).show_rows(words.run_columns(tr, wide=wide), words.run_rows(runs, tr, wide=wide))
        self._show_step()
        self.show_claims()
        if self.beside or self.has_class("-tall"):
            self.show_beside()

    def on_resize(self) -> None:
        """As many walks side by side as there is room for."""
        self.later(self.show_audit)

    async def speak(self, tr: Translator) -> None:
        """Time that is being taken runs on."""
        before = self.query_one(Stopwatch)
        await super().speak(tr)
        self.query_one(Stopwatch).go_on_from(before)

    def _show_step(self) -> None:
        """The time and the note of the step under the cursor."""
        _, step = self.chosen_step
        self.query_one("#step", Static).update(words.step_line(step, self.tr) if self.session.audit.path_runs else "")
        self.query_one(Stopwatch).rest_at(step_name(step.step), step.seconds or 0.0)

    def look_at(self, n: int) -> None:
        """Show another walk."""
        self.session.places[self.PLACE] = n
        self.show_audit()
        self.query_one("#runs", Rows).go_to(str(n))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.rows.id == "steps":
            self._show_step()
        elif event.rows.id == "beside":
            self.show_notes()
        elif event.rows.id == "runs" and event.rows.has_focus and int(event.key) != self.run_number:
            self.look_at(int(event.key))

    @on(Rows.NothingThere)
    def _begun(self) -> None:
        self.action_new_run()

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        if not self.session.audit.path_runs:
            self.action_new_run()
        elif event.rows.id == "steps":
            self.action_edit_step()
        elif event.rows.id == "beside":
            self.open_beside(event.key)
        else:
            self.action_edit_run()
