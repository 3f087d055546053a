"""SQL over the cells that the keyword rules look at, and the cells in which their marks stand."""

from __future__ import annotations

from dataclasses import replace

from readycheck.demand.coding.matching import LONGEST_TEXT
from readycheck.demand.rows.reader import Source, cell_sql, quoted, trimmed_sql
from readycheck.demand.words import vocabulary

READ = ("subject", "tags", "text")


def roles_read(texts: bool) -> tuple[str, ...]:
    """The roles whose cells the rules may read; `texts` is the person's leave for messages."""
    return READ if texts else READ[:2]


def marked(source: Source, texts: bool) -> Source:
    """The source with marks in its reason's cells; a column of texts plays the reason where it has none."""
    column = next((source.columns[role] for role in ("reason", *roles_read(texts)) if role in source.columns), None)
    if column is None:
        return source
    joins = f"LEFT JOIN ruled ON rule_key = {text_key(source, texts)}"
    allowed = uncoded_sql(source)
    if "id" in source.columns:
        joins += f" LEFT JOIN coded_ids ON id_key = {id_key(source)}"
        allowed += " AND id_key IS NULL"
    own = f"replace({cell_sql(source, 'reason')}, chr(31), ' ')"
    cell = f"CASE WHEN {allowed} THEN coalesce(rule_mark, {own}) ELSE {own} END"
    return replace(source, columns={**source.columns, "reason": column}, joins=f"{source.joins} {joins}",
                   overrides={**source.overrides, "reason": cell})


def text_sql(source: Source, role: str, texts: bool) -> str:
    """SQL: a cell that the rules may read; '' where there is none or it may not be read."""
    if role not in roles_read(texts) or role not in source.columns:
        return "''"
    return f"left({trimmed_sql(cell_sql(source, role))}, {LONGEST_TEXT})"


def text_key(source: Source, texts: bool) -> str:
    """SQL: the same number for the same texts; NULL where there are none."""
    whole = " || chr(30) || ".join(text_sql(source, role, texts) for role in READ)
    return f"CASE WHEN strlen({whole}) > 2 THEN hash({whole}) END"


def id_key(source: Source) -> str:
    """SQL: the same number for the same id; NULL where there is none."""
    if "id" not in source.columns:
        return "NULL::UBIGINT"
    cell = trimmed_sql(cell_sql(source, "id"))
    return f"CASE WHEN {cell} <> '' THEN hash({cell}) END"


def uncoded_sql(source: Source) -> str:
    """SQL: whether the reason's cell says nothing."""
    words = ", ".join(quoted(word) for word in sorted(vocabulary().uncoded))
    return f"trim(regexp_replace(lower({cell_sql(source, 'reason')}), '[^\\pL\\pN]+', ' ', 'g')) IN ({words})"
