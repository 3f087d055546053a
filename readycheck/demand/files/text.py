"""A file of an import as clean UTF-8 text: what DuckDB can read without guessing."""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Literal

from readycheck.core.message import Message, say
from readycheck.demand.files.kinds import utf16
from readycheck.demand.progress import SILENT, Progress
from readycheck.errors import Unit

CHUNK = 1 << 20
Form = Literal["csv", "xlsx", "json", "ndjson", "mbox", "parquet"]
FORMS: Mapping[Form, Message] = {
    "csv": say("CSV"), "xlsx": say("Excel"), "json": say("JSON"), "ndjson": say("NDJSON"), "mbox": say("mbox"),
    "parquet": say("Parquet"),
}
_MENDING = "readycheck-cp1252"


@dataclass(frozen=True)
class TextFile:
    """A file that can be read: `readable` is UTF-8 with one kind of line break (a copy where need be).

    `quotes` counts the quotation marks, `sha256` is of the bytes as they came. `form` is what the file was
    before it became text, `packed` whether gzip was around it; a person counts its `unit`s, and finds the one
    on a line of `readable` under the line's number plus `shift`. `notes` is what else a person should know of it.
    """

    path: Path
    name: str
    sha256: str
    encoding: Message
    readable: Path
    quotes: int
    form: Form = "csv"
    unit: Unit = "line"
    shift: int = 0
    packed: bool = False
    notes: tuple[Message, ...] = ()

    def place(self, line: int) -> int:
        """The number of the unit, as a person counts them, on a line of `readable`."""
        return line + self.shift


@dataclass(frozen=True)
class Origin:
    """A file to be opened: where its bytes stand, how messages call it, where a copy as text may go.

    `texts`: message bodies may be read; where not, they never reach even the copy. `sheet` is the wanted one of
    a workbook. `times`: folded headings under which a bare number is a spreadsheet's time. `progress` is told of
    every chunk that is read.
    """

    path: Path
    name: str
    copy: Path
    texts: bool = False
    sheet: str | None = None
    times: frozenset[str] = frozenset()
    progress: Progress = SILENT


@dataclass
class _Inspection:
    """What one pass over the bytes found."""

    digest: str = ""
    strict_utf8: bool = True
    ascii_only: bool = True
    quotes: int = 0
    mixed_breaks: bool = False


def open_text(origin: Origin, head: bytes) -> TextFile:
    """The CSV at `origin`, read where it stands; copied only where it is not fit to be read. `head` begins it."""
    # about as many rows as lines like the first ones: whoever waits need not know it better
    origin.progress.rows(origin.path.stat().st_size * head.count(b"\n") // len(head))
    return _opened(origin, utf16(head))


def copied_table(origin: Origin, form: Form, unit: Unit, shift: int, encoding: Message | None = None) -> TextFile:
    """The table that a reader wrote to `origin.copy`: comma-separated UTF-8, a record a line, headings in line 1."""
    return TextFile(origin.path, origin.name, digest(origin.path), encoding or say("UTF-8"), origin.copy.resolve(),
                    quotes=0, form=form, unit=unit, shift=shift)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _opened(origin: Origin, codec: str | None) -> TextFile:
    path, copy = origin.path, origin.copy
    found = _inspect(path, origin.progress)
    quotes, readable = found.quotes, path.resolve()
    if codec:
        encoding, quotes = say("UTF-16"), _copied(origin, codec, "replace")
        readable = copy
    elif not found.strict_utf8:
        encoding = say("Windows-1252") if found.ascii_only else say("UTF-8 and Windows-1252 mixed")
        _copied(origin, "utf-8", _MENDING)
        readable = copy
    else:
        encoding = say("UTF-8")
        # DuckDB takes * ? [ in a path for a pattern, and loses rows where kinds of line breaks are mixed
        if found.mixed_breaks or any(sign in str(readable) for sign in "*?[{"):
            _copied(origin, "utf-8", "strict")
            readable = copy
    return TextFile(path, origin.name, found.digest, encoding, readable, quotes)


def _chunks(path: Path, progress: Progress) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
            progress.done(len(chunk))


def _inspect(path: Path, progress: Progress) -> _Inspection:
    """One pass: the digest, whether it is strict UTF-8, quotation marks, line breaks."""
    hashing, found = _Digest(path), _Inspection()
    hashing.start()
    decoder = codecs.getincrementaldecoder("utf-8")()
    returns = False
    for chunk in _chunks(path, progress):
        found.quotes += chunk.count(b'"')
        returns = returns or b"\r" in chunk
        # most chunks are plain ASCII, and that is told at once
        if found.strict_utf8 and (decoder.getstate()[0] or not chunk.isascii()):
            found.strict_utf8 = _decodes(decoder, chunk)
    found.strict_utf8 = found.strict_utf8 and _decodes(decoder, b"", final=True)
    hashing.join()
    found.digest = hashing.hex
    found.ascii_only = found.strict_utf8 or not _holds_utf8(path)
    found.mixed_breaks = returns and _mixes_breaks(path)
    return found


class _Digest(Thread):
    """A file's SHA-256, worked out on another core: `hex` once it is joined; "" where the file cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(daemon=True)
        self.hex = ""
        self._path = path

    def run(self) -> None:
        """Read the file."""
        with suppress(OSError):
            self.hex = digest(self._path)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _holds_utf8(path: Path) -> bool:
    """Whether some bytes above ASCII are letters of UTF-8, whatever the others are."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    return not all(decoder.decode(chunk).isascii() for chunk in _chunks(path, SILENT))


def _mixes_breaks(path: Path) -> bool:
    """Whether lines end in more than one way, of which one is a return alone."""
    returns = feeds = pairs = 0
    last = b""
    for chunk in _chunks(path, SILENT):
        returns, feeds = returns + chunk.count(b"\r"), feeds + chunk.count(b"\n")
        pairs += chunk.count(b"\r\n") + (last == b"\r" and chunk.startswith(b"\n"))
        last = chunk[-1:]
    return not returns == feeds == pairs


def _copied(origin: Origin, codec: str, errors: str) -> int:
    """Copy a text as UTF-8 with plain line breaks; the number of quotation marks in it."""
    origin.progress.phase("converting", origin.path.stat().st_size)
    codecs.register_error(_MENDING, _as_cp1252)
    decoder = codecs.getincrementaldecoder(codec)(errors)
    breaks = io.IncrementalNewlineDecoder(None, translate=True)
    quotes = 0
    with origin.copy.open("w", encoding="utf-8", newline="") as file:
        for chunk in _chunks(origin.path, origin.progress):
            text = breaks.decode(decoder.decode(chunk))
            quotes += text.count('"')
            file.write(text.replace("\ufeff", ""))
        file.write(breaks.decode(decoder.decode(b"", final=True), final=True))
    return quotes


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are Windows-1252: so files that mix both come out right as well."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start:error.end]
    return bad.decode("cp1252", "replace"), error.end
