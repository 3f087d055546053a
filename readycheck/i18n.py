"""Finnish and English: gettext catalogues, and each language's form of dates and numbers."""

from __future__ import annotations

import gettext
import string
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from readycheck.core.message import Message
from readycheck.core.rounding import formatted

if TYPE_CHECKING:  # the lists' types take as long to make as all the rest here, and the list of shops needs none
    from readycheck.core.checklist import LocalText
from readycheck.core.written import MONTHS, WEEKDAY_NAMES

Lang = Literal["fi", "en"]
LOCALE_DIR = Path(__file__).parent / "locale"


class Translator:
    """Calls itself with an English template or a Message and answers in its language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._catalogue = gettext.translation("readycheck", LOCALE_DIR, [lang], fallback=True)
        self._form = _Form(self)

    def __call__(self, text: str | Message | LocalText, /, **args: Any) -> str:
        """The translated text with `args` (or the message's own) filled in."""
        if isinstance(text, Message):
            args = {**text.args, **args}
            text = text.text
        elif not isinstance(text, str):
            return text.in_language(self.lang)
        found = self._catalogue.gettext(text) if text else ""
        return self._form.vformat(found, (), args)

    def plural(self, one: str, many: str, n: int, /, **args: Any) -> str:
        """The form that `n` asks for; `{n}` stands for the number."""
        return self._form.vformat(self._catalogue.ngettext(one, many, n), (), {"n": n, **args})

    def number(self, value: float | None, decimals: int = 1) -> str:
        """A number in this language's form; a dash where there is none."""
        return "–" if value is None else self._form.format_field(float(value), f",.{decimals}f")

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A share (0–1) as "43 %" (fi) or "43%" (en)."""
        if share is None:
            return "–"
        return self.number(100 * share, decimals) + ("\u00a0%" if self.lang == "fi" else "%")

    def measured(self, number: str, unit: str) -> str:
        """A written number with its unit; only the English percent is joined to it: "30%", "30 %" (fi), "480 s"."""
        return f"{number}{unit}" if unit == "%" and self.lang == "en" else f"{number} {unit}"

    def day_and_month(self, day: date | None) -> str:
        """A date without its year, where there is little room: 27.11. (fi) or 27 Nov (en)."""
        if day is None:
            return "–"
        return f"{day.day}.{day.month}." if self.lang == "fi" else f"{day.day} {MONTHS[day.month - 1]}"

    def date(self, day: date | None) -> str:
        """A date as 27.11.2026 (fi) or 27 Nov 2026 (en)."""
        return "–" if day is None else self._form.format_field(day, "")

    def weekday(self, weekday: int) -> str:
        """The short name of a weekday, 0 = Monday."""
        return WEEKDAY_NAMES[self.lang][weekday]


class _Form(string.Formatter):
    """str.format in one language: decimal comma and groups apart in Finnish, dates as they are written."""

    def __init__(self, translator: Translator) -> None:
        self._translate = translator

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Message) or hasattr(value, "in_language"):
            value = self._translate(value)
        if isinstance(value, date) and not format_spec:
            day = value.date() if isinstance(value, datetime) else value
            if self._translate.lang == "fi":
                return f"{day.day}.{day.month}.{day.year}"
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        text = formatted(value, format_spec)
        if isinstance(value, int | float) and not isinstance(value, bool):
            # what is rounded to nothing has no sign
            text = text.replace("-", "\u2212" if text.strip("-0.,%") else "")
            if self._translate.lang == "fi":
                text = text.replace(",", "\u00a0").replace(".", ",").replace("%", "\u00a0%")
        return text
