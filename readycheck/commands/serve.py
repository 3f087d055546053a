"""`readycheck serve`: the app in a browser of this machine."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib.util import find_spec

from readycheck.commands.desk import Desk
from readycheck.commands.open import as_remembered, show
from readycheck.commands.statuses import DONE
from readycheck.core.message import say
from readycheck.errors import wrong


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the address, and serve until Ctrl+C."""
    if arguments.tab:  # several may be open at once, and who sits there need not be who chose
        return show(desk, None, keeps=False)
    desk = as_remembered(desk)
    if find_spec("textual_serve") is None:
        raise wrong(say("the app in a browser needs one more package."),
                    say("Install it: {command}", command='pip install "readycheck[web]"'))
    from readycheck.web.guard import Guard
    from readycheck.web.port import listening
    from readycheck.web.server import serve

    with listening(None if arguments.port is None else int(arguments.port)) as socket:
        guard = Guard(socket.getsockname()[1], desk.tr)
        desk.write(desk.tr("The app is at {address} (this address works once; Ctrl+C ends it)", address=guard.address))
        desk.out.flush()
        serve(_app(desk), desk.home.absolute(), guard, desk.tr, socket)
    return DONE


def _app(desk: Desk) -> list[str]:
    """The app's command, to be run by this very Python on the same folder and in the same language."""
    home = str(desk.home.absolute())
    return [sys.executable, "-m", "readycheck", f"--home={home}", "--lang", desk.tr.lang, "serve", "--tab"]
