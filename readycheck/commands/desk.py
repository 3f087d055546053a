"""What every command works with: the folder, the language, the day and the three streams."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from readycheck.core.text import clean
from readycheck.i18n import Translator
from readycheck.paths import data_home, settings_home
from readycheck.signs import ascii_signs, terminal_encoding

if TYPE_CHECKING:
    from readycheck.storage.archive import Archive, AuditFile

MODULES = {"import": "import_"}  # a verb that is a word of the language itself
YES = ("yes", "y", "kyllä", "k", "joo")


@dataclass(frozen=True)
class Desk:
    """`home` is the audits' folder, `tr` the person's language, `today` the clock's only reading.

    `dumb`: nothing is redrawn in place, because the terminal cannot or the person does not want it.
    `ascii_signs`: charts are drawn without blocks and lines. `settings`: the folder of keys.toml and of what the app
    remembers. `language_asked`: `tr` was asked for, by `--lang` or by a locale set for this very purpose.
    """

    home: Path
    tr: Translator
    today: date
    stdin: TextIO
    out: TextIO
    err: TextIO
    columns: int
    json: bool = False
    dumb: bool = False
    ascii_signs: bool = False
    settings: Path | None = None
    language_asked: bool = True

    def write(self, *lines: str) -> None:
        """Lines for a person, on standard output."""
        with suppress(BrokenPipeError):  # the reader had enough (`| head`): the work goes on to its end
            for line in lines:
                print(clean(line, lines=True).rstrip(), file=self.out)

    def progress(self, line: str) -> None:
        """A line that is no result: on standard error."""
        print(clean(line), file=self.err)

    def facts(self, facts: Any) -> None:
        """Facts for a program, on standard output."""
        import json

        with suppress(BrokenPipeError):
            print(json.dumps(facts, ensure_ascii=False, indent=1, allow_nan=False, default=str), file=self.out)

    def raw(self, text: str) -> None:
        """A file's text for a program, on standard output: UTF-8 and its own line ends, whatever the console has."""
        with suppress(BrokenPipeError):
            buffer = getattr(self.out, "buffer", None)
            if buffer is None:
                self.out.write(text)
            else:
                self.out.flush()
                buffer.write(text.encode())

    @property
    def archive(self) -> Archive:
        """The audits of the folder."""
        from readycheck.storage.archive import Archive

        return Archive(self.home)

    def save(self, file: AuditFile, document: Mapping[str, Any]) -> AuditFile:
        """`Archive.save`; where somebody changed the file by hand since the last one, that is said, once."""
        saved = self.archive.save(file, document)
        if file.by_hand is not None:
            self.progress(self.tr(file.by_hand))
        if self.archive.aside.conflicts_of(file.path).is_dir():
            from readycheck.storage.apart import waiting_told

            told = waiting_told(self.archive, saved)
            if told is not None:
                self.progress(self.tr(told))
        return saved

    def at_a_terminal(self) -> bool:
        """Whether a person sits at both ends: an app without a terminal would only hang."""
        return self.stdin.isatty() and self.out.isatty()

    def agrees(self, question: str) -> bool:
        """Ask the person, in a sentence of their language, on standard error: the output may be kept."""
        print(clean(question), end=" ", file=self.err, flush=True)
        return self.stdin.readline().strip().casefold() in YES


def open_desk(
    arguments: Any, lang: str, today: date | None, environ: Mapping[str, str],
    streams: tuple[TextIO, TextIO, TextIO], columns: int,
) -> Desk:
    """The desk for these words; what was not injected comes from the real clock."""
    stdin, out, err = streams
    home = data_home(getattr(arguments, "home", None), environ)
    return Desk(
        home=home,
        tr=Translator("fi" if lang == "fi" else "en"),
        today=today or date.today(),
        stdin=stdin, out=out, err=err, columns=columns,
        json=getattr(arguments, "json", False),
        dumb=environ.get("TERM", "") in ("", "dumb") or bool(environ.get("NO_COLOR")),
        ascii_signs=ascii_signs(terminal_encoding(getattr(out, "encoding", None), environ), environ),
        settings=settings_home(home),
        language_asked=hasattr(arguments, "lang") or _locale_is_chosen(environ),
    )


def _locale_is_chosen(environ: Mapping[str, str]) -> bool:
    """Whether the language was set on purpose: LANG every system has, and "C" is no language."""
    named = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES") if environ.get(name)), "C")
    return named.partition(".")[0] not in ("C", "POSIX")


def run_verb(arguments: Any, desk: Desk) -> int:
    """Call the verb's own module, `readycheck.commands.<verb>`."""
    assert isinstance(arguments, argparse.Namespace)
    name = MODULES.get(arguments.verb, arguments.verb)
    status: int = importlib.import_module(f"readycheck.commands.{name}").run(arguments, desk)
    return status
