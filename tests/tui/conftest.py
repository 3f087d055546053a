"""Pilot's clock runs four times as fast: a pause ends after 5 ms of quiet (Textual: 20), a screen is painted every 4.

A key press alone has three such pauses, and they were half of these tests' time. A screen is still painted at least
once within the shortest pause, as it is at Textual's own 60 pictures a second.
"""

from __future__ import annotations

import textual._wait
import textual.screen

textual._wait.SLEEP_GRANULARITY = 1 / 200
textual._wait.SLEEP_IDLE = 1 / 200 / 20
textual.screen.UPDATE_PERIOD = 1 / 250
