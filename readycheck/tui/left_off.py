"""Going on where one left off: at the question that was open last, or whose form was half typed."""

from __future__ import annotations

from typing import Any

from textual.app import App

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from readycheck.storage.last_place import LastPlace
from readycheck.storage.unsaved import Unsaved
from readycheck.tui.keys import shown_key
from readycheck.tui.question_text import question_numbers
from readycheck.tui.session import Session

USUAL_KEYS = {"question.note": "m", "question.evidence": "l", "question.action": "t"}
"""What opens a form of a question, by the id of its key."""


def brought_in(archive: Archive, file: AuditFile) -> tuple[AuditFile, list[Message]]:
    """The audit with the edits that could not be saved the last time; sentences about them, and about others' edits."""
    told = [] if file.by_hand is None else [file.by_hand]
    journal = Unsaved(archive, file.path)
    if not journal.waits:
        return file, told
    try:
        return journal.bring_in(), [*told, say("What could not be saved the last time has been put in now.")]
    except ReadycheckError as error:
        why = error.problems[0].message()
    except (OSError, ValueError) as error:
        why = say("{file}: {why}", file=str(journal.file), why=str(error))
    return file, [*told, say("What could not be saved the last time still waits: {why}", why=why)]


def go_on(session: Session) -> list[HalfTyped]:
    """Stand at the question that was left; answers the forms that the program's end cut off."""
    cut_off = HalfTypedForms(session.archive.aside, session.path).cut_off()
    at = [typed.question for typed in cut_off if typed.question]
    session.places["audit"] = at[-1] if at else last_place(session).read()
    return cut_off


def last_place(session: Session) -> LastPlace:
    """Where the session's question is kept."""
    return LastPlace(session.archive.aside, session.path)


def told(typed: HalfTyped, session: Session, app: App[Any]) -> Message:
    """Where what was typed can be taken up: a question's form by its number and key, another one by its title."""
    number = question_numbers(session.scores).get(typed.question)
    usual = USUAL_KEYS.get(typed.opened_by)
    if number is None or usual is None:
        return say("Half typed when the program ended: \"{title}\". Open that window again: it is there.",
                   title=typed.title)
    return say("Half typed when the program ended: question {number}. Press {key}: it is there.", number=number,
               key=shown_key(app, typed.opened_by, usual))
