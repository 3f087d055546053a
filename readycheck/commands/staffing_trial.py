"""A what-if of `readycheck staffing`: the season's audit with a scenario's and the typed changes in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from readycheck.commands.season import Season
from readycheck.core.audit import Audit
from readycheck.core.plan import Scenario
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing
from readycheck.storage.document import audit_of
from readycheck.storage.scenarios import apply_scenario, kept_scenario


@dataclass(frozen=True)
class Trial:
    """The `changes` and the audit that they make; nothing of it is saved."""

    title: str
    changes: tuple[str, ...]
    audit: Audit

    @cached_property
    def january(self) -> JanuaryStaffing:
        """January under the changes."""
        return january(self.audit)


def trial_of(season: Season, scenario: str | None, changes: Sequence[str]) -> Trial | None:
    """The scenario of that name with the changes upon it, checked as if they were saved; None without either."""
    if scenario is None and not changes:
        return None
    tr = season.desk.tr
    title, document, done = ", ".join(changes), season.file.document, tuple(changes)
    if scenario is not None:
        name, kept = kept_scenario(season.audit.scenarios, scenario)
        named = tr("scenario “{name}”", name=name)
        document = tried(document, kept, named)[0]
        done = (*kept.changes, *changes)
        title = f"{named} ({', '.join(done)})"
    return Trial(title, done, tried(document, Scenario(tuple(changes)), "--set")[1])


def tried(document: Mapping[str, Any], scenario: Scenario, where: str) -> tuple[dict[str, Any], Audit]:
    """The document and the audit with the scenario's changes; ReadycheckError, which names `where`, if one fails."""
    changed = apply_scenario(document, scenario)
    return changed, audit_of(changed, where)
