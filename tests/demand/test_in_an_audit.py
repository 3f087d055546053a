"""What an import brings stands in the audit: sources add up, a source replaces itself, the file reads back."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

from readycheck.core.audit import Audit
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.edits import new_document, with_demand
from tests.demand.imports import CODES, EXPORTS, TODAY, imported, recognised, written


def saved(document: Any) -> Audit:
    """The audit as it is read back from its file."""
    return audit_of(parse_document(dump_document(document), "2026.toml"), "2026.toml")


def made() -> Any:
    return new_document("Lankakauppa Oy", 2026, "FI", "Europe/Helsinki", ())


def test_orders_contacts_and_survey_together(tmp_path: Path) -> None:
    survey = written(tmp_path, "Solved;NPS;Overall\nkyllä;10;9\nei;3;9\n")
    document = made()
    for result in (
        imported(EXPORTS / "shopify_orders_full.csv"),
        imported(EXPORTS / "zendesk_full_export.csv", kind="contacts", timezone="UTC"),
        imported(survey, kind="survey"),
    ):
        document = with_demand(document, result.entry, CODES)
    audit = saved(document)
    assert audit.orders is not None and audit.contacts is not None
    assert (audit.orders.total, audit.contacts.total) == (2, 2)
    assert audit.contacts.channels == {"chat": 1, "email": 1}
    assert (audit.service.fcr, audit.service.nps, audit.service.n) == (0.5, 0.0, 2)
    assert dict(audit.service.grades) == {"recommend": 0.5, "overall": 1.0}
    assert [entry.source for entry in audit.imports] == ["shopify", "zendesk", "survey"]


def test_two_sources_add_up_and_one_replaces_itself(tmp_path: Path) -> None:
    desk = imported(EXPORTS / "freshdesk_tickets.csv", kind="contacts", timezone="UTC")
    log = written(tmp_path, "Pvm;Kello;Kanava;Syy\n28.11.2025;9.05;Puhelin;Palautus\n28.11.2025;9.10;;soon\n")
    calls = imported(log, kind="contacts", source="Puhelinloki")
    document = with_demand(with_demand(made(), desk.entry), calls.entry)
    both = saved(document).contacts
    assert both is not None
    assert (both.total, both.channels) == (4, {"email": 1, "form": 1, "phone": 1})
    # the phone log again, with one call fewer, replaces what it brought
    written(tmp_path, "Pvm;Kello;Kanava;Syy\n28.11.2025;9.05;Puhelin;Palautus\n")
    again = imported(log, kind="contacts", source="Puhelinloki")
    replaced = saved(with_demand(document, again.entry)).contacts
    assert replaced is not None and replaced.total == 3
    assert with_demand(document, calls.entry) == document


def test_a_recognition_can_be_sent_to_another_process() -> None:
    recognition = recognised(EXPORTS / "zendesk_full_export.csv", kind="contacts", timezone="UTC")
    assert pickle.loads(pickle.dumps(recognition)) == recognition
    result = imported(EXPORTS / "zendesk_full_export.csv", kind="contacts", timezone="UTC", today=TODAY)
    assert pickle.loads(pickle.dumps(result)) == result
