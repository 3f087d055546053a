"""What claims are held against (DOMAIN §1), and what things are called."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.core.measures import MEASURES
from readycheck.core.names import MEASURE_NAMES, channel_name, reason_label
from readycheck.core.scoring import score
from tests.core.documents import audit_of, contacts, document

RUN = {"outsider": True, "steps": [{"step": "cart", "result": "pass", "help_reachable": True},
                                   {"step": "pay", "result": "fail", "help_reachable": False},
                                   {"step": "order", "result": "untested", "help_reachable": False}]}
STAGES = [{"stage": "order", "risk": "sold out", "mitigation": "stock shown", "told_before_order": True},
          {"stage": "pay", "risk": "declined", "mitigation": " "}, {"stage": "parcel"}]
CARDS = {"chat": {"owner": "Anna", "same_answers": True}, "email": {"owner": " "},
         "phone": {"offered": False, "owner": "Olli"}}


@pytest.mark.parametrize(("measure", "value", "tables"), [
    ("stages", 100 / 3, {"stages": STAGES}),  # only the first has both a risk and a mitigation
    ("lead_time_told", 50, {"stages": STAGES}),  # before the order, not after
    ("lead_time_told", 100, {"stages": [*STAGES, {"stage": "mail", "told_after_order": True}]}),
    ("path_tested", 100 * 2 / 9, {"path_runs": [RUN]}),  # cart and pay of nine steps
    ("outsiders", 50, {"path_runs": [RUN, {}]}),
    ("help_reachable", 50, {"path_runs": [RUN]}),  # of what was tested
    ("path_pay", 0, {"path_runs": [RUN]}),
    ("path_order", None, {"path_runs": [RUN]}),
    ("confirmation_returns", 100, {"confirmation": {"returns": True}}),
    ("confirmation_contact", 0, {"confirmation": {"contact": False}}),
    ("confirmation_contact", None, {"confirmation": {"returns": True}}),  # nobody has said so of it
    ("channels_owned", 50, {"channels": CARDS}),  # chat, not e-mail; the phone is not offered
    ("same_answers", 50, {"channels": CARDS}),
    ("fcr", 80, {"service": {"fcr": 0.8}}),
    ("grade_overall", 78, {"service": {"grades": {"overall": 0.78}}}),
    ("timed", 25, {"demand": {"contacts": contacts(timed=23)}}),
    ("coded", 75, {"demand": {"contacts": contacts(reasons={"a": 3}, uncoded=1)}}),
    ("observations", 50, {"observations": [{"kind": "difficulty", "text": "x"}]}),
])
def test_a_measure_by_hand(measure: str, value: float | None, tables: dict[str, Any]) -> None:
    assert score(audit_of(document(**tables))).measures[measure] == (None if value is None else pytest.approx(value))


def test_without_data_no_measure_has_a_value_but_completeness() -> None:
    """A claim is held against data only where there is some."""
    found = score(audit_of(document())).measures
    assert {name for name, value in found.items() if value is not None} == {"data"}


def test_every_measure_has_a_name() -> None:
    assert set(MEASURES) == set(MEASURE_NAMES)


def test_a_reason_s_label_in_one_language_or_the_other_or_its_code() -> None:
    audit = audit_of(document(reasons={"return": {"label": {"fi": "Palautus", "en": ""}}, "size": {}}))
    assert [reason_label(audit, "return", lang) for lang in ("fi", "en")] == ["Palautus", "Palautus"]
    assert reason_label(audit, "size", "fi") == "size"
    assert reason_label(audit, "warranty", "en") == "warranty"


def test_a_channel_that_is_not_usual_keeps_its_own_name() -> None:
    assert str(channel_name("instagram")) == "instagram"
