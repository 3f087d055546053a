"""A session: edits, undo, and a file that is always soon what the screen shows."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from readycheck.core.text import slug
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.storage.archive import Archive, AuditFile
from readycheck.tui.report_file import write_report
from readycheck.tui.session import Session
from tests.tui.made_up import TODAY
from tests.tui.small_list import archive_at, saved


def session_at(home: Path, kind: Callable[[Path], Archive] = Archive) -> Session:
    archive_at(home)
    archive = kind(home)
    return Session(archive, archive.open("lankakauppa"), Translator("en"), TODAY)


def test_an_edit_is_on_the_disk_within_a_second(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    session.put(["plan", "growth"], 1.5)
    end = time.monotonic() + 1
    while saved(tmp_path)["plan"]["growth"] != 1.5 and time.monotonic() < end:
        time.sleep(0.02)
    assert saved(tmp_path)["plan"]["growth"] == 1.5


def test_flush_writes_at_once_and_keeps_what_is_not_touched(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    before = saved(tmp_path)
    session.put(["own_notes", "colour"], "green")
    assert session.flush()
    after = saved(tmp_path)
    assert after.pop("own_notes") == {"colour": "green"}
    assert after == before


def test_undo_and_redo_are_saved_too(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    for growth in (1.2, 1.3):
        session.put(["plan", "growth"], growth)
    assert session.undo()
    session.flush()
    assert saved(tmp_path)["plan"]["growth"] == 1.2
    assert session.redo()
    session.flush()
    assert saved(tmp_path)["plan"]["growth"] == 1.3
    assert session.undo() and session.undo() and not session.undo()
    assert session.audit.plan.growth == 1.1


def test_a_new_edit_ends_what_could_be_redone(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    session.put(["plan", "growth"], 1.2)
    session.undo()
    session.put(["plan", "growth"], 1.4)
    assert not session.can_redo and not session.redo()


def test_a_wrong_value_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    before = session.document
    with pytest.raises(ReadycheckError, match="growth"):
        session.put(["plan", "growth"], -1)
    assert session.document is before and not session.can_undo and not session.unsaved


def test_scores_follow_every_edit(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    session.put(["answers", "peak-season/self-service.faq"], {"owner": {"value": "partly"}})
    # one question of two sections, half done: (0 + 50) / 2
    assert session.scores.readiness.score == pytest.approx(25.0)
    session.undo()
    assert session.scores.readiness.score == pytest.approx(0.0)


def test_slow_scoring_is_left_to_the_background_and_stale_scores_are_dropped(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    jobs: list[Callable[[], None]] = []
    session.in_background = jobs.append
    session._seconds = 10.0
    session.put(["plan", "growth"], 1.5)
    session.put(["answers", "peak-season/self-service.faq"], {"owner": {"value": "partly"}})
    assert session.audit.answers["peak-season/self-service.faq"].owner.value == "partly"  # type: ignore[union-attr]
    assert session.scores.readiness.score == 0.0
    for job in reversed(jobs):
        job()
    assert session.scores.readiness.score == pytest.approx(25.0)


def test_an_answer_waits_for_no_background(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    session.in_background = lambda _: pytest.fail("an answer was scored beside the keys")
    session._seconds = 10.0
    session.put(["answers", "peak-season/self-service.faq"], {"owner": {"value": "partly"}})
    assert session.scores.readiness.score == pytest.approx(25.0)


class BrokenDisk(Archive):
    """Cannot save while `broken`."""

    broken = True

    def save(self, file: AuditFile, document: Mapping[str, Any]) -> AuditFile:
        """Fails as a full disk does."""
        if self.broken:
            raise OSError(28, "No space left on device")
        return super().save(file, document)


def test_a_failed_saving_is_told_and_made_good_later(tmp_path: Path) -> None:
    session = session_at(tmp_path, BrokenDisk)
    session.put(["plan", "growth"], 1.7)
    assert not session.flush()
    assert "No space left on device" in str(session.problem) and session.unsaved
    vars(session.archive)["broken"] = False
    assert session.flush()
    assert session.problem is None and not session.unsaved
    assert saved(tmp_path)["plan"]["growth"] == 1.7


def other_writes(home: Path, path: list[str], value: object) -> None:
    other = session_at_open(home)
    other.put(path, value)
    assert other.flush()


def session_at_open(home: Path) -> Session:
    archive = Archive(home)
    return Session(archive, archive.open("lankakauppa"), Translator("en"), TODAY)


def test_what_another_program_wrote_meanwhile_is_kept_and_taken_over(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    other_writes(tmp_path, ["shop", "country"], "SE")
    session.put(["plan", "growth"], 1.7)
    assert session.flush()
    assert session.settle()
    assert session.audit.shop.country == "SE" and session.audit.plan.growth == 1.7
    assert not session.settle() and not session.can_undo
    session.put(["plan", "shrinkage"], 0.2)
    session.flush()
    assert saved(tmp_path)["shop"]["country"] == "SE"


def test_an_edit_made_before_the_merge_is_taken_over_does_not_take_it_back(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    other_writes(tmp_path, ["shop", "country"], "SE")
    session.put(["plan", "growth"], 1.7)
    session.flush()
    session.put(["plan", "shrinkage"], 0.2)
    session.flush()
    after = saved(tmp_path)
    assert (after["shop"]["country"], after["plan"]["growth"], after["plan"]["shrinkage"]) == ("SE", 1.7, 0.2)
    assert session.settle() and session.audit.shop.country == "SE" and session.audit.plan.shrinkage == 0.2


def test_reload_takes_an_import_over_and_can_be_undone(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    other_writes(tmp_path, ["demand"], {})
    session.reload()
    assert session.audit.orders is None and not session.unsaved
    session.undo()
    session.flush()
    assert session.audit.orders is not None and "orders" in saved(tmp_path)["demand"]


def test_a_report_of_an_audit_elsewhere_says_no_folder_s_name(tmp_path: Path) -> None:
    archive = archive_at(tmp_path / "home")
    elsewhere = tmp_path / "secret-folder" / "mine.toml"
    elsewhere.parent.mkdir()
    shutil.copy(archive.resolve("lankakauppa"), elsewhere)
    session = Session(archive, archive.read(elsewhere), Translator("en"), TODAY)
    assert session.shop == slug(session.audit.shop.name)
    written = write_report(session, ".json").read_text(encoding="utf-8")
    assert "secret-folder" not in written and json.loads(written)["shop"] == session.shop
    assert Session(archive, archive.open("lankakauppa"), Translator("en"), TODAY).shop == "lankakauppa"
