"""What the two sides of a comparison are called: two seasons by their years, two files by their names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sides:
    """The earlier or first side and the other; `shops` names both shops where they are two.

    `one_story`: a shop's season and an earlier one of it, so that what moved is what the shop did; two people's files
    of one season, or two shops, only differ.
    """

    before: str
    after: str
    one_story: bool = True
    shops: tuple[str, str] | None = None

    @property
    def names(self) -> tuple[str, str]:
        """Both, in order."""
        return self.before, self.after
