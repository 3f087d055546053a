"""What becomes of an action, by hand-made audits of 2026, whose Black Friday is on 27 November."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.storage.action_edits import with_fallback, with_status
from readycheck.storage.document import Document, audit_of
from tests.storage.shops import audit, refusal

PAY = {"id": "pay", "title": "Mend MobilePay", "owner": "Jari", "due": date(2026, 11, 20), "lead_days": 30,
       "fallback": "Hide MobilePay ", "question": "peak-season/presence.evenings"}


@pytest.fixture
def shop() -> Document:
    return audit(actions=[PAY, {"id": "faq", "title": "FAQ", "status": "done"}], reasons={"return": {"action": "Ask"}})


def test_a_status_changes_and_nothing_else(shop: Document) -> None:
    done = with_status(shop, "pay", "done")
    assert done["actions"][0] == {**PAY, "status": "done"} and done["actions"][1] == shop["actions"][1]
    assert with_status(done, "faq", "open")["actions"][1]["status"] == "open"
    assert "status" not in shop["actions"][0]


def test_an_unknown_id_is_told_with_what_is_like_it(shop: Document) -> None:
    problem, = refusal(lambda: with_status(shop, "pya", "done"))
    assert str(problem.what) == 'there is no action "pya".' and "pay" in str(problem.remedy)
    far, = refusal(lambda: with_status(shop, "zzzz", "done"))
    assert str(far.remedy) == "The audit's own: pay, faq."


def test_a_reasons_action_is_done_by_verifying_it(shop: Document) -> None:
    problem, = refusal(lambda: with_status(shop, "reason-return", "done"))
    assert "verified" in str(problem.what) and "reasons.return.done" in str(problem.remedy)


@pytest.mark.parametrize("today, due", [
    (date(2026, 11, 10), date(2026, 11, 26)),  # no lead time: the day before the peak
    (date(2026, 11, 26), date(2026, 11, 26)),
    (date(2026, 11, 27), None),  # the peak is here
])
def test_what_is_done_instead_comes_on_the_list_once_and_its_action_stays(
    shop: Document, today: date, due: date | None,
) -> None:
    both = with_fallback(shop, "pay", today)
    made = audit_of(both, "x").actions
    assert [(each.id, each.title, each.status) for each in made] == [
        ("pay", "Mend MobilePay", "open"), ("faq", "FAQ", "done"), ("pay-instead", "Hide MobilePay", "open"),
    ]
    assert (made[2].owner, made[2].due, made[2].question) == ("Jari", due, "peak-season/presence.evenings")
    problem, = refusal(lambda: with_fallback(both, "pay", today))
    assert "already" in str(problem.what)


@pytest.mark.parametrize(("fallback", "title"), [
    (" Hide MobilePay. ", "Hide MobilePay"), ("Hide MobilePay, etc...", "Hide MobilePay, etc..."),
])
def test_a_sentence_is_called_as_actions_are(fallback: str, title: str, shop: Document) -> None:
    pay, *others = shop["actions"]
    written = {**shop, "actions": [{**pay, "fallback": fallback}, *others]}
    both = with_fallback(written, "pay", date(2026, 11, 10))
    assert both["actions"][-1]["title"] == title
    assert len(refusal(lambda: with_fallback(both, "pay", date(2026, 11, 10)))) == 1, "it is on the list already"


def test_its_id_is_free(shop: Document) -> None:
    crowded = {**shop, "actions": [*shop["actions"], {"id": "pay-instead", "title": "Other"},
                                   {"id": "pay-instead2", "title": "Third"}]}
    assert with_fallback(crowded, "pay", date(2026, 11, 10))["actions"][-1]["id"] == "pay-instead3"


def test_where_nothing_is_written_down_it_says_how_to(shop: Document) -> None:
    problem, = refusal(lambda: with_fallback(shop, "faq", date(2026, 11, 10)))
    assert "actions[2].fallback" in str(problem.remedy)


def test_the_plan_of_a_contact_reason_has_nothing_to_do_instead(shop: Document) -> None:
    with_reason = {**shop, "reasons": {"return": {"action": "Returns page"}}}
    problem, = refusal(lambda: with_fallback(with_reason, "reason-return", date(2026, 11, 10)))
    assert "contact reason" in str(problem.what) and "instead" in str(problem.what)
    assert "reasons.return.action=" in str(problem.remedy)
    problem, = refusal(lambda: with_status(with_reason, "reason-return", "done"))
    assert "reasons.return.done=" in str(problem.remedy)
