"""What a person has said about an import so far, and the command's words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from readycheck.tui.import_preview import LookedFile

HIDDEN = "•••"
FALLBACK: Mapping[str, str] = {"survey": "survey"}
"""The format that reads by headings alone; "csv" where none is named."""


@dataclass(frozen=True)
class Choices:
    """Nothing that is empty is said: then the file, or what was said last time, decides.

    `columns` is heading by role; an empty heading leaves the role out. `rules` is "" (none), "code" (keyword rules
    over subject and tags) or "texts" (message texts too). `orders` are files of the orders that contacts name.
    `plain`: read by the headings alone; `ask_again`: nothing is taken over from last time.
    """

    kind: str = "orders"
    files: tuple[Path, ...] = ()
    orders: tuple[Path, ...] = ()
    zone: str = ""
    dates: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    rules: str = ""
    channel: str = ""
    source: str = ""
    sheet: str = ""
    plain: bool = False
    ask_again: bool = False

    def for_files(self, kind: str, files: Sequence[Path]) -> Choices:
        """The same for these files; what was said of quite other ones, or of another kind, is forgotten."""
        if kind == self.kind and set(files) & set(self.files):
            return replace(self, files=tuple(files))
        return Choices(kind=kind, files=tuple(files))

    def same_files(self, other: Choices) -> bool:
        """Whether both are about the same files, read as the same kind and in the same way."""
        return (self.kind, self.files, self.sheet, self.plain) == (other.kind, other.files, other.sheet, other.plain)

    def with_column(self, role: str, index: int, file: LookedFile) -> Choices:
        """The column plays `role` from now on, or none ("")."""
        heading = file.headings[index]
        columns = {**self.columns, **dict.fromkeys(roles_at(index, file), "")}
        return replace(self, columns={**columns, role: heading} if role else columns)

    def words(self) -> list[str]:
        """Options of `readycheck import`."""
        format_ = FALLBACK.get(self.kind, "csv") if self.plain else ""
        given = {
            "--format": format_, "--source": self.source, "--timezone": self.zone, "--dates": self.dates,
            "--channel": self.channel if self.kind == "contacts" else "", "--sheet": self.sheet,
        }
        words = [f"{option}={value}" for option, value in given.items() if value]
        words += [f"--column={role}={heading}" for role, heading in self.columns.items()]
        words += [f"--orders={file.absolute()}" for file in self.orders if self.kind == "contacts"]
        words += ["--ask-again"] if self.ask_again else []
        if self.rules and self.kind == "contacts":
            words += ["--code-reasons", *(["--read-texts"] if self.rules == "texts" else [])]
        return words


def roles_at(index: int, file: LookedFile) -> list[str]:
    """The roles that a column plays."""
    return [role for role, at in file.columns.items() if at == index]


def can_be_named(index: int, file: LookedFile) -> bool:
    """Whether the heading tells this column from the others: the command knows columns by their headings."""
    heading = file.headings[index]
    return heading not in ("", HIDDEN) and file.headings.index(heading) == index
