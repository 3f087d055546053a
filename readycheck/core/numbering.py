"""The numbers that questions go by on every screen and on the command line."""

from __future__ import annotations

from readycheck.core.results import Scores


def question_numbers(scores: Scores) -> dict[str, str]:
    """Every question's number by its id: "3.2" is the second question of the third section."""
    return {
        q.id: f"{n}.{m}"
        for n, section in enumerate(scores.sections, 1) for m, q in enumerate(section.questions, 1)
    }
