"""A workbook looked at before it is read (in the child process): is it one, is it safe, what calamine does not tell."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from readycheck.demand.files.child import Refused

MOST_PARTS = 2000
MOST_COLUMNS = 702  # up to column ZZ: one more letter is found without reading every cell
MOST_BYTES = 2 << 30
MOST_RATIO = 100    # real sheets pack to a tenth, the barest to a thirtieth
_RATIO_FROM = 4 << 20
_LONGEST_INDEX = 1 << 20
_CHUNK = 1 << 20
_HEAD = 1 << 14
_DIRECTORY_END = b"PK\x05\x06"
# as spreadsheet programs write it, so that it is found fast: other spellings meet the limits of memory and time
_TOO_WIDE = re.compile(rb' r="([A-Z]{3,9}\d{1,9})"')
_TOO_LONG = re.compile(rb'<row r="\d{8}')
_FORMULA_WITHOUT_VALUE = re.compile(
    rb"<(?:\w{1,9}:)?c\s([^<>]*)>\s*<(?:\w{1,9}:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w{1,9}:)?f>)\s*"
    rb"(?:<(?:\w{1,9}:)?v\s*/>|<(?:\w{1,9}:)?v>\s*</(?:\w{1,9}:)?v>)?\s*</(?:\w{1,9}:)?c>"
)
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_REFERENCE = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Workbook:
    """What the file says of itself: where each sheet stands in it (none in .xls and .ods), and its date system."""

    path: Path
    parts: Mapping[str, str] = field(default_factory=dict)
    from_1904: bool = False

    def unvalued(self, sheet: str) -> Mapping[int, frozenset[int]]:
        """Columns by row (both from 1) where a formula stands without a stored value: calamine gives nothing there.

        Refused when the sheet is wider than any table, or longer than any sheet.
        """
        part = self.parts.get(sheet)
        if part is None:
            return {}
        with zipfile.ZipFile(self.path) as archive:
            return _unvalued(_unpacked(archive, part))


def inspected(path: Path) -> Workbook:
    """The workbook at `path`; Refused when it is none, needs a password, or is made to break its reader."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return _old_workbook(path)
    try:
        _check_directory_size(path)
        with zipfile.ZipFile(path) as archive:
            return _inspected(path, archive)
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, NotImplementedError, EOFError, KeyError) as error:
        raise Refused("damaged") from error


def _old_workbook(path: Path) -> Workbook:
    """.xls: the record of the date system is looked for in its bytes, and believed when it is clear."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("password")
    since_1904, since_1900 = (content.count(b"\x22\x00\x02\x00" + flag) for flag in (b"\x01\x00", b"\x00\x00"))
    return Workbook(path, from_1904=bool(since_1904) and not since_1900)


def _check_directory_size(path: Path) -> None:
    """The directory of a zip file is read whole: how long it is stands in its last bytes."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - (1 << 16) - 22))
        tail = file.read()
    end = tail.rfind(_DIRECTORY_END)
    if end < 0 or len(tail) < end + 22:
        raise Refused("damaged")
    entries = int.from_bytes(tail[end + 10:end + 12], "little")
    length = int.from_bytes(tail[end + 12:end + 16], "little")
    if entries > MOST_PARTS or length > 1000 * MOST_PARTS:
        raise Refused("big")


def _inspected(path: Path, archive: zipfile.ZipFile) -> Workbook:
    infos = {info.filename: info for info in archive.infolist()}
    if len(infos) < len(archive.infolist()):
        raise Refused("damaged")  # two parts of one name: readers would differ on which one counts
    _check_sizes(infos.values())
    if "xl/workbook.bin" in infos:
        raise Refused("binary")
    if "xl/workbook.xml" not in infos and "content.xml" not in infos:
        raise Refused("no workbook")
    for name in infos:
        if name.endswith((".xml", ".rels")):
            with archive.open(name) as file:
                _check_declarations(file.read(_HEAD))
    if "xl/workbook.xml" not in infos:
        return Workbook(path)
    return Workbook(path, _sheet_parts(archive, infos), _from_1904(archive))


def _check_sizes(parts: Collection[zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in parts):
        raise Refused("password")
    if sum(info.file_size for info in parts) > MOST_BYTES or any(
        info.file_size > max(_RATIO_FROM, MOST_RATIO * info.compress_size) for info in parts
    ):
        raise Refused("big")


def _check_declarations(head: bytes) -> None:
    """No spreadsheet program writes a document type; those who do want to expand or to fetch something."""
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused("declarations")


def _unpacked(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part's bytes; zipfile stops where the directory says that it ends, and tells when that was a lie."""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _index(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    if archive.getinfo(part).file_size > _LONGEST_INDEX:
        raise Refused("big")
    return ElementTree.fromstring(archive.read(part))


def _from_1904(archive: zipfile.ZipFile) -> bool:
    properties = _index(archive, "xl/workbook.xml").find("{*}workbookPr")
    return properties is not None and properties.get("date1904", "") in ("1", "true", "on")


def _sheet_parts(archive: zipfile.ZipFile, infos: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """Each sheet's part by its name."""
    relations = _index(archive, "xl/_rels/workbook.xml.rels")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for sheet in _index(archive, "xl/workbook.xml").iterfind("{*}sheets/{*}sheet"):
        target = targets.get(sheet.get(_REFERENCE) or sheet.get(_STRICT_REFERENCE), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in infos:
            parts[sheet.get("name", "")] = part
    return parts


def _unvalued(chunks: Iterator[bytes]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for rows in _whole_rows(chunks):
        if (wide := _TOO_WIDE.search(rows)) is not None:
            raise Refused("wide", cell=wide[1].decode(), most=MOST_COLUMNS)
        if _TOO_LONG.search(rows) is not None:
            raise Refused("long")
        if b"<f" in rows or b":f" in rows:
            for row, column in _formulas(rows):
                found[row] = found.get(row, frozenset()) | {column}
    return found


def _formulas(rows: bytes) -> Iterator[tuple[int, int]]:
    for formula in _FORMULA_WITHOUT_VALUE.finditer(rows):
        cell = _CELL.search(formula[1])
        # a formula whose text is empty is told by its type: that is a value
        if cell is not None and b't="str"' not in formula[1]:
            yield int(cell[2]), column_number(cell[1].decode())


def column_number(letters: str) -> int:
    """The number of a column, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _whole_rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks cut after whole rows; one without an end is given as it is, so that little is kept."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        end = rest.rfind(b"row>")
        if end < 0 and len(rest) < 8 * _CHUNK:
            continue
        end = len(rest) if end < 0 else end + 4
        yield rest[:end]
        rest = rest[end:]
    yield rest
