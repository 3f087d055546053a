"""One season of one shop, opened for a command: its file, its scores, and what it can be compared with.

What only the scores need is imported with them: an import has no use for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readycheck.commands.desk import Desk
from readycheck.storage.references import short_name

if TYPE_CHECKING:
    from readycheck.core.audit import Audit
    from readycheck.core.results import Scores
    from readycheck.core.years.comparison import Comparison
    from readycheck.report.case import Case
    from readycheck.storage.archive import AuditFile


def where(desk: Desk, reference: str) -> tuple[Desk, str]:
    """The desk and reference that are meant: "demo[/YEAR]" is the made-up shop, unless a shop has that name."""
    shop, _, year = reference.partition("/")
    if shop != "demo" or any(entry.slug == "demo" for entry in desk.archive.shops()):
        return desk, reference
    from readycheck.demo.folder import SHOP, demo_archive

    there = replace(desk, home=demo_archive(desk.home, lang=desk.tr.lang).home)
    return there, f"{SHOP}/{year}" if year else SHOP


@dataclass(frozen=True)
class Season:
    """An audit file on the desk; everything worked out from it is worked out when it is asked for."""

    desk: Desk
    file: AuditFile

    @classmethod
    def open(cls, desk: Desk, reference: str) -> Season:
        """The season that "SHOP", "SHOP/YEAR" or a path means; ReadycheckError if there is none."""
        desk, reference = where(desk, reference)
        return cls(desk, desk.archive.open(reference))

    @property
    def audit(self) -> Audit:
        """The audit as typed values."""
        return self.file.audit

    @cached_property
    def scores(self) -> Scores:
        """All scores."""
        from readycheck.core.scoring import score

        return score(self.audit)

    @property
    def shop(self) -> str:
        """The archive's slug; of a file that lies elsewhere, one made from the shop's name."""
        return short_name(self.desk.home, self.file.path, self.audit.shop.name)

    @property
    def title(self) -> str:
        """The first line of what a command prints."""
        return self.desk.tr("{shop} – season {year}", shop=self.audit.shop.name, year=str(self.audit.season.year))

    def case(self, previous: Audit | None = None) -> Case:
        """What the report's parts are made from, so that the command line tells the same."""
        from readycheck.core.deadlines import plan_of_actions
        from readycheck.core.years.compare import compare
        from readycheck.report.case import Case

        comparison: Comparison | None = None if previous is None else compare(previous, self.audit, None, self.scores)
        plan = plan_of_actions(self.audit, self.scores, self.desk.today)
        return Case(self.audit, self.scores, comparison, previous, plan, self.desk.tr, self.desk.today)
