"""What was understood of an import's files, to be shown before anything is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.audit import Season
from readycheck.core.checklist import LocalText
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.names import channel_name
from readycheck.demand.files.text import FORMS, Form
from readycheck.demand.formats.dialects import Dialect, format_name
from readycheck.demand.formats.kept import Taken
from readycheck.demand.lags.linking import NO_LINKS, Links
from readycheck.demand.options import DateOrder, ImportOptions, Kind
from readycheck.demand.preview import preview_rows, shown_roles
from readycheck.demand.roles import column_of
from readycheck.demand.rows.causes import Rejected
from readycheck.demand.rows.reader import Source
from readycheck.demand.rows.tally import Tally
from readycheck.demand.survey.replies import NO_REPLIES, Replies
from readycheck.errors import Problem, Unit

if TYPE_CHECKING:
    from readycheck.demand.coding.sample import ByRule
    from readycheck.demand.lags.orders import Orders
    from readycheck.demand.survey.answers import Answers

FIRST_LINES = 3
DELIMITER_NAMES = {"\t": say("tab")}


@dataclass(frozen=True)
class Counted:
    """What was counted: `rows` were read, `merged` of them had an id that was there already; `links` to orders."""

    tally: Tally
    rejected: tuple[Rejected, ...]
    rows: int
    merged: int
    links: Links = NO_LINKS


@dataclass(frozen=True)
class SurveyCount:
    """What was counted of a survey, likewise."""

    answers: Answers
    rejected: tuple[Rejected, ...]
    rows: int


@dataclass(frozen=True)
class RecognisedFile:
    """One file: its form, its headings, the column (from 0) taken for each role, and its first rows.

    `taken` holds all roles, `indexes` those of which a person is shown the cells; `rows` hold all columns with
    people and texts hidden; `unit` is what a person counts in such a file.
    """

    path: Path
    name: str
    sha256: str
    encoding: Message
    delimiter: str
    headings: tuple[str, ...]
    taken: Mapping[str, int]
    indexes: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    form: Form = "csv"
    unit: Unit = "line"
    packed: bool = False

    @property
    def columns(self) -> Mapping[str, str]:
        """The heading of each role that a person is shown."""
        return {role: self.headings[index] for role, index in self.indexes.items()}

    @property
    def first_rows(self) -> tuple[tuple[str, ...], ...]:
        """The first cells of those roles, in the same order."""
        return tuple(tuple(row[index] for index in self.indexes.values()) for row in self.rows[:FIRST_LINES])

    def lines(self, dialect: Dialect, why: Message) -> tuple[Message, ...]:
        """What to show of it."""
        order = {"order": self.headings[self.taken["order"]]} if "order" in self.taken else {}
        taken = in_a_row([column_of(role, heading) for role, heading in {**self.columns, **order}.items()])
        delimiter = DELIMITER_NAMES.get(self.delimiter, self.delimiter)
        rows = (say("{file}: example {number}: {cells}", file=self.name, number=number, cells=" | ".join(cells))
                for number, cells in enumerate(self.first_rows, 1))
        columns = (say("{file}: columns: {columns}", file=self.name, columns=taken), *rows)
        first = say("{file}: {format} ({why}); {encoding}, delimiter {delimiter}", file=self.name,
                    format=format_name(dialect), why=why, encoding=self.encoding, delimiter=delimiter)
        if self.form != "csv":
            facts = {"file": self.name, "format": format_name(dialect), "why": why, "form": FORMS[self.form]}
            by_name = say("{file}: {format} ({why}); {form}")
            first = Message((by_name if dialect.recognised_by else say("{file}: {form} ({why})")).text, facts)
        return (first, *(columns if self.columns else ()))


@dataclass(frozen=True)
class Recognition:
    """Everything that `run_import` needs, and the lines that say it.

    `told` is what the person says now, `taken` that and what was kept. `questions` are to be answered first;
    `zone` (IANA) is that of times without an offset, `found` the counts by name of channels and reasons. `counted`
    (or `answers`) is what was counted so far: without knowing the day of the import, no time is too far ahead.
    `replies` are the first responses of contacts, `targets` the promised ones by channel (seconds), `by_rule` what
    keyword rules coded, where they were asked for. `reason_labels` are what a person calls the reasons, by their id.
    `orders` are those that contacts may name, where their files are given.
    """

    kind: Kind
    dialect: Dialect
    source: str
    told: ImportOptions
    taken: Taken
    shop_timezone: str
    season: Season
    files: tuple[RecognisedFile, ...]
    why: Message
    zone: str
    date_order: DateOrder
    settled: tuple[Message, ...] = ()
    found: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    counted: Counted | None = None
    answers: SurveyCount | None = None
    questions: tuple[Problem, ...] = ()
    reason_names: Mapping[str, str] = field(default_factory=dict)
    reason_labels: Mapping[str, LocalText] = field(default_factory=dict)
    replies: Replies = NO_REPLIES
    targets: Mapping[str, float] = field(default_factory=dict)
    by_rule: ByRule | None = None
    orders: Orders | None = None

    @property
    def options(self) -> ImportOptions:
        """What holds: what the person says now, else what was said before."""
        return self.taken.options

    @property
    def format(self) -> str:
        """The dialect's id, as `--format` takes it."""
        return self.dialect.id

    @property
    def format_name(self) -> Message:
        """What a person calls it; a table that no program has put its name to goes by the kinds of its files."""
        forms = dict.fromkeys(file.form for file in self.files)
        return format_name(self.dialect) if self.dialect.recognised_by else in_a_row([FORMS[form] for form in forms])

    @property
    def rows(self) -> int:
        """Rows read so far."""
        done = self.counted or self.answers
        return done.rows if done else 0

    @property
    def merged(self) -> int:
        """Rows so far whose id was there already."""
        if self.answers is not None:
            return self.answers.answers.rows - self.answers.answers.responses
        return self.counted.merged if self.counted else 0

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What is refused so far, by cause."""
        done = self.counted or self.answers
        return done.rejected if done else ()

    @property
    def lines(self) -> tuple[Message, ...]:
        """What was recognised and what was refused on the way, a sentence each."""
        rows = (say("rows in all: {count:,}", count=self.rows),) if self.rows else ()
        refused = (refusal.message() for refusal in self.rejected)
        return (*self._about_files, *rows, *self.settled, *self._names, *self._by_rule, *refused)

    @property
    def recognised(self) -> tuple[Message, ...]:
        """What was recognised, a sentence each, in the order in which one asks."""
        return (*self._about_files, *self.settled, *self._names, *self._by_rule)

    @property
    def _about_files(self) -> tuple[Message, ...]:
        return tuple(line for file in self.files for line in file.lines(self.dialect, self.why))

    @property
    def _names(self) -> tuple[Message, ...]:
        return tuple(
            say("{what}: {names}", what=say("channels") if role == "channel" else say("contact reasons"),
                names=self._counted(role, counts))
            for role, counts in self.found.items() if counts
        )

    @property
    def _by_rule(self) -> tuple[Message, ...]:
        """What the rules coded, once it is counted."""
        if self.by_rule is None or self.counted is None or self.questions:
            return ()
        reasons = self._counted("reason", self.by_rule.counts) if self.by_rule.counts else say("nothing")
        left = self.counted.tally.counted - sum(self.found.get("reason", {}).values())
        told = say("coded by keyword rules: {reasons}; still without a reason: {left}", reasons=reasons, left=left)
        return (told, *(sampled.message(self._reason(sampled.reason)) for sampled in self.by_rule.sample))

    def _counted(self, role: str, counts: Mapping[str, int]) -> Message:
        """Names with their counts in a row, each as a person calls it."""
        called = channel_name if role == "channel" else self._reason
        return in_a_row([say("{name} {count:,}", name=called(name), count=count) for name, count in counts.items()])

    def _reason(self, name: str) -> str | LocalText:
        return self.reason_labels.get(name, name)


def recognised_file(source: Source, kind: Kind) -> RecognisedFile:
    """A file as it is shown."""
    text = source.text
    return RecognisedFile(
        path=text.path, name=text.name, sha256=text.sha256, encoding=text.encoding,
        delimiter=source.table.delimiter, headings=source.table.headings,
        taken=source.columns, indexes={role: source.columns[role] for role in shown_roles(kind, source.columns)},
        rows=preview_rows(source, kind), form=text.form, unit=text.unit, packed=text.packed,
    )
