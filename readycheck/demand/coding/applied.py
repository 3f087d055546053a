"""The keyword rules as a step of an import: between opening the files and counting them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readycheck.demand.coding.contacts import code_contacts, nothing_to_read
from readycheck.demand.formats.opening import Opened
from readycheck.demand.recognition import Recognition

if TYPE_CHECKING:
    import duckdb


def with_rules(
    connection: duckdb.DuckDBPyConnection, opened: Opened, recognition: Recognition
) -> tuple[Opened, Recognition]:
    """Files whose uncoded rows have the rules' marks, and the recognition that knows them; both as they are without."""
    by_rule = recognition.by_rule
    if by_rule is None:
        return opened, recognition
    texts = recognition.options.read_texts
    problem = nothing_to_read(opened.sources, texts=texts)
    if problem is not None:
        return replace(opened, problems=(*opened.problems, problem)), recognition
    opened.progress.phase("coding")
    coding = code_contacts(connection, opened.sources, by_rule.rules, opened.progress, texts=texts)
    opened.progress.phase("counting")
    names = {**recognition.reason_names, **coding.marks}
    known = replace(recognition, reason_names=names, by_rule=replace(by_rule, sample=coding.sample))
    return replace(opened, sources=coding.sources), known
