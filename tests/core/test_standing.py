"""A season that was only made is not "not ready"."""

from __future__ import annotations

from readycheck.core.scoring import score
from readycheck.core.standing import begun, standing
from tests.core.documents import audit_of, checklist, document, question

LISTS = [checklist({"learning": [question("a"), question("b")]}, {"peak-season/learning": 1.0})]


def test_a_season_is_begun_with_its_first_answer() -> None:
    for answers, word in (({}, "not started"), ({"peak-season/learning.a": {"owner": {"value": "no"}}}, "not ready")):
        scores = score(audit_of(document(2026, checklists=LISTS, answers=answers)))
        assert scores.readiness.score == 0
        assert (begun(scores), str(standing(scores))) == (word == "not ready", word)
