"""Opening a file in the person's browser, where there is one to be seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1], new=2))"
PATIENCE = 20.0
"""Seconds; a browser that has to start takes its time."""


def browser_in_sight(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window that opens here is before the person: not over ssh, not without a display."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return False
    if platform.startswith(("win", "darwin", "cygwin")):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def open_in_browser(path: Path) -> bool:
    """Whether somebody was found to open it; blocks for a moment.

    In a child without the terminal: what a browser prints would land in the middle of the screen, and one that
    draws in the terminal itself would take it over.
    """
    child = [sys.executable, "-c", OPEN, path.as_uri()]
    try:
        done = subprocess.run(
            child, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, timeout=PATIENCE, check=False,
        )
    except subprocess.TimeoutExpired:
        return True  # it is still at it
    except OSError:
        return False
    return done.returncode == 0
