"""Which port it listens on."""

from __future__ import annotations

import pytest

from readycheck.errors import ReadycheckError
from readycheck.web.port import HIGHEST, listening


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with listening(None) as first, listening(None) as second:
        assert first.getsockname()[0] == second.getsockname()[0] == "127.0.0.1"
        assert second.getsockname()[1] > first.getsockname()[1] >= 8765


def test_a_given_port_that_is_taken_is_a_sentence() -> None:
    with listening(0) as other:
        port = other.getsockname()[1]
        with pytest.raises(ReadycheckError, match=f"port {port} is taken by another program. Give another one"):
            listening(port)
    with listening(port) as again:  # it is free as soon as the other has gone
        assert again.getsockname()[1] == port


def test_there_are_only_so_many_ports() -> None:
    with pytest.raises(ReadycheckError, match="65536 is no port"):
        listening(HIGHEST + 1)
