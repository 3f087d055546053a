"""`python -m tests.fuzz.guided yaml|toml|table SECONDS`: inputs grown by what code they reach (needs atheris).

Atheris is no dependency: `pip install atheris` into an environment of its own; the summary is its libFuzzer's.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp


def main(name: str, seconds: str) -> None:
    """Run until the time is over; the first input that breaks the reader ends it and is kept."""
    import atheris

    with atheris.instrument_imports(include=["readycheck", "tomllib", "csv"]):
        from tests.fuzz.mutations import damaged
        from tests.fuzz.readers import READERS, tried

    reader, corpus, folder = READERS[name], Path(mkdtemp(prefix=f"readycheck-guided-{name}-")), TemporaryDirectory()
    seeds = reader.seeds()
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        tried(reader, data, Path(folder.name))

    def mutate(data: bytes, most: int, number: int) -> bytes:
        rng = Random(number)
        if rng.random() < 0.5:
            return atheris.Mutate(data, most)
        return damaged(data, seeds, rng)[:most]

    words = [sys.argv[0], str(corpus), f"-max_total_time={seconds}", "-max_len=300000", "-rss_limit_mb=1500",
             "-timeout=20", f"-artifact_prefix={corpus}/", "-print_final_stats=1", "-verbosity=1"]
    atheris.Setup(words, one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
