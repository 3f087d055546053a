"""The first text of a message, found in its first bytes and without the email package, which hostile mail stalls."""

from __future__ import annotations

import re
from binascii import a2b_qp
from html import unescape

from readycheck.demand.files.mail_headers import Headers, from_base64, headers_of, split_head, text_of

LONGEST_PART = 1 << 16
MOST_PARTS = 20
_BOUNDARY = re.compile(r'boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE)
_NO_BORDER = re.compile(rb"(?!)(x)")
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_QUOTED_FROM = re.compile(r"^>(>*From )", re.MULTILINE)
_UNSEEN = re.compile(r"<(?:style|script|title)\b[^<>]*>[^<]*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def first_text(message: bytes) -> str:
    """The first plain text part, else the first HTML part without its tags; "" where none begins in these bytes."""
    rest, border, html = message, _NO_BORDER, ""
    for _ in range(MOST_PARTS):
        head, body = split_head(rest)
        headers = headers_of(head)
        kind = headers.get("content-type", "text/plain").lower()
        if kind.startswith("multipart/"):
            border = _border(headers)
        after = border.search(b"\n" + body)
        if kind.startswith("text/") and not headers.get("content-disposition", "").lower().startswith("attachment"):
            text = _text(headers, body[:max(after.start() - 1, 0)] if after else body)
            if not kind.startswith("text/html"):
                return text
            html = html or _without_tags(text)
        if after is None or after[1]:
            break
        rest = body[after.end() - 1:]
    return html


def _border(headers: Headers) -> re.Pattern[bytes]:
    """What stands between the parts of a message that has parts; with "--" behind it, after the last of them."""
    found = _BOUNDARY.search(headers["content-type"])
    if found is None:
        return _NO_BORDER
    return re.compile(rb"\n--" + re.escape((found[1] or found[2]).encode()) + rb"(--)?[ \t]*(?:\r?\n|\Z)")


def _text(headers: Headers, body: bytes) -> str:
    coding, body = headers.get("content-transfer-encoding", "").lower(), body[:LONGEST_PART]
    if coding == "base64":
        body = from_base64(body)
    elif coding == "quoted-printable":
        body = a2b_qp(body)
    found = _CHARSET.search(headers.get("content-type", ""))
    return _QUOTED_FROM.sub(r"\1", text_of(body, found[1] if found else "utf-8"))


def _without_tags(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html))).split())
