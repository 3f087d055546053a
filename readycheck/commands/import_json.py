"""What an import recognised and counted, as facts for a program: the app's mapping screen lives on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from readycheck.commands.import_text import counted
from readycheck.core.message import Message
from readycheck.demand.importer import ImportResult, Recognition
from readycheck.demand.lags.orders import OrdersFile
from readycheck.demand.lags.told import links_lines, median_lag
from readycheck.demand.options import ROLES, Kind
from readycheck.demand.preview import shown_heading
from readycheck.demand.recognition import RecognisedFile
from readycheck.demand.rows.causes import Rejected
from readycheck.errors import Problem
from readycheck.i18n import Translator

_ANSWERS: Mapping[str, str] = {
    "--orders": "orders", "--timezone": "zone", "--dates": "dates", "--column": "column", "--source": "source",
    "--sheet": "sheet",
}
_COUNTS: Mapping[str, Any] = {
    "first": None, "last": None, "timed": 0, "channels": {}, "reasons": {}, "uncoded": 0, "coded_by_rule": {},
    "grid": None, "linked": None, "lags": None, "median_lag": None,
}


def import_facts(
    found: Recognition, result: ImportResult | None, tr: Translator, *, saved: bool | None = None
) -> dict[str, Any]:
    """One import as plain values, unrounded; sentences are in `tr`'s language.

    `result` is None while questions are open: then the counts are empty. `saved` is left out of a dry run.
    """
    facts = {
        "kind": found.kind, "format": found.format, "format_name": tr(found.format_name), "why": tr(found.why),
        "source": found.source, "zone": found.zone, "date_order": found.date_order,
        "kept_mapping": bool(found.taken.said),
        "files": [_file(file, tr) for file in found.files], "roles": list(ROLES[found.kind]),
        "rows": found.rows, "counted": counted(result.entry) if result else 0, "merged": found.merged,
        **_counts(result), **_orders(found, tr, counted=result is not None),
        "rejected": [_rejected(refusal, found, tr) for refusal in (result or found).rejected],
        "questions": [question(problem, tr) for problem in found.questions],
        "notes": [tr(note) for note in (result.notes if result else found.settled)],
        "sample": [asdict(sampled) for sampled in found.by_rule.sample] if found.by_rule else [],
    }
    return facts if saved is None else {**facts, "saved": saved}


def refused_facts(kind: Kind, problems: Sequence[Problem], tr: Translator) -> dict[str, Any]:
    """The same for files of which nothing could be recognised: only what is wrong with them."""
    return {
        "kind": kind, "files": [], "roles": list(ROLES[kind]), "rows": 0, "counted": 0, "merged": 0, **_COUNTS,
        "orders": [], "orders_text": "", "rejected": [],
        "questions": [question(problem, tr) for problem in problems], "notes": [], "sample": [],
    }


def question(problem: Problem, tr: Translator) -> dict[str, Any]:
    """A question or mistake and what it is about: the option that answers it, else "file"."""
    place = {"file": problem.file, "place": problem.line}
    return {
        "about": _about(problem), "text": tr(problem.what), "remedy": tr(problem.remedy) if problem.remedy else "",
        **{name: value for name, value in place.items() if value is not None},
    }


def _about(problem: Problem) -> str:
    told = " ".join((problem.key or "", *_templates(problem.remedy)))
    return next((about for option, about in _ANSWERS.items() if option in told), "file")


def _templates(message: Message | None) -> list[str]:
    """The templates of a message and of those in it: the option that answers is part of one of them."""
    if message is None:
        return []
    inner = (text for value in message.args.values() if isinstance(value, Message) for text in _templates(value))
    return [message.text, *inner]


def _file(file: RecognisedFile, tr: Translator) -> dict[str, Any]:
    return {
        "name": file.name, "sha256": file.sha256, "form": file.form, "packed": file.packed, "unit": file.unit,
        "encoding": tr(file.encoding), "delimiter": file.delimiter,
        "headings": [shown_heading(heading) for heading in file.headings],
        "rows": [list(row) for row in file.rows], "columns": dict(file.taken),
    }


def _counts(result: ImportResult | None) -> dict[str, Any]:
    """The counts of the audit's entry, under the names of a demand profile."""
    entry: dict[str, Any] = result.entry if result else {}
    counts = entry.get("counts", {})
    facts = {name: counts.get(name, empty) for name, empty in _COUNTS.items()}
    instants: dict[str, Any] = {name: entry[name].isoformat() for name in ("first_at", "last_at") if name in entry}
    median = median_lag([int(count) for count in counts.get("lags", "").split()])
    return {**facts, "coded_by_rule": counts.get("by_rule", {}), "median_lag": median, **instants}


def _orders(found: Recognition, tr: Translator, *, counted: bool) -> dict[str, Any]:
    """The orders that contacts may name, and the sentence on what came of it."""
    if found.orders is None:
        return {"orders": [], "orders_text": ""}
    lines = links_lines(found.counted.links, found.orders) if counted and found.counted else ()
    return {"orders": [_orders_file(file, tr) for file in found.orders.files], "orders_text": "; ".join(map(tr, lines))}


def _orders_file(file: OrdersFile, tr: Translator) -> dict[str, Any]:
    """A file of the orders that contacts name: no number of any order."""
    return {
        "name": file.name, "format": file.format, "format_name": tr(file.format_name), "column": file.column,
        "orders": file.orders, **{name: None if day is None else day.isoformat()
                                  for name, day in (("first", file.first), ("last", file.last))},
    }


def _rejected(refusal: Rejected, found: Recognition, tr: Translator) -> dict[str, Any]:
    unit = next((file.unit for file in found.files if file.name == refusal.file), "line")
    return {
        "cause": refusal.cause, "count": refusal.count, "file": refusal.file, "place": refusal.line, "unit": unit,
        "text": tr(refusal.message()),
    }
