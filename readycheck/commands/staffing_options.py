"""The words of `readycheck staffing`, and which of them go together."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.arguments import Parser, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from readycheck.core.message import Message

MOST_HOURS = 2000
MIN_SHIFT = 4
LONGEST_SHIFT = 24
OF_THE_SAVED = ("--scenarios", "--drop", "--check", "--learn")
"""What has no use for a what-if."""


def add_options(parser: Parser, tr: Words, whole: Callable[[str], float]) -> None:
    """Every option but SHOP and --json; `whole` reads a whole number."""
    parser.add_argument("--set", action="append", default=[], dest="changes", metavar=tr("KEY=VALUE"),
                        help=tr("what if: e.g. staffing.chat.aht=420 (may be given again; nothing is saved)"))
    parser.add_argument("--scenario", metavar=tr("NAME"), help=tr("what if: a scenario that was kept"))
    parser.add_argument("--keep", metavar=tr("NAME"), help=tr("keep what --set says as a scenario of that name"))
    parser.add_argument("--scenarios", action="store_true", help=tr("the saved plan and all scenarios side by side"))
    parser.add_argument("--drop", metavar=tr("NAME"), help=tr("forget a scenario"))
    parser.add_argument("--explain", action="store_true", help=tr("the arithmetic of the forecast and the need"))
    parser.add_argument("--suggest", type=whole, metavar=tr("HOURS"),
                        help=tr("the days on which so many more agent-hours would do most good"))
    parser.add_argument("--csv", metavar=tr("FILE"),
                        help=tr("the need hour by hour as a CSV file (- for standard output)"))
    parser.add_argument("--check", action="store_true", help=tr("how good the forecast was on the shop's own past"))
    parser.add_argument("--learn", action="store_true",
                        help=tr("take what last season's forecast missed into this season's interval"))
    parser.add_argument("--min-shift", type=whole, metavar=tr("HOURS"), help=tr("with --suggest: shortest shift (4)"))
    parser.add_argument("--take", action="store_true", help=tr("with --suggest: put the hours into the plan"))


def check_options(arguments: Namespace) -> None:
    """ReadycheckError with a sentence for every option that does not go with the others."""
    from readycheck.errors import Problem, ReadycheckError

    found = [Problem(what, key=option) for option, what in _problems(arguments)]
    if found:
        raise ReadycheckError(*found)


def _problems(arguments: Namespace) -> Iterator[tuple[str, Message]]:
    from readycheck.core.message import say

    tried = [option for option, given in (("--set", arguments.changes), ("--scenario", arguments.scenario)) if given]
    mode, *others = _modes(arguments) or ["plain"]
    for other in others:
        yield other, say("does not go with {option}.", option=mode)
    if arguments.keep is not None and not arguments.changes:
        yield "--keep", say("needs at least one --set KEY=VALUE: a scenario is what they change.")
    if arguments.keep is not None and mode not in ("plain", "--explain"):
        yield "--keep", say("does not go with {option}.", option=mode)
    elif tried and mode in OF_THE_SAVED:
        yield mode, say("does not go with {option}.", option=tried[0])
    if getattr(arguments, "json", False) and mode in ("--csv", "--drop"):
        yield mode, say("does not go with {option}.", option="--json")
    yield from _of_suggest(arguments, tried)


def _modes(arguments: Namespace) -> list[str]:
    """The options that say what is printed: at most one of them makes sense."""
    given = {
        "--scenarios": arguments.scenarios, "--drop": arguments.drop is not None, "--explain": arguments.explain,
        "--suggest": arguments.suggest is not None, "--csv": arguments.csv is not None, "--check": arguments.check,
        "--learn": arguments.learn,
    }
    return [option for option, there in given.items() if there]


def _of_suggest(arguments: Namespace, tried: list[str]) -> Iterator[tuple[str, Message]]:
    from readycheck.core.message import say

    if arguments.suggest is None:
        for option, given in (("--take", arguments.take), ("--min-shift", arguments.min_shift is not None)):
            if given:
                yield option, say("needs --suggest HOURS.")
        return
    if arguments.take and tried:
        yield "--take", say("does not go with {option}: hours are given to the saved plan.", option=tried[0])
    shift = shortest_shift(arguments)
    for option, value, most in (("--suggest", arguments.suggest, MOST_HOURS), ("--min-shift", shift, LONGEST_SHIFT)):
        if not 1 <= value <= most:
            yield option, say("must be from 1 to {most:,} hours.", most=most)
            return
    if arguments.suggest < shift:
        yield "--suggest", say("must be at least the shortest shift, {hours} hours (--min-shift changes it).",
                               hours=shift)


def shortest_shift(arguments: Namespace) -> int:
    """What `--min-shift` says, else four hours."""
    return MIN_SHIFT if arguments.min_shift is None else int(arguments.min_shift)
