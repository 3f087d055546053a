"""Each command's own arguments, in the person's language."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Mapping

from readycheck.commands.arguments import Parser, Words
from readycheck.commands.staffing_options import add_options


def _open(parser: Parser, tr: Words) -> None:
    parser.add_argument("shop", nargs="?", metavar=tr("SHOP[/YEAR]"),
                        help=tr("which shop; without it, the list of shops"))


def _demo(parser: Parser, tr: Words) -> None:
    parser.add_argument("--print", action="store_true", dest="print_only",
                        help=tr("print its scores instead of opening the app"))
    parser.add_argument("--fresh", action="store_true", help=tr("make it again from scratch; changes to it are lost"))


def _serve(parser: Parser, tr: Words) -> None:
    parser.add_argument("--port", type=_number(tr, whole=True), metavar="N",
                        help=tr("the port on 127.0.0.1 (8765, or the next that is free)"))
    parser.add_argument("--tab", action="store_true", help=argparse.SUPPRESS)  # one tab, as the server starts it


def _keys(parser: Parser, tr: Words) -> None:
    parser.add_argument("--toml", action="store_true",
                        help=tr("as a keys.toml in which other keys can be written"))
    _json(parser, tr)


def _new(parser: Parser, tr: Words) -> None:
    parser.add_argument("shop", metavar=tr("SHOP/YEAR"),
                        help=tr("short name and the year of the peak, e.g. yarn-shop/2026"))
    parser.add_argument("--name", metavar=tr("NAME"), help=tr("the shop's name as it is written"))
    parser.add_argument("--country", default=None, metavar=tr("CC"),
                        help=tr("country, for its public holidays (that of this machine's clock)"))
    parser.add_argument("--timezone", default=None, metavar=tr("ZONE"),
                        help=tr("time zone (the country's)"))
    parser.add_argument("--like", type=_number(tr, whole=True), metavar=tr("YEAR"),
                        help=tr("carry hours, contact reasons, FAQ and plan over from that season"))


def _list(parser: Parser, tr: Words) -> None:
    _json(parser, tr)


class _InsteadOfAll(argparse.Action):
    """An option that needs none of the other words."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *_: object) -> None:
        setattr(namespace, self.dest, True)
        for action in parser._actions:
            action.required = False


def _import(parser: Parser, tr: Words) -> None:
    parser.add_argument("--list-formats", action=_InsteadOfAll, nargs=0, default=False,
                        help=tr("list the export formats it knows, and nothing else"))
    parser.add_argument("kind", choices=("orders", "contacts", "survey"), help=tr("what the files hold"))
    _shop(parser, tr)
    parser.add_argument("files", nargs="+", metavar=tr("FILE"), help=tr("exports of one source"))
    parser.add_argument("--format", default="auto", metavar=tr("FORMAT"),
                        help=tr("where the export comes from (auto; --list-formats names them)"))
    parser.add_argument("--source", metavar=tr("NAME"),
                        help=tr("name of the source; a later import of the same name replaces this one"))
    parser.add_argument("--timezone", metavar=tr("ZONE"),
                        help=tr("time zone of times given without one"))
    parser.add_argument("--column", action="append", default=[], metavar=tr("WHAT=COLUMN"),
                        help=tr("which column is what, e.g. time=Created (may be given again)"))
    parser.add_argument("--channel", metavar=tr("CHANNEL"),
                        help=tr("all these contacts came by it (a phone log has no column for that)"))
    parser.add_argument("--orders", action="append", default=[], metavar=tr("FILE"),
                        help=tr("the orders that contacts name, to count the days between (may be given again)"))
    parser.add_argument("--dates", choices=("dmy", "mdy"),
                        help=tr("whether 3/4/2026 is 3 April (dmy) or 4 March (mdy)"))
    parser.add_argument("--sheet", metavar=tr("NAME"), help=tr("which sheet of a workbook"))
    parser.add_argument("--code-reasons", action="store_true",
                        help=tr("find missing contact reasons by keywords in subjects and tags"))
    parser.add_argument("--read-texts", action="store_true",
                        help=tr("find them by keywords in the messages too; no text is kept"))
    parser.add_argument("--ask-again", action="store_true",
                        help=tr("ignore what was chosen for such files before"))
    parser.add_argument("--dry-run", action="store_true",
                        help=tr("show what was recognised and change nothing"))
    parser.add_argument("--progress", choices=("auto", "lines", "none"), default="auto",
                        help=tr("on standard error: as the terminal can (auto), JSON lines, or none"))
    _json(parser, tr)
    parser.set_defaults(rest="files")


