"""Response times, resolution and grades, typed in or brought by a survey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.results import ShareWithInterval
from readycheck.tui.screens.settings_list import SettingsScreen
from readycheck.tui.settings import Setting

PERCENT, SECONDS = say("%"), say("s")
GRADES: dict[Any, Message] = {
    "quality": say("Grades 9–10 for the adviser"), "overall": say("Grades 9–10 overall"),
    "recommend": say("Grades 9–10, would recommend"),
}


class ServiceScreen(SettingsScreen):
    """One's own figures; others' stand below as dated references, never as a verdict."""

    PLACE = "service"

    def head(self) -> str:
        """The share of channels that keep their promise."""
        found = self.session.scores.service
        if found.score is None:
            return self.tr(say("Service quality: no channel has a first response and a target yet."))
        return self.tr(say("Service quality: {score} % of channels answer within their target.",
                           score=self.tr.number(found.score, 0)))

    def settings(self) -> Sequence[Setting]:
        """The shop's figures, then each channel's."""
        service = self.session.audit.service
        own = [
            Setting(("service", "fcr"), say("Solved at the first contact"), "percent", service.fcr, unit=PERCENT),
            Setting(("service", "nps"), say("NPS, −100 to 100"), "number", service.nps),
            Setting(("service", "csat"), say("Satisfied customers"), "percent", service.csat, unit=PERCENT),
            *(Setting(("service", "grades", grade), name, "percent", service.grades.get(grade), unit=PERCENT)
              for grade, name in GRADES.items()),
            Setting(("service", "n"), say("Answers to the survey"), "whole", service.n),
            Setting(("service", "handled"), say("Contacts that were handled"), "percent", service.handled,
                    unit=PERCENT),
        ]
        names = [row.channel for row in self.session.scores.channels.rows]
        return own + [setting for name in names for setting in self._of_channel(name)]

    def _of_channel(self, name: str) -> list[Setting]:
        given = self.session.audit.service.channels.get(name)
        title = channel_name(name)
        return [
            Setting(("service", name, "first_response_s"), say("{channel}: first response", channel=title), "seconds",
                    given.first_response_s if given else None, unit=SECONDS, hint=say("60, 1:00, 5 min or 8 h")),
            Setting(("service", name, "target_s"), say("{channel}: target", channel=title), "seconds",
                    given.target_s if given else None, unit=SECONDS,
                    hint=say("60, 1:00, 5 min or 8 h")),
            Setting(("service", name, "measured_from"), say("{channel}: measured from", channel=title), "text",
                    given.measured_from if given else None),
        ]

    def remark(self, setting: Setting) -> str:
        """The interval of a share; whether a first response meets its target."""
        found = self.session.scores.service
        shares = {"fcr": found.fcr, "csat": found.csat}
        if setting.path[-1] == "first_response_s":
            met = found.first_response.get(setting.path[1], (0.0, None, None))[2]
            return "" if met is None else self.tr(say("✓ within target")) if met else self.tr(say("✗ over target"))
        share = found.grades.get(setting.path[-1]) if "grades" in setting.path else shares.get(setting.path[-1])
        return self._interval(share)

    def _interval(self, share: ShareWithInterval | None) -> str:
        if share is None or share.low is None or share.high is None:
            return ""
        return self.tr(say("95 % interval {low}–{high} %", low=self.tr.number(100 * share.low, 0),
                           high=self.tr.number(100 * share.high, 0)))

    def detail(self) -> str:
        """Others' figures with their source and year."""
        references = "; ".join(f"{self.tr(r.what)} ({r.source})" for r in self.session.scores.service.references)
        return self.tr(say("For reference, not as a goal: {references}", references=references))
