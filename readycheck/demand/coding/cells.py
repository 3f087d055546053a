"""SQL over the cells that the keyword rules look at, and the cells in which their marks stand."""

from __future__ import annotations

from dataclasses import replace

from readycheck.demand.rows.reader import Source, cell_sql, quoted, trimmed_sql
from readycheck.demand.words import vocabulary

READ = ("subject", "tags", "text")
LONGEST_NOTHING = 60
"""Bytes that a word which says nothing may have ("muu yhteydenotto", and signs around it)."""


def roles_read(texts: bool) -> tuple[str, ...]:
    """The roles whose cells the rules may read; `texts` is the person's leave for messages."""
    return READ if texts else READ[:2]


def marked(source: Source, texts: bool, *, mixed: bool) -> Source:
    """The source with marks in its reason's cells; a column of texts plays the reason where it has none.

    `mixed`: some contact has rows with a reason and rows without (table `coded_ids`): it keeps what it has.
    """
    column = next((source.columns[role] for role in ("reason", *roles_read(texts)) if role in source.columns), None)
    if column is None:
        return source
    joins = f"LEFT JOIN ruled ON rule_key = CASE WHEN {uncoded_sql(source)} THEN {text_key(source, texts)} END"
    mark = "rule_mark"
    if mixed and "id" in source.columns:
        joins += f" LEFT JOIN coded_ids ON rule_key IS NOT NULL AND id_key = {id_key(source)}"
        mark = "CASE WHEN id_key IS NULL THEN rule_mark END"
    cell = f"coalesce({mark}, replace({cell_sql(source, 'reason')}, chr(31), ' '))"
    return replace(source, columns={**source.columns, "reason": column}, joins=f"{source.joins} {joins}",
                   overrides={**source.overrides, "reason": cell})


def text_sql(source: Source, role: str, texts: bool) -> str:
    """SQL: a cell that the rules may read, as it stands; '' where there is none or it may not be read."""
    return cell_sql(source, role) if role in roles_read(texts) else "''"


def text_key(source: Source, texts: bool) -> str:
    """SQL: the same number for the same cells."""
    return f"hash({', '.join(text_sql(source, role, texts) for role in READ)})"


def id_key(source: Source) -> str:
    """SQL: the same number for the same id; NULL where there is none."""
    cell = trimmed_sql(cell_sql(source, "id"))
    return f"CASE WHEN {cell} <> '' THEN hash({cell}) END" if "id" in source.columns else "NULL::UBIGINT"


def uncoded_sql(source: Source) -> str:
    """SQL: whether the reason's cell says nothing."""
    cell = cell_sql(source, "reason")
    if "reason" not in source.columns:
        return "true"
    words = ", ".join(quoted(word) for word in sorted(vocabulary().uncoded))
    folded = f"trim(regexp_replace(lower({cell}), '[^\\pL\\pN]+', ' ', 'g'))"
    long = f"strlen({cell}) > {LONGEST_NOTHING}"
    return f"CASE WHEN {cell} = '' THEN true WHEN {long} THEN false ELSE {folded} IN ({words}) END"
