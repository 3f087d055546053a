"""How contacts divide between channels: imported, typed, or all in the only channel."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.core.audit import Audit
from readycheck.core.forecast.season import season_forecast
from readycheck.core.forecast.split import channel_split, estimates_told, split_told
from readycheck.core.forecast.steps import forecast_steps
from readycheck.core.staffing.january import january
from readycheck.storage.decode import Mistakes, decode
from tests.core.documents import audit_of, contacts, document

WEEKS = [f"2026-W{week}" for week in range(32, 54)] + [f"2027-W0{week}" for week in range(1, 5)]


def shop(shares: dict[str, float | None], channels: dict[str, int] | None = None, **plan: Any) -> Audit:
    """Channels of AHT 360 s with these typed shares; `channels` are imported contacts."""
    staffing = {name: {"aht": 360} | ({} if share is None else {"share": share}) for name, share in shares.items()}
    demand = {} if channels is None else {"demand": {"contacts": contacts(channels=channels)}}
    return audit_of(document(staffing=staffing, plan=plan, **demand))


def told(shares: dict[str, float | None], channels: dict[str, int] | None = None) -> str:
    """Why there is no split."""
    missing = channel_split(shop(shares, channels)).missing
    assert missing is not None
    return str(missing)


def test_imported_contacts_divide_as_they_came() -> None:
    """30 and 10 of 50; the ten in a channel that nobody staffs are shared out in proportion: 3/4 and 1/4."""
    split = channel_split(shop({"chat": None, "email": None}, {"chat": 30, "email": 10, "phone": 10}))
    assert split.shares == {"chat": 0.75, "email": 0.25}
    assert split.origin == "imported"


def test_a_channel_that_stands_alone_takes_all() -> None:
    for came in (None, {}, {"email": 0}):
        split = channel_split(shop({"email": None}, came))
        assert (dict(split.shares), split.origin) == ({"email": 1.0}, "only")


def test_several_channels_without_contacts_ask_for_their_shares() -> None:
    assert told({"chat": None, "email": None}) == (
        "how the contacts divide between channels is not known: import contacts with their channel, or type a share for"
        " chat, e-mail")


def test_one_channel_takes_what_the_typed_ones_leave() -> None:
    """60 % and the rest, 40 %."""
    split = channel_split(shop({"phone": 0.6, "email": None}))
    assert split.shares == pytest.approx({"phone": 0.6, "email": 0.4})
    assert split.origin == "typed"


def test_typed_shares_count_in_proportion() -> None:
    """50 % and 30 %, the rest in a channel without hands: 5/8 and 3/8. All that is typed may also be too much."""
    assert channel_split(shop({"phone": 0.5, "email": 0.3})).shares == pytest.approx({"phone": 0.625, "email": 0.375})
    assert channel_split(shop({"phone": 1.0, "email": 1.0})).shares == {"phone": 0.5, "email": 0.5}
    assert channel_split(shop({"phone": 1.0, "email": None})).shares == {"phone": 1.0, "email": 0.0}


def test_a_typed_share_counts_before_imported_contacts() -> None:
    """20 % of calls that no system counts; the other 80 % as imported, 30 to 10: 60 % and 20 %."""
    split = channel_split(shop({"phone": 0.2, "chat": None, "email": None}, {"chat": 30, "email": 10}))
    assert split.shares == pytest.approx({"phone": 0.2, "chat": 0.6, "email": 0.2})


def test_what_is_left_for_two_is_asked_unless_nothing_is_left() -> None:
    assert "type a share for chat, e-mail" in told({"phone": 0.2, "chat": None, "email": None})
    whole = channel_split(shop({"phone": 0.7, "social": 0.2, "form": 0.1, "chat": None, "email": None}))
    assert whole.shares == pytest.approx({"phone": 0.7, "social": 0.2, "form": 0.1, "chat": 0.0, "email": 0.0})


def test_shares_of_nothing_are_no_split() -> None:
    assert "type a share for phone, e-mail" in told({"phone": 0.0, "email": 0.0})


def test_a_share_over_one_is_no_share() -> None:
    mistakes = Mistakes(unknown_keys=False)
    decode(Audit, document(staffing={"email": {"aht": 360, "share": 1.5}}), mistakes)
    assert len(mistakes.found) == 1


def test_january_from_typed_numbers_alone() -> None:
    """20 orders a day, a contact each, a quarter by e-mail (360 s) and the rest in social media (120 s):
    5 · 360 s + 15 · 120 s = 1 h a day, / 0.8 / (1 − 0.2) = 1.5625 h. Planned 7 a week, 1 a day: 64."""
    audit = audit_of(document(
        staffing={"email": {"aht": 360, "share": 0.25}, "social": {"aht": 120}},
        plan={"contact_rate": 1.0, "orders": dict.fromkeys(WEEKS, 140.0), "hours": dict.fromkeys(WEEKS, 7.0),
              "max_occupancy": 0.8, "shrinkage": 0.2},
    ))
    found = january(audit)
    assert found.weeks[1].required == pytest.approx(7 * 1.5625)
    assert found.score == pytest.approx(64)
    notes = [str(note) for note in found.notes]
    assert notes[0].endswith("the shop's own estimate: e-mail 25%, social media 75%.")
    assert "not been tried on a past season" in notes[1]
    assert "Contacts by channel, as typed: e-mail 25.0%, social media 75.0%." in map(
        str, forecast_steps(audit, found))


@pytest.mark.parametrize(("shares", "told"), [
    ({"phone": 0.5, "email": 0.2}, "The typed shares add up to 70%: they are counted in proportion to make 100%."),
    ({"phone": 1.0, "email": 1.0}, "The typed shares add up to 200%: they are counted in proportion to make 100%."),
    ({"phone": 0.7, "social": 0.2, "form": 0.1}, None), ({"phone": 0.5, "email": None}, None),
])
def test_shares_that_are_not_whole_are_told(shares: dict[str, float | None], told: str | None) -> None:
    audit = shop(shares, {})
    notes = [str(note) for note in estimates_told(audit, channel_split(audit)) if "add up" in str(note)]
    assert notes == ([] if told is None else [told])


def test_what_is_measured_is_called_no_estimate() -> None:
    """Only the split's line tells where it comes from."""
    audit = shop({"email": None}, {"email": 5}, contact_rate=1.0, orders=dict.fromkeys(WEEKS, 70.0))
    assert str(split_told(channel_split(audit))) == (
        "Contacts by channel, as in the imported contacts: e-mail 100.0%.")
    assert not [note for note in season_forecast(audit).notes if "estimate" in str(note) or "past" in str(note)]
