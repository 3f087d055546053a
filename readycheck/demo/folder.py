"""The made-up shop on disk: in a folder of its own, made where it is missing, kept where somebody changed it."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.text import slug
from readycheck.demo.english import in_english
from readycheck.demo.seasons import NAME, SEASONS, documents
from readycheck.i18n import Lang
from readycheck.storage.archive import Archive
from readycheck.storage.checklists import reason_codes, shipped_checklists

SHOP = slug(NAME)


def demo_archive(home: Path, *, lang: Lang = "fi", fresh: bool = False) -> Archive:
    """The archive in `home/demo` with its three seasons; `fresh` makes the shop's own files anew.

    `lang`: what its people wrote, where a file is made; one that is there stays as it is.
    """
    archive = Archive(home / "demo")
    paths = {year: archive.home / "shops" / SHOP / f"{year}.toml" for year in SEASONS}
    if fresh:
        for path in paths.values():
            path.unlink(missing_ok=True)
    if all(path.exists() for path in paths.values()):
        return archive
    for document in documents(shipped_checklists(), reason_codes()):
        if not paths[document["season"]["year"]].exists():
            archive.create(SHOP, in_english(document) if lang == "en" else document)
    return archive
