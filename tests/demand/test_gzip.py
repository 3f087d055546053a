"""Gzip around any file that can be read: the same counts as without it, and nothing that unpacks without end."""

from __future__ import annotations

import gzip
import json
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, HOSTILE, busy, imported, mistakes, recognised, written
from tests.demand.measuring import MEGABYTES, SECONDS, taken

# without a clock: what is packed here names tests, and two workers must name them alike
gz = partial(gzip.compress, mtime=0)
CSV = b"order,created\n1,2025-11-28 10:00\n"
MORE = b"2,2025-11-28 11:00\n"
SAMPLES: list[tuple[str, dict[str, Any]]] = [
    # one of each way of reading: what is inside has its own tests in test_samples.py
    ("excel_fi_cp1252_semicolon.csv", {}), ("excel_sep_line.csv", {}),
    ("woocommerce_webtoffee.csv", {"date_order": "dmy"}),
    ("zendesk_full_export.csv", {"kind": "contacts", "timezone": "UTC"}), ("excel_orders.xlsx", {}),
]


def told(path: Path) -> str:
    """The one sentence by which a file is refused."""
    with pytest.raises(ReadycheckError) as error:
        recognised(path)
    (sentence,) = mistakes(error.value)
    return sentence


@pytest.mark.parametrize(("file", "options"), SAMPLES)
def test_a_packed_sample_counts_as_the_plain_one(file: str, options: dict[str, Any], tmp_path: Path) -> None:
    packed = written(tmp_path, gz((EXPORTS / file).read_bytes()), "packed.bin")
    plain, inside = imported(EXPORTS / file, **options), imported(packed, **options)
    assert {**inside.entry, "files": []} == {**plain.entry, "files": []}
    assert inside.entry["files"][0]["name"] == "packed.bin"
    # it is the packed file that is known again when it is imported once more
    assert inside.entry["files"][0]["sha256"] != plain.entry["files"][0]["sha256"]
    assert [(r.cause, r.count, r.line, r.unit) for r in inside.rejected] == [
        (r.cause, r.count, r.line, r.unit) for r in plain.rejected
    ]


def test_the_form_inside_and_the_packing_are_told(tmp_path: Path) -> None:
    file = recognised(written(tmp_path, gz((EXPORTS / "excel_orders.xlsx").read_bytes()))).files[0]
    assert (file.name, file.form, file.packed) == ("export.csv", "xlsx", True)


@pytest.mark.parametrize(("content", "hours"), [
    (gz(CSV) + gz(MORE), {(4, 10): 1, (4, 11): 1}),               # two members
    (gz(CSV) + bytes(1000), {(4, 10): 1}),                                   # zeros, as tapes add them
    (gz(CSV) + b"signature", {(4, 10): 1}), (gz(CSV) + b"\x1f", {(4, 10): 1}),
    (b"".join(gz(bytes([byte])) for byte in CSV), {(4, 10): 1}),             # a member for each byte
])
def test_several_members_and_what_follows_them(
    content: bytes, hours: dict[tuple[int, int], int], tmp_path: Path
) -> None:
    assert busy(imported(written(tmp_path, content)).entry["counts"]) == hours


def test_damaged_or_cut_short(tmp_path: Path) -> None:
    whole = gz(CSV)
    broken = [whole[:length] for length in range(2, len(whole))]
    turned = (2, 20, len(whole) - 6, len(whole) - 1)
    broken += [whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1:] for at in turned]
    broken += [whole + b"\x1f\x8b\x08garbage", whole + gz(MORE)[:-1]]
    for content in broken:
        assert told(written(tmp_path, content)) == (
            "export.csv: this packed file (gzip) is damaged or cut short. Export or download it again.")


@pytest.mark.parametrize(("inside", "word"), [
    (gz(CSV), "packed twice"), (b"", "empty"), (b"%PDF-1.7", "PDF"), (b"\x00\x01" * 4000, "not a table"),
])
def test_what_inside_is_no_table(inside: bytes, word: str, tmp_path: Path) -> None:
    assert word in told(written(tmp_path, gz(inside)))


def test_the_sample_that_unpacks_to_a_thousand_times_its_size() -> None:
    # 65 KB that hold 64 MB of one sign: unpacked within the limits, it is no table
    sentence = taken(HOSTILE / "http_gzip_single_64MB.bin").sentence
    assert sentence.startswith("http_gzip_single_64MB.bin: ")


@pytest.mark.slow
def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csv.gz"
    with gzip.open(path, "wb") as file:
        file.write(CSV)
        for _ in range(300):
            file.write(MORE * 50_000)  # 285 MB in all
    found = taken(path)
    assert found.sentence == ("bomb.csv.gz: unpacked, the file is far bigger than its size explains."
                              " Export a shorter time.")
    assert found.seconds < SECONDS and found.megabytes < MEGABYTES


def test_nothing_of_a_person_is_told_or_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    people = b"maija.testi@example.fi;0401234567\nville@example.fi;0401234568\n"
    for content in (gz(people), gz(people)[:-5]):
        path = written(tmp_path, content)
        try:
            shown = str([str(question.message()) for question in recognised(path).questions])
        except ReadycheckError as error:
            shown = str(mistakes(error))
        assert "maija" not in shown and "040" not in shown
    imported(written(tmp_path, gz(CSV)))
    assert list(work.iterdir()) == []


def test_line_numbers_are_those_of_the_text_inside(tmp_path: Path) -> None:
    result = imported(written(tmp_path, gz(CSV + b"3,soon\n")))
    assert [str(refusal.message()) for refusal in result.rejected] == [
        "time not readable: 1 refused, the first in export.csv on line 3",
    ]
    assert json.loads(json.dumps(result.entry["rejected"])) == {"time not readable": 1}
