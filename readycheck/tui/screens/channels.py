"""Where customers are served, by whom, with which promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readycheck.core.audit import ChannelCard
from readycheck.core.channel_response import KEPT_SHARE
from readycheck.core.channels import offered
from readycheck.core.message import Message, say
from readycheck.core.names import CHANNEL_NAMES, channel_name
from readycheck.core.promises import target_of
from readycheck.core.responses import duration
from readycheck.core.service_results import ChannelRow
from readycheck.storage.document import with_value
from readycheck.tui.changes import Path
from readycheck.tui.fields import YES_NO, YES_NO_UNKNOWN, Field
from readycheck.tui.keys import key_of
from readycheck.tui.screens.choose import ChooseScreen
from readycheck.tui.screens.listing import ListingScreen
from readycheck.tui.widgets.rows import Cell, Column, Row

FIELDS = (
    Field("offered", say("Offered to customers"), "choice", YES_NO),
    Field("owner", say("Owner")),
    Field("target_s", say("First response within"), "seconds", hint=say("60 s, 5 min, 8 h or 1 d")),
    Field("same_answers", say("Same answers as elsewhere"), "choice", YES_NO_UNKNOWN),
    Field("wished", say("Customers who wish it, %"), "percent"),
)

WIDE = 100
"""Characters from which on there is room for what customers wish for."""


class ChannelsScreen(ListingScreen):
    """A card for every channel that is known from hours, contacts or service figures."""

    PLACE = "channels"
    PATH = ("channels",)

    def head(self) -> str:
        """How many contacts arrive where a promise is kept."""
        found, tr = self.session.scores.channels, self.tr
        if found.score is None:
            return tr(say("Channels have no score yet – {missing}.", missing=found.missing[0]))
        return tr(say(
            "{score} of 100 contacts come in where the promise is kept · of customers' wishes {wishes}",
            score=tr.number(found.score, 0), wishes=tr.number(found.wishes, 0),
        ))

    def columns(self) -> Sequence[Column]:
        """Channel, offered, share, promise and result, owner, same answers."""
        tr = self.tr
        return [
            Column(tr(say("channel"))), Column(tr(say("offered")), 8), Column(tr(say("share")), 7, right=True),
            Column(tr(say("target")), 9, right=True), Column(tr(say("actual")), 13, right=True),
            Column(tr(say("who")), 9),
            *([Column(tr(say("same answers")), 16), Column(tr(say("wished")), 8, right=True)] if self._wide
              else [Column(tr(say("same")), 6)]),
        ]

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    def on_resize(self) -> None:
        """A wide screen has a column more."""
        self.later(self.show_audit)

    def rows(self) -> Mapping[str, Row]:
        """Every channel, the busiest first."""
        return {row.channel: self._row(row) for row in self.session.scores.channels.rows}

    def _row(self, row: ChannelRow) -> Row:
        tr = self.tr
        mark = {True: "✓ ", False: "✗ ", None: ""}[row.met]
        return [
            tr(channel_name(row.channel)), tr(YES_NO[row.offered]), tr.percent(row.share, 1),
            self._time(row.target_s), Cell(mark + self._time(row.actual_s), "bold" if row.met is False else ""),
            row.owner or "–", "–" if row.same_answers is None else tr(YES_NO[row.same_answers]),
            *([tr.percent(row.wished)] if self._wide else []),
        ]

    def _time(self, seconds: float | None) -> str:
        return "–" if seconds is None else self.tr(duration(seconds))

    def nothing(self) -> Message:
        """How to begin."""
        return say("No channels yet: {key} adds one. Opening hours ({second_key}) and imported contacts "
                   "({third_key}) bring theirs too.",
                   key=key_of("listing.add", "a"), second_key=key_of("go.hours", "2"), third_key=key_of("import", "i"))

    def detail(self, key: str) -> str:
        """The promise, and what customers wish for."""
        row = next(row for row in self.session.scores.channels.rows if row.channel == key)
        return "\n".join((self._promise(row), *self._within(row.channel), *self._wished(row)))

    def _promise(self, row: ChannelRow) -> str:
        """The promise against the share that is answered within it, else the median; or what is lacking."""
        if row.target_s is None:
            return self.tr(say("No promise yet: type the target of the first response."))
        if row.actual_s is None:
            return self.tr(say("Not measured yet: type the first response in service quality ({key} 3).",
                               key=key_of("go.more", "7")))
        promised, measured = self._time(row.target_s), self._time(row.actual_s)
        response = self.session.scores.service.responses.get(row.channel)
        if response is not None and response.by_share and response.within_target is not None:
            facts = {"promised": promised, "share": response.within_target.share, "least": KEPT_SHARE,
                     "measured": measured}
            return self.tr(say("✓ Promised within {promised}: {share:.0%} were answered in it ({least:.0%} needed), "
                               "median {measured}. The promise is kept.", **facts) if row.met else
                           say("✗ Promised within {promised}: {share:.0%} were answered in it ({least:.0%} needed), "
                               "median {measured}. The promise is not kept.", **facts))
        if row.met:
            return self.tr(say("✓ Promised within {promised}, median {measured}: the promise is kept.",
                               promised=promised, measured=measured))
        return self.tr(say("✗ Promised within {promised}, median {measured}: the promise is not kept.",
                           promised=promised, measured=measured))

    def _within(self, channel: str) -> list[str]:
        """Between which shares of answers came in time, where the counts do not tell enough to judge by."""
        response = self.session.scores.service.responses.get(channel)
        share = response.within_target if response else None
        if response is None or share is None or response.by_share:
            return []
        low, high = self.tr.number(100 * share.share, 0), self.tr.percent(response.at_most)
        return [self.tr(say("{low}–{high} were answered within it: import again to count it exactly.",
                            low=low, high=high))] if response.at_most is not None else []

    def _wished(self, row: ChannelRow) -> list[str]:
        """How many customers want to be served here, where there is no column for it."""
        if row.wished is None or self._wide:
            return []
        return [self.tr(say("{share} of customers wish for this channel.", share=self.tr.percent(row.wished)))]

    def fields(self) -> Sequence[Field]:
        """What is asked of a channel."""
        return FIELDS

    def item_title(self, key: str) -> Message:
        """The channel's name: which card it is."""
        return channel_name(key)

    def values(self, key: str) -> Mapping[str, Any]:
        """A card's values; without a card, what counts."""
        card = self.session.audit.channels.get(key, ChannelCard(offered=offered(self.session.audit, key)))
        return {field.key: getattr(card, field.key) for field in FIELDS} | {
            "target_s": target_of(self.session.audit, key)}

    def item_path(self, key: str) -> Path:
        """A card by its channel's name, digits or not."""
        return ("channels", key)

    def action_add(self) -> None:
        """Choose a usual channel that is not there yet."""
        there = {row.channel for row in self.session.scores.channels.rows}
        choices: dict[str, tuple[Message, Message | None]] = {
            name: (title, None) for name, title in CHANNEL_NAMES.items() if name not in there
        }
        self.app.push_screen(ChooseScreen(self.tr, say("Add channel"), choices), self._add)

    def _add(self, name: str | None) -> None:
        if name is not None and self.edit(with_value(self.session.document, ("channels", name), {"offered": True})):
            self.stand_on(name)
            self.open_item(name)

    def action_remove(self) -> None:
        """Remove the card; a channel that hours or contacts know stays in the table."""
        chosen = self.query_one("#rows").chosen  # type: ignore[attr-defined]
        if chosen not in self.session.audit.channels:
            self.tell(say("This channel has no card to remove."))
            return
        super().action_remove()
