"""The words of the command line, in the person's language. Only argparse is imported: start-up counts."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

Words = Callable[[str], str]
KEPT_GLOBALS = ("_", "ngettext")  # where argparse looks its own sentences up


class WrongUse(Exception):
    """Words that make no command; the text says which and what helps."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that tells its mistakes by WrongUse and prints its help to a given stream."""

    def __init__(self, *, tr: Words, columns: int, out: TextIO, **rest: Any) -> None:
        self.tr, self._out = tr, out

        def formatter(prog: str) -> argparse.HelpFormatter:
            return argparse.RawDescriptionHelpFormatter(prog, max_help_position=26, width=columns)

        super().__init__(formatter_class=formatter, allow_abbrev=False, add_help=False, **rest)
        self.add_argument("-h", "--help", action="help", help=tr("show this help"))
        # no defaults: a verb's parser must not wipe out what stood before the verb
        unset = argparse.SUPPRESS
        self.add_argument("--home", metavar=tr("DIR"), default=unset, help=tr("folder of the audits"))
        self.add_argument("--lang", choices=("fi", "en"), default=unset, help=tr("language"))

    def error(self, message: str) -> Any:
        """Leave by WrongUse: who called prints one line and knows the exit status."""
        where = self.tr("Help: {command} --help").format(command=self.prog)
        raise WrongUse(f"{message.rstrip('.')}. {where}" if message[-1:] not in "?!" else f"{message} {where}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(None, _no_choice(str(value), list(action.choices), self.tr))

    def _print_message(self, message: str, file: Any = None) -> None:
        from contextlib import suppress

        with suppress(BrokenPipeError):  # the reader had enough: who flushes at the end sees to it
            self._out.write(message)


def _no_choice(value: str, choices: Sequence[str], tr: Words) -> str:
    from readycheck.errors import close_names

    close = close_names(value, choices, 1)
    if close:
        return tr("\"{value}\" is not known; did you mean \"{close}\"?").format(value=value, close=close[0])
    known = ", ".join(choices)
    return tr("\"{value}\" is not known; choose from {choices}.").format(value=value, choices=known)


class speaking:  # noqa: N801 - used as a statement: `with speaking(tr):`
    """While it lasts, argparse's own sentences come out of our catalogue."""

    def __init__(self, tr: Words) -> None:
        self._words = dict(zip(argparse_sentences(str), argparse_sentences(tr), strict=True))

    def __enter__(self) -> None:
        self._before = {name: getattr(argparse, name) for name in KEPT_GLOBALS}
        setattr(argparse, "_", lambda text: self._words.get(text, text))  # noqa: B010 - no public name
        setattr(argparse, "ngettext", lambda one, many, n: self._words.get(one, one))  # noqa: B010

    def __exit__(self, *_: object) -> None:
        for name, value in self._before.items():
            setattr(argparse, name, value)


def argparse_sentences(tr: Words) -> tuple[str, ...]:
    """What argparse says, each sentence through `tr`."""
    return (
        tr("usage: "), tr("options"), tr("positional arguments"),
        tr("argument %(argument_name)s: %(message)s"),
        tr("unrecognized arguments: %s"),
        tr("the following arguments are required: %s"),
        tr("expected one argument"), tr("expected at least one argument"),
        tr("invalid %(type)s value: %(value)r"),
        tr("ignored explicit argument %r"),
        tr("not allowed with argument %s"),
    )


def build_parser(tr: Words, argv: Sequence[str], columns: int, out: TextIO) -> Parser:
    """The whole parser; only verbs that stand in `argv` get their arguments: the rest is one line of help."""
    from readycheck import __version__

    settings: dict[str, Any] = {"tr": tr, "columns": columns, "out": out}
    parser = Parser(
        prog="readycheck",
        usage=tr("readycheck [options] [COMMAND …]"),
        description=tr(
            "Is your web shop's customer service ready for the season?\n"
            "Your own answers, checked against your own data."
        ),
        epilog=tr(
            "Without a command the app opens. SHOP[/YEAR] is a shop of the folder (the newest\n"
            "season unless said) or the path of an audit file. Look around: readycheck demo\n"
            "Exit status: 0 done; 1 a threshold not met; 2 wrong use or unreadable input."
        ),
        **settings,
    )
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=__version__, help=tr("show the version"))
    group = parser.add_subparsers(dest="verb", title=tr("commands"), metavar=tr("COMMAND"), prog="readycheck")
    for verb, summary in summaries(tr).items():
        made = group.add_parser(verb, help=summary, description=summary, **settings)
        if verb in argv:
            from readycheck.commands.verbs import VERBS

            VERBS[verb](made, tr)
    return parser


def summaries(tr: Words) -> Mapping[str, str]:
    """Every command and what it does, in the order of the work."""
    return {
        "open": tr("the app, on a shop's season"),
        "demo": tr("a made-up shop with three seasons, to look around in"),
        "new": tr("start the audit of a season"),
        "list": tr("shops and seasons, with their latest scores"),
        "import": tr("read orders, contacts or survey answers from exports"),
        "answer": tr("answer one question"),
        "set": tr("change any value of the audit file"),
        "score": tr("the scores, and what they are made of"),
        "hours": tr("where the next weekly opening hours should go"),
        "staffing": tr("January week by week: what is needed, what is planned"),
        "compare": tr("year against year"),
        "report": tr("write the report"),
        "agreement": tr("the one page that a sparring session ends in"),
        "actions": tr("what to do, and by when"),
        "portfolio": tr("all shops of the folder side by side"),
        "checklist": tr("list, show, validate or start a checklist; take one up in an audit"),
        "verify": tr("read and check every file of the folder"),
        "merge": tr("what was changed in two places, and copies from syncing"),
        "export": tr("an audit in one file, to send to somebody"),
        "take": tr("take in an audit that somebody sent"),
        "forget": tr("remove everything that is kept of a shop or a season"),
        "serve": tr("the app in a browser, on this machine only"),
        "keys": tr("every key of the app, and how to give it another"),
        "schema": tr("what a command's JSON holds, as a JSON schema"),
    }


def parse(parser: Parser, argv: Sequence[str], tr: Words) -> argparse.Namespace:
    """The parsed words. A list cut in two by an option (`compare SHOP --json 2025 2026`) is still one."""
    arguments, rest = parser.parse_known_args(argv)
    list_name = getattr(arguments, "rest", None)
    if rest and list_name is not None and not any(word.startswith("-") for word in rest):
        getattr(arguments, list_name).extend(rest)
    elif rest:
        parser.error(tr("unrecognized arguments: %s") % " ".join(rest))
    if getattr(arguments, "json", False) and not getattr(arguments, "prints_facts", False):
        parser.error(tr("unrecognized arguments: %s") % "--json")
    if arguments.verb is None:
        arguments.verb, arguments.shop = "open", None
    return arguments
