"""What can be looked for from a screen: what comes next, its keys, and everything that the audit holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.core.names import channel_name, reason_label
from readycheck.tui.keys import keys_by_id
from readycheck.tui.question_text import question_numbers
from readycheck.tui.screens.base import AuditScreen
from readycheck.tui.screens.registry import PLACES
from readycheck.tui.screens.shops import ShopsScreen
from readycheck.tui.screens.spoken import SpokenScreen
from readycheck.tui.widgets.next_line import NextLine

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

QUESTION = say("question")
NOT_LISTED = ("find", "go.")
"""The window itself, and the places, which are listed as such."""


@dataclass(frozen=True)
class Find:
    """`kind` says what it is, `about` more of it, `go` goes there or does it. `also` is looked through, not shown."""

    kind: Message
    text: str
    go: Callable[[], object]
    number: str = ""
    pressed: str = ""
    about: str = ""
    also: str = ""

    @cached_property
    def words(self) -> tuple[str, str]:
        """Its own text as it is compared, then all of it."""
        own = folded(self.text)
        return own, f"{own} {folded(self.about)} {folded(self.also)} {self.number}"


def folded(text: str) -> str:
    """Small letters without their dots and accents, a space before them: "Lähetys" is found by "lahe"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " " + "".join(char for char in plain if not unicodedata.combining(char))


def matching(found: list[Find], typed: str) -> list[Find]:
    """What has all the words that were typed, best first; a number such as 3 or 3.2 finds its questions."""
    words = [folded(word).strip() for word in typed.split()]
    numbered = [find for find in found if find.number and typed.strip() and _has_number(find, typed.strip())]
    taken = set(map(id, numbered))
    others = [find for find in found if id(find) not in taken and all(word in find.words[1] for word in words)]
    return [*numbered, *sorted(others, key=lambda find: _rank(find, words))]


def _has_number(find: Find, typed: str) -> bool:
    return find.number == typed or find.number.startswith(typed.rstrip(".") + ".")


def _rank(find: Find, words: list[str]) -> int:
    """A text that begins so, then words in it that do, then anywhere in it, then only in the rest."""
    own = find.words[0]
    if own.startswith(" " + " ".join(words)):
        return 0
    if all(f" {word}" in own for word in words):
        return 1
    return 2 if all(word in own for word in words) else 3


def finds(screen: SpokenScreen) -> list[Find]:
    """Everything that can be found from a screen."""
    if isinstance(screen, ShopsScreen):
        return [*_shops(screen), *_commands(screen)]
    if not isinstance(screen, AuditScreen):
        return list(_commands(screen))
    return [
        *_steps(screen), *_places(screen), *_commands(screen), *_questions(screen), *_reasons(screen), *_faq(screen),
        *_rows(screen),
    ]


def _shops(screen: ShopsScreen) -> Iterator[Find]:
    for season in screen.seasons:
        yield Find(say("season"), f"{season.name} {season.year}", partial(screen.open_season, season.reference))


def _steps(screen: AuditScreen) -> Iterator[Find]:
    """Not where they are kept from sight: while two answer blind, what is left would tell what was said."""
    for step in screen.steps_left if screen.query_one(NextLine).display else ():
        yield Find(say("to do next"), screen.tr(step.what), lambda step=step: screen.lead_to(step))  # type: ignore[misc]


def _places(screen: AuditScreen) -> Iterator[Find]:
    keys = keys_by_id(screen)
    for place in PLACES:
        pressed = keys.get(f"go.{place.id}") or keys.get("go.more", "")
        yield Find(say("screen"), screen.tr(place.short), _way(screen, place.id), pressed=pressed,
                   about=screen.tr(place.tip))


def _commands(screen: SpokenScreen) -> Iterator[Find]:
    """Every key of ours that works on the screen now, once."""
    keys, seen = keys_by_id(screen), set[str]()
    for bound in screen.active_bindings.values():
        identity = bound.binding.id
        if identity is not None and identity not in seen and not identity.startswith(NOT_LISTED):
            seen.add(identity)
            yield Find(say("command"), bound.binding.description, _call(screen, bound), pressed=keys[identity],
                       about=bound.tooltip)


def _call(screen: SpokenScreen, bound: ActiveBinding) -> Callable[[], object]:
    return lambda: screen.call_later(screen.app.run_action, bound.binding.action, bound.node)


def _questions(screen: AuditScreen) -> Iterator[Find]:
    scores, tr = screen.session.scores, screen.tr
    numbers = question_numbers(scores)
    for section in scores.sections:
        for q in section.questions:
            yield Find(QUESTION, tr(q.question.prompt), _way(screen, "audit", question=q.id), number=numbers[q.id],
                       also=tr(section.title))


def _reasons(screen: AuditScreen) -> Iterator[Find]:
    session = screen.session
    asked = [row.reason for row in session.scores.reasons.pareto]
    for code in dict.fromkeys((*asked, *session.audit.reasons)):
        reason = session.audit.reasons.get(code)
        also = "" if reason is None else f"{reason.cause} {reason.action} {reason.owner}"
        yield Find(say("reason"), reason_label(session.audit, code, screen.tr.lang),
                   _way(screen, "reasons", "pareto", code), also=also)


def _faq(screen: AuditScreen) -> Iterator[Find]:
    for n, entry in enumerate(screen.session.audit.faq):
        yield Find(say("FAQ"), entry.title, _way(screen, "reasons", "faq", str(n)), also=entry.url)


def _rows(screen: AuditScreen) -> Iterator[Find]:
    """What stands in lists of its own."""
    audit, tr = screen.session.audit, screen.tr
    for n, action in enumerate(audit.actions):
        yield Find(say("action"), action.title, _way(screen, "actions", "rows", str(n)), also=action.owner)
    for n, seen in enumerate(audit.observations):
        yield Find(say("observation"), seen.text, _way(screen, "observations", "rows", str(n)))
    for row in screen.session.scores.channels.rows:
        yield Find(say("channel"), tr(channel_name(row.channel)), _way(screen, "channels", "rows", row.channel),
                   also=row.owner)
    for n, stage in enumerate(audit.stages):
        yield Find(say("stage"), stage.stage, _way(screen, "stages", "rows", str(n)),
                   also=f"{stage.risk} {stage.mitigation}")


def _way(screen: AuditScreen, place: str, table: str = "", row: str = "", question: str = "") -> Callable[[], object]:
    return lambda: screen.go_and_stand(place, table, row, question)
