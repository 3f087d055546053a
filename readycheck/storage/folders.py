"""Folders that are nobody else's business."""

from __future__ import annotations

from pathlib import Path

from readycheck.storage.atomic import sync_folder


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for this person alone (0700), whatever the umask.

    It is on the disk when this returns: a file that is saved in it would go with it if the power went.
    One that is there stays as it is: who opened it to others meant it. (`mkdir(parents=True)` gives its mode to the
    last folder only.)
    """
    missing = [folder]
    while not missing[-1].parent.exists() and missing[-1].parent != missing[-1]:
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        sync_folder(each.parent)
