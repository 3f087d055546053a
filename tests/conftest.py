"""What all tests share: a state folder of their own, the same examples every time, and no example is timed."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import tempfile

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable", deadline=None, max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


def pytest_configure() -> None:
    """Ctrl+C is tested in processes that inherit what it does here: nothing, where a script runs in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


    # for the programs that tests start, too: locks and copies must not land in the person's own folder
    os.environ["READYCHECK_STATE"] = tempfile.mkdtemp(prefix="readycheck-state-")


def pytest_unconfigure() -> None:
    """Take it away again."""
    shutil.rmtree(os.environ.pop("READYCHECK_STATE"), ignore_errors=True)


def pytest_collection_finish() -> None:
    """What was made by now, four thousand tests and all libraries, stays: it need not be searched for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a seventh of the time went into looking for garbage
