"""What is being tried out: a document beside the audit's, until it is taken, kept under a name or dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from readycheck.core.audit import Audit
from readycheck.core.message import Message
from readycheck.errors import ReadycheckError
from readycheck.storage.document import REMOVED, audit_of, with_value
from readycheck.storage.scenarios import changes_between
from readycheck.tui.fields import Kind
from readycheck.tui.saving import Document
from readycheck.tui.session import Session


@dataclass(frozen=True)
class Trial:
    """A document that is tried upon `base`, the audit's; `name` of the scenario that it began with."""

    base: Document
    document: Document
    audit: Audit
    name: str = ""

    @classmethod
    def of(cls, session: Session, document: Document, name: str = "") -> Trial:
        """A trial upon the session's audit; ReadycheckError where the document is not valid."""
        known = (session.document, session.audit)
        return cls(session.document, document, audit_of(document, session.path.name, known), name)

    @property
    def changes(self) -> tuple[str, ...]:
        """What makes it out of the audit, as a scenario keeps it."""
        return changes_between(self.base, self.document)

    def upon(self, session: Session) -> Trial | None:
        """The same trial upon the audit as it is now; None where more of that has changed than its scenarios."""
        if self.base is session.document:
            return self
        if _without_scenarios(self.base) != _without_scenarios(session.document):
            return None
        kept = session.document.get("scenarios", REMOVED)
        document = with_value(self.document, ("scenarios",), kept)
        return replace(self, base=session.document, document=document,
                       audit=replace(self.audit, scenarios=session.audit.scenarios))


def _without_scenarios(document: Document) -> Document:
    return {key: value for key, value in document.items() if key != "scenarios"}


def complaint_of(error: ReadycheckError, kind: Kind) -> Message:
    """What is wrong with a value that was typed, in the unit it was typed in."""
    what = error.problems[0].what
    if kind not in ("percent", "change"):
        return what
    bounds = {name: 100 * bound for name, bound in what.args.items() if isinstance(bound, int | float)}
    return Message(what.text, {**what.args, **bounds})
