"""What a preview shows of any column: enough to say which it is, nothing of people or what they wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.demand.personal import about_people
from readycheck.demand.preview import shown_cell, shown_heading
from tests.demand.imports import recognised, written


@pytest.mark.parametrize("cell", [
    "28.11.2025 14.05", "28.11.2025 klo 14.05", "9/6/2016  6:29:00", "2025-10-07 09:50:26 +0200",
    "2025-10-07T09:50:26.123Z", "Nov 28, 2025 14:05:09 PM", "28 Nov 2025 14:05", "28-Nov-2025 14:05",
    "Fri, 28 Nov 2025 14:05:09 +0200", "28. marraskuuta 2025", "#1001", "A-17", "49.90", "Closed", "",
])
def test_times_numbers_and_kinds_are_shown(cell: str) -> None:
    assert shown_cell("", cell) == cell


@pytest.mark.parametrize("cell", [
    "maija@example.fi", "040 123 4567", "+358401234567", "131052-308T", "12345678", "2025-11-28 0401234567",
    "Hei, tilasin teiltä viime viikolla villasukat mutta paketti ei ole saapunut",
])
def test_people_and_texts_are_not(cell: str) -> None:
    assert shown_cell("", cell) == "•••"


def test_a_long_number_is_shown_where_it_is_an_order_s() -> None:
    assert shown_cell("id", "7410991464714") == "7410991464714"
    assert shown_cell("id", "maija@example.fi") == "•••"


def test_cells_are_harmless_and_short() -> None:
    assert shown_cell("", "\x1b[2Jx") == "\ufffd[2Jx"
    assert len(shown_cell("", "a" * 60)) == 40
    assert shown_heading("maija@example.fi") == "•••" and shown_heading("Created at") == "Created at"


@pytest.mark.parametrize("heading", [
    "Customer", "Billing Name", "Billing Address1", "First Name (Billing)", "Requester email", "Customer Note",
    "Asiakkaan sähköposti", "Toimitusosoite", "Puhelin 2", "Subject", "Förnamn", "Meddelande",
])
def test_headings_of_people_and_texts(heading: str) -> None:
    assert about_people(heading)


@pytest.mark.parametrize("heading", [
    "Created at", "Via", "Contact reason [list]", "Status", "Order Number", "Yhteydenoton syy", "Tilausnumero",
    "Customer type", "Kanava", "",
])
def test_headings_of_everything_else(heading: str) -> None:
    assert not about_people(heading)


def test_subjects_and_messages_are_never_shown_even_when_they_are_mapped(tmp_path: Path) -> None:
    path = written(tmp_path, "Created;Aihe;Teksti\n28.11.2025 10.00;Palautus;Hei\n")
    (file,) = recognised(path, kind="contacts", columns={"time": "Created", "subject": "Aihe", "text": "Teksti"},
                         code_reasons=True).files
    assert file.rows == (("28.11.2025 10.00", "•••", "•••"),)
    assert dict(file.taken) == {"time": 0, "subject": 1, "text": 2}
