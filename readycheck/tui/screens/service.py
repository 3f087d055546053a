"""Response times, resolution and grades, typed in or brought by a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readycheck.core.audit import ChannelService
from readycheck.core.channel_response import KEPT_SHARE
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.promises import target_of
from readycheck.core.responses import duration
from readycheck.core.rounding import rounded
from readycheck.core.service_results import ChannelResponse, ShareWithInterval
from readycheck.storage.service_edits import typed_over
from readycheck.tui.fields import plain_number
from readycheck.tui.keys import key_of
from readycheck.tui.saving import Document
from readycheck.tui.screens.settings_list import SettingsScreen
from readycheck.tui.settings import Setting

PERCENT = say("%")
GRADES: dict[Any, Message] = {
    "quality": say("Grades 9–10 for the adviser"), "overall": say("Grades 9–10 overall"),
    "recommend": say("Grades 9–10, would recommend"),
}


class ServiceScreen(SettingsScreen):
    """One's own figures; others' stand below as dated references, never as a verdict."""

    PLACE = "service"
    VALUE_WIDTH = 12

    def head(self) -> str:
        """How many channels keep their promise."""
        found = self.session.scores.service
        if found.score is None:
            return self.tr(say("Service quality: no channel has a first response and a target yet."))
        return self.tr(say("Service quality {score}: {met} of {all} channels answer within their target.",
                           score=self.tr.number(found.score, 0), met=sum(found.promises), all=len(found.promises)))

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
            Setting(("service", "handled"), say("Share of contacts handled"), "percent", service.handled,
                    unit=PERCENT),
        ]
        names = [row.channel for row in self.session.scores.channels.rows]
        every = own + [setting for name in names for setting in self._of_channel(name)]
        return [replace(setting, told=self._told(setting)) for setting in every]

    def _told(self, setting: Setting) -> str:
        """A value as one reads it: an import's has many decimals, and few think in thousands of seconds."""
        if setting.value is None:
            return ""
        if setting.kind == "percent":
            return self.tr.measured(plain_number(rounded(100 * setting.value, 1), self.tr), self.tr(PERCENT))
        if setting.kind == "number":
            return plain_number(rounded(setting.value, 1), self.tr)
        return self.tr(duration(setting.value)) if setting.kind == "seconds" else ""

    def _of_channel(self, name: str) -> list[Setting]:
        given = self.session.audit.service.channels.get(name, ChannelService())
        found = self.session.scores.service.responses.get(name)
        within = found.within_target.share if found and found.within_target else given.within_target
        title, times = channel_name(name), say("60 s, 5 min, 8 h or 1 d")
        return [
            Setting(("service", name, "first_response_s"), say("{channel}: first response", channel=title), "seconds",
                    given.first_response_s, hint=times),
            Setting(("service", name, "p90_s"), say("{channel}: 90% answered within", channel=title), "seconds",
                    given.p90_s, hint=times),
            Setting(("service", name, "target_s"), say("{channel}: target", channel=title), "seconds", given.target_s,
                    hint=times),
            Setting(("service", name, "within_target"), say("{channel}: answered within target", channel=title),
                    "percent", within, unit=PERCENT),
            Setting(("service", name, "measured_from"), say("{channel}: measured from", channel=title), "text",
                    given.measured_from),
        ]

    def with_setting(self, path: Sequence[str], value: Any) -> Document:
        """The document with one value changed; what an import brought beside an earlier one goes with it."""
        return typed_over(super().with_setting(path, value))

    def remark(self, setting: Setting) -> str:
        """The interval of a figure and its answers; whether a first response meets its target."""
        found, key = self.session.scores.service, setting.path[-1]
        if key in ("first_response_s", "p90_s", "within_target"):
            response = found.responses.get(setting.path[1])
            return "" if response is None else self._of_response(key, response)
        if key == "target_s":
            return self._of_promise(setting)
        if key == "nps" and found.nps_interval is not None:
            low, high = found.nps_interval
            return self.tr(say("95%: {low:.0f}…{high:.0f}, n {n:,}", low=low, high=high, n=found.nps_n))
        shares = {"fcr": found.fcr, "csat": found.csat, **found.grades}
        return self._interval(shares.get(key))

    def _of_promise(self, setting: Setting) -> str:
        """The channel's card goes before a target that stands here; whether enough is answered in time."""
        promised = target_of(self.session.audit, setting.path[1])
        if promised is None or promised == setting.value:
            response = self.session.scores.service.responses.get(setting.path[1])
            return "" if response is None or not response.by_share else self.tr(
                say("✓ at least {least:.0%} in time", least=KEPT_SHARE) if response.met else
                say("✗ under {least:.0%} in time", least=KEPT_SHARE))
        return self.tr(say("in force: {time} (channels)", time=duration(promised)))

    def _of_response(self, key: str, response: ChannelResponse) -> str:
        if key == "within_target":
            if response.at_most is not None:
                return self.tr(say("at most {share:.0%}: import again", share=response.at_most))
            return self._interval(response.within_target)
        if key == "p90_s":
            return "" if response.n is None else self.tr(say(
                "answered {n:,}, not {unanswered:,}", n=response.n, unanswered=response.unanswered or 0,
            ))
        if response.met is None or response.by_share:
            return ""
        return self.tr(say("✓ within target")) if response.met else self.tr(say("✗ over target"))

    def _interval(self, share: ShareWithInterval | None) -> str:
        if share is None or share.low is None or share.high is None:
            return ""
        return self.tr(say("95%: {low}–{high}%, n {n:,}", low=self.tr.number(100 * share.low, 0),
                           high=self.tr.number(100 * share.high, 0), n=share.n))

    def detail(self) -> str:
        """What the remarks say; others' figures of this kind with their source and year."""
        lines = [say("95%: confidence interval, n: answers. Imported first response: the median.")]
        if not self.session.scores.channels.rows:
            lines = [say("No channels yet: paint opening hours ({key}) or import contacts ({second_key}), then type "
                         "response times here.",
                         key=key_of("go.hours", "2"), second_key=key_of("import", "i"))]
        in_full = [self.chosen.value] if self.chosen and self.chosen.kind == "text" and self.chosen.value else []
        return "\n".join((*in_full, *(self.tr(line) for line in lines), *self._references()))

    def _references(self) -> list[str]:
        """What others have reached in the figure under the cursor."""
        figure = self.chosen.path[-1] if self.chosen else ""
        found = [r for r in self.session.scores.service.references if figure in r.of]
        told = "; ".join(f"{self.tr(r.what)} ({self.tr(r.source)})" for r in found)
        return [self.tr(say("For reference, not as a goal: {references}", references=told))] if told else []
