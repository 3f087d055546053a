"""The README's pictures, made from the app itself: `python -m tests.picture`."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from readycheck.demo.folder import SHOP, demo_archive
from readycheck.i18n import Translator
from readycheck.tui.app import ReadycheckApp

PICTURES = Path(__file__).parent.parent / ".github"
SIZE = (100, 30)
TODAY = date(2026, 11, 9)
SHOWN = {
    "readycheck.svg": (),  # the first question, where claim and data disagree
    "january.svg": ("4", "down", "down", "down", "down"),
}


async def picture(home: Path, keys: tuple[str, ...]) -> str:
    """What the made-up shop's audit shows after these keys, as SVG."""
    archive = demo_archive(home, lang="en")
    app = ReadycheckApp(archive, Translator("en"), TODAY, archive.open(f"{SHOP}/2026"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await pilot.pause(1)
        return app.export_screenshot(title="readycheck")


def main() -> None:
    """Write the pictures."""
    for name, keys in SHOWN.items():
        with TemporaryDirectory() as folder:
            svg = asyncio.run(picture(Path(folder), keys))
        # the picture loads nothing: Textual's own names a font on the network
        local = re.sub(r"(local\([^)]*\)),\s*url\([^;]*;", r"\1;", svg)
        (PICTURES / name).write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
