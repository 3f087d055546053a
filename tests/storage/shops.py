"""Small audits on disk for the storage's tests, and what a refusal says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readycheck.errors import Problem, ReadycheckError
from tests.core.documents import Document, checklist, document, question

HOSTILE = Path(__file__).parent.parent / "data" / "hostile"


def audit(year: int = 2026, **tables: Any) -> Document:
    """A shop's season with one checklist of three questions in two sections."""
    questions = {"presence": [question("evenings"), question("weekends")], "january": [question("hands")]}
    return {**document(year), "checklists": [checklist(questions)], **tables}


def refusal(call: Callable[[], object]) -> tuple[Problem, ...]:
    """The mistakes that a call is refused with; a call that is not refused fails the test."""
    with pytest.raises(ReadycheckError) as caught:
        call()
    assert caught.value.problems
    return tuple(caught.value.problems)


def told(call: Callable[[], object]) -> str:
    """The one sentence that a call is refused with."""
    (problem,) = refusal(call)
    return str(problem.message())


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