def _answer(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("question", metavar=tr("QUESTION"),
                        help=tr("e.g. peak-season/presence.evenings, or just presence.evenings"))
    parser.add_argument("value", metavar=tr("VALUE"),
                        help=tr("yes, partly, no, unknown, or na (does not concern us)"))
    parser.add_argument("--note", metavar=tr("TEXT"), help=tr("a note; the reason where the answer is na"))
    parser.add_argument("--evidence", action="append", metavar=tr("LINK"),
                        help=tr("link or file (may be given again)"))
    parser.add_argument("--by", choices=("owner", "consultant", "agreed"), default="owner",
                        help=tr("whose answer (owner)"))


def _set(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("changes", nargs="+", metavar=tr("KEY=VALUE"),
                        help=tr("e.g. hours.chat.mon=08:00-16:00,17:00-20:00"))
    parser.set_defaults(rest="changes")


def _score(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("--explain", action="store_true", help=tr("the arithmetic of every score"))
    parser.add_argument("--fail-under", type=_number(tr), metavar="N",
                        help=tr("exit with status 1 when readiness is below N"))
    _json(parser, tr)


def _hours(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("--suggest", type=_number(tr, whole=True), metavar=tr("HOURS"), required=True,
                        help=tr("how many more hours a week there are to give"))
    parser.add_argument("--min-shift", type=_number(tr, whole=True), default=2, metavar=tr("HOURS"),
                        help=tr("shortest shift (2)"))
    _json(parser, tr)


def _staffing(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    add_options(parser, tr, _number(tr, whole=True))
    _json(parser, tr)


def _compare(parser: Parser, tr: Words) -> None:
    parser.add_argument("what", nargs="+", metavar=tr("SHOP [YEAR …]"),
                        help=tr("a shop and years (all of them when left out), or audit files"))
    parser.add_argument("-o", "--output", metavar=tr("FILE"),
                        help=tr("a page of its own; the ending says the form: .html, .md, .json or .csv"))
    parser.add_argument("--explain", action="store_true", help=tr("the arithmetic of every test"))
    parser.add_argument("--fail-on-regression", type=_number(tr), nargs="?", const=0.0, metavar=tr("POINTS"),
                        help=tr("exit with status 1 when readiness over what both have fell by more than POINTS (0),"
                                " or when nothing compares"))
    _json(parser, tr)
    parser.set_defaults(rest="what")


def _report(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("--against", metavar=tr("YEAR|FILE"),
                        help=tr("the season to compare with, or an audit file"))
    parser.add_argument("-o", "--output", required=True, metavar=tr("FILE"),
                        help=tr("the ending says the form: .html, .md, .json or .csv"))


def _agreement(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("-o", "--output", metavar=tr("FILE"),
                        help=tr("the ending says the form: .html or .md (else Markdown on standard output)"))


def _actions(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    for option, words in {
        "--done": tr("mark these as done"), "--reopen": tr("mark these as open again"),
        "--instead": tr("where it is too late: put what was to be done instead on the list"),
    }.items():
        parser.add_argument(option, nargs="+", metavar=tr("ID"), help=words)
    parser.add_argument("--carry", nargs="*", metavar=tr("ID"),
                        help=tr("take over what the season before left open; without ID: show it"))
    parser.add_argument("--ics", metavar=tr("FILE"), help=tr("write them as a calendar too (iCalendar)"))
    _json(parser, tr)


def _portfolio(parser: Parser, tr: Words) -> None:
    from readycheck.commands.portfolio_options import add_options as add_portfolio_options

    add_portfolio_options(parser, tr)
    _json(parser, tr)


def _checklist(parser: Parser, tr: Words) -> None:
    parser.add_argument("what", choices=("list", "show", "validate", "new", "changes", "take", "drop"),
                        help=tr("what to do"))
    parser.add_argument("file", nargs="?", metavar=tr("CHECKLIST|SHOP"),
                        help=tr("a checklist's name or its YAML file; for changes, take and drop first SHOP[/YEAR]"))
    parser.add_argument("name", nargs="?", metavar=tr("CHECKLIST"),
                        help=tr("the checklist to look at, to take or to drop (the newer ones that ship with the "
                                "program)"))
    parser.add_argument("--against", metavar=tr("CHECKLIST"),
                        help=tr("validate: what the file changes against an earlier version"))
    parser.add_argument("--older", action="store_true", help=tr("take: go back to an earlier version"))
    parser.add_argument("--yes", action="store_true", help=tr("do not ask: for scripts"))
    parser.add_argument("--dry-run", action="store_true", help=tr("show what changes and change nothing"))
    _json(parser, tr)


def _verify(parser: Parser, tr: Words) -> None:
    parser.add_argument("--repair", action="store_true",
                        help=tr("repair what can be repaired without losing anything"))
    _json(parser, tr)


def _merge(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("keys", nargs="*", metavar=tr("KEY"),
                        help=tr("which items, by key or number in the list (all)"))
    parser.add_argument("--take", choices=("file", "kept", "mine", "theirs"), metavar="file|kept",
                        help=tr("choose: what the file holds, or the value kept aside"))
    parser.add_argument("--copies", action="store_true",
                        help=tr("bring in the edits of copies that a sync program made"))
    _json(parser, tr)
    parser.set_defaults(rest="keys")


def _export(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("-o", "--output", required=True, metavar=tr("FILE"), help=tr("the file to send, *.zip"))
    parser.add_argument("--all", action="store_true", help=tr("all the shop's seasons, not this one alone"))
    parser.add_argument("--force", action="store_true", help=tr("replace a file, whatever is in it"))
    _json(parser, tr)


def _take(parser: Parser, tr: Words) -> None:
    parser.add_argument("file", metavar=tr("FILE"), help=tr("what `readycheck export` wrote"))
    parser.add_argument("--as", dest="into", metavar=tr("SHOP"), help=tr("into this shop of the folder, or a new one"))
    parser.add_argument("--yes", action="store_true", help=tr("do not ask: for scripts"))
    parser.add_argument("--dry-run", action="store_true", help=tr("show what would come in and change nothing"))
    _json(parser, tr)


def _forget(parser: Parser, tr: Words) -> None:
    _shop(parser, tr)
    parser.add_argument("--yes", action="store_true", help=tr("do not ask: for scripts"))
    parser.add_argument("--dry-run", action="store_true", help=tr("tell what is kept and remove nothing"))
    _json(parser, tr)


def _schema(parser: Parser, tr: Words) -> None:
    parser.add_argument("name", nargs="?", metavar=tr("COMMAND"),
                        help=tr("which command's JSON; without it, the names that there are"))


def _shop(parser: Parser, tr: Words) -> None:
    parser.add_argument("shop", metavar=tr("SHOP[/YEAR]"),
                        help=tr("which shop, or the path of an audit file"))


def _json(parser: Parser, tr: Words) -> None:
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS,
                        help=tr("for programs: JSON, unrounded"))
    parser.set_defaults(prints_facts=True)


def _number(tr: Words, *, whole: bool = False) -> Callable[[str], float]:
    """A type for argparse whose complaint is in the person's language."""
    def read(text: str) -> float:
        try:
            value = int(text) if whole else float(text.replace(",", "."))
        except ValueError:
            value = math.nan
        if not math.isfinite(value) or value < 0:
            wanted = (
                tr("a whole number is wanted, not \"{text}\".") if whole
                else tr("a number is wanted, not \"{text}\".")
            )
            raise argparse.ArgumentTypeError(wanted.format(text=text))
        return value
    return read


VERBS: Mapping[str, Callable[[Parser, Words], None]] = {
    "open": _open, "demo": _demo, "new": _new, "list": _list, "import": _import, "answer": _answer,
    "set": _set, "score": _score, "hours": _hours, "staffing": _staffing, "compare": _compare,
    "report": _report, "agreement": _agreement, "actions": _actions, "portfolio": _portfolio, "checklist": _checklist,
    "verify": _verify, "merge": _merge, "export": _export, "take": _take,
    "forget": _forget, "serve": _serve, "keys": _keys, "schema": _schema,
}
