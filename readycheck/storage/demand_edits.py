"""An import's counts into an audit: sources add up, the same source is replaced (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from readycheck.core.checklist import ReasonCodes
from readycheck.core.demand_sum import sum_contacts, sum_orders
from readycheck.core.message import say
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.errors import ReadycheckError, wrong
from readycheck.storage.decode import Mistakes, decode
from readycheck.storage.document import Document, with_value
from readycheck.storage.encode import encode
from readycheck.storage.service_edits import with_service


def with_demand(document: Mapping[str, Any], entry: Mapping[str, Any], codes: ReasonCodes | None = None) -> Document:
    """The document with one import's entry in `[[imports]]` and its counts in `[demand]` or `[service]`.

    An entry of the same kind and source is replaced; the very same files again change nothing, but for figures of
    `[service]` that were cleared since. `codes` gives usual contact reasons their names and kinds where the audit
    does not have them yet.
    """
    before, kind = list(document.get("imports", [])), entry["kind"]
    old = brought_before(document, kind, entry["source"])
    changed = dict(document)
    if not _same_content(old, entry):
        place = before.index(old) if old else len(before)
        entries = [*before[:place], dict(entry), *before[place + 1:]]
        changed = with_value(document, ("imports",), entries)
        if kind != "survey":
            changed = with_value(changed, ("demand", kind), _summed(document, kind, entries))
        changed = _with_reasons(changed, codes) if kind == "contacts" and codes else changed
    return changed if kind == "orders" else with_service(changed, before, kind)


def brought_before(document: Mapping[str, Any], kind: str, source: str) -> Mapping[str, Any]:
    """The entry that an import of this kind and source replaces; empty where there is none."""
    same = (old for old in document.get("imports", []) if (old.get("kind"), old.get("source")) == (kind, source))
    return next(same, {})


def sources_of(document: Mapping[str, Any], kind: str, digests: Collection[str], but: str) -> Mapping[str, str]:
    """Files of these SHA-256 digests that other sources of this kind hold, by name, each with its source."""
    return {
        str(file.get("name")): str(old.get("source"))
        for old in document.get("imports", []) if old.get("kind") == kind and old.get("source") != but
        for file in old.get("files", []) if file.get("sha256") in digests
    }


def _same_content(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    def content(entry: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in entry.items() if key != "on"}
    return content(old) == content(new)


def _summed(document: Mapping[str, Any], kind: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    profile_kind: Any = ContactProfile if kind == "contacts" else OrderProfile
    profiles = [_profile(profile_kind, entry) for entry in entries if entry.get("kind") == kind]
    total = sum_contacts(profiles) if kind == "contacts" else sum_orders(profiles)
    before = document.get("demand", {}).get(kind, {})
    unknown = {key: value for key, value in before.items() if key not in profile_kind.__dataclass_fields__}
    # what equals its default is written too: the counts are to be read by people
    return {**unknown, "grid_of": total.grid_of, **encode(total)}


def _profile(kind: Any, entry: Mapping[str, Any]) -> Any:
    counts = {**entry.get("counts", {}), "rejected": entry.get("rejected", {})}
    mistakes = Mistakes(unknown_keys=False)
    profile = decode(kind, counts, mistakes)
    if profile is None:
        raise _unreadable(entry)
    return profile


def _unreadable(entry: Mapping[str, Any]) -> ReadycheckError:
    return wrong(
        say("the counts of the earlier import \"{source}\" cannot be read.", source=str(entry.get("source"))[:60]),
        say("Import that source's files again."), key="imports",
    )


def _with_reasons(document: Document, codes: ReasonCodes) -> Document:
    known = document.get("reasons", {})
    counted = document["demand"]["contacts"].get("reasons", {})
    added = {
        code.id: {
            "label": {"fi": code.label.fi, "en": code.label.en},
            "self_service": code.self_service, "after_sales": code.after_sales,
        }
        for code in codes.reasons if code.id in counted and code.id not in known
    }
    return with_value(document, ("reasons",), {**known, **added}) if added else document
