"""What is said of the files before anything is counted, in both languages."""

from __future__ import annotations

from pathlib import Path

from readycheck.i18n import Translator
from tests.demand.imports import EXPORTS, imported, recognised, written


def test_everything_that_was_understood_is_said() -> None:
    lines = [str(line) for line in recognised(EXPORTS / "zendesk_full_export.csv", kind="contacts",
                                              timezone="Europe/Helsinki").lines]
    assert lines == [
        "zendesk_full_export.csv: Zendesk (recognised by its columns); UTF-8, delimiter ,",
        "zendesk_full_export.csv: columns: time = Created at, id = Id, channel = Via, reason = Contact reason [list]",
        "zendesk_full_export.csv: example 1: 2025-12-19 22:41 | 4343 | Mail | toimitus",
        "zendesk_full_export.csv: example 2: 2025-12-27 10:00 | 4344 | Chat | ",
        "rows in all: 2",
        "times without an offset: taken as Europe/Helsinki, as you said",
        "channels: chat 1, e-mail 1",
        "contact reasons: toimitus 1",
    ]


def test_channels_are_called_by_their_names() -> None:
    lines = recognised(EXPORTS / "zendesk_full_export.csv", kind="contacts", timezone="Europe/Helsinki").lines
    assert "kanavat: chat 1, sähköposti 1" in [Translator("fi")(line) for line in lines]


def test_columns_and_reasons_are_called_by_their_names(tmp_path: Path) -> None:
    """The word for --column stands beside the name; a usual reason goes by its label, the shop's own as it stands."""
    rows = "1.12.2025 10.00;chat;palautus\n" * 1200 + "1.12.2025 10.00;;nyssäkkä\n"
    path = written(tmp_path, f"Aika;Kanava;Syy\n{rows}")
    lines = [Translator("fi")(line) for line in recognised(path, kind="contacts").lines]
    assert f"{path.name}: sarakkeet: aika (time) = Aika, kanava (channel) = Kanava, syy (reason) = Syy" in lines
    assert "yhteydenoton syyt: Palautus 1\N{NO-BREAK SPACE}200, nyssakka 1" in lines


def test_what_no_program_has_named_goes_by_what_it_is(tmp_path: Path) -> None:
    plain = written(tmp_path, "Tilausaika\n1.12.2025 10.00\n")
    workbook, mailbox = EXPORTS / "excel_orders.xlsx", EXPORTS / "gmail_takeout.mbox"
    tr = Translator("fi")
    assert tr(recognised(workbook).format_name) == "Excel"
    assert tr(recognised(plain, workbook).format_name) == "CSV, Excel"
    assert tr(recognised(mailbox, kind="contacts").format_name) == "Sähköpostilaatikko (mbox)"


def test_each_line_has_its_finnish() -> None:
    tr = Translator("fi")
    recognition = recognised(EXPORTS / "dst_edges.csv")
    lines = [tr(line) for line in recognition.lines]
    why = "ei nimeltä tunnettu vienti; luetaan otsikoiden mukaan"
    assert lines[0] == f"dst_edges.csv: CSV ({why}); UTF-8, erotin ,"
    assert "rivejä kaikkiaan: 6" in lines
    assert "kellonaikaa ei ollut (kesäaikaan siirryttäessä tunti jäi väliin): hylätty 1, ensimmäinen tiedostossa " \
        "dst_edges.csv rivillä 2" in lines
    notes = [tr(note) for note in imported(EXPORTS / "dst_edges.csv").notes]
    assert "aikoja tunnilla, joka on kellossa kahdesti: 1; luettu ensimmäiseksi" in notes


def test_only_mapped_columns_are_shown(tmp_path: Path) -> None:
    path = written(tmp_path, "order;secret;created\nA-1;hush;28.11.2025 10.00\n")
    (file,) = recognised(path).files
    assert (file.columns, file.first_rows) == ({"time": "created", "id": "order"}, (("28.11.2025 10.00", "A-1"),))
    assert "hush" not in "".join(str(line) for line in recognised(path).lines)


def test_columns_of_reasons_are_searched_in_custom_fields(tmp_path: Path) -> None:
    path = written(tmp_path, "Created at;Yhteydenoton syy [list]\n28.11.2025 10.00;Palautus\n")
    assert recognised(path, kind="contacts").found == {"channel": {}, "reason": {"return": 1}}


def test_importing_needs_duckdb_only_when_it_is_done() -> None:
    import subprocess
    import sys

    code = "import sys, readycheck.demand.importer; print('duckdb' in sys.modules, 'yaml' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]
