"""An audit handed over out of the app, and one that somebody sent: shown, then taken in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.core.text import clean
from readycheck.errors import ReadycheckError, wrong
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of

if TYPE_CHECKING:
    from readycheck.storage.handover import Arriving, Taken
    from readycheck.storage.handover_place import WhichShop
    from readycheck.tui.app import ReadycheckApp
    from readycheck.tui.session import Session

SEEN = 8
"""So many lines of what would come in stand in the menu; the others are a choice away."""


def hand_over(app: ReadycheckApp, session: Session) -> None:
    """Write this season for somebody else; where the shop has more of them, ask whether all."""
    from readycheck.storage.references import years_in
    from readycheck.tui.screens.choose import ChooseScreen

    if not session.flush():
        return  # the problem stands in the head
    year, years = session.audit.season.year, years_in(session.path.parent)
    if len(years) < 2 or year not in years:
        _write(app, session, (year,))
        return
    choices = {
        "one": (say("The season {year}", year=str(year)), None),
        "all": (say("All seasons"), say("{years}", years=", ".join(map(str, years)))),
    }
    screen = ChooseScreen(app.tr, say("What is handed over?"), choices)
    app.push_screen(screen, lambda choice: None if choice is None else
                    _write(app, session, (year,) if choice == "one" else years))


def _write(app: ReadycheckApp, session: Session, years: tuple[int, ...]) -> None:
    try:
        path = written(session, years)
    except ReadycheckError as error:
        app.tell(error.problems[0].message(), "error")
    except OSError as error:
        app.tell(say("It could not be written: {why}", why=error.strerror or str(error)), "error")
    else:
        app.tell(say("To be sent to whoever takes it in: {path}", path=str(path)))


def written(session: Session, years: tuple[int, ...]) -> Path:
    """`<year>-handover.zip` beside the audit, of these seasons of its shop; nothing that was sent is written over."""
    from readycheck import __version__
    from readycheck.report.handover_words import read_me
    from readycheck.storage.atomic import write_atomically
    from readycheck.storage.handover import hand_over as packed
    from readycheck.storage.handover import handed, in_the_way
    from readycheck.tui.report_stand import page_path

    archive, own = session.archive, session.audit.season.year
    files = [archive.read(session.path if year == own else session.path.with_name(f"{year}.toml")) for year in years]
    texts = read_me(session.audit.shop.name, years, session.tr)
    path = page_path(session, "handover", ".zip")
    what = in_the_way(archive, archive.read(session.path), session.shop, path)
    if what is not None:
        remedy = say("Take it in first ({key} on the list of shops), or move it away.", key=key_of("shops.take", "t"))
        raise wrong(what, remedy, file=str(path))
    write_atomically(path, packed(archive, files, session.shop, __version__, texts), lambda _: None)
    handed(archive, files)
    return path


def take_in(app: ReadycheckApp, then: Callable[[], object]) -> None:
    """Ask for the file, show what it would bring, take it in; `then` once something was."""
    from readycheck.tui.screens.ask_file import AskFileScreen

    about = say("The file that somebody sent you (*.zip). What it would bring is shown first.")
    screen = AskFileScreen(app.tr, say("Take in"), about, partial(_refused, app))
    app.push_screen(screen, lambda path: None if path is None else _look(app, path, None, then))


def _refused(app: ReadycheckApp, path: Path) -> Message | None:
    """What is wrong with a file; which shop is meant is asked afterwards."""
    from readycheck.storage.handover import look_at
    from readycheck.storage.handover_place import WhichShop

    try:
        look_at(app.archive, path)
    except WhichShop:
        return None
    except ReadycheckError as error:
        return error.problems[0].message()
    return None


def _look(app: ReadycheckApp, path: Path, into: str | None, then: Callable[[], object]) -> None:
    from readycheck.storage.handover import look_at
    from readycheck.storage.handover_place import WhichShop

    try:
        arriving = look_at(app.archive, path, into)
    except WhichShop as which:
        _ask_which(app, path, which, then)
    except ReadycheckError as error:
        app.tell(error.problems[0].message(), "error")
    else:
        _show(app, arriving, then)


def _ask_which(app: ReadycheckApp, path: Path, which: WhichShop, then: Callable[[], object]) -> None:
    """Two different shops are never made one in silence."""
    from readycheck.tui.screens.choose import ChooseScreen

    choices = {which.free: (say("A new shop: {shop}", shop=which.free), None),
               **{shop: (say("Into {shop}, which is here", shop=shop), None) for shop in which.alike}}
    screen = ChooseScreen(app.tr, which.problems[0].what, choices)
    app.push_screen(screen, lambda chosen: None if chosen is None else _look(app, path, chosen, then))


def _show(app: ReadycheckApp, arriving: Arriving, then: Callable[[], object]) -> None:
    from readycheck.report.handover_words import arriving_lines
    from readycheck.tui.screens.choose import ChooseScreen
    from readycheck.tui.screens.reading import ReadingScreen

    if not arriving.brings:
        app.tell(say("{name}: all of it is here already.", name=arriving.name))
        return

    def chosen(choice: str | None) -> None:
        if choice == "take":
            _take(app, arriving, then)
        elif choice == "all":
            reading = ReadingScreen(app.tr, clean(arriving.origin.name), partial(arriving_lines, arriving))
            app.push_screen(reading, lambda _: _show(app, arriving, then))

    title = say("{name}, into {shop}", name=arriving.name, shop=f"shops/{arriving.shop}")
    app.push_screen(ChooseScreen(app.tr, title, _choices(arriving)), chosen)


def _choices(arriving: Arriving) -> dict[str, tuple[Message, Message | None]]:
    from readycheck.report.handover_words import arriving_lines
    from readycheck.report.two_places import first_of, in_words

    def seen(tr: Translator) -> str:
        return first_of(arriving_lines(arriving, tr), SEEN, tr)

    return {
        "take": (say("Take it in"), in_words(seen)),
        "all": (say("Show all that it would bring"), None),
        "later": (say("Change nothing"), say("The file stays where it is.")),
    }


def _take(app: ReadycheckApp, arriving: Arriving, then: Callable[[], object]) -> None:
    from readycheck.storage.handover import take

    try:
        taken = take(app.archive, arriving)
    except ReadycheckError as error:
        app.tell(error.problems[0].message(), "error")
    except OSError as error:
        app.tell(say("It could not be written: {why}", why=error.strerror or str(error)), "error")
    else:
        for each in taken:
            app.tell(_told(each))
    then()


def _told(taken: Taken) -> Message:
    """What became of a season; where both changed an item, where one chooses, else where the state before lies."""
    incoming, year = taken.incoming, str(taken.incoming.year)
    if incoming.arrival == "new":
        return say("{year} was added.", year=year)
    if incoming.clashes:
        return say("{year}: taken in. Changed by both: {count} – {key} in the season shows both values.", year=year,
                   count=len(incoming.clashes), key=key_of("two-places", "F7"))
    if taken.before is not None:
        return say("{year}: taken in. As it was before: {path}", year=year, path=str(taken.before))
    return say("{year}: nothing new.", year=year)
