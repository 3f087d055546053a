"""The made-up shop on disk: in a folder of its own, made where it is missing, kept where somebody changed it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.text import slug
from readycheck.demo.seasons import NAME, documents
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import reason_codes, shipped_checklists

SHOP = slug(NAME)


def demo_archive(home: Path, *, fresh: bool = False) -> Archive:
    """The archive in `home/demo` with both seasons; `fresh` makes the shop's own two files anew."""
    archive = Archive(home / "demo")
    missing = []
    for document in documents(shipped_checklists(), reason_codes()):
        path = archive.home / "shops" / SHOP / f"{document['season']['year']}.toml"
        if fresh:
            path.unlink(missing_ok=True)
        if not path.exists():
            missing.append(document)
    for document in missing:
        archive.create(SHOP, document)
    return archive
