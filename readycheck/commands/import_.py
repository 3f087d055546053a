"""`readycheck import`: exports into the demand profile; what was recognised is shown before anything is counted."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import INTERRUPTED
from readycheck.commands.stopping import stoppable


def run(arguments: Namespace, desk: Desk) -> int:
    """Import, unless something is to be asked; Ctrl+C at any time leaves everything as it was."""
    try:
        with stoppable() as stop:
            # all that takes time to load comes after Ctrl+C is seen to
            from readycheck.commands.import_steps import import_files, list_formats

            return list_formats(arguments, desk) if arguments.list_formats else import_files(arguments, desk, stop)
    except KeyboardInterrupt:
        desk.progress("readycheck: " + desk.tr("Stopped; nothing was changed."))
        return INTERRUPTED
