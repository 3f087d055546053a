"""The last states of an audit file, kept aside: what `verify --repair` brings back."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

KEPT = 5
# The newest copy is always the last save; the older ones lie apart, so that five reach further than five key strokes.
SPACING_SECONDS = 600


def backup_folder(home: Path, path: Path) -> Path:
    """Where the copies of an audit file are."""
    return home / "backups" / place_name(home, path)


def place_name(home: Path, path: Path) -> str:
    """What an audit file's folder is called where something is kept aside: by shop, or by where it lies elsewhere."""
    shops = (home / "shops").resolve()
    resolved = path.resolve()
    if resolved.parent.parent == shops:
        return resolved.parent.name
    place = hashlib.sha256(str(resolved.parent).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"elsewhere-{place}"


def backups(home: Path, path: Path) -> list[Path]:
    """The copies of an audit file, oldest first."""
    pattern = re.compile(re.escape(path.resolve().stem) + r"\.(\d+)\.toml")
    numbered = {}
    with suppress(FileNotFoundError):
        for entry in backup_folder(home, path).iterdir():
            found = pattern.fullmatch(entry.name)
            if found:
                numbered[int(found[1])] = entry
    return [numbered[number] for number in sorted(numbered)]


def keep_backup(home: Path, path: Path, data: bytes) -> None:
    """Put `data` aside as the newest copy, as old as the file is; copies over KEPT go."""
    kept = backups(home, path)
    if kept and kept[-1].read_bytes() == data:
        return
    number = int(kept[-1].suffixes[-2][1:]) + 1 if kept else 1
    folder = backup_folder(home, path)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = folder / f"{path.resolve().stem}.{number:06d}.toml"
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    times = path.stat()
    os.utime(made, ns=(times.st_atime_ns, times.st_mtime_ns))
    _forget(kept)


def _forget(kept: list[Path]) -> None:
    """Take away what the new copy makes superfluous: `kept` are the ones before it."""
    if len(kept) >= 2 and kept[-1].stat().st_mtime - kept[-2].stat().st_mtime < SPACING_SECONDS:
        kept.pop().unlink(missing_ok=True)
    for old in kept[: max(0, len(kept) + 1 - KEPT)]:
        old.unlink(missing_ok=True)
