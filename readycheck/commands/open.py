"""`readycheck` and `readycheck open`: the app."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.season import where
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.errors import wrong


def run(arguments: Namespace, desk: Desk) -> int:
    """Open the app on a season, or on the list of shops."""
    if not desk.at_a_terminal():
        raise wrong(
            say("the app needs a terminal, and there is none here."),
            say("Print instead: readycheck score SHOP, readycheck list, readycheck demo --print."),
        )
    return show(*(desk, None) if arguments.shop is None else where(desk, arguments.shop))


def show(desk: Desk, reference: str | None) -> int:
    """The app on the desk's folder; a wrong `reference` is told before the screen changes."""
    from readycheck.tui.app import run_app

    run_app(desk.archive, desk.tr.lang, desk.today, reference)
    return DONE
