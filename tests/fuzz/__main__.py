"""`python -m tests.fuzz [SECONDS] [READER …]`: each reader for so many seconds; the number of inputs tried.

Each runs in a process of its own that may take neither more than twenty seconds for an input nor four gigabytes in all.
What breaks a reader is kept as a file, and its traceback is printed; the status is then 1.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

from tests.fuzz.mutations import damaged
from tests.fuzz.readers import READERS, tried

SECONDS, HANG, BYTES = 60, 20, 4 << 30
SLOW = 2  # seconds of the processor: the machine may be busy with others


def main(words: list[str]) -> int:
    """Every reader asked for, one after the other."""
    seconds = int(words.pop(0)) if words and words[0].isdecimal() else SECONDS
    print(f"{'reader':>8}  {'inputs':>8}  {'read':>7}  {'refused':>8}  {'slowest':>8}  {'growth':>7}  defects",
          flush=True)
    ends = [
        subprocess.run([sys.executable, "-m", "tests.fuzz", "--alone", name, str(seconds)], check=False).returncode
        for name in words or READERS
    ]
    return int(any(ends))


def alone(name: str, seconds: int) -> int:
    """One reader, here: how many inputs it read and refused, its slowest, how much larger the process has become."""
    reader, kept = READERS[name], Path(mkdtemp(prefix=f"readycheck-fuzz-{name}-"))
    seeds = reader.seeds()
    _limit()
    counts, slowest, grown_from = Counter[str](), 0.0, 0
    end, number = time.monotonic() + seconds, 0
    first = time.time_ns()
    with TemporaryDirectory() as folder:
        while time.monotonic() < end:
            number += 1
            rng = Random(first + number)
            data = damaged(rng.choice(seeds), seeds, rng)
            began = time.process_time()
            signal.alarm(HANG)
            try:
                counts["read" if tried(reader, data, Path(folder)) else "refused"] += 1
            except Exception:  # whatever it is, it is a defect
                _keep(kept, reader.suffix, data, counts)
            signal.alarm(0)
            took = time.process_time() - began
            if took > SLOW:
                counts["slow"] += 1
                (kept / f"slow-{counts['slow']}{reader.suffix}").write_bytes(data)
            slowest = max(slowest, took)
            grown_from = grown_from or (_resident() if number >= 500 else 0)
    growth = (_resident() - grown_from) / 2**20 if grown_from else 0
    read, refused, defects, slow = (counts[what] for what in ("read", "refused", "defect", "slow"))
    print(f"{name:>8}  {number:>8}  {read:>7}  {refused:>8}  {slowest:>6.2f} s  {growth:>3.0f} MiB  {defects + slow}",
          flush=True)
    return int(bool(counts["defect"] or counts["slow"]))


def _keep(kept: Path, suffix: str, data: bytes, counts: Counter[str]) -> None:
    """The input beside its traceback; the first few are printed."""
    counts["defect"] += 1
    path = kept / f"defect-{counts['defect']}{suffix}"
    path.write_bytes(data)
    told = traceback.format_exc()
    path.with_suffix(".txt").write_text(told, encoding="utf-8", errors="replace")
    if counts["defect"] <= 5:
        print(f"{path}\n{told.encode('ascii', 'backslashreplace').decode()[-1500:]}", file=sys.stderr, flush=True)


def _limit() -> None:
    def hangs(*_: object) -> None:
        raise TimeoutError(f"longer than {HANG} s")

    signal.signal(signal.SIGALRM, hangs)
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))


def _resident() -> int:
    """Bytes of memory that this process holds now (Linux; elsewhere the most it held)."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        sys.exit(alone(sys.argv[2], int(sys.argv[3])))
    sys.exit(main(sys.argv[1:]))
