"""The command line: words → calls → exit status. The clock, the home folder and the locale enter here.

Nothing is imported here that `readycheck --help` can do without: start-up counts in scripts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from readycheck.commands.statuses import DONE, INTERRUPTED, WRONG_USE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import TextIO

    from readycheck.commands.arguments import Words


def main(
    argv: Sequence[str] | None = None, *, today: date | None = None,
    environ: Mapping[str, str] | None = None,
    stdin: TextIO | None = None, stdout: TextIO | None = None, stderr: TextIO | None = None,
) -> int:
    """Run one command and answer with its exit status (INTERFACE.md). What is not given is the real thing."""
    argv = sys.argv[1:] if argv is None else list(argv)
    environ = os.environ if environ is None else environ
    for stream in (sys.stdout, sys.stderr):
        _forgiving(stream)
    lang = language(argv, environ)
    out = sys.stdout if stdout is None else stdout
    err = sys.stderr if stderr is None else stderr
    tr = words(lang)
    try:
        status = _run(argv, lang, tr, today, environ, (stdin or sys.stdin, out, err))
        return _flushed(out, status)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _refuse(err, [_cannot(error, tr)])
    except Exception as error:  # noqa: BLE001 - a traceback would print locals, which may be customers' data
        unexpected = tr("Something unexpected stopped the command ({kind}); it was not finished.")
        return _refuse(err, [unexpected.format(kind=type(error).__name__)])


def language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """`--lang`, wherever it stands, else the locale's language: wanted before the parser, for its help."""
    wanted = ""
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        if word == "--":
            break
        if word == "--lang" or word.startswith("--lang="):
            wanted = following if word == "--lang" else word.partition("=")[2]
    if wanted in ("fi", "en"):
        return wanted
    named = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "")
    return "fi" if (named or _windows_language(environ)).lower().startswith("fi") else "en"


def _windows_language(environ: Mapping[str, str]) -> str:
    """What Windows speaks to this person, such as "fi_FI": it sets no locale in the environment."""
    if sys.platform != "win32" or environ is not os.environ:
        return ""
    import ctypes
    from locale import windows_locale

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def words(lang: str) -> Words:
    """The catalogue alone, without the forms of dates and numbers that help texts have no use for."""
    import gettext

    folder = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 - pathlib is 5 ms
    return gettext.translation("readycheck", folder, [lang], fallback=True).gettext


def _run(
    argv: Sequence[str], lang: str, tr: Words, today: date | None,
    environ: Mapping[str, str], streams: tuple[TextIO, TextIO, TextIO],
) -> int:
    from readycheck.commands.arguments import WrongUse, build_parser, parse, speaking

    with speaking(tr):
        try:
            parser = build_parser(tr, argv, _columns(environ), streams[1])
            arguments = parse(parser, argv, tr)
        except WrongUse as wrong_use:
            return _refuse(streams[2], [str(wrong_use)])
        except SystemExit as finished:  # argparse has printed the help or the version
            return int(finished.code or DONE)
    return _call(arguments, lang, today, environ, streams)


def _call(
    arguments: object, lang: str, today: date | None,
    environ: Mapping[str, str], streams: tuple[TextIO, TextIO, TextIO],
) -> int:
    """Hand the parsed words to the verb's own module; its refusals become a line each."""
    from readycheck.commands.desk import open_desk, run_verb
    from readycheck.errors import ReadycheckError

    desk = open_desk(arguments, lang, today, environ, streams, _columns(environ))
    try:
        return run_verb(arguments, desk)
    except ReadycheckError as error:
        return _refuse(streams[2], [desk.tr(problem.message()) for problem in error.problems])
    except SystemExit as ended:  # the app was ended by a signal
        return int(ended.code or DONE)


def _refuse(err: TextIO, sentences: Sequence[str]) -> int:
    from readycheck.core.text import clean

    for sentence in sentences:
        print(clean(f"readycheck: {sentence}"), file=err)
    return WRONG_USE


def _cannot(error: OSError, tr: Words) -> str:
    reason = error.strerror or error
    if not error.filename:  # the output itself, such as a redirection to a full disk
        return tr("not everything could be read or written ({reason}).").format(reason=reason)
    return tr("{file}: cannot be read or written ({reason}).").format(file=error.filename, reason=reason)


def _columns(environ: Mapping[str, str]) -> int:
    """The width to write in: COLUMNS, else the terminal's, else 80; never over 100."""
    given = environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return max(40, min(100, columns or 80))


def _forgiving(stream: object) -> None:
    """An old console that lacks a letter gets a question mark instead of a crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _flushed(out: TextIO, status: int) -> int:
    """The status, once everything is out; a reader that has gone (`| head`) is no mistake of the command's."""
    try:
        out.flush()
    except BrokenPipeError:
        from contextlib import suppress

        with suppress(OSError, ValueError):  # a stream without a file of its own has nothing to flush at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    return status
