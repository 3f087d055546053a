"""What the author of a new edition may have forgotten: nobody else can tell whether a question asks the same."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.editions.change import EditionChange
from readycheck.core.message import Message, say


def advice(change: EditionChange) -> Iterator[Message]:
    """Sentences, most weighty first: none where the edition says of itself all that it can."""
    kept, offered = change.kept, change.offered
    if offered != kept and offered.version <= kept.version:
        yield say("version: {offered} is not above {kept}; raise it, so that audits are offered the new version.",
                  offered=str(offered.version), kept=str(kept.version))
    added = [each.after_id for each in change.of_kind("added")]
    for each in change.of_kind("removed") if added else ():
        yield say("{id}: gone, and no new question supersedes it; if one asks the same, give it supersedes: {short}",
                  id=each.before_id, short=each.before_id.partition("/")[2])
    for each in change.of_kind("changed_meaning"):
        if each.in_other_words:
            yield say("{id}: other words without formerly, so its answers no longer count; if it asks the same, put the"
                      " earlier words into formerly.", id=each.after_id)
