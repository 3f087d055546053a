"""Where the files are typed, pasted or dropped: completes paths, and takes several at once."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.events import Paste
from textual.widget import Widget

from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.i18n import Translator
from readycheck.tui.fields import Field
from readycheck.tui.import_files import FileSuggester, missing_file, typed_files
from readycheck.tui.keys import key
from readycheck.tui.widgets.field_row import FieldRow
from readycheck.tui.widgets.line import Line


class PathInput(Line):
    """An input of one or several paths; Tab completes what is half typed, as in a shell."""

    BINDINGS = [
        key("tab", "complete", say("Complete"), say("Complete the path; once it is whole, go on."), id="path.complete",
            show=False),
    ]

    def action_complete(self) -> None:
        """Take what is suggested; nothing typed, or a path that is whole, lets the key go on to the next field."""
        files = typed_files(self.value)
        if not files or missing_file(files) is None:
            raise SkipAction
        if self._suggestion and self.cursor_at_end:
            self.action_cursor_right()

    def on_paste(self, event: Paste) -> None:
        """Files dropped in come a line each, or with a space around them; Textual itself takes the first line only."""
        event.prevent_default()
        event.stop()
        lines = [clean(line).strip() for line in event.text.splitlines() if line.strip()]
        quoted = [f'"{line}"' if len(lines) > 1 and line[:1] not in "'\"" else line for line in lines]
        start, end = sorted(self.selection)
        self.replace(_gap(self.value[:start]) + " ".join(quoted), start, end)


def _gap(before: str) -> str:
    """A space after what is a whole file already; what is half a path goes on."""
    files = typed_files(before)
    return " " if files and not before.endswith(" ") and missing_file(files) is None else ""


class FileRow(FieldRow):
    """The line of the form with the files."""

    def __init__(self, field: Field, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(field, "", tr, id=id)

    def _control(self) -> Widget:
        hint = self._tr(self.field.hint) if self.field.hint else ""
        return PathInput(placeholder=hint, compact=True, suggester=FileSuggester())
