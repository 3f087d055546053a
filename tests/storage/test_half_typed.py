"""Forms that were not taken are kept aside, each told once after a kill."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from readycheck.storage.aside import Aside
from readycheck.storage.half_typed import MAX_BYTES, HalfTyped, HalfTypedForms


@pytest.fixture
def forms(tmp_path: Path) -> HalfTypedForms:
    return HalfTypedForms(Aside(tmp_path, tmp_path / "state"), tmp_path / "shops" / "aitta" / "2026.toml")


def test_what_was_kept_comes_back_private_and_by_form(forms: HalfTypedForms, tmp_path: Path) -> None:
    forms.keep("note", HalfTyped({"text": ""}, {"text": "Iltaisin\nvastaa"}, "Huomiot"))
    forms.keep("other", HalfTyped({"n": 1}, {"n": 2}, "Muu"))
    assert forms.read("note") == HalfTyped({"text": ""}, {"text": "Iltaisin\nvastaa"}, "Huomiot")
    kept = list((tmp_path / "state" / "drafts" / "aitta" / "2026").iterdir())
    assert len(kept) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in kept} == {0o600}
    forms.drop("note")
    assert forms.read("note") is None
    assert forms.read("other") is not None


def test_each_form_that_a_kill_left_open_is_told_once(forms: HalfTypedForms) -> None:
    forms.keep("a", HalfTyped({}, {"text": "x"}, "Open \x1b[2J one"))
    forms.keep("b", HalfTyped({}, {"text": "y"}, "Closed one", left=True))
    assert [typed.title.replace("\ufffd", "?") for typed in forms.cut_off()] == ["Open ?[2J one"]
    assert forms.cut_off() == []
    assert forms.read("a") == HalfTyped({}, {"text": "x"}, "Open \x1b[2J one", left=True)


@pytest.mark.parametrize("written", [b"", b"[]", b"{}", b"\xff", b'{"before": 1, "now": {}}', b"[" * 100_000,
                                     b" " * (MAX_BYTES + 1)])
def test_what_somebody_else_wrote_is_no_form(forms: HalfTypedForms, tmp_path: Path, written: bytes) -> None:
    forms.keep("note", HalfTyped({}, {"text": "x"}))
    next((tmp_path / "state" / "drafts" / "aitta" / "2026").iterdir()).write_bytes(written)
    assert forms.read("note") is None
    assert forms.cut_off() == []
