"""The report as JSON: the scores as `score --json` gives them, and under "report" all that the pages show."""

from __future__ import annotations

import json
from typing import Any, assert_never

from readycheck.report.model import (
    Block,
    Bullets,
    Cell,
    Chart,
    Claim,
    Claims,
    Day,
    KeyFigures,
    Missing,
    Number,
    Paragraph,
    Report,
    Section,
    Steps,
    Table,
)

Facts = dict[str, Any]


def render(report: Report) -> str:
    """One JSON object; numbers unrounded, null where there is none."""
    facts = {**report.facts, "report": _report(report)}
    return json.dumps(facts, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _report(report: Report) -> Facts:
    return {
        "lang": report.lang, "made_on": report.made_on.isoformat(), "shop_name": report.shop,
        "title": report.title, "kicker": report.kicker, "headline": report.headline, "summary": list(report.summary),
        "sections": [_section(section) for section in report.sections],
    }


def _section(section: Section) -> Facts:
    return {
        "id": section.id, "title": section.title, "blocks": [_block(block) for block in section.blocks],
        "parts": [_section(part) for part in section.parts],
    }


def _block(block: Block) -> Facts:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "tone": block.tone}
        case Missing():
            return {"kind": "missing", "what": list(block.what), "remedy": block.remedy}
        case Bullets():
            return {"kind": "list", "items": [{"text": item.text, "more": item.more} for item in block.items]}
        case Steps():
            return {"kind": "steps", "lines": list(block.lines)}
        case KeyFigures():
            figures = [{"name": key.name, "note": key.note, **_number(key.number)} for key in block.figures]
            return {"kind": "figures", "caption": block.caption, "figures": figures}
        case Claims():
            return {"kind": "claims", "claims": [_claim(claim) for claim in block.claims]}
        case Table():
            return {"kind": "table", **_table(block)}
        case Chart():
            table = _table(block.table) if block.table else None
            return {"kind": "chart", "id": block.id, "title": block.title, "says": block.description, "table": table}
        case _:
            assert_never(block)


def _number(number: Number) -> Facts:
    return {"value": number.value, "text": number.text, "unit": number.unit}


def _claim(claim: Claim) -> Facts:
    return {
        "question": claim.question, "claim": claim.claim, "data": _number(claim.data), "measure": claim.measure,
        "threshold": _number(claim.threshold), "remedy": claim.remedy, "note": claim.note,
        "evidence": [link.text for link in claim.links],
    }


def _table(table: Table) -> Facts:
    return {
        "caption": table.caption, "columns": list(table.columns),
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> str | Facts:
    if isinstance(cell, Number):
        return _number(cell)
    if isinstance(cell, Day):
        return {"value": cell.value.isoformat() if cell.value else None, "text": cell.text, "unit": "date"}
    return str(cell)
