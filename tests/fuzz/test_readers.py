"""Some hundreds of damaged files for each reader; `python -m tests.fuzz` tries them by the thousand."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import CHANGES, damaged
from tests.fuzz.readers import READERS, tried

pytestmark = pytest.mark.slow
EXAMPLES = {"csv": 60, "json": 40, "mbox": 40, "workbook": 10}


@pytest.mark.parametrize("name", READERS)
def test_it_is_read_or_refused_in_sentences(name: str) -> None:
    reader = READERS[name]
    seeds = reader.seeds()

    @settings(max_examples=EXAMPLES.get(name, 300), suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32))
    def check(number: int) -> None:
        rng = Random(number)
        tried(reader, damaged(rng.choice(seeds), seeds, rng))

    check()


@pytest.mark.parametrize("name", ["yaml", "toml", "table"])
def test_bytes_of_no_meaning(name: str) -> None:
    """Not from a real file: whatever hypothesis thinks of, as bytes and as text with half characters."""
    letters = st.text(st.characters() | st.sampled_from(":-[]{}\"'=#&*!|>%@`,;\n\t\r\0\ud800\ufeff\x85\u2028"))
    halves = letters.map(lambda text: text.encode("utf-8", "surrogatepass"))

    @settings(max_examples=300, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=2_000) | halves)
    def check(data: bytes) -> None:
        tried(READERS[name], data)

    check()


@pytest.mark.parametrize("name", ["yaml", "toml", "csv"])
def test_whole_files_are_read(name: str) -> None:
    """Else nothing but refusals would be tried."""
    seeds = READERS[name].seeds()
    assert sum(tried(READERS[name], seed) for seed in seeds) >= len(seeds) // 3


def test_every_change_changes() -> None:
    seed = b"format = \"a\"\nname: b\n[c]\nid,created\n1,2025-11-28 10:00\n" * 3
    for change in CHANGES:
        assert any(change(seed, Random(number)) != seed for number in range(20)), change
    assert damaged(seed, [seed], Random(1)) == damaged(seed, [seed], Random(1)), "the same number, the same damage"
