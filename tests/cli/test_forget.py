"""`forget`: it asks a person, refuses where there is none, and says what went."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from readycheck.cli import main
from tests.cli.conftest import TODAY, Run

pytestmark = pytest.mark.slow


class Terminal(io.StringIO):
    """A stream with a person at it."""

    def isatty(self) -> bool:
        return True


def audits(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home / "shops")) for path in home.glob("shops/*/*.toml"))


def test_without_a_terminal_and_without_yes_it_is_refused(run: Run, two_evens: str, home: Path) -> None:
    refused = run("forget", two_evens)
    assert (refused.status, refused.out) == (2, "")
    assert "--yes" in refused.err and refused.err.count("\n") == 1
    assert audits(home) == ["even/2025.toml", "even/2026.toml"]


def test_a_dry_run_tells_and_removes_nothing(run: Run, two_evens: str, home: Path) -> None:
    told = run("forget", two_evens, "--dry-run")
    assert told.status == 0 and f"  2  audits: {home / 'shops' / 'even'}\n" in told.out
    assert audits(home) == ["even/2025.toml", "even/2026.toml"]
    facts = json.loads(run("forget", f"{two_evens}/2025", "--dry-run", "--json").out)
    assert (facts["shop"], facts["removed"]) == ("even/2025", False)
    assert [(each["kind"], each["count"]) for each in facts["kept"]] == [("audits", 1)]


def test_yes_removes_and_tells_in_either_language(run: Run, two_evens: str, home: Path) -> None:
    assert "1  audits" in run("forget", f"{two_evens}/2025", "--yes").out
    assert audits(home) == ["even/2026.toml"]
    told = run("forget", two_evens, "--yes", lang="fi")
    assert told.status == 0 and "Poistettu kaupasta even:" in told.out and "auditointeja" in told.out
    assert not list((home / "shops").iterdir())
    assert run("forget", two_evens, "--yes").status == 2


@pytest.mark.parametrize(("typed", "stay"), [("yes\n", 0), ("Kyllä\n", 0), ("\n", 2), ("no\n", 2), ("", 2)])
def test_a_person_is_asked(two_evens: str, home: Path, typed: str, stay: int) -> None:
    out, err = Terminal(), Terminal()
    status = main(
        ["forget", two_evens], today=TODAY, stdin=Terminal(typed), stdout=out, stderr=err,
        environ={"READYCHECK_HOME": str(home), "LANG": "en_GB.UTF-8", "COLUMNS": "80"},
    )
    assert (status, len(audits(home))) == (0, stay)
    assert "There is no way back" in err.getvalue() and "2  audits" in err.getvalue()
    assert ("Nothing was removed." in out.getvalue()) == bool(stay)


def test_a_damaged_audit_is_forgotten_by_name(run: Run, two_evens: str, home: Path) -> None:
    (home / "shops" / "even" / "2026.toml").write_bytes(b"\0")
    assert run("forget", two_evens, "--yes").status == 0
    assert audits(home) == []
