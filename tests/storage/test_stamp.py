"""What a save notes of itself: a cut file is damaged, a file that a person changed is taken as it is and told."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.document import dump_document, parse_document
from readycheck.storage.verify import verify
from tests.storage.shops import audit, told

ANSWERS = {"peak-season/presence.evenings": {"owner": {"value": "no"}, "note": "ä"}}


@pytest.fixture
def file(archive: Archive) -> AuditFile:
    return archive.create("kauppa", audit(answers=ANSWERS, plan={"growth": 1.0}))


def noted(path: Path) -> dict[str, object]:
    found: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))["saved"]
    return found


def by_hand(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_each_save_notes_its_number_its_items_and_a_hash_that_others_can_work_out(
    archive: Archive, file: AuditFile
) -> None:
    saved = archive.save(file, {**file.document, "plan": {"growth": 1.1}, "faq": [{"title": "A"}, {"title": "B"}]})
    above, _, _ = saved.path.read_bytes().partition(b"\n[saved]\n")
    at = above.index(b"[[checklists]]\n")
    # what shop and season hold, an answer, growth, two FAQ entries, a checklist
    items = len(file.document["shop"]) + len(file.document["season"]) + 1 + 1 + 2 + 1
    assert noted(saved.path) == {
        "revision": 2, "items": items, "body": "sha256:" + hashlib.sha256(above[at:] + above[:at]).hexdigest(),
    }
    assert "saved" not in archive.read(saved.path).document
    assert archive.read(saved.path).by_hand is None


def test_a_change_by_hand_is_taken_told_and_hashed_anew(archive: Archive, file: AuditFile) -> None:
    by_hand(file.path, "growth = 1.0", "growth = 1.4\nshrinkage = 0.2")
    read = archive.read(file.path)
    assert read.audit.plan.growth == 1.4
    items = noted(file.path)["items"]
    assert isinstance(items, int)
    assert str(read.by_hand) == (
        "The file was changed by hand since readycheck saved it"
        f" (items now: {items + 1}, then: {items}). That is kept."
    )
    saved = archive.save(read, {**read.document, "faq": [{"title": "A"}]})
    assert saved.by_hand is None and archive.read(file.path).by_hand is None
    assert archive.read(file.path).audit.plan.growth == 1.4
    assert verify(archive, repair=False) == ()


@pytest.mark.parametrize("edit", [
    lambda text: text.replace("sha256:", "sha256:0"),
    lambda text: text.replace("\n[saved]\n", "\n# mine\n\n[saved]\n"),
    lambda text: text.replace("\n# end of file", "\n[later]\nx = 1\n\n# end of file"),
    lambda text: text.replace("\n", "\r\n"),
], ids=["the note itself", "a comment", "behind the note", "other line ends"])
def test_whatever_is_changed_is_noticed(edit: object, archive: Archive, file: AuditFile) -> None:
    assert callable(edit)
    file.path.write_bytes(edit(file.path.read_text(encoding="utf-8")).encode())
    assert archive.read(file.path).by_hand is not None


def test_a_file_without_a_note_is_as_good(archive: Archive, file: AuditFile) -> None:
    file.path.write_bytes(dump_document(file.document))
    read = archive.read(file.path)
    assert (read.document, read.stamp, read.by_hand) == (file.document, None, None)
    archive.save(read, {**read.document, "plan": {"growth": 1.1}})
    assert noted(file.path)["revision"] == 1


@pytest.mark.parametrize("theirs", [{"mine": 1}, {"revision": 1, "items": "x", "body": ""}, "text", [1]])
def test_somebody_elses_table_of_that_name_survives(theirs: object, archive: Archive) -> None:
    file = archive.create("kauppa", audit(saved=theirs))
    saved = archive.save(file, {**file.document, "plan": {"growth": 1.1}})
    assert saved.stamp is None
    assert archive.read(file.path).document["saved"] == theirs


def test_every_beginning_of_a_save_is_told_as_damaged(file: AuditFile) -> None:
    """What a cut file leaves is never taken for an audit: not one of its first n bytes, for any n."""
    whole = file.path.read_bytes()
    mark = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    taken = []
    for n in {*range(0, len(whole) - 1, 7), *range(mark - 200, len(whole) - 1), *range(160)}:
        try:
            parse_document(whole[:n], "a.toml")
        except ReadycheckError as error:
            assert "damaged" in str(error) or "no TOML here" in str(error) or "is not UTF-8" in str(error), whole[:n]
        else:
            taken.append(n)
    assert taken == []
    assert parse_document(whole[:-1], "a.toml"), "only the last line's end is missing"


def test_a_cut_file_comes_back_whole(archive: Archive, file: AuditFile) -> None:
    whole = file.path.read_bytes()
    at = [found.start() for found in re.finditer(rb"\n\n", whole)]
    for cut in at[1:]:
        file.path.write_bytes(whole[:cut + 1])
        assert "is damaged: its end is missing" in told(lambda: archive.read(file.path))
        assert verify(archive, repair=True)[0].repaired is not None
        assert file.path.read_bytes() == whole


def test_a_value_that_was_changed_by_hand_is_told_without_the_count_of_items(archive: Archive, file: AuditFile) -> None:
    by_hand(file.path, "growth = 1.0", "growth = 1.4")
    assert str(archive.read(file.path).by_hand) == (
        "The file was changed by hand since readycheck saved it. That is kept."
    )
