"""How far the plan of a contact reason has come, in a word."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.i18n import Translator
from readycheck.tui.reasons_text import stage
from tests.core.documents import audit_of, document

PLANNED = {"cause": "late", "action": "tell", "owner": "Ella"}


@pytest.mark.parametrize(("plan", "told"), [
    ({}, "○ nothing"), ({"cause": "late"}, "◔ cause"), (PLANNED, "◔ cause"),
    ({**PLANNED, "due": date(2026, 11, 26)}, "◑ planned"),
    ({**PLANNED, "due": date(2026, 11, 27)}, "◔ after peak"),  # the day of the first peak, Black Friday
])
def test_a_plan_says_what_it_lacks(plan: dict[str, object], told: str) -> None:
    label = {"fi": "Missä", "en": "Where"}
    audit = audit_of(document(reasons={"where": {"label": label, **plan}}))
    assert stage(audit.reasons["where"], audit, Translator("en")) == told
