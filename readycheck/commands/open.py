"""`readycheck` and `readycheck open`: the app."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from readycheck.commands.desk import Desk
from readycheck.commands.season import where
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.errors import wrong
from readycheck.i18n import Translator


def run(arguments: Namespace, desk: Desk) -> int:
    """Open the app on a season, or on the list of shops."""
    if not desk.at_a_terminal():
        raise wrong(
            say("the app needs a terminal, and there is none here."),
            say("Print instead: readycheck score SHOP, readycheck list, readycheck demo --print."),
        )
    return show(*(desk, None) if arguments.shop is None else where(desk, arguments.shop))


def show(desk: Desk, reference: str | None, *, keeps: bool = True) -> int:
    """The app on the desk's folder; a wrong `reference` is told before the screen changes.

    `keeps`: whether the app writes down the language and the colours that are chosen in it.
    """
    from readycheck.tui.app import run_app
    from readycheck.tui.preferences import Preferences

    lang = as_remembered(desk).tr.lang
    run_app(desk.archive, lang, desk.today, reference, Preferences(desk.settings, keeps=keeps))
    return DONE


def as_remembered(desk: Desk) -> Desk:
    """The desk in the language that was chosen in the app, unless another one is asked for now."""
    if desk.language_asked:
        return desk
    from readycheck.tui.preferences import Preferences

    return replace(desk, tr=Translator(Preferences(desk.settings).lang or desk.tr.lang))
