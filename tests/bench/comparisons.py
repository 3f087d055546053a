"""What is done with one audit, each beside the least that anybody could do instead."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from readycheck.core.scoring import score
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage.edits import answer
from tests.bench.stopwatch import Ratio, compared, of_call


def ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison, one after the other; files go into `folder`."""
    archive = demo_archive(folder)
    file = archive.open(SHOP)
    yield compared(
        "scoring the made-up shop's audit", of_call(lambda: score(file.audit), 5),
        "reading its file's bytes", of_call(file.path.read_bytes, 50), 15,
    )
    yield compared(
        "opening it: read, checked, typed", of_call(lambda: archive.read(file.path), 3),
        "tomllib alone", of_call(lambda: tomllib.loads(file.path.read_text(encoding="utf-8")), 3), 15,
    )
    yield saving(folder)


def saving(folder: Path) -> Ratio:
    """Locked, checked, written beside, read back, replaced, the old state kept."""
    archive = demo_archive(folder)
    states = [archive.open(SHOP)]
    plain = folder / "plain.toml"

    def save() -> None:
        now = states[-1]
        value = "yes" if len(states) % 2 else "no"
        document = answer(now.document, "peak-season/presence.holidays", value, on=date(2026, 10, 12))
        states.append(archive.save(now, document))

    def write() -> None:
        with plain.open("wb") as out:
            out.write(states[0].path.read_bytes())
            out.flush()
            os.fsync(out.fileno())

    return compared("saving one answer", of_call(save), "writing the same bytes, and fsync", of_call(write), 15)
