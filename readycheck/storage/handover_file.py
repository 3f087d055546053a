"""The file in which an audit goes from one person to another: a zip of audit files as they are, with a manifest.

What comes from outside is read within limits, in memory; no entry is ever unpacked under its own name.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from readycheck.core.message import Message, say
from readycheck.core.text import clean, slug
from readycheck.errors import wrong
from readycheck.storage.files import bytes_of, shown
from readycheck.storage.stamp import EARLIER
from readycheck.storage.toml_guard import MAX_BYTES

FORMAT = "readycheck-handover/1"
MANIFEST = "handover.json"
MAX_FILE, MAX_ENTRIES, MAX_SEASONS, MAX_MANIFEST = 8_000_000, 100, 40, 100_000
"""Bytes of the zip, its entries, the seasons among them, bytes of the manifest."""
_MARK = re.compile("[0-9a-f]{16}")
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # a zip notes a time for each entry; the same audit gives the same bytes
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
           struct.error, OverflowError, LookupError)


@dataclass(frozen=True)
class HandedSeason:
    """An audit file's bytes; `earlier` are the marks of states that it comes from (handed_states.py)."""

    year: int
    data: bytes
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class Handover:
    """What one file hands over: seasons in order of the shop with this short name."""

    shop: str
    name: str
    seasons: tuple[HandedSeason, ...]


def packed(handover: Handover, program: str, read_me: Mapping[str, str]) -> bytes:
    """The zip's bytes: manifest, the texts of `read_me` by file name, `<year>.toml`; the same each time.

    ReadycheckError where it would be larger than `unpacked` takes.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        manifest = json.dumps(_manifest(handover, program), ensure_ascii=False, indent=1)
        texts = {MANIFEST: manifest, **read_me}
        entries = {name: text.encode() for name, text in texts.items()}
        for name, data in {**entries, **{f"{each.year}.toml": each.data for each in handover.seasons}}.items():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    if made.tell() > MAX_FILE or len(handover.seasons) > MAX_SEASONS:
        raise wrong(say("so many seasons do not fit into one file."), say("Hand them over one by one: SHOP/YEAR."))
    return made.getvalue()


def _manifest(handover: Handover, program: str) -> dict[str, Any]:
    return {
        "format": FORMAT, "program": program, "shop": handover.shop, "name": handover.name,
        "seasons": [{"year": each.year, "sha256": hashlib.sha256(each.data).hexdigest(),
                     "earlier": list(each.earlier)} for each in handover.seasons],
    }


def unpacked(path: Path) -> Handover:
    """What a file hands over; a ReadycheckError of one sentence where it is none that can be trusted."""
    data, name = bytes_of(path, MAX_FILE), shown(path)
    if len(data) > MAX_FILE:
        raise wrong(say("is larger than {mb:g} MB.", mb=MAX_FILE / 1e6), _NONE, file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reader(archive, name).handover()
    except _BROKEN:
        raise wrong(say("is damaged, or no zip file."), _ANEW, file=name) from None


_NONE = say("`readycheck export` writes no such file; nothing was taken.")
_ANEW = say("Let it be sent again; nothing was taken.")


class _Reader:
    """An open zip, and what a refusal calls it."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._entries = self._looked_through(archive.infolist())

    def handover(self) -> Handover:
        manifest = self._manifest()
        seasons, shop, name = manifest.get("seasons"), manifest.get("shop"), manifest.get("name")
        if not (isinstance(seasons, list) and isinstance(shop, str) and isinstance(name, str)):
            raise self._refused(say("its {manifest} is incomplete.", manifest=MANIFEST))
        if not 0 < len(seasons) <= MAX_SEASONS:
            raise self._refused(say("hands over {count} seasons; 1 to {most} can be taken.",
                                    count=len(seasons), most=MAX_SEASONS))
        taken = tuple(sorted((self._season(each) for each in seasons), key=lambda each: each.year))
        if len({each.year for each in taken}) < len(taken):
            raise self._refused(say("names a season twice."))
        named = clean(name).strip()[:200] or shop
        return Handover(shop if slug(shop) == shop else slug(named), named, taken)

    def _looked_through(self, entries: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(entries) > MAX_ENTRIES:
            raise self._refused(say("holds {count} files.", count=len(entries)))
        for entry in entries:
            complaint = _complaint(entry)
            if complaint is not None:
                raise self._refused(complaint)
        found = {entry.filename.casefold(): entry for entry in entries}
        if len(found) < len(entries):
            raise self._refused(say("holds two files of one name."))
        return found

    def _manifest(self) -> dict[str, Any]:
        try:
            manifest = json.loads(self._bytes(MANIFEST, MAX_MANIFEST))
        except (ValueError, RecursionError):
            raise self._refused(say("its {manifest} cannot be read.", manifest=MANIFEST)) from None
        found = manifest.get("format") if isinstance(manifest, dict) else None
        if found == FORMAT:
            return dict(manifest)
        if isinstance(found, str) and re.fullmatch(r"readycheck-handover/[1-9]\d{0,8}", found, re.ASCII):
            what = say("is of a newer format ({found}) than this program knows ({known}).", found=found, known=FORMAT)
            raise wrong(what, say("Update readycheck; nothing was taken."), file=self._name)
        raise self._refused(say("is not from `readycheck export`."))

    def _season(self, told: object) -> HandedSeason:
        year, digest, earlier = (told.get(key) if isinstance(told, dict) else None for key in
                                 ("year", "sha256", "earlier"))
        if type(year) is not int or not 1000 <= year <= 2999:
            raise self._refused(say("its {manifest} is incomplete.", manifest=MANIFEST))
        data = self._bytes(f"{year}.toml", MAX_BYTES)
        if hashlib.sha256(data).hexdigest() != digest:
            what = say("{file} is not as it was sent.", file=f"{year}.toml")
            raise wrong(what, _ANEW, file=self._name)
        marks = earlier if isinstance(earlier, list) else []
        return HandedSeason(year, data, tuple(
            mark for mark in marks[:4 * EARLIER] if isinstance(mark, str) and _MARK.fullmatch(mark)))

    def _bytes(self, name: str, limit: int) -> bytes:
        """No more is unpacked than one byte over the limit, whatever the entry says of itself."""
        entry = self._entries.get(name)
        if entry is None:
            raise self._refused(say("{file} is missing in it.", file=name))
        with self._archive.open(entry) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise self._refused(say("{file} is larger than {mb:g} MB.", file=name, mb=limit / 1e6))
        return data

    def _refused(self, what: Message) -> Exception:
        return wrong(what, _NONE, file=self._name)


def _complaint(entry: zipfile.ZipInfo) -> Message | None:
    """What is wrong with an entry, whether it would be read or not."""
    name, raw = PurePosixPath(entry.filename), entry.orig_filename
    if name.is_absolute() or ".." in name.parts or re.search(r"[\\:\0]", raw):
        return say("holds a file that would lie elsewhere: {file}", file=clean(raw)[:80])
    if (entry.external_attr >> 16) & 0o170000 == 0o120000:
        return say("holds a link: {file}", file=clean(raw)[:80])
    if entry.flag_bits & 0x1:
        return say("is encrypted.")
    if entry.file_size > MAX_BYTES:
        return say("{file} is larger than {mb:g} MB.", file=clean(raw)[:80], mb=MAX_BYTES / 1e6)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return say("is packed in a way that is not read here.")
    return None
