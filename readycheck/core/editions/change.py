"""What an edition of a checklist changes against an earlier one: its questions and its settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from readycheck.core.checklist import Checklist, LocalText, Question
from readycheck.core.years.links import same_meaning, under_other_ids

Kind = Literal["added", "removed", "linked", "moved", "changed_meaning", "reworded", "set_otherwise", "explained"]
"""Linked: under a new id, by `supersedes`. Moved: the same question under its own id in another section.

Set otherwise: asked in the same words, but it weighs, blocks or applies otherwise. Explained: only its reason, remedy
or source is told in other words.
"""
SETTINGS = ("weight", "critical", "measure", "at_least", "lead_days", "effort", "applies_when", "since", "until")
_UNSEEN = ("formerly", "supersedes")
"""What a question says of its own past changes nothing for whoever answers it."""
Ids = Mapping[str, str]


@dataclass(frozen=True)
class SettingChange:
    """A setting before and after, as the checklist's file has it; None where it is not set.

    `of`: the id of its question, of the score that a readiness weight is for, of a section; "" for the list itself.
    """

    key: str
    before: object
    after: object
    of: str = ""


@dataclass(frozen=True)
class QuestionChange:
    """A question of either edition with its full id there ("" where it is not)."""

    kind: Kind
    before_id: str
    after_id: str
    before: Question | None
    after: Question | None
    settings: tuple[SettingChange, ...] = ()

    @property
    def shown(self) -> Question:
        """The newer one's words; a removed one's own."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of no question")
        return found

    @property
    def in_other_words(self) -> bool:
        """Whether it is put in other words now, whatever else became of it."""
        return None not in (self.before, self.after) and self.before_prompt != self.shown.prompt

    @property
    def before_prompt(self) -> LocalText:
        """The earlier edition's words."""
        return (self.before or self.shown).prompt


@dataclass(frozen=True)
class EditionChange:
    """Everything that taking up `offered` for `kept` changes; `questions` in the newer one's order, removed ones last.

    `carried`: id in the newer edition → id in the earlier one, for every question that asks the same in both.
    """

    kept: Checklist
    offered: Checklist
    questions: tuple[QuestionChange, ...]
    settings: tuple[SettingChange, ...]
    carried: Ids

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen of it: no question and no setting changes."""
        return not self.questions and not self.settings

    def of_kind(self, kind: Kind) -> tuple[QuestionChange, ...]:
        """The questions of which this became."""
        return tuple(each for each in self.questions if each.kind == kind)

    @property
    def older(self) -> bool:
        """Whether it leads back to an earlier edition."""
        return self.offered.version < self.kept.version


def edition_change(kept: Checklist, offered: Checklist) -> EditionChange:
    """What of `kept` is added, removed, put otherwise or set otherwise in `offered`, an edition of the same list."""
    old, new = kept.questions(), offered.questions()
    carried = same_questions(old, new)
    gone = [key for key in old if key not in carried.values() and key not in new]
    found = [_change(key, carried.get(key, key if key in old else ""), old, new, key in carried) for key in new]
    removed = [QuestionChange("removed", key, "", old[key], None) for key in gone]
    changed = tuple(each for each in (*found, *removed) if each is not None)
    return EditionChange(kept, offered, changed, tuple(_of_list(kept, offered)), carried)


def same_questions(old: Mapping[str, Question], new: Mapping[str, Question]) -> dict[str, str]:
    """New id → old id of every question that asks the same in both, whichever way the links point."""
    same = {key: key for key in new if key in old and same_meaning(old[key], new[key])}
    return {**same, **under_other_ids(old, new)}


def _change(
    key: str, before_id: str, old: Mapping[str, Question], new: Mapping[str, Question], same: bool
) -> QuestionChange | None:
    """What became of a question of the newer edition; None where nothing did."""
    before, after = old.get(before_id), new[key]
    if before is None:
        return QuestionChange("added", "", key, None, after)
    settings = tuple(
        SettingChange(name, getattr(before, name), getattr(after, name), key)
        for name in SETTINGS if getattr(before, name) != getattr(after, name)
    )
    kind = _kind(key, before_id, before, after, same, bool(settings))
    return None if kind is None else QuestionChange(kind, before_id, key, before, after, settings)


def _kind(key: str, before_id: str, before: Question, after: Question, same: bool, set_otherwise: bool) -> Kind | None:
    if not same:
        return "changed_meaning"
    if key != before_id:
        return "moved" if before.id == after.id else "linked"
    if before.prompt != after.prompt:
        return "reworded"
    if set_otherwise:
        return "set_otherwise"
    seen = {name: getattr(before, name) for name in _UNSEEN}
    return None if replace(after, **seen) == before else "explained"


def _of_list(kept: Checklist, offered: Checklist) -> Iterator[SettingChange]:
    """The list's own settings: title, source, bands, weights of the readiness mean, its sections' titles."""
    for name in ("title", "source"):
        yield from _differing(name, getattr(kept, name), getattr(offered, name))
    for name in ("ready", "nearly"):
        before, after = (each.bands and getattr(each.bands, name) for each in (kept, offered))
        yield from _differing(f"bands.{name}", before, after)
    weights = [{each.id: each.weight for each in side.readiness} for side in (kept, offered)]
    titles = [{f"{side.id}/{each.id}": each.title for each in side.sections} for side in (kept, offered)]
    for key, (then, now) in (("readiness", weights), ("section", titles)):
        for of in dict.fromkeys((*now, *then)):
            yield from _differing(key, then.get(of), now.get(of), of)


def _differing(key: str, before: object, after: object, of: str = "") -> Iterator[SettingChange]:
    if before != after:
        yield SettingChange(key, before, after, of)
