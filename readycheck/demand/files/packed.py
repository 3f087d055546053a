"""Gzip: unpacked piece by piece with its size counted, then opened by what is inside."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from readycheck.core.message import say
from readycheck.demand.files.kinds import kind_of
from readycheck.demand.files.sandbox import MOST_UNPACKED, most_unpacked
from readycheck.demand.files.text import CHUNK, Origin, TextFile, digest
from readycheck.errors import ReadycheckError, wrong

_GZIP = zlib.MAX_WBITS | 16
_MEMBER = b"\x1f\x8b"


def read_packed(origin: Origin, opened: Callable[[Origin], TextFile]) -> TextFile:
    """What is inside, by `opened`; the name and the digest are the packed file's.

    ReadycheckError when it is cut short or damaged, unpacks to too much, or is packed twice.
    """
    unpacked = origin.copy.with_suffix(".unpacked")
    try:
        _unpack(origin, unpacked)
    except zlib.error as error:
        raise _damaged(origin.name) from error
    with unpacked.open("rb") as file:
        kind = kind_of(file.read(CHUNK))
    if kind is not None and kind.id == "gzip":
        raise wrong(say("this is packed twice (gzip)."), say("Unpack it first."), file=origin.name)
    inside = opened(replace(origin, path=unpacked))
    return replace(inside, path=origin.path, sha256=digest(origin.path), packed=True)


def _damaged(name: str) -> ReadycheckError:
    return wrong(say("this packed file (gzip) is damaged or cut short."), say("Export or download it again."),
                 file=name)


def _unpack(origin: Origin, unpacked: Path) -> None:
    most = most_unpacked(origin.path.stat().st_size)
    size = 0
    with unpacked.open("wb") as out:
        for piece in _pieces(origin):
            size += len(piece)
            if size > most:
                raise _too_big(origin.name, most)
            out.write(piece)


def _too_big(name: str, most: int) -> ReadycheckError:
    what = say("unpacked, the file is far bigger than its size explains.")
    if most == MOST_UNPACKED:
        what = say("unpacked, the file is over {most} GB.", most=MOST_UNPACKED >> 30)
    return wrong(what, say("Export a shorter time."), file=name)


def _pieces(origin: Origin) -> Iterator[bytes]:
    """The unpacked bytes of every member, at most CHUNK at a time; what follows the last member is no part of it.

    zlib.error when a member is damaged or does not end; each ends with a checksum, which zlib looks at.
    """
    with origin.path.open("rb") as file:
        member = zlib.decompressobj(_GZIP)
        rest = file.read(CHUNK)
        while True:
            yield member.decompress(rest, CHUNK)
            rest = member.unconsumed_tail or member.unused_data
            if member.eof:
                rest = rest if len(rest) >= len(_MEMBER) else rest + file.read(CHUNK)
                if not rest.startswith(_MEMBER):
                    return
                member = zlib.decompressobj(_GZIP)
            elif not rest and not (rest := file.read(CHUNK)):
                raise zlib.error("cut short")
