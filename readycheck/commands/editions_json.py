"""What a checklist's edition changes, as facts for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from readycheck.core.checklist import LocalText
from readycheck.core.editions.change import EditionChange, QuestionChange, SettingChange
from readycheck.core.editions.effect import ScoreMove
from readycheck.storage.editions import TakenUp


def taken_facts(found: TakenUp, moves: Sequence[ScoreMove]) -> dict[str, Any]:
    """A list's change, what becomes of its answers, and the scores before and after."""
    shown = found.offered or found.kept
    answers = found.answers
    return {
        "id": shown.id if shown else None,
        "kept": found.kept.version if found.kept else None,
        "offered": found.offered.version if found.offered else None,
        **(change_facts(found.change) if found.change else {"questions": [], "settings": []}),
        "answers": {
            "stay": list(answers.stays), "back": list(answers.back), "left": list(answers.left),
            "carried": [{"from": old, "to": new} for new, old in answers.carried.items()],
        },
        "scores": [{"id": move.id, "before": move.before, "after": move.after} for move in moves],
    }


def change_facts(change: EditionChange) -> dict[str, Any]:
    """Every question and setting that changes."""
    return {
        "questions": [_question(each) for each in change.questions],
        "settings": [_setting(each) for each in change.settings],
    }


def _question(each: QuestionChange) -> dict[str, Any]:
    return {
        "kind": each.kind, "before": each.before_id or None, "after": each.after_id or None,
        "prompt": _plain(each.shown.prompt),
        "prompt_before": _plain(each.before_prompt) if each.in_other_words else None,
        "settings": [_setting(setting) for setting in each.settings],
    }


def _setting(each: SettingChange) -> dict[str, Any]:
    return {"key": each.key, "of": each.of or None, "before": _plain(each.before), "after": _plain(each.after)}


def _plain(value: object) -> Any:
    if isinstance(value, LocalText):
        return {"fi": value.fi, "en": value.en}
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
