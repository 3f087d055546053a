"""How far an import is, out of the lines that the command writes while it works (`--progress lines`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from readycheck.core.limits import Amount, Between, Count
from readycheck.core.message import say
from readycheck.demand.progress import PHASES
from readycheck.i18n import Translator
from readycheck.storage.decode import Mistakes, decode
from readycheck.tui.widgets.bars import bar

BAR = 14
LONG = 100  # seconds


@dataclass(frozen=True)
class Standing:
    """Where an import stands: the share (0–1) of the phase that is done, and the seconds that are left of it."""

    phase: str
    rows: Count | None = None
    share: Annotated[float, Between(0, 1)] | None = None
    remaining_s: Amount | None = None


def progress_line(line: str, tr: Translator) -> str:
    """A bar with share, rows and what remains; "" for a line that says no progress."""
    standing = _read(line)
    if standing is None:
        return ""
    parts = [f"{tr(PHASES.get(standing.phase, say('Working')))} …"]
    if standing.share is not None:
        full = bar(standing.share, BAR)
        parts[0] += f" {full}{'░' * (BAR - len(full))} {tr.percent(standing.share)}"
    if standing.rows:
        parts.append(tr.plural("one row", "{n:,} rows", standing.rows))
    if standing.remaining_s is not None:
        parts.append(_left(standing.remaining_s, tr))
    return " · ".join(parts)


def _left(seconds: float, tr: Translator) -> str:
    if seconds < LONG:
        return tr("{seconds} s left", seconds=max(1, round(seconds)))
    return tr("{minutes} min left", minutes=round(seconds / 60))


def _read(line: str) -> Standing | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    said = {key: value for key, value in data.items() if value is not None}
    return decode(Standing, said, Mistakes(unknown_keys=False))
