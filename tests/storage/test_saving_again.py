"""A save leaves checklists as they stand in the file; whatever a person made of it, nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.document import audit_of, dump_document
from tests.core.documents import Document
from tests.storage.shops import audit, refusal

END = "\n# end of file / tiedoston loppu\n"


@pytest.fixture
def file(tmp_path: Path) -> AuditFile:
    document = audit()
    second = {**document["checklists"][0], "id": "second"}
    return Archive(tmp_path).create("yarn", {**document, "checklists": [*document["checklists"], second]})


def saved(archive: Path, file: AuditFile, **tables: object) -> Document:
    """What the file holds after a save, read anew; the save's own idea of it must be the same."""
    after = Archive(archive).save(file, {**file.document, **tables})
    read = Archive(archive).read(file.path)
    assert read.document == after.document and read.audit == after.audit
    return read.document


def test_what_is_written_is_what_a_whole_dump_would_be(tmp_path: Path, file: AuditFile) -> None:
    wanted = saved(tmp_path, file, plan={"growth": 1.2}, later={"x": 1})
    written = file.path.read_bytes()
    assert written.partition(b"\n[saved]\n")[0] == dump_document(wanted).removesuffix(END.encode())
    assert written.endswith(END.encode())


def test_changed_checklists_are_written(tmp_path: Path, file: AuditFile) -> None:
    kept = file.document["checklists"][1:]
    assert [each["id"] for each in saved(tmp_path, file, checklists=kept)["checklists"]] == ["second"]


@pytest.mark.parametrize("edit", [
    lambda text: text.replace(END, "\n[plan]\ngrowth = 1.1\n" + END),
    lambda text: text.replace(END, "\n  [plan]\n  growth = 1.1\n" + END),
    lambda text: text.replace("[[checklists]]", "[[ checklists ]]", 1),
    lambda text: text.replace("[[checklists]]", "[[checklists]] # the first", 1),
    lambda text: text.replace('name = "Testikauppa"', 'name = """\nA\n[[checklists]]\nB"""', 1),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text + "later = 1\n",
], ids=["plan behind", "plan behind, indented", "other spelling", "a comment", "in a text", "CRLF", "behind the end"])
def test_whatever_a_person_made_of_the_file(tmp_path: Path, file: AuditFile, edit: object) -> None:
    text = file.path.read_text(encoding="utf-8")
    assert callable(edit)
    file.path.write_bytes(edit(text).encode())
    before = Archive(tmp_path).read(file.path)
    after = saved(tmp_path, before, staffing={"chat": {"aht": 300}})
    assert after == {**before.document, "staffing": {"chat": {"aht": 300}}}
    assert len(after["checklists"]) == 2


def test_a_value_that_only_looks_the_same_is_read_again() -> None:
    before = audit(plan={"pooled": True})
    typed = audit_of(before, "a")
    (problem,) = refusal(lambda: audit_of(audit(plan={"pooled": 1}), "a", (before, typed)))
    assert problem.key == "plan.pooled"
    assert audit_of(audit(plan={"pooled": False}), "a", (before, typed)).plan.pooled is False


def test_what_was_taken_out_does_not_come_back_from_before() -> None:
    before = audit(plan={"growth": 2.0})
    assert audit_of(audit(), "a", (before, audit_of(before, "a"))) == audit_of(audit(), "a")


def test_what_only_takes_something_out_is_saved(tmp_path: Path, file: AuditFile) -> None:
    archive = Archive(tmp_path)
    answers = {"peak-season/presence.evenings": {"note": "a"}, "peak-season/presence.weekends": {"note": "b"}}
    with_both = archive.save(file, {**file.document, "answers": answers})
    left = dict([*answers.items()][:1])
    for tables in ({"answers": left}, {}):
        archive.save(with_both, {**file.document, **tables})
        assert Archive(tmp_path).read(file.path).document.get("answers", {}) == tables.get("answers", {})
        with_both = archive.save(archive.read(file.path), with_both.document)
