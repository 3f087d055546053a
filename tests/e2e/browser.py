"""A real browser (Chromium without a window) that opens a file of ours."""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)


def dom(page: Path) -> str:
    """The document as it stands once it was loaded and whatever runs in it has run."""
    return _chromium(page, "--virtual-time-budget=2000", "--dump-dom").decode("utf-8")


def screenshot(page: Path, picture: Path, width: int = 1000, height: int = 1400) -> None:
    """The page's picture (PNG)."""
    _chromium(page, f"--window-size={width},{height}", "--hide-scrollbars", f"--screenshot={picture}")


def printed(page: Path, paper: Path) -> None:
    """The page on paper (PDF)."""
    _chromium(page, "--no-pdf-header-footer", f"--print-to-pdf={paper}")


def different_lines(picture: Path) -> int:
    """How many kinds of lines a PNG of eight bits a channel has: a blank page has two or three."""
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks = dict[bytes, bytes]()
    for kind, content in _chunks(data):
        chunks[kind] = chunks.get(kind, b"") + content
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert depth == 8
    length = 1 + width * {2: 3, 6: 4}[colour]
    pixels = zlib.decompress(chunks[b"IDAT"])
    return len({pixels[line * length:(line + 1) * length] for line in range(height)})


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at:at + 4])
        yield data[at + 4:at + 8], data[at + 8:at + 8 + length]
        at += length + 12


def _chromium(page: Path, *words: str) -> bytes:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "These tests need a real browser: install Chromium (apt-get install chromium)."
    with _profile() as profile:
        done = subprocess.run(
            [program, *QUIET, f"--user-data-dir={profile}", *words, page.as_uri()],
            capture_output=True, check=False, timeout=60,
        )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout


@contextmanager
def _profile() -> Iterator[str]:
    folder = tempfile.mkdtemp(prefix="rc-chromium-")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # its last helpers may still be writing there
