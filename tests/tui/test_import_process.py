"""The import's child: its words, what it says made harmless, its end, and nothing left behind."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from readycheck.i18n import Translator
from readycheck.tui.import_choices import Choices
from readycheck.tui.import_outcome import outcome
from readycheck.tui.import_process import MOST_PRINTED, ImportProcess, command

pytestmark = pytest.mark.slow

HOME, AUDIT = Path("/home"), Path("/a/2026.toml")
QUESTION = '{"kind": "orders", "questions": [{"about": "zone", "text": "whose clock?"}]}'


def test_the_childs_words() -> None:
    choices = Choices(files=(Path("/x/-o.csv"),), source="Verkkokauppa", columns={"time": "Luotu", "id": ""})
    words = command(choices, HOME, AUDIT, "fi", dry_run=True)
    assert words[:4] == [sys.executable, "-m", "readycheck", "import"]
    assert words[-3:] == ["orders", "/a/2026.toml", "/x/-o.csv"]
    assert {"--json", "--dry-run", "--source=Verkkokauppa", "--column=time=Luotu", "--column=id="} <= set(words)
    assert words[words.index("--home") + 1] == "/home" and words[words.index("--lang") + 1] == "fi"
    assert "--dry-run" not in command(choices, HOME, AUDIT, "fi", dry_run=False)

UNREADABLE = "What the import answered could not be read: it broke off, or is no answer."


async def run(program: str) -> tuple[ImportProcess, list[str]]:
    """A child with this Python program, and the lines that were heard of it."""
    heard: list[str] = []
    process = ImportProcess([sys.executable, "-c", program])
    await process.run(heard.append)
    return process, heard


async def test_what_the_child_says_is_made_harmless() -> None:
    process, heard = await run(
        "import sys; print('{}'); print('a\\x1b]52;c;eA==\\x07b', file=sys.stderr); sys.stderr.write('c'); sys.exit(3)"
    )
    assert heard == process.told == ["a\ufffd]52;c;eA==\ufffdb", "c"]
    assert (process.printed, process.status) == (b"{}\n", 3)


async def test_a_child_without_end_fills_no_memory() -> None:
    process, heard = await run(
        f"import sys; sys.stdout.write('x' * {3 * MOST_PRINTED}); sys.stderr.write('y' * 1_000_000)"
    )
    assert len(process.printed) < 2 * MOST_PRINTED
    assert sum(map(len, heard)) < 10_000


async def test_a_child_that_is_cancelled_is_gone_with_what_it_started_and_wrote(tmp_path: Path) -> None:
    """Its own child too, and its temporary folder, where copies of customers' data may lie."""
    note = tmp_path / "note"
    program = f"""
import os, signal, subprocess, sys, tempfile, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
folder = tempfile.mkdtemp()
open(os.path.join(folder, "customers"), "w").write("Maija")
inner = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({str(note)!r} + ".new", "w").write(f"{{os.getpid()}} {{inner.pid}} {{folder}}")
os.rename({str(note)!r} + ".new", {str(note)!r})
time.sleep(60)
"""
    task = asyncio.create_task(ImportProcess([sys.executable, "-c", program]).run(lambda line: None))
    while not note.exists():
        await asyncio.sleep(0.02)
    outer, inner, folder = note.read_text(encoding="utf-8").split()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not Path(folder).exists()
    assert not alive(int(outer))
    assert not alive(int(inner))


def alive(pid: int) -> bool:
    """Whether a process still runs; one that has only not been buried does not."""
    stat = Path(f"/proc/{pid}/stat")
    if stat.parent.parent.is_dir():
        return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(("program", "said"), [
    ("import os; os.kill(os.getpid(), 9)", "The import stopped without saying why (status −9)."),
    ("print('rubbish')", UNREADABLE),
    ("print('{\"kind\": \"orders\", \"rows\"')", UNREADABLE),
    ("print('[1]')", UNREADABLE),
    ("raise SystemExit(2)", "The import stopped without saying why (status 2)."),
    ("raise ValueError('Maija Asiakas')", "The import stopped without saying why (status 1)."),
    ("import sys; print('Reading …\\nreadycheck: a.csv: say it: --timezone UTC.', file=sys.stderr); sys.exit(2)",
     "a.csv: say it: \"Time zone\" UTC."),
], ids=["killed", "rubbish", "half", "other JSON", "nothing", "crashed", "refused"])
async def test_a_child_that_goes_wrong_is_told_in_a_sentence(program: str, said: str) -> None:
    process, _ = await run(program)
    found = outcome(process, Translator("en"))
    assert (found.preview, found.complaint) == (None, said)


async def test_questions_are_no_mistake() -> None:
    process, _ = await run(f"print({QUESTION!r}); raise SystemExit(2)")
    found = outcome(process, Translator("en"))
    assert found.complaint == ""
    assert found.preview is not None and found.preview.questions[0].text == "whose clock?"
