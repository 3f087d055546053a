"""What reading a file takes: in a process of its own, so that nothing else is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from readycheck.demand.options import Kind

SECONDS, MEGABYTES = 2, 200
"""What a hostile file may take: processor time, and memory of whichever process takes the most."""

_SCRIPT = """
import json, sys
from pathlib import Path
from tests.demand.imports import ReadycheckError, mistakes, recognised
try:
    import resource
    def spent():
        both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        unit = 1 if sys.platform == "darwin" else 1024
        most = [use.ru_maxrss * unit for use in both]
        status = Path("/proc/self/status")
        if status.exists():
            # Linux counts what the process that started this one had taken as this one's own
            most[0] = int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024
        return sum(use.ru_utime + use.ru_stime for use in both), max(most) / 1e6
except ImportError:
    import time
    def spent():
        return time.process_time(), 0.0
began, _ = spent()
try:
    told = [str(line) for line in recognised(Path(sys.argv[1]), kind=sys.argv[2]).lines]
    refused = False
except ReadycheckError as error:
    told, refused = mistakes(error), True
ended, megabytes = spent()
print(json.dumps([refused, told, ended - began, megabytes]))
"""


@dataclass(frozen=True)
class Taken:
    """Whether a file was refused, what was told, processor seconds, megabytes."""

    refused: bool
    told: list[str]
    seconds: float
    megabytes: float

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal, within the limits."""
        assert self.refused
        (sentence,) = self.within().told
        return sentence

    def within(self) -> Taken:
        """Itself, within the limits."""
        assert self.seconds < SECONDS and self.megabytes < MEGABYTES, self
        return self


def taken(path: Path, kind: Kind = "orders") -> Taken:
    """What it takes to recognise the orders, or the contacts, in a file."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT, str(path), kind], capture_output=True, text=True, timeout=60,
                          cwd=Path(__file__).parent.parent.parent, check=False)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    return Taken(*json.loads(done.stdout))
