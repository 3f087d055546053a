"""What a key has done: the app before and after, and the kinds of change that are expected of a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, TextArea

from readycheck.storage.document import parse_document
from readycheck.tui.app import ReadycheckApp
from readycheck.tui.widgets.choice import Choice
from readycheck.tui.widgets.heat_map import HeatMap
from readycheck.tui.widgets.ticks import Ticks


@dataclass(frozen=True)
class Seen:
    """The app at one moment, as a person and the file know it."""

    saved: dict[str, Any]
    window: str
    place: str
    at: tuple[Any, ...]
    drawn: str
    told: tuple[str, ...]
    look: tuple[str, str]
    ended: bool


Does = Callable[[Seen, Seen], bool]


def seen(app: ReadycheckApp, file: Path) -> Seen:
    """What stands in the file once everything is saved, and what stands on the screen."""
    assert app.session is None or app.session.flush()
    saved = parse_document(file.read_bytes(), file.name)
    screen = app.screen
    strips = screen._compositor.render_strips() if not app._exit else []
    return Seen(
        saved=saved, window=type(screen).__name__, place=getattr(screen, "PLACE", ""), at=_standing(app),
        drawn="\n".join("".join(segment.text for segment in strip) for strip in strips),
        told=tuple(notice.message for notice in app._notifications),
        look=(app.theme, app.tr.lang), ended=app._exit,
    )


def _standing(app: ReadycheckApp) -> tuple[Any, ...]:
    focused = app.focused
    places = () if app.session is None else repr(sorted(app.session.places.items(), key=str))
    scrolled = [(widget.scroll_y, widget.scroll_x) for widget in app.screen.query("*") if isinstance(widget, Widget)]
    marked = tuple(options.highlighted for options in app.screen.query(OptionList))
    return (marked, type(focused).__name__, focused.id if focused else None, _cursor(focused), places, tuple(scrolled))


def _cursor(widget: Widget | None) -> Any:
    if isinstance(widget, DataTable):
        return widget.cursor_coordinate
    if isinstance(widget, OptionList):
        return widget.highlighted
    if isinstance(widget, Input | TextArea):
        return widget.cursor_position if isinstance(widget, Input) else widget.cursor_location
    if isinstance(widget, Choice):
        return widget.value
    if isinstance(widget, Ticks):
        return widget.line, widget.chosen
    return widget.cursor if isinstance(widget, HeatMap) else None


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict | list) and value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in pairs:
            yield from _flat(item, f"{path}/{key}".lstrip("/"))
    else:
        yield path, value


def saves(pattern: str, value: object) -> Does:
    """A key of the file that fits `pattern` has become `value`; None: it has gone."""
    def does(before: Seen, after: Seen) -> bool:
        old, new = dict(_flat(before.saved)), dict(_flat(after.saved))
        changed = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
        return any(fnmatchcase(key, pattern) and new.get(key) == value for key in changed)
    return does


def opens(window: str, text: str = "") -> Does:
    """Another window is on top, with this text in it; nothing is changed yet."""
    return lambda before, after: (
        after.window == window != before.window and text in after.drawn and after.saved == before.saved
    )


def goes(place: str) -> Does:
    """Another screen of the audit is there."""
    return lambda before, after: after.place == place and after.saved == before.saved and (
        after.place, after.window) != (before.place, before.window)


def tells(text: str) -> Does:
    """A sentence in the corner."""
    return lambda before, after: any(text in told for told in after.told[len(before.told):])


def shows(text: str) -> Does:
    """The same screen says something that it did not say; nothing is saved of it."""
    return lambda before, after: (
        text in after.drawn and text not in before.drawn and after.window == before.window
        and after.saved == before.saved
    )


def redraws(before: Seen, after: Seen) -> bool:
    """The same screen shows something else; nothing is saved of it."""
    return after.drawn != before.drawn and after.window == before.window and after.saved == before.saved


def closes(before: Seen, after: Seen) -> bool:
    """The window is gone, and nothing is changed."""
    return after.window != before.window and bool(after.place) and after.saved == before.saved


def stays(before: Seen, after: Seen) -> bool:
    """Nothing happens."""
    return after == before


def goes_on(before: Seen, after: Seen) -> bool:
    """To another place or question; nothing is changed."""
    return (after.place, after.window, after.at) != (before.place, before.window, before.at) and (
        after.saved == before.saved)


def moves(before: Seen, after: Seen) -> bool:
    """The cursor, the focus or the place looked at is another one; nothing is saved of it."""
    return after.at != before.at and after.window == before.window and after.saved == before.saved


def looks_other(before: Seen, after: Seen) -> bool:
    """Light or dark, or the other language, at the same place."""
    return after.look != before.look and after.window == before.window and after.saved == before.saved


def either(*ways: Does) -> Does:
    """One of these."""
    return lambda before, after: any(does(before, after) for does in ways)


def ends(before: Seen, after: Seen) -> bool:
    """The program ends."""
    return after.ended and not before.ended
