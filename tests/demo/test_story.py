"""The made-up shop's story holds together: what is said, what is measured, what came of last year."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.audit import Audit
from readycheck.core.carried import offered
from readycheck.core.checklist import Checklist
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.demo import season_2024, season_2025, season_2026
from readycheck.demo.own_list import EDITIONS
from readycheck.demo.seasons import documents
from readycheck.storage.checklists import reason_codes, shipped_checklists
from readycheck.storage.document import audit_of


@pytest.fixture(scope="module")
def history() -> tuple[Audit, Audit, Audit]:
    first, before, after = (audit_of(each, "demo") for each in documents(shipped_checklists(), reason_codes()))
    return first, before, after


@pytest.fixture(scope="module")
def audits(history: tuple[Audit, Audit, Audit]) -> tuple[Audit, Audit]:
    return history[1], history[2]


@pytest.fixture(scope="module")
def scores(audits: tuple[Audit, Audit]) -> Scores:
    return score(audits[1])


def test_every_answer_note_and_action_is_about_a_question_that_the_season_asks(
    history: tuple[Audit, Audit, Audit],
) -> None:
    for audit, story in zip(history, (season_2024, season_2025, season_2026), strict=True):
        asked = {identifier for checklist in audit.checklists for identifier in checklist.questions()}
        assert set(audit.answers) <= asked
        assert set(story.NOTES) <= set(audit.answers)
        assert {action.question for action in audit.actions} <= asked


def test_each_season_keeps_whole_copies_of_its_checklists_the_shops_own_last(
    history: tuple[Audit, Audit, Audit],
) -> None:
    shipped: dict[str, Checklist] = {each.id: each for each in shipped_checklists()}
    assert [len(audit.checklists) for audit in history] == [1 + 1, 2 + 1, 5 + 1]
    for audit in history[1:]:
        assert all(kept == shipped[kept.id] for kept in audit.checklists[:-1])
        assert audit.checklists[-1] == EDITIONS[2]
    assert history[0].checklists[-1] == EDITIONS[1]


def test_the_first_season_was_asked_the_same_in_the_words_of_the_first_edition(
    history: tuple[Audit, Audit, Audit],
) -> None:
    first, now = (audit.checklist("peak-season") for audit in history[:2])
    assert first is not None and now is not None and (first.version, now.version) == (1, 2)
    earlier, later = first.questions(), now.questions()
    assert list(earlier) == list(later)
    assert all(earlier[key].asks_the_same(later[key]) for key in earlier)
    evenings = earlier["peak-season/presence.evenings"].prompt
    assert evenings.en == "Does a person answer by chat or phone on weekday evenings, after 16:00?"
    assert evenings.fi == "Vastaako asiakkaalle ihminen arki-iltaisin klo 16 jälkeen, chatissa tai puhelimessa?"
    hands = earlier["peak-season/january.january-hands"].prompt
    assert hands.fi.startswith("Riittävätkö asiakaspalvelun kädet") and hands.en.startswith("Are there hands enough")


def test_the_shops_own_list_was_changed_after_the_first_season(history: tuple[Audit, Audit, Audit]) -> None:
    """One question handed its answers on to a new one, one went, one came, one stayed."""
    compared = compare(*history[:2])
    rows = {row.id: row for row in compared.questions if row.id.startswith("villanen/")}
    assert {key: row.kind for key, row in rows.items()} == {
        "villanen/yarn.dye-lot-shown": "better", "villanen/yarn.patterns": "better",
        "villanen/yarn.substitute": "new", "villanen/yarn.shade-card": "removed",
    }
    assert rows["villanen/yarn.dye-lot-shown"].before_id == "villanen/yarn.same-dye-lot"
    odr = next(row for row in compared.questions if row.id.endswith("odr-link-removed"))
    assert odr.kind == "new"  # the platform was closed in July 2025


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
        "palautusohje-vahvistukseen", "haku-ymmartaa", "tammikuun-apulainen", "reason-delivery-time",
    }
    assert compared.forecast is not None and compared.forecast.held
    assert {seen.kind for seen in compared.observations} == {"success", "difficulty"}


def test_three_seasons_grow_in_orders_readiness_and_what_is_known(history: tuple[Audit, Audit, Audit]) -> None:
    found = [score(audit).readiness for audit in history]
    points = [each.score for each in found]
    assert points == sorted(points) and None not in points
    assert [each.band for each in found] == ["not_ready", "not_ready", "nearly"]
    assert [each.known for each in found] == sorted(each.known for each in found)
    orders = [sum(audit.orders.daily) for audit in history if audit.orders is not None]
    assert orders[0] * 1.1 < orders[1] < orders[2] / 1.1


def test_fewer_ask_for_their_parcel_each_year_and_the_chat_took_the_telephones_place(
    history: tuple[Audit, Audit, Audit],
) -> None:
    per_order, shares = [], []
    for audit in history:
        assert audit.contacts is not None and audit.orders is not None
        coded = sum(audit.contacts.reasons.values())
        asked = audit.contacts.reasons["where-is-my-order"] / coded * sum(audit.contacts.daily)
        per_order.append(asked / sum(audit.orders.daily))
        shares.append({name: n / sum(audit.contacts.channels.values()) for name, n in audit.contacts.channels.items()})
    assert per_order[1] < 0.8 * per_order[0] and per_order[2] < per_order[1]
    assert shares[0].get("chat") is None and shares[0]["phone"] == pytest.approx(0.29, abs=0.001)
    assert shares[1].get("phone") is None and shares[1]["chat"] == pytest.approx(0.25, abs=0.001)


def test_half_of_the_first_seasons_contacts_had_no_reason_and_a_strike_shows_in_its_december(
    history: tuple[Audit, Audit, Audit],
) -> None:
    contacts = history[0].contacts
    assert contacts is not None
    coded = sum(contacts.reasons.values())
    assert 0.45 < coded / (coded + contacts.uncoded) < 0.55
    assert contacts.daily[0] > 0 and contacts.first == date(2023, 9, 1)
    # Mondays to Fridays; 4 December is the 95th day, the strike began on the 102nd
    before, strike = sum(contacts.daily[94:99]), sum(contacts.daily[101:106])
    assert strike > 1.3 * before


def test_of_the_first_seasons_promises_some_were_kept_some_a_year_late_and_one_is_still_open(
    history: tuple[Audit, Audit, Audit],
) -> None:
    status = [{action.id: action.status for action in audit.actions} for audit in history]
    assert status[0] == {
        "vahvistus-heti": "done", "chat-auki": "done", "syykoodi-pakolliseksi": "open",
        "palautusohje-vahvistukseen": "open", "lauantaivuoro": "dropped",
    }
    assert status[1]["syykoodi-pakolliseksi"] == "done"
    assert [each["palautusohje-vahvistukseen"] for each in status] == ["open", "open", "doing"]
    said = {action.id: action.first_promised for action in history[2].actions}
    first = {name: min(year for year, each in zip((2024, 2025, 2026), status, strict=True) if name in each)
             for name in said}
    assert said == {name: year if year < 2026 else None for name, year in first.items()}
    left = offered(history[1], history[2], date(2026, 10, 5))
    assert [offer.id for offer in left] == ["haku-ymmartaa", "reason-delivery-time-2025"]
    assert history[0].confirmation is not None and not history[0].confirmation.contact
    assert history[1].confirmation is not None and history[1].confirmation.contact
