"""What was changed in two places, and copies of sync programs: told in a line, chosen about when the person asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.errors import ReadycheckError
from readycheck.i18n import Translator
from readycheck.tui.keys import key_of

if TYPE_CHECKING:
    from readycheck.storage.bring_in import Bringing
    from readycheck.storage.clashes import KeptClash
    from readycheck.storage.sync_copies import SyncCopy
    from readycheck.tui.app import ReadycheckApp
    from readycheck.tui.session import Session

KEY = "two-places"
SEEN = 6
"""So many lines of what a copy would bring stand in the menu; the others are a key away."""


class TwoPlaces:
    """What the app does about them; nothing opens that was not asked for."""

    def __init__(self, app: ReadycheckApp) -> None:
        self._app = app

    def opened(self, session: Session) -> None:
        """A line for what waits beside an audit that was just opened."""
        from readycheck.storage.sync_copies import copies_of

        copies = copies_of(session.path)
        if copies:  # what is to be chosen about comes after them
            self._app.tell(say("{key} shows what a copy from syncing would bring: {name}", name=copies[0].name,
                               key=key_of(KEY, "F7")))
        elif session.archive.aside.conflicts_of(session.path).is_dir() and (found := _waiting_now(session)):
            self._app.tell(_told(found, session))

    def merged(self, session: Session) -> None:
        """A line once somebody else's edits were taken over with a saving."""
        found = _waiting_now(session)
        self._app.tell(_told(found, session) if found else
                       say("The file was changed elsewhere too; both changes are kept."))

    def show(self, session: Session) -> None:
        """The menus, one after the other: first of the copies, then of the items to choose about."""
        from readycheck.storage.sync_copies import copies_of

        if session.flush():
            self._show(session, copies_of(session.path))

    def _show(self, session: Session, copies: Sequence[SyncCopy]) -> None:
        if copies:
            self._show_copy(session, copies)
        elif not self._show_clash(session):
            self._app.tell(say("Nothing was changed in two places."))

    # copies

    def _show_copy(self, session: Session, copies: Sequence[SyncCopy]) -> None:
        from readycheck.storage.bring_in import look_into
        from readycheck.tui.screens.choose import ChooseScreen

        try:
            bringing = look_into(session.archive, session.archive.read(session.path), copies[0])
        except ReadycheckError as error:
            self._app.tell(error.problems[0].message(), "error")
            self._show_after(session, copies[1:])
            return
        title = say("A copy from syncing: {name}", name=copies[0].name)
        screen = ChooseScreen(self._app.tr, title, _copy_choices(bringing))
        self._app.push_screen(screen, partial(self._copy_chosen, session, copies, bringing))

    def _copy_chosen(
        self, session: Session, copies: Sequence[SyncCopy], bringing: Bringing, choice: str | None
    ) -> None:
        if choice == "all":
            from readycheck.report.two_places import preview_lines
            from readycheck.tui.screens.reading import ReadingScreen

            reading = ReadingScreen(self._app.tr, copies[0].name, partial(preview_lines, bringing))
            self._app.push_screen(reading, lambda _: self._show_copy(session, copies))
        elif choice == "bring":
            self._bring(session, bringing)
            if session.problem is None:
                self._show_after(session, copies[1:])
        elif choice == "later" and copies[1:]:
            self._show_after(session, copies[1:])

    def _show_after(self, session: Session, copies: Sequence[SyncCopy]) -> None:
        """The next menu, where there is one."""
        if copies:
            self._show_copy(session, copies)
        else:
            self._show_clash(session)

    def _bring(self, session: Session, bringing: Bringing) -> None:
        from readycheck.storage.bring_in import bring_in

        try:
            bring_in(session.archive, bringing)
            session.reload()
        except ReadycheckError as error:
            self._app.tell(error.problems[0].message(), "error")
        except OSError as error:
            self._app.tell(say("{file}: {why}", file=bringing.copy.name, why=error.strerror or str(error)), "error")
        else:
            self._app.tell(say("The copy's edits are in; the copy itself was put aside. {key} takes them back.",
                               key=key_of("undo", "Ctrl+Z")) if bringing.brought else say("The copy was put aside."))
            self._app.tell_screens()

    # items

    def _show_clash(self, session: Session) -> bool:
        """The menu of the first item to choose about; False where there is none."""
        from readycheck.tui.screens.choose import ChooseScreen

        found = _waiting_now(session)
        if not found:
            return False
        screen = ChooseScreen(self._app.tr, lambda tr: _title(found, session, tr), _clash_choices(found[0], session))
        self._app.push_screen(screen, partial(self._clash_chosen, session, found[0]))
        return True

    def _clash_chosen(self, session: Session, kept: KeptClash, choice: str | None) -> None:
        if choice == "kept" and not self._taken(session, kept):
            return
        if choice in ("kept", "file"):
            from readycheck.storage.clashes import Clashes

            Clashes(session.archive.aside, session.path).drop(kept)
            self._show_clash(session)

    def _taken(self, session: Session, kept: KeptClash) -> bool:
        """Whether the value kept aside is in the file now, on the disk: only then is it forgotten."""
        from readycheck.storage.clashes import with_ours

        try:
            session.apply(with_ours(session.document, kept.clash))
        except ReadycheckError as error:
            self._app.tell(error.problems[0].message(), "error")
            return False
        return session.flush()


