"""The README's picture, made from the app itself: `python -m tests.picture`."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from readycheck.demo.folder import SHOP, demo_archive
from readycheck.i18n import Translator
from readycheck.tui.app import ReadycheckApp

PICTURE = Path(__file__).parent.parent / ".github" / "readycheck.svg"
SIZE = (100, 30)
TODAY = date(2026, 11, 9)


async def picture(home: Path) -> str:
    """The made-up shop's first question, where claim and data disagree, as SVG."""
    archive = demo_archive(home)
    app = ReadycheckApp(archive, Translator("en"), TODAY, archive.open(f"{SHOP}/2026"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        return app.export_screenshot(title="readycheck")


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as folder:
        svg = asyncio.run(picture(Path(folder)))
    # the picture loads nothing: Textual's own names a font on the network
    local = re.sub(r"(local\([^)]*\)),\s*url\([^;]*;", r"\1;", svg)
    PICTURE.write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
