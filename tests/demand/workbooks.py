"""Workbooks as tests make them: the few parts of an .xlsx or .ods written by hand, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

DATE, MOMENT, CLOCK, HOURS = 1, 2, 3, 4
"""Styles: a date, a date with its time, a time of day, hours that may be more than 24."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_STYLES = (
    f'<styleSheet {_SPACE}><numFmts count="2"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy\\ h:mm"/>'
    '<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs count="5"><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)


class Xml(str):
    """A cell as it stands in the sheet, with {at} for its place: `<c r="{at}"><f>1+1</f></c>`."""


def styled(value: float, style: int) -> Xml:
    """A number that is shown as a date or time."""
    return Xml(f'<c r="{{at}}" s="{style}"><v>{value!r}</v></c>')


def formula(stored: str | None = None) -> Xml:
    """A formula, with the value that the spreadsheet program stored for it, or without."""
    return Xml(f'<c r="{{at}}"><f>A1</f>{"" if stored is None else f"<v>{stored}</v>"}</c>')


Cell = str | float | bool | None
Rows = Sequence[Sequence[Cell]]


def workbook(
    path: Path, sheets: Mapping[str, Rows], *, from_1904: bool = False, hidden: Sequence[str] = (),
    extra: Mapping[str, str] | None = None,
) -> Path:
    """A workbook of those sheets; `extra` are further parts, or others in the place of the usual ones."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(_sheet(name, n, hidden=name in hidden) for n, name in zip(numbers, sheets, strict=True))
    related = "".join(_relation(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(_relation("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {_SPACE} xmlns:r="{_OFFICE}"><workbookPr date1904="{int(from_1904)}"/>'
                           f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(related + _relation("r0", "styles", "styles.xml")),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": sheet_xml(rows) for n, rows in zip(numbers, sheets.values(), strict=True)},
        **(extra or {}),
    }
    return packed(path, parts)


def packed(path: Path, parts: Mapping[str, str]) -> Path:
    """A zip file of those parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _sheet(name: str, number: int, *, hidden: bool) -> str:
    state = "hidden" if hidden else "visible"
    return f'<sheet name="{escape(name)}" sheetId="{number}" state="{state}" r:id="r{number}"/>'


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def sheet_xml(rows: Rows) -> str:
    """A sheet; None is no cell at all, and a row without cells is not written, as spreadsheet programs do."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(cell, f"{letters(column)}{number}") for column, cell in enumerate(row, 1))
        lines.append(f'<row r="{number}">{cells}</row>' if cells else "")
    return f"<worksheet {_SPACE}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def letters(column: int) -> str:
    """A column's letters by its number, from 1."""
    return chr(64 + column) if column <= 26 else letters((column - 1) // 26) + chr(65 + (column - 1) % 26)


def _cell(value: Cell, at: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Xml):
        return value.replace("{at}", at)
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{at}"><v>{value!r}</v></c>'


def open_document(path: Path, rows: str) -> Path:
    """An .ods of one sheet, its rows in OpenDocument's own XML."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return packed(path, {
        "mimetype": kind,
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/"'
                                 f' m:media-type="{kind}"/></m:manifest>',
        "content.xml": f"<office:document-content{spaces}><office:body><office:spreadsheet>"
                       f'<table:table table:name="Tilaukset">{rows}</table:table>'
                       "</office:spreadsheet></office:body></office:document-content>",
    })