def _waiting_now(session: Session) -> Sequence[KeptClash]:
    """What is to be chosen about in the document as it is worked on."""
    from readycheck.storage.clashes import Clashes

    return Clashes(session.archive.aside, session.path).all(session.document)


def _told(found: Sequence[KeptClash], session: Session) -> Message:
    pressed = key_of(KEY, "F7")
    if len(found) == 1:
        return say("Changed in two places: {what} – {key} shows both values.", what=_item(found[0], session),
                   key=pressed)
    return say("{count} items were changed in two places. {key} shows both values of each.", count=len(found),
               key=pressed)


def _title(found: Sequence[KeptClash], session: Session, tr: Translator) -> str:
    more = tr.plural(" (one more after it)", " ({n} more after it)", len(found) - 1) if found[1:] else ""
    return tr(say("Changed in two places: {what}", what=_item(found[0], session))) + more


def _item(kept: KeptClash, session: Session) -> Message | str:
    """A question by its number and words, whatever else by its key in the file."""
    from readycheck.report.two_places import PARTS

    path = kept.clash.path
    for number, section in enumerate(session.scores.sections, 1):
        for place, question in enumerate(section.questions, 1):
            if path[:2] == ("answers", question.id):
                part = PARTS.get(str(path[2]), path[2]) if path[2:] else say("answer")
                return say("{number} {question} ({part})", number=f"{number}.{place}",
                           question=question.question.prompt, part=part)
    return kept.key


def _clash_choices(kept: KeptClash, session: Session) -> dict[str, tuple[Message, Message | None]]:
    from readycheck.report.two_places import InWords, in_file_since, in_words, kept_from, value_text
    from readycheck.storage.clashes import held

    there = held(session.document, kept.clash)
    return {
        "file": (say("Keep {value}", value=InWords(partial(value_text, there))),
                 in_words(partial(in_file_since, kept))),
        "kept": (say("Take {value}", value=InWords(partial(value_text, kept.clash.ours))),
                 in_words(partial(kept_from, kept))),
        "later": (say("Decide later"), say("Both values stay kept.")),
    }


def _copy_choices(bringing: Bringing) -> dict[str, tuple[Message, Message | None]]:
    from readycheck.report.two_places import first_of, in_words, preview_lines

    def seen(tr: Translator) -> str:
        return first_of(preview_lines(bringing, tr), SEEN, tr)

    return {
        "bring": (say("Bring its edits in"), in_words(seen)),
        "all": (say("Show all that it would bring"), None),
        "later": (say("Leave it for later"), say("It stays where it is.")),
    }
