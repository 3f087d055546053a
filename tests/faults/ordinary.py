"""Commands of a person without rights, each in a folder that refuses something: `-m tests.faults.ordinary FOLDER`.

Root is refused nothing: there a child gives its rights up, once everything is loaded.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from readycheck.cli import main
from readycheck.paths import state_folder
from readycheck.storage.archive import Archive
from tests.faults.counter import SHOP, begun
from tests.faults.kills import ROOT

NOBODY = 65534
ANSWER = ("answer", SHOP, "presence.evenings", "yes")


class Refused(NamedTuple):
    """A command in a folder without this right: its status, what it said, whether anything changed on the disk."""

    case: str
    status: int
    said: str
    changed: bool


class Case(NamedTuple):
    """`modes` are the rights by place in the folder, taken before the command."""

    name: str
    modes: Mapping[str, int]
    words: tuple[str, ...]


_FILE, _FOLDER = f"home/shops/{SHOP}/2026.toml", f"home/shops/{SHOP}"
CASES = (
    Case("a read-only shop", {_FOLDER: 0o555}, ANSWER),
    Case("a read-only folder of audits", {"home/shops": 0o555}, ("new", "uusi/2026")),
    Case("a folder of audits that must not be looked into", {"home/shops": 0o000}, ANSWER),
    Case("an audit that must not be read", {_FILE: 0o000}, ANSWER),
    Case("a read-only state folder", {"state": 0o555, "state/*": 0o555, "state/*/locks": 0o555,
                                      "state/*/locks/*": 0o400}, ANSWER),
    Case("locks that must not be looked into", {"state/*/locks": 0o000}, ANSWER),
)


def refused() -> list[Refused]:
    """Every case, tried by a process that is nobody."""
    with _open_folder() as folder:
        words = [sys.executable, "-m", "tests.faults.ordinary", str(folder)]
        done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    return [Refused(*found) for found in json.loads(done.stdout)]


@contextlib.contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder that anybody may come to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _tried(folder: Path) -> list[Refused]:
    for case in CASES:  # with all rights: whatever a command loads is loaded by now
        _said(_made(folder / "rights" / case.name).home, case.words)
        _said(folder / "rights" / case.name / "none", case.words)
    return [_one(folder / f"case-{number}", case) for number, case in enumerate(CASES)]


def _made(root: Path) -> Archive:
    """An audit, what belongs to it where a command looks for that."""
    os.environ["READYCHECK_STATE"] = str(root / "state")
    return begun(root, state_folder(root / "home", os.environ))


def _one(root: Path, case: Case) -> Refused:
    archive = _made(root)
    places = [root, *root.rglob("*")]
    for place in places if os.getuid() == 0 else ():
        os.chown(place, NOBODY, NOBODY)
    before = _held(archive.home)
    for pattern, mode in case.modes.items():
        for place in list(root.glob(pattern)):
            place.chmod(mode)
    status, said = _as_nobody(archive.home, case.words)
    for place in sorted(places, key=lambda path: len(path.parts)):
        place.chmod(0o700)
    return Refused(case.name, status, said, _held(archive.home) != before)


def _held(home: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def _as_nobody(home: Path, words: tuple[str, ...]) -> tuple[int, str]:
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.write(writes, json.dumps(_said(home, words)).encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        status, said = json.loads(pipe.read())
    os.waitpid(child, 0)
    return status, said


def _said(home: Path, words: tuple[str, ...]) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    status = main(["--home", str(home), "--lang", "en", *words], stdout=out, stderr=err)
    return status, err.getvalue()


if __name__ == "__main__":
    print(json.dumps(_tried(Path(sys.argv[1]))))
