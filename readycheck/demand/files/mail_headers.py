"""The headers of one message, cut and decoded with care: hostile ones cost no time and carry nothing out."""

from __future__ import annotations

import codecs
import re
from base64 import b64decode
from binascii import Error as BadBase64
from binascii import a2b_qp
from collections.abc import Mapping

LONGEST_HEADER = 1 << 14
_END = re.compile(rb"\A\r?\n|\r?\n\r?\n")
_NAMES = (b"date", b"message-id", b"in-reply-to", b"references", b"x-gm-thrid", b"x-gmail-labels", b"x-mozilla-status",
          b"subject", b"content-type", b"content-transfer-encoding", b"content-disposition")
_HEADER = re.compile(rb"^(" + b"|".join(_NAMES) + rb")[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_ANY_HEADER = re.compile(rb"^[!-9;-~]+[ \t]*:", re.MULTILINE)
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=\?=)\s+(?==\?)")
_CHARSET = re.compile(
    r"utf-?8|(us-?)?ascii|iso-?8859-?\d+|latin-?\d|(cp|windows-?)\d{3,4}|koi8-?[ru]|big5|gbk?|gb2312|gb18030"
    r"|(shift_?jis|sjis)|euc-?(jp|kr)|iso-2022-(jp|kr)|mac(intosh|roman)"
)
"""Charsets that letters come in: of Python's others some are slow, and some no charsets of letters at all."""

Headers = Mapping[str, str]


def split_head(message: bytes) -> tuple[bytes, bytes]:
    """A message's headers and what follows the empty line after them."""
    end = _END.search(message)
    return (message, b"") if end is None else (message[:end.start()], message[end.end():])


def headers_of(head: bytes) -> Headers:
    """The headers that are read, by small names; the first of each, unfolded, cut to 16 KB, not decoded yet."""
    found: dict[str, str] = {}
    for header in _HEADER.finditer(head):
        value = " ".join(header[2][:LONGEST_HEADER].decode("utf-8", "replace").split())
        found.setdefault(header[1].decode("ascii").lower(), value)
    return found


def is_mail(head: bytes) -> bool:
    """Whether there is any header at all."""
    return _ANY_HEADER.search(head) is not None


def decoded(value: str) -> str:
    """A header's text with its encoded words (RFC 2047) read; what cannot be read stays as it is."""
    if "=?" not in value:
        return value
    joined = _BETWEEN.sub("", value)
    text, at, held, charset = list[str](), 0, b"", ""
    for word in _WORD.finditer(joined):
        # one sign may be torn apart by the border of two words: their bytes are joined before they are read
        if word.start() > at or word[1].lower() != charset:
            text.append(text_of(held, charset))
            held = b""
        text.append(joined[at:word.start()])
        held, charset, at = held + _bytes_of(word), word[1].lower(), word.end()
    return "".join([*text, text_of(held, charset), joined[at:]])


def _bytes_of(word: re.Match[str]) -> bytes:
    if word[2] in "qQ":
        return a2b_qp(word[3].encode(), header=True)
    return from_base64(word[3].encode())


def from_base64(coded: bytes) -> bytes:
    """The bytes of Base64 that may be cut off or hold other signs; none where it is not to be read at all."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", coded)
    try:
        return b64decode(kept[: len(kept) // 4 * 4] + (kept[len(kept) // 4 * 4:] + b"==")[:4] * bool(len(kept) % 4))
    except BadBase64:
        return b""


def text_of(raw: bytes, charset: str) -> str:
    """Bytes as text; Latin 1 as the Windows-1252 that it mostly is, a charset that is none of the usual as UTF-8."""
    name = charset.lower()
    if not _CHARSET.fullmatch(name):
        name = "utf-8"
    elif re.fullmatch(r"(us-?)?ascii|iso-?8859-?1|latin-?1", name):
        name = "cp1252"
    try:
        return raw.decode(codecs.lookup(name).name, "replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace")
