"""Zips that are none of ours, or worse: one sentence each, nothing is unpacked, nothing changes."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import dump_document
from readycheck.storage.handover import look_at
from readycheck.storage.handover_file import MAX_FILE, MAX_SEASONS, HandedSeason, Handover, packed, unpacked
from tests.storage.shops import HOSTILE, audit, files, refusal, told

AUDIT = dump_document(audit())
Entries = list[tuple[str | zipfile.ZipInfo, bytes]]


def manifest(seasons: object = None, **changes: Any) -> bytes:
    season = {"year": 2026, "sha256": hashlib.sha256(AUDIT).hexdigest(), "earlier": []}
    made = {"format": "readycheck-handover/1", "shop": "kauppa", "name": "Lankakauppa Oy",
            "seasons": [season] if seasons is None else seasons}
    return json.dumps({**made, **changes}).encode()


def zipped(*more: tuple[str | zipfile.ZipInfo, bytes], told: bytes | None = None, toml: bytes = AUDIT,
           packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    entries: Entries = [("handover.json", manifest() if told is None else told), ("2026.toml", toml), *more]
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return made.getvalue()


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("elsewhere")
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return entry


def saying_less(data: bytes, size: int) -> bytes:
    """Both headers of the last entry say that it is smaller than it is."""
    at, central = data.rindex(b"PK\x03\x04"), data.rindex(b"PK\x01\x02")
    small = struct.pack("<L", size)
    return data[:at + 22] + small + data[at + 26:central + 24] + small + data[central + 28:]


def encrypted() -> bytes:
    data = bytearray(zipped())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def season_of(data: bytes, year: int = 2026) -> bytes:
    """A whole handover of bytes that are no audit of that year."""
    return packed(Handover("kauppa", "Lankakauppa Oy", (HandedSeason(year, data),)), "0", {})


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "path": (lambda: zipped(("../../shops/kauppa/2026.toml", AUDIT)), "would lie elsewhere: ../../shops"),
    "absolute": (lambda: zipped(("/etc/cron.d/x", b"x")), "would lie elsewhere: /etc/cron.d/x"),
    "drive": (lambda: zipped(("C:\\x.toml", b"x")), "would lie elsewhere: C:"),
    "backslash": (lambda: zipped(("..\\x.toml", b"x")), "would lie elsewhere: "),
    "link": (lambda: zipped((link(), b"/etc/passwd")), "holds a link: elsewhere"),
    "bomb": (lambda: zipped(("big.txt", b"\0" * 60_000_000)), "big.txt is larger than 1 MB."),
    "bomb in the season": (lambda: zipped(toml=b"#" * 3_000_000), "2026.toml is larger than 1 MB."),
    "bomb that says it is small": (lambda: saying_less(zipped(toml=b"#" * 3_000_000), 900), "is damaged, or no zip"),
    "bzip2": (lambda: zipped(packing=zipfile.ZIP_BZIP2), "is packed in a way that is not read here."),
    "encrypted": (encrypted, "is encrypted."),
    "cut": (lambda: zipped()[:-200], "is damaged, or no zip file."),
    "cut early": (lambda: zipped()[:40], "is damaged, or no zip file."),
    "empty": (lambda: b"", "is damaged, or no zip file."),
    "no zip": (lambda: AUDIT, "is damaged, or no zip file."),
    "another zip": (lambda: zipped(told=b"[]"), "is not from `readycheck export`."),
    "huge": (lambda: b"PK" + b"\0" * MAX_FILE, "is larger than 8 MB."),
    "many files": (lambda: zipped(*[(str(n), b"") for n in range(99)]), "holds 101 files."),
    "twice, but for the case": (lambda: zipped(("2026.TOML", AUDIT)), "holds two files of one name."),
    "newer": (lambda: zipped(told=manifest(format="readycheck-handover/2")), "is of a newer format"),
    "no format": (lambda: zipped(told=manifest(format="zip")), "is not from `readycheck export`."),
    "manifest is no JSON": (lambda: zipped(told=b"{"), "its handover.json cannot be read."),
    "manifest is deep": (lambda: zipped(told=b"[" * 90_000), "its handover.json cannot be read."),
    "manifest is long": (lambda: zipped(told=b" " * 100_001), "handover.json is larger than 0.1 MB."),
    "no seasons": (lambda: zipped(told=manifest([])), "hands over 0 seasons; 1 to 40 can be taken."),
    "many seasons": (lambda: zipped(told=manifest([{}] * (MAX_SEASONS + 1))), "hands over 41 seasons"),
    "seasons of another kind": (lambda: zipped(told=manifest("2026")), "its handover.json is incomplete."),
    "year of another kind": (lambda: zipped(told=manifest([{"year": "2026"}])), "its handover.json is incomplete."),
    "year true": (lambda: zipped(told=manifest([{"year": True}])), "its handover.json is incomplete."),
    "missing season": (lambda: zipped(told=manifest([{"year": 2025}])), "2025.toml is missing in it."),
    "changed": (lambda: zipped(toml=AUDIT + b"\n"), "2026.toml is not as it was sent."),
    "season twice": (lambda: zipped(told=manifest(json.loads(manifest())["seasons"] * 2)), "names a season twice."),
    "another year": (lambda: season_of(AUDIT, 2025), "named for 2025"),
    "newer audit": (lambda: season_of(AUDIT.replace(b"readycheck-audit/1", b"readycheck-audit/99")),
                    "is of a newer format (readycheck-audit/99)"),
    "no toml": (lambda: season_of(b"\xff\xfe"), "2026.toml"),
    "cut audit": (lambda: season_of(AUDIT[: len(AUDIT) // 2]), "2026.toml"),
    "deep toml": (lambda: season_of(b"a = " + b"[" * 5_000), "No audit looks like this"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_in_a_sentence_and_nothing_changes(name: str, tmp_path: Path) -> None:
    make, sentence = CASES[name]
    path = tmp_path / "x.zip"
    path.write_bytes(make())
    archive = Archive(tmp_path / "home", tmp_path / "state")
    said = told(lambda: look_at(archive, path))
    assert sentence in said and len(said) < 400
    assert list(files(tmp_path)) == ["x.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(("2026.toml", AUDIT)))
    assert "holds two files of one name." in told(lambda: unpacked(path))


def test_what_is_whole_is_read_and_files_beside_it_are_not(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(("photos/shop.jpg", b"\xff\xd8")))
    assert unpacked(path) == Handover("kauppa", "Lankakauppa Oy", (HandedSeason(2026, AUDIT),))


def test_names_are_data(tmp_path: Path) -> None:
    """A name with escape sequences and a short name that is a path become harmless ones."""
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(told=manifest(shop="../../etc", name="Lanka\x1b[31m\nkauppa")))
    found = unpacked(path)
    assert found.shop.startswith("lanka") and "/" not in found.shop
    assert "\x1b" not in found.name and "\n" not in found.name


def test_every_cut_and_every_flipped_byte_is_refused_or_harmless(tmp_path: Path) -> None:
    """Whatever a broken download does to it: the same audit, or a sentence."""
    from readycheck.errors import ReadycheckError

    whole, path = season_of(AUDIT), tmp_path / "x.zip"
    step = max(1, len(whole) // 150)
    broken = [whole[:n] for n in range(0, len(whole), step)]
    broken += [whole[:n] + bytes([whole[n] ^ 0x41]) + whole[n + 1:] for n in range(0, len(whole), step)]
    refused = 0
    for data in broken:
        path.write_bytes(data)
        try:
            assert [each.data for each in unpacked(path).seasons] == [AUDIT]
        except ReadycheckError as error:
            assert len(error.problems) == 1
            refused += 1
    assert refused > len(broken) // 2


@pytest.mark.parametrize("name", [
    "toml_bad_utf8", "toml_deep_array", "toml_empty", "toml_future_schema", "toml_nul_filled", "toml_truncated",
])
def test_hostile_toml_inside_is_refused(tmp_path: Path, name: str) -> None:
    archive, path = Archive(tmp_path / "home", tmp_path / "state"), tmp_path / "x.zip"
    path.write_bytes(season_of((HOSTILE / f"{name}.toml").read_bytes()[:900_000]))
    assert "2026.toml" in str(refusal(lambda: look_at(archive, path))[0].message())
    assert not archive.home.exists()


def test_more_than_fits_is_not_written() -> None:
    seasons = tuple(HandedSeason(1990 + n, b"") for n in range(MAX_SEASONS + 1))
    assert "do not fit into one file" in told(lambda: packed(Handover("a", "A", seasons), "0", {}))
