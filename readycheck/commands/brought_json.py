"""What a copy, or an audit that was sent, would bring into a file: for programs."""

from __future__ import annotations

from math import isfinite
from typing import Any

from readycheck.core.text import clean
from readycheck.report.two_places import Brings
from readycheck.storage.decode import key_text
from readycheck.storage.document import REMOVED


def brought_facts(found: Brings) -> dict[str, Any]:
    """`brings` with each item's value before and after, `asks` with the keys of those to choose about."""
    return {
        "brings": [{"key": key_text(each.path), "before": item_fact(each.before), "after": item_fact(each.after)}
                   for each in found.brought],
        "asks": [key_text(clash.path) for clash in found.clashes],
    }


def item_fact(value: Any) -> Any:
    """A value for a program whose output may yet end in a terminal: texts are cleaned, what is not there is null."""
    if isinstance(value, dict):
        return {clean(str(key)): item_fact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [item_fact(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return None if value is REMOVED else clean(value, lines=True) if isinstance(value, str) else value
