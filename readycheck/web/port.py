"""The port to listen on: the given one, else the usual one or the next that is free."""

from __future__ import annotations

import errno
import os
import socket

from readycheck.core.message import Message, say
from readycheck.errors import wrong

HOST = "127.0.0.1"
USUAL, TRIED, HIGHEST = 8765, 20, 65_535


def listening(port: int | None) -> socket.socket:
    """A socket that listens on 127.0.0.1: on `port` (0: any free one), else on the usual port or one after it.

    ReadycheckError where `port` cannot be had.
    """
    if port is not None:
        if port > HIGHEST:
            raise wrong(say("{port} is no port.", port=port), say("Ports go up to {highest}.", highest=HIGHEST))
        try:
            return _bound(port)
        except OSError as error:
            raise wrong(_why_not(port, error), say("Give another one, or leave --port out.")) from None
    for candidate in (*range(USUAL, USUAL + TRIED), 0):
        try:
            return _bound(candidate)
        except OSError:
            continue
    raise wrong(say("no port is free on this machine."), say("Give one: readycheck serve --port N."))


def _why_not(port: int, error: OSError) -> Message:
    if error.errno == errno.EADDRINUSE:
        return say("port {port} is taken by another program.", port=port)
    return say("port {port} cannot be used ({reason}).", port=port, reason=error.strerror or str(error))


def _bound(port: int) -> socket.socket:
    """Bound and listening at once: two servers that begin together must not both think it is theirs."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # a port that was just left is free again; on Windows it would take it from others
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen()
    except OSError:
        made.close()
        raise
    return made
