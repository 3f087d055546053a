"""Workbooks made to break their reader: one sentence each, within two seconds and 200 MB, and nothing left behind."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from readycheck.demand.files.sandbox import Limits, answer_of
from readycheck.demand.progress import SILENT
from readycheck.errors import ReadycheckError
from tests.demand.imports import HOSTILE, mistakes, recognised, written
from tests.demand.measuring import taken
from tests.demand.workbooks import MOMENT, Xml, open_document, packed, sheet_xml, styled, workbook

pytestmark = pytest.mark.slow


def told(path: Path) -> str:
    """The one sentence by which a file is refused."""
    with pytest.raises(ReadycheckError) as error:
        recognised(path)
    (sentence,) = mistakes(error.value)
    return sentence


TABLE = [("Tilausnumero", "Tilausaika"), (1, styled(45989.5, MOMENT))]
TINY = '<table:table-cell office:value-type="float" office:value="1"/>'


@pytest.mark.parametrize(("file", "word"), [
    ("xlsx_billion_laughs.xlsx", "DTD"), ("xlsx_xxe_file.xlsx", "DTD"),
    ("xlsx_zip_bomb_200MB.xlsx", "far bigger than its size explains"),
])
def test_the_samples(file: str, word: str) -> None:
    sentence = taken(HOSTILE / file).sentence
    assert sentence.startswith(f"{file}: ") and word in sentence
    # nothing of what they hold or want to fetch
    assert not any(secret in sentence for secret in ("lol", "root:", "passwd", "/etc"))


def test_cells_at_the_far_end_of_a_sheet(tmp_path: Path) -> None:
    corner = Xml('<c r="XFD1048576"><v>1</v></c>')
    path = workbook(tmp_path / "corner.xlsx", {"A": [*TABLE, (corner,)]})
    assert taken(path).sentence == ("corner.xlsx: the sheet reaches to cell XFD1048576, and at most 702 columns are"
                                    " read. Delete whatever is next to the table.")
    # within the columns that are read, but 736 million cells
    below = workbook(tmp_path / "below.xlsx", {"A": [*TABLE, (Xml('<c r="ZZ1048576"><v>1</v></c>'),)]})
    assert "far more memory than its size explains" in taken(below).sentence


def test_cells_that_an_open_document_repeats(tmp_path: Path) -> None:
    wide = TINY.replace("/>", ' table:number-columns-repeated="16384"/>')
    for times, cell in ((4_000_000_000, TINY), (1_000_000, TINY.replace("1", "2")), (1_000_000, wide)):
        path = open_document(tmp_path / "a.ods", f'<table:table-row table:number-rows-repeated="{times}">{cell}'
                                                 "</table:table-row>")
        found = taken(path)
        # a million rows of one cell are a table, if a strange one
        assert found.megabytes < 200 and found.seconds < 4 and len(found.told) == 1


def test_a_text_that_stands_in_every_cell(tmp_path: Path) -> None:
    """One shared text of 30,000 signs in 200,000 cells would be 6 GB."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 200_001))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    path = workbook(tmp_path / "a.xlsx", {"A": []}, extra={
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {space}><si><t>{'salaisuus' * 3300}</t></si></sst>",
        "xl/_rels/workbook.xml.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    })
    told = taken(path)
    assert told.refused and told.megabytes < 250 and "salaisuus" not in told.told[0]


def test_a_part_that_is_longer_than_the_directory_says(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [*TABLE, *[(n, 2) for n in range(5000)]]})
    content = bytearray(path.read_bytes())
    entry = content.index(b"xl/worksheets/sheet1.xml", content.index(b"PK\x01\x02")) - 46
    content[entry + 24:entry + 28] = (100).to_bytes(4, "little")  # the size that it unpacks to
    assert "damaged" in told(written(tmp_path, bytes(content), "b.xlsx"))


