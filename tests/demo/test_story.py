"""The made-up shop's story holds together: what is said, what is measured, what came of last year."""

from __future__ import annotations

import pytest

from readycheck.core.audit import Audit
from readycheck.core.checklist import Checklist
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.demo import season_2025, season_2026
from readycheck.demo.seasons import documents
from readycheck.storage.checklists import reason_codes, shipped_checklists
from readycheck.storage.document import audit_of


@pytest.fixture(scope="module")
def audits() -> tuple[Audit, Audit]:
    before, after = (audit_of(each, "demo") for each in documents(shipped_checklists(), reason_codes()))
    return before, after


@pytest.fixture(scope="module")
def scores(audits: tuple[Audit, Audit]) -> Scores:
    return score(audits[1])


def test_every_answer_note_and_action_is_about_a_question_that_the_season_asks(audits: tuple[Audit, Audit]) -> None:
    for audit, story in zip(audits, (season_2025, season_2026), strict=True):
        asked = {identifier for checklist in audit.checklists for identifier in checklist.questions()}
        assert set(audit.answers) <= asked
        assert set(story.NOTES) <= set(audit.answers)
        assert {action.question for action in audit.actions} <= asked


def test_each_season_keeps_whole_copies_of_its_checklists(audits: tuple[Audit, Audit]) -> None:
    shipped: dict[str, Checklist] = {each.id: each for each in shipped_checklists()}
    assert [len(audit.checklists) for audit in audits] == [2, 5]
    assert all(kept == shipped[kept.id] for audit in audits for kept in audit.checklists)


def test_reasons_have_names_in_both_languages(audits: tuple[Audit, Audit]) -> None:
    for audit in audits:
        assert audit.contacts is not None and set(audit.reasons) == set(audit.contacts.reasons)
        assert all(set(reason.label) == {"fi", "en"} for reason in audit.reasons.values())


def test_the_owner_says_that_evenings_are_covered_and_the_data_says_otherwise(scores: Scores) -> None:
    said = {found.question: found for found in scores.contradictions}
    evenings = said["peak-season/presence.evenings"]
    assert evenings.claim == "yes" and evenings.value < 10 < evenings.at_least
    assert "peak-season/proactive.return-links-in-messages" in said


def test_two_voices_differ_and_one_payment_method_stops_a_tester(scores: Scores, audits: tuple[Audit, Audit]) -> None:
    assert len(scores.differences) >= 2
    assert [blocker.id for blocker in scores.blockers] == ["path/pay"]
    failed = [step for run in audits[1].path_runs for step in run.steps if step.result == "fail"]
    assert [(step.step, step.payment_method) for step in failed] == [("pay", "MobilePay")]
    assert len(audits[1].path_runs) == 3 and scores.path.by_step["search"] == pytest.approx(200 / 3)


def test_january_is_short_of_hands_and_december_is_not(scores: Scores) -> None:
    january = scores.january
    assert january.score is not None and january.before is not None
    assert january.score < 70 < 95 < january.before
    weeks = january.weeks
    assert weeks[-1].backlog > 20 and weeks[-1].week == "2027-W04"


def test_the_shop_became_better_nearly_ready_but_not_everywhere(audits: tuple[Audit, Audit]) -> None:
    compared = compare(*audits)
    before, after = compared.scores_before.readiness, compared.scores_after.readiness
    assert (before.band, after.band) == ("not_ready", "nearly")
    assert compared.improved is not None and compared.improved > 15
    assert {row.id for row in compared.rows if row.kind == "worse"} >= {"coverage/january", "coverage/path"}
    assert before.known < 1 and after.known < 1


def test_some_promises_were_kept_some_not_and_the_forecast_is_graded(audits: tuple[Audit, Audit]) -> None:
    compared = compare(*audits)
    assert {action.id for action in compared.kept} == {"syykoodi-pakolliseksi", "joulun-tilauspaiva", "ukk-etusivulle"}
    assert {action.id for action in compared.not_kept} == {
        "palautusohje-vahvistukseen", "haku-ymmartaa", "tammikuun-apulainen",
    }
    assert compared.forecast is not None and compared.forecast.held
    assert {seen.kind for seen in compared.observations} == {"success", "difficulty"}
