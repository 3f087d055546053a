"""Whom and what an export tells of, found without the product's code: what must turn up nowhere afterwards."""

from __future__ import annotations

import csv
import email
import email.header
import email.policy
import json
import mailbox
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.:+-])(?:\+\d{1,3}|0)[\d ()-]{7,14}\d(?![\w.:])")
_OF_A_PERSON = re.compile(r"(?i)\b(name|customer|asiakas|requester|nimi|agent|assignee|from)\b")
_NO_PERSON = re.compile(
    r"(?i)type|lineitem|item|product|method|discount|tax|country|external|province|street|address|id$"
)
_DAY = re.compile(r"[\d.: ]+")
_OF_A_TEXT = re.compile(r"(?i)subject|summary|body|message|comment|viesti|aihe|palaute|note|description|vapaa")


def secrets_of(path: Path) -> set[str]:
    """E-mail addresses, phone numbers, persons' names and sentences (of two words and more) in a file."""
    if path.suffix == ".mbox":
        cells = list(_mail_cells(path))
    elif path.suffix in (".json", ".ndjson"):
        cells = list(_json_cells(json.loads(path.read_text(encoding="utf-8"))))
    elif path.suffix == ".csv":
        cells = list(_csv_cells(_text(path.read_bytes())))
    else:
        cells = []
    whole = " ".join(text for _, text in cells) or _raw(path)
    numbers = {phone.strip() for phone in _PHONE.findall(whole)}
    found = set(_MAIL.findall(whole))
    for column, text in cells:
        if _OF_A_PERSON.search(column) and not _NO_PERSON.search(column):
            found |= {re.sub(r"<.*>", "", text).strip(' "')}
        if _OF_A_TEXT.search(column):
            found |= {line.strip() for line in re.split(r"(?<=[.?!])\s+|\n", text) if " " in line.strip()}
    return numbers | {each for each in found if len(each) > 5 and not _DAY.fullmatch(each)}


def _text(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _csv_cells(text: str) -> Iterator[tuple[str, str]]:
    lines = text.split("\n", 1)[1] if text.startswith("sep=") else text
    head = lines.split("\n", 1)[0]
    rows = list(csv.reader(lines.splitlines(), delimiter=max(",;\t", key=head.count)))
    for row in rows[1:]:
        yield from zip(rows[0], row, strict=False)


def _json_cells(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _json_cells(item, key if isinstance(item, list) and name == "tags" else name)
    elif isinstance(value, list):
        for item in value:
            yield from _json_cells(item, "")
    elif isinstance(value, str):
        yield key, value


def _mail_cells(path: Path) -> Iterator[tuple[str, str]]:
    with closing(mailbox.mbox(str(path), create=False)) as box:
        messages = list(box)
    for message in messages:
        for name in ("From", "To", "Subject"):
            yield name, str(email.header.make_header(email.header.decode_header(message.get(name, ""))))
        for part in message.walk():
            if part.get_content_maintype() == "text":
                body = part.get_payload(decode=True)
                yield "body", _text(body if isinstance(body, bytes) else b"")


def _raw(path: Path) -> str:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return re.sub(r"<[^>]*>", " ", " ".join(_text(packed.read(name)) for name in packed.namelist()))
    return _text(path.read_bytes())


def found_in(data: bytes | str, secrets: Iterable[str]) -> list[str]:
    """Which of the secrets stand in some bytes, in any of the encodings that a file may be in, escaped for JSON too."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    texts = [raw.decode("utf-8", "replace"), raw.decode("latin-1"), raw.decode("utf-16-le", "replace")]
    low = " ".join(" ".join(text.split()) for text in texts).casefold()
    return sorted(each for each in secrets if any(form.casefold() in low for form in _forms(each)))


def _forms(secret: str) -> tuple[str, ...]:
    return secret, " ".join(secret.split()), json.dumps(secret)[1:-1]


def found_under(folders: Iterable[Path], secrets: Iterable[str]) -> list[str]:
    """The same in every file below some folders, their names included."""
    secrets = set(secrets)
    files = [(path, str(path.relative_to(folder)).encode()) for folder in folders for path in sorted(folder.rglob("*"))]
    return [
        f"{path}: {leaked}" for path, name in files if path.is_file()
        for leaked in found_in(path.read_bytes() + name, secrets)
    ]