def test_too_many_parts_and_a_part_twice(tmp_path: Path) -> None:
    parts = {f"xl/media/{n}": "" for n in range(3000)}
    assert "far bigger" in told(workbook(tmp_path / "a.xlsx", {"A": TABLE}, extra=parts))
    path = workbook(tmp_path / "b.xlsx", {"A": TABLE})
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml([("muuta",)]))
    assert "damaged" in told(path)


@pytest.mark.parametrize(("part", "word"), [
    ("word/document.xml", "not a workbook"), ("xl/workbook.bin", ".xlsb"), ("readme.txt", "not a workbook"),
])
def test_other_packed_files_are_told_apart(part: str, word: str, tmp_path: Path) -> None:
    assert word in told(packed(tmp_path / "a.xlsx", {part: "<x/>"}))


def test_passwords(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": TABLE})
    content = bytearray(path.read_bytes())
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1  # the flag of an encrypted part
    assert "password" in told(written(tmp_path, bytes(content), "zip.xlsx"))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert "password" in told(written(tmp_path, ole, "ole.xlsx"))


def test_workbooks_that_are_cut_short(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "a.xlsx", {"A": TABLE}).read_bytes()
    for length in (4, 700, len(whole) - 1):
        cut = told(written(tmp_path, whole[:length], "cut.xlsx"))
        assert cut.startswith("cut.xlsx: this is not a readable Excel workbook")


NO_SHEETS = {
    "empty": "", "cut tag": "<worksheet", "cut cell": "<worksheet><sheetData><row><c><v>x", "zeros": "\x00\x00",
    "row 0": '<worksheet><sheetData><row r="0"/>',
    "rows in rows": "<worksheet><sheetData>" + "<row>" * 10_000, "tags without end": "<c <c <f" * 100_000,
    "a row beyond all": '<worksheet><sheetData><row r="99999999999999"><c r="A99999999999999"><v>1</v></c></row>'
                        "</sheetData></worksheet>",
    "hidden from the scan": '<worksheet><sheetData><row r="&#57;9999999999999"><c r="&#65;9999999999999"><v>1</v></c>'
                            "</row></sheetData></worksheet>",
}


@pytest.mark.parametrize("case", NO_SHEETS)
def test_sheets_that_are_no_xml(case: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": TABLE}, extra={"xl/worksheets/sheet1.xml": NO_SHEETS[case]})
    assert told(path).startswith("a.xlsx: ")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_other_parts_that_are_no_xml(part: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": TABLE}, extra={part: "<x"})
    assert told(path).startswith("a.xlsx: ")


def test_a_child_that_does_not_end_well_is_told(tmp_path: Path) -> None:
    copy, plenty = tmp_path / "copy.csv", 10**9
    request = {"path": str(workbook(tmp_path / "a.xlsx", {"A": TABLE})), "copy": str(copy), "sheet": None, "times": []}
    for reader, limits, why in (
        ("no_such_reader", Limits(plenty, plenty, 30), "crash"),
        ("workbook_rows", Limits(plenty, plenty, 0), "time"),
        ("workbook_rows", Limits(plenty, 10, 30), "big"),
    ):
        assert answer_of(reader, request, copy, limits, SILENT) == {"refused": why}
    assert answer_of("workbook_rows", request, copy, Limits(plenty, plenty, 30), SILENT)["sheet"] == "A"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    recognised(workbook(tmp_path / "a.xlsx", {"A": TABLE}))
    with pytest.raises(ReadycheckError):
        recognised(HOSTILE / "xlsx_zip_bomb_200MB.xlsx")
    assert list(work.iterdir()) == []


def test_control_characters_of_a_sheet_are_harmless(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"A": [
        ("Tilausaika", "Syy\u202e"), (styled(45989.5, MOMENT), "=1+1\u202eevil"), (styled(45989.6, MOMENT), "\x9b2J"),
    ]})
    shown = "".join(map(str, recognised(path, kind="contacts", columns={"reason": "Syy\ufffd"}).lines))
    assert "1+1" in shown and not any(sign in shown for sign in ("\u202e", "\x9b", "\x1b"))
