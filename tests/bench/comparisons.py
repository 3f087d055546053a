"""What is done with one audit, each beside the least that anybody could do instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from readycheck.core.scoring import score
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage import archive as archive_module
from tests.bench.stopwatch import Ratio, compared, of_call


def ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison, one after the other; files go into `folder`."""
    archive = demo_archive(folder)
    file = archive.open(SHOP)
    yield compared(
        "scoring the made-up shop's audit", of_call(lambda: score(file.audit), 5),
        "reading its file's bytes", of_call(file.path.read_bytes, 50), 15,
    )

    def opened() -> None:
        archive_module._audit_file.cache_clear()  # what was read ahead is there at once
        archive.read(file.path)

    yield compared(
        "opening it: read, checked, typed", of_call(opened, 3),
        "tomllib alone", of_call(lambda: tomllib.loads(file.path.read_text(encoding="utf-8")), 3), 15,
    )
