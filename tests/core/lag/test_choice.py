"""Which lag a forecast stands on, with its reason in both languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.lag.choice import lag_kernel
from readycheck.core.lag.kernel import assumed_kernel
from readycheck.core.message import Message
from readycheck.i18n import Translator
from tests.core.documents import NOTHING, Document, audit_of, document

FIRST = date(2025, 10, 6)


def profile(days: int, a_day: int, first: date = FIRST, **keys: Any) -> Document:
    return {"first": first, "last": first + timedelta(days=days - 1), "grid": [NOTHING] * 7,
            "daily": " ".join([str(a_day)] * days), **keys}


def shop(days: int, linked: int = 0, orders: int = 50, contacts: int = 5, **plan: Any) -> Document:
    """A tenth of a contact per order on so many days; `linked` contacts name their order, half a day after it."""
    lags = {"lags": " ".join([str(linked), *["0"] * 60])} if linked else {}
    return document(plan=plan, demand={"orders": profile(days, orders), "contacts": profile(days, contacts, **lags)})


def said(note: Message) -> tuple[str, str]:
    """The sentence in English and in Finnish; both are sentences, and neither has an empty place."""
    english, finnish = Translator("en")(note), Translator("fi")(note)
    for sentence in (english, finnish):
        assert sentence[0].isupper() and sentence[-1] in ".?"
        assert not set("{}") & set(sentence)
    assert english != finnish
    return english, finnish


@pytest.mark.parametrize(("doc", "kind", "english", "finnish"), [
    (shop(92, linked=99, kernel="assumed"), "assumed", "assumed, not measured.", "oletus, ei mitattu."),
    (shop(92, linked=29, kernel="counted"), "assumed", "29 contacts name their order, and it is counted from 30 on",
     "tilausnumero on 29 yhteydenotossa"),
    (shop(92, kernel="counted"), "assumed", "0 contacts name their order", "tilausnumero on 0 yhteydenotossa"),
    (shop(27), "assumed", "have 27 of the 28 days", "yhteisiä päiviä 27"),
    (shop(27, kernel="fitted"), "assumed", "have 27 of the 28 days", "yhteisiä päiviä 27"),
    (shop(28), "assumed", "28 days have both orders and contacts, and it is fitted from 84 on (from 28 with",
     "28 päivältä"),
    (shop(83), "assumed", "fitted from 84 on", "84 päivästä alkaen"),
    (shop(28, kernel="fitted"), "fitted", "fitted to 28 days of your own", "sovitettu 28 päivän omiin"),
    (shop(84), "fitted", "fitted to 84 days of your own", "sovitettu 84 päivän omiin"),
    (shop(84, contacts=0), "assumed", "hold no order or no contact", "yhtään tilausta tai yhtään yhteydenottoa"),
    (shop(84, linked=29), "fitted", "fitted to 84 days", "84 päivän"),
    (shop(84, linked=30), "counted", "counted from 30 contacts", "laskettu 30 yhteydenotosta"),
    (shop(5, linked=1234), "counted", "counted from 1,234 contacts", "laskettu 1\u202f234 yhteydenotosta"),
    (shop(84, linked=30, kernel="fitted"), "fitted", "fitted to 84 days", "84 päivän"),
    (shop(84, linked=30, kernel="counted"), "counted", "counted from 30 contacts", "laskettu 30 yhteydenotosta"),
])
def test_every_choice_and_its_reason(doc: Document, kind: str, english: str, finnish: str) -> None:
    found = lag_kernel(audit_of(doc))
    assert found.kernel is not None and found.kernel.kind == kind
    in_english, in_finnish = said(found.note)
    assert english in in_english
    assert finnish in in_finnish.replace("\u00a0", "\u202f")


def test_a_measured_lag_has_the_days_own_rate() -> None:
    """50 orders and 5 contacts on every day, and the days before taken as the same: 0.1."""
    for doc in (shop(84), shop(84, linked=40)):
        kernel = lag_kernel(audit_of(doc)).kernel
        assert kernel is not None and kernel.rate == pytest.approx(0.1)


@pytest.mark.parametrize("linked", [0, 40])
def test_a_typed_rate_scales_a_measured_lag(linked: int) -> None:
    measured = lag_kernel(audit_of(shop(84, linked))).kernel
    typed = lag_kernel(audit_of(shop(84, linked, contact_rate=0.25))).kernel
    assert measured is not None and typed is not None
    assert typed.rate == pytest.approx(0.25)
    assert typed.weights == pytest.approx([weight * 2.5 for weight in measured.weights])
    assert (typed.kind, typed.activity, typed.noise) == (measured.kind, measured.activity, measured.noise)


def test_a_rate_of_zero_brings_nothing() -> None:
    kernel = lag_kernel(audit_of(shop(84, contact_rate=0))).kernel
    assert kernel is not None and kernel.rate == 0


def test_orders_alone_and_contacts_alone() -> None:
    for half in ("orders", "contacts"):
        doc = shop(92)
        del doc["demand"][half]
        found = lag_kernel(audit_of(doc))
        assert found.kernel is None
        assert "import orders and contacts of the same weeks" in said(found.note)[0]
        typed = lag_kernel(audit_of({**doc, "plan": {"contact_rate": 0.2}})).kernel
        assert typed is not None and typed.weights == assumed_kernel(0.2).weights


def test_contacts_that_end_before_the_orders_begin() -> None:
    """Contacts of 2024 beside orders of 2025: no rate either, unless it is typed; and both files' dates are told."""
    doc = shop(92)
    doc["demand"]["contacts"] = profile(92, 5, date(2024, 10, 7))
    found = lag_kernel(audit_of(doc))
    assert found.kernel is None
    english, finnish = said(found.note)
    assert "contacts (7 Oct 2024–6 Jan 2025) and the orders (6 Oct 2025–5 Jan 2026) share no day" in english
    assert "(7.10.2024–6.1.2025)" in finnish
    doc["plan"] = {"contact_rate": 0.2, "kernel": "fitted"}
    typed = lag_kernel(audit_of(doc)).kernel
    assert typed is not None and typed.kind == "assumed"


def test_linked_contacts_without_a_known_rate_ask_for_it() -> None:
    """The orders' file gave the lags, but no day has orders and contacts: the form is known, contacts per order not."""
    doc = shop(92, linked=40)
    doc["demand"]["orders"]["first"] = date(2030, 1, 1)
    doc["demand"]["orders"]["last"] = date(2030, 4, 2)
    assert lag_kernel(audit_of(doc)).kernel is None
    doc["plan"] = {"contact_rate": 0.2}
    kernel = lag_kernel(audit_of(doc)).kernel
    assert kernel is not None and (kernel.kind, kernel.rate) == ("counted", pytest.approx(0.2))
    assert kernel.weights[0] > 0.1  # all forty on the order's own day


def test_days_that_hold_orders_before_but_none_with_contacts() -> None:
    """84 days of both, all orders zero: no rate, and the reason is told."""
    found = lag_kernel(audit_of(shop(84, orders=0)))
    assert found.kernel is None
    assert "hold no order or no contact" in said(found.note)[0]
