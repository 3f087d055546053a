"""What stands around January's figures: the lag, the rota, how last year's forecast went, the words at the foot."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.binding import BindingType

from readycheck.core.forecast.grading import grade_forecast
from readycheck.core.message import Message, say
from readycheck.core.profile import Demand
from readycheck.core.staffing.rota import RotaSuggestion
from readycheck.core.years.comparison import ForecastGrade
from readycheck.storage.document import with_value
from readycheck.storage.rota_edits import with_rota
from readycheck.tui import january_text as words
from readycheck.tui.january_changes import changed_words
from readycheck.tui.keys import key, key_of
from readycheck.tui.screens.january_tools import JanuaryTools
from readycheck.tui.session import Session
from readycheck.tui.widgets.value_line import ValueLine

FIRST_BUDGET = (40, 4)
KEYS = say("{key} types a value, {second_key} and {third_key} step it; nothing is saved before you take it.",
           key=key_of("january.change", "e"), second_key=key_of("january.more", "+"),
           third_key=key_of("january.less", "-"))


class JanuaryExtras(JanuaryTools):
    """A part of the January screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("s", "rota", say("Suggest"), say("On which days of January the next hours should go."), id="january.rota"),
        key("l", "lag", say("Lag"), say("Where the contacts come from: how many days after the order."),
            id="january.lag"),
        key("d", "drift", say("Learned drift"), say("Try the drift that last January's forecast has taught."),
            id="january.drift", show=False),
    ]
    _grade: ForecastGrade | None = None
    _graded: Demand | None = None
    _asked = FIRST_BUDGET

    def action_lag(self) -> None:
        """The lag, in a window."""
        from readycheck.tui.screens.january_lag import LagScreen

        found = self.counted or self.saved
        self.app.push_screen(LagScreen(self.tr, self.tried_audit, found))

    def action_rota(self) -> None:
        """Ask for hours and show where they should go."""
        from readycheck.tui.screens.january_rota import RotaScreen

        screen = RotaScreen(self.tr, self.tried_audit, self._asked)

        def taken(found: RotaSuggestion | None) -> None:
            self._asked = screen.asked
            if found is not None:
                complaint = self.try_out(with_rota(self.tried, found))
                if complaint is not None:
                    self.tell(complaint)

        self.app.push_screen(screen, taken)

    # last year's forecast

    def grade_last_year(self) -> None:
        """Hold last season's forecast against what came, in a thread: its lag may have to be fitted."""
        if self._graded is not self.session.audit.demand:
            self._graded = self.session.audit.demand
            self.run_worker(self._count_grade(), exclusive=True, group="grade")

    async def _count_grade(self) -> None:
        self._grade = await asyncio.to_thread(_grade, self.session)
        if self.whole:
            self.show_help()

    def action_drift(self) -> None:
        """Try the drift that was learned."""
        if self._grade is None:
            self.tell(say("Last January's forecast cannot be graded yet."))
            return
        learned = round(self._grade.learned_drift, 3)
        complaint = self.try_out(with_value(self.tried, ("plan", "drift"), learned))
        if complaint is not None:
            self.tell(complaint)

    def _learned(self) -> Message | None:
        """That there is a drift to be tried, unless it is what counts already."""
        if self._grade is None or round(self._grade.learned_drift, 3) == self.session.audit.plan.drift:
            return None
        return say("{key} tries the drift that it taught, {learned:.0%}; {second_key} types a value, {third_key} "
                   "and {fourth_key} step it.",
                   key=key_of("january.drift", "d"), second_key=key_of("january.change", "e"),
                   third_key=key_of("january.more", "+"), fourth_key=key_of("january.less", "-"),
                   learned=self._grade.learned_drift)

    # the two lines at the foot

    def show_help(self) -> None:
        """What the trial changes, or where the forecast stands; below it what the keys do now."""
        tr = self.tr
        if self.trial is not None:
            first = "; ".join(changed_words(self.session.audit, self.trial.audit, tr))
            second = say("{key} takes the trial into the audit, {second_key} drops it, {third_key} keeps it under a "
                         "name.",
                         key=key_of("rows.open", "Enter"), second_key=key_of("leave", "Esc"),
                         third_key=key_of("january.keep", "k"))
            typed = self.same_here() if self.series is not None else None
            if typed is not None and typed.which is not None:
                second = say("{key} takes the trial, a number goes on ({which}), Tab ends the series.",
                             key=key_of("rows.open", "Enter"), which=typed.which)
        else:
            saved = self.saved
            lag = words.lag_note(saved, self.session.audit.demand, tr)
            first = lag if self._grade is None else words.grade_text(self._grade, tr)
            setting = self.setting_here()
            hint = setting.hint if setting is not None else None
            second = hint or self._learned() or KEYS
        self.query_one(ValueLine).rest(f"{first}\n{tr(second)}")


def _grade(session: Session) -> ForecastGrade | None:
    previous = session.previous
    return None if previous is None else grade_forecast(previous.audit, session.audit)
