"""`readycheck serve`: the app in a browser of this machine."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, requires
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
                    say("Install it: {command}", command=installing()))
    from readycheck.web.guard import Guard
    from readycheck.web.port import listening
    from readycheck.web.server import serve

    with listening(None if arguments.port is None else int(arguments.port)) as socket:
        guard = Guard(socket.getsockname()[1], desk.tr)
        desk.write(desk.tr("The app is at {address} (this address works once; Ctrl+C ends it)", address=guard.address))
        desk.out.flush()
        serve(_app(desk), desk.home.absolute(), guard, desk.tr, socket)
    return DONE


def installing() -> str:
    """The command that adds what is missing to this very Python, wherever the program itself was installed from."""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if find_spec("pip") is None:  # as in an environment that uv made
        return f'uv pip install --python {python} "{_package()}"'
    return f'{python} -m pip install "{_package()}"'


def _package() -> str:
    """The extra's requirement as the installed program states it; run from its source alone, the bare name."""
    try:
        stated = requires("readycheck") or []
    except PackageNotFoundError:
        stated = []
    found = (each.partition(";")[0].strip() for each in stated if each.startswith("textual-serve"))
    return next(found, "textual-serve")


def _app(desk: Desk) -> list[str]:
    """The app's command, to be run by this very Python on the same folder and in the same language."""
    home = str(desk.home.absolute())
    return [sys.executable, "-m", "readycheck", f"--home={home}", "--lang", desk.tr.lang, "serve", "--tab"]
