"""An audit's values after an edit: what the edit left alone is taken from the audit before it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from readycheck.core.audit import Answer, Audit
from readycheck.core.text import clean
from readycheck.storage.checks import NEVER_CHECKED, audit_problems
from readycheck.storage.decode import WRONG, Mistakes, decode, fields_of, reader_of
from readycheck.storage.shared import begins_with, changed_keys

_FIELDS = {field.name: field for field in dataclasses.fields(Audit)}


def read_audit(document: Mapping[str, Any], mistakes: Mistakes) -> Audit | None:
    """The whole document as typed values; None where its values have mistakes, which then are in `mistakes`."""
    audit = decode(Audit, document, mistakes)
    if audit is not None:
        audit_problems(audit, mistakes)
    return audit


def read_again(document: Mapping[str, Any], old: Mapping[str, Any], audit: Audit, mistakes: Mistakes) -> Audit | None:
    """The same for a document that shares with `old`, which `audit` was read from, what is as it was there."""
    if not {"shop", "season"} <= document.keys():
        return read_audit(document, mistakes)
    changed = [name for name in _FIELDS if document.get(name) is not old.get(name)]
    values = {name: _value(name, document, old, audit, mistakes) for name in changed}
    if mistakes.found:
        return None
    new = dataclasses.replace(audit, **values)
    if not NEVER_CHECKED.issuperset(changed):
        audit_problems(new, mistakes)
    return new


def _value(
    name: str, document: Mapping[str, Any], old: Mapping[str, Any], audit: Audit, mistakes: Mistakes
) -> Any:
    if name not in document:
        field = _FIELDS[name]
        return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
    if name == "answers":
        return _answers(document[name], old.get(name), audit.answers, mistakes)
    return reader_of(fields_of(Audit)[name][0])(document[name], mistakes, (name,))


def _answers(now: Any, was: Any, answers: Mapping[str, Answer], mistakes: Mistakes) -> Any:
    """Of the answers each by itself; all of them where a question's name was cleaned."""
    read = reader_of(fields_of(Audit)["answers"][0])
    if not (isinstance(now, dict) and isinstance(was, dict) and was.keys() == answers.keys()):
        return read(now, mistakes, ("answers",))
    changed = changed_keys(now, was)
    new = read({name: now[name] for name in changed}, mistakes, ("answers",))
    if new is WRONG or begins_with(now, was):
        return new if new is WRONG else {**answers, **new}
    own = {clean(name) for name in changed}
    return {(place := clean(name)): new[place] if place in own else answers[name] for name in now}
