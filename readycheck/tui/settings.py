"""Single values of the audit that stand in a list and are typed or stepped one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.fields import Field, Kind, duration, shown

STEPS: Mapping[Kind, float] = {"number": 0.05, "percent": 0.01, "change": 0.01, "seconds": 10, "whole": 1}


@dataclass(frozen=True)
class Setting:
    """A value at `path` of the document, with `otherwise` telling what counts where it is not given.

    `step` is what + and - add; None: after its kind. `unit` stands after the figure. `told` is what the list says
    instead, where the exact value would be too long for the eye.
    """

    path: tuple[str, ...]
    label: Message
    kind: Kind
    value: Any
    options: Mapping[Any, Message] = field(default_factory=dict)
    unit: Message | None = None
    step: float | None = None
    hint: Message | None = None
    otherwise: Message | None = None
    told: str = ""

    @property
    def key(self) -> str:
        """A name for its row."""
        return "\n".join(self.path)

    def field(self) -> Field:
        """The setting as a form of its own asks for it; the form's title says what it is."""
        label = say("Value") if self.unit is None else say("Value, {unit}", unit=self.unit)
        return Field("value", label, self.kind, self.options, self.hint)

    def text(self, tr: Translator) -> str:
        """The value for the eye: "480 s", "30%", "yes", or a dash."""
        if self.kind == "choice":
            return tr(self.options[self.value]) if self.value in self.options else "–"
        if self.kind == "many":
            return ", ".join(tr(self.options[each]) for each in self.value if each in self.options) or "–"
        if self.value in (None, ""):
            return "–" if self.otherwise is None else tr(self.otherwise)
        if self.told:
            return self.told
        if self.kind == "date":
            return tr.date(self.value)
        if self.kind == "seconds":
            return duration(self.value, tr)
        number = shown(self.kind, self.value, tr)
        return number if self.unit is None else tr.measured(number, tr(self.unit))

    def stepped(self, by: int) -> Any:
        """The value a step up (1) or down (-1); None where it has none or cannot be stepped."""
        step = self.step if self.step is not None else STEPS.get(self.kind)
        if self.kind == "choice":
            values = list(self.options)
            return values[(values.index(self.value) + by) % len(values)] if self.value in values else values[0]
        if step is None or self.value is None:
            return None
        return round(self.value + by * step, 6)
