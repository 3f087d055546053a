"""What last year says beside a question: answer, note, promises, observations; also under the question's older id."""

from __future__ import annotations

from typing import Any

from readycheck.core.audit import Audit
from readycheck.i18n import Translator
from readycheck.storage.document import audit_of
from readycheck.tui.question_years import last_year_text
from tests.tui.made_up import TODAY, document
from tests.tui.small_list import EVENINGS, WEEKENDS, checklist

EN = Translator("en")
NO = {"owner": {"value": "no"}, "note": "too few hands"}


def audit(year: int, questions: dict[str, Any] | None = None, **more: Any) -> Audit:
    """A season of the short list; `questions` changes the first one."""
    asked = checklist()
    asked["sections"][0]["questions"][0].update(questions or {})
    return audit_of({**document(year), "actions": [], "checklists": [asked], **more}, "")


def action(status: str, title: str, **more: Any) -> dict[str, Any]:
    return {"id": title.casefold(), "title": title, "status": status, "question": EVENINGS, **more}


def test_everything_that_the_season_before_has_on_it() -> None:
    before = audit(2025, answers={EVENINGS: NO}, observations=[
        {"kind": "difficulty", "text": "The queue was long", "on": TODAY, "question": EVENINGS},
        {"kind": "success", "text": "Of another question", "question": WEEKENDS},
    ], actions=[action("open", "Shifts"), action("doing", "Chat"), action("done", "Phone"), action("dropped", "Fax")])
    after = audit(2026, actions=[action("open", "Chat")])
    assert last_year_text(EVENINGS, after, before, EN).splitlines() == [
        "2025: no. too few hands", "Not done: Shifts", "Not done, on this season's list again: Chat",
        "! difficulty: The queue was long",
    ]


def test_a_question_finds_what_was_said_of_the_one_it_replaces() -> None:
    late = "peak-season/presence.late"
    after = audit(2026, {"id": "late", "supersedes": "presence.evenings"})
    assert last_year_text(late, after, audit(2025, answers={EVENINGS: NO}), EN) == "2025: no. too few hands"


def test_what_was_asked_otherwise_is_told() -> None:
    other = {"prompt": {"fi": "Muu?", "en": "Something else?"}}
    text = last_year_text(EVENINGS, audit(2026), audit(2025, other, answers={EVENINGS: NO}), EN)
    assert text == "2025: no. too few hands\nAsked then: Something else?"


def test_where_nothing_was_said_nothing_stands() -> None:
    assert last_year_text(EVENINGS, audit(2026), audit(2025), EN) == ""
    assert last_year_text(EVENINGS, audit(2026), None, EN) == ""
