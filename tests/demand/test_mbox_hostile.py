"""Messages made to break a reader, and mailboxes of any size."""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest

from readycheck.demand.files.mbox import read_mbox
from readycheck.demand.files.text import Origin
from tests.demand.imports import HOSTILE, written
from tests.demand.mailboxes import BORDER, FRIDAY, PARTS, PLAIN, mail, parted
from tests.demand.measuring import SECONDS, taken

SAMPLES = sorted(path.name for path in HOSTILE.glob("eml_*.eml"))


def box_of(folder: Path, *names: str) -> Path:
    """A mailbox of messages that were made to break a reader."""
    raw = (BORDER.encode() + b"\n" + (HOSTILE / name).read_bytes() + b"\n\n" for name in names)
    return written(folder, b"".join(raw), "box.mbox")


def test_there_are_hostile_samples() -> None:
    assert len(SAMPLES) == 9


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_hostile_messages_take_two_seconds_and_200_megabytes_at_most(name: str, tmp_path: Path) -> None:
    found = taken(box_of(tmp_path, name), "contacts").within()
    # the one without any header is no message; of the others the border tells when they came
    assert found.refused is False
    assert any("message empty or not readable" in line for line in found.told) == (name == "eml_no_headers.eml")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for line in found.told for char in line)


def test_hostile_messages_in_one_mailbox_with_their_texts(tmp_path: Path) -> None:
    path = box_of(tmp_path, *SAMPLES)
    began = time.process_time()
    table = read_mbox(Origin(path, path.name, tmp_path / "0.csv", texts=True))
    assert time.process_time() - began < SECONDS
    content = table.readable.read_text(encoding="utf-8")
    assert len(content.splitlines()) == 1 + len(SAMPLES)
    assert "Toimitusaika 2 pv" in content and not any(sign in content for sign in ("\x1b", "\r", "http", "bashrc", "<"))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["0.csv", "box.mbox"]


BOMBS = {
    "a header of ten megabytes": mail(1, FRIDAY, "Subject: " + "x" * 10_000_000),
    "a million folded lines": mail(1, FRIDAY, "References: <a@b>" + "\n <a@b>" * 1_000_000),
    "encoded words": mail(1, FRIDAY, "X-Gmail-Labels: " + "=?utf-8?b?U2VudCw=?= " * 100_000),
    "quotes": mail(1, FRIDAY, 'X-Gmail-Labels: "' + ',"' * 500_000),
    "borders": "From x\n" * 500_000,
    "small messages": "From x\nSubject: y\n\n" * 20_000,
    "one line": BORDER + "\n" + "x" * 20_000_000,
    "no end of parts": mail(1, FRIDAY, "Content-Type: multipart/mixed; boundary=b", body="--b\n\n" * 500_000),
    "tags": mail(1, FRIDAY, "Content-Type: text/html", body="<style" * 300_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, BOMBS[name], "box.mbox")
    assert taken(path, "contacts").within().told
    began = time.process_time()
    read_mbox(Origin(path, path.name, tmp_path / "0.csv", texts=True))
    assert time.process_time() - began < SECONDS


@pytest.mark.slow
def test_a_big_mailbox_in_constant_memory(tmp_path: Path) -> None:
    path, attached = tmp_path / "big.mbox", base64.encodebytes(bytes(range(256)) * 400).decode()
    with path.open("w", encoding="utf-8") as file:
        for number in range(2_000):
            body = parted(f"{PLAIN}\n\nHei", f"\n{attached}")
            file.write(mail(number, FRIDAY, f"X-GM-THRID: {number // 2}", PARTS, body=body))
    found = taken(path, "contacts")
    assert path.stat().st_size > 270_000_000 and any(line == "channels: e-mail 1,000" for line in found.told)
    # at least 30 MB a second
    assert found.seconds < 9 and found.megabytes < 200
