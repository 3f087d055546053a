"""Key presses on every screen, each beside a bare app that paints about as much: the slowest but one."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readycheck.storage.season_index import SETTLED
from tests.bench import bare
from tests.bench.many_shops import FIRST, many_shops
from tests.bench.screen import QUIET, Screen, environ
from tests.bench.stopwatch import ROOT, Ratio

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
PAGE_DOWN, PAGE_UP, BACK = "\x1b[6~", "\x1b[5~", "\x7f"
CLEAR_ESCAPE = "\x1b[27u"
"""Escape as terminals with kitty's keyboard protocol send it: after a lone one every Textual app waits for 0.1 s."""
MANY, SOME, TURN = 60, 20, 20
"""Presses where most time is spent, and elsewhere; the next key follows as soon as the repaint is over: five to ten
a second, as of a person in a hurry."""
AT_REST = 0.4
TYPED = tuple("missa pakettini on") + (BACK,) * 18
FILTERED = tuple("kauppa 01") + (BACK,) * 9
STEPS = (DOWN,) * 10 + (UP,) * 10
PAGES = (*STEPS, PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_UP)
FEW = (DOWN, DOWN, DOWN, UP, UP, UP)


@dataclass(frozen=True)
class Bare:
    """A bare app and the keys that are pressed there."""

    name: str
    program: str
    keys: Sequence[str] = STEPS


LIST = Bare("a bare Textual app: the cursor of a table, the same keys", bare.TABLE, PAGES)
BESIDE = Bare("a bare Textual app: a table, the text of its row beside it", bare.TABLE_AND_TEXT)
FINDING = Bare("a bare Textual app: typing into an input, the list below it follows", bare.INPUT_AND_LIST, TYPED)
FORM = Bare("a bare Textual app: a window with as many fields, opened and closed", bare.FORM, ("e", CLEAR_ESCAPE))
FIELD = Bare("a bare Textual app: typing into an input", bare.INPUT, TYPED)


@dataclass(frozen=True)
class Walk:
    """`there` leads from the questions to the screen; `keys` are pressed round and round."""

    what: str
    there: Sequence[str]
    keys: Sequence[str]
    beside: Bare
    presses: int = SOME


WALKS = (
    Walk("shops and seasons, 1,000 audits: arrows, pages", ("q",), PAGES, LIST, MANY),
    Walk("shops, who needs you first: arrows, pages", ("q", "s"), PAGES, LIST, MANY),
    Walk("shops, who needs you first: typing a filter", ("q", "s", "f"), FILTERED, FINDING, MANY),
    Walk("questions: from one to the next", (), (*STEPS, RIGHT, RIGHT, LEFT, LEFT), BESIDE, MANY),
    Walk("questions: answering", (), ("y", DOWN, "n", DOWN, "p", DOWN, UP, "y", UP, "n", UP), BESIDE, MANY),
    Walk("finding questions, reasons, actions", ("/",), TYPED, FINDING, MANY),
    Walk("hours: moving, painting", ("2",), (RIGHT, " ", DOWN, " ", LEFT, UP, "c"), BESIDE, MANY),
    Walk("reasons", ("3",), FEW, BESIDE),
    Walk("January: settings", ("4", "\t"), FEW, BESIDE),
    Walk("January: trying values", ("4", "\t", DOWN), ("+", "-"), BESIDE),
    Walk("path", ("5",), FEW, BESIDE),
    Walk("years", ("6",), (*FEW, RIGHT, LEFT), BESIDE),
    Walk("actions", ("7", "\r"), FEW, BESIDE),
    Walk("actions: typing into the form", ("7", "\r", "a"), TYPED, FIELD),
    Walk("observations: the form, and back", ("7", DOWN, "\r"), ("e", CLEAR_ESCAPE), FORM, MANY),
    Walk("service quality", ("7", *(DOWN,) * 2, "\r"), FEW, BESIDE),
    Walk("channels", ("7", *(DOWN,) * 3, "\r"), FEW, BESIDE),
    Walk("stages", ("7", *(DOWN,) * 4, "\r"), FEW, BESIDE),
    Walk("order confirmation", ("7", *(DOWN,) * 5, "\r"), FEW, BESIDE),
    Walk("sparring: from one to the next", ("8",), (*STEPS, RIGHT, RIGHT, LEFT, LEFT), BESIDE),
    Walk("sparring: answering, agreeing", ("8",), ("y", "n", DOWN, "p", "y", DOWN, UP, UP), BESIDE),
    Walk("sparring: the agenda", ("8", "a"), FEW, BESIDE),
)


def key_ratios(folder: Path) -> Iterator[Ratio]:
    """Every screen; 130 MB of audits go into `folder`."""
    print(f"slowest but one of {MANY} keys, elsewhere of {SOME}, 80 × 24: from the writing of the key to the last byte "
          f"before {1000 * QUIET:.0f} ms of silence", flush=True)
    home = many_shops(folder)
    _look_once(home)
    for walk in WALKS:
        yield walked(home, walk)


def _look_once(home: Path) -> None:
    """What lists say of the shops goes into the index, as after a first look, which scores them beside the keys."""
    time.sleep(SETTLED / 1e9)  # what was written a moment ago is not kept there
    subprocess.run([sys.executable, "-m", "readycheck", "--home", str(home), "portfolio", "--json"], cwd=ROOT,
                   env=environ(), check=True, stdout=subprocess.DEVNULL)


def walked(home: Path, walk: Walk) -> Ratio:
    """Ours and the bare app in turns of some keys; the medians stand in the text."""
    words = ("-m", "readycheck", "--home", str(home), "--lang", "en", "open", f"{FIRST}/2026")
    with Screen(*words) as ours, Screen("-c", walk.beside.program) as theirs:
        for screen, keys in ((ours, walk.there), (theirs, ())):
            screen.rest(3 * AT_REST, began=1.0)
            for key in keys:
                screen.send(key)
                screen.rest(AT_REST)
        times = _in_turns(((ours, walk.keys), (theirs, walk.beside.keys)), walk.presses)
    (median, slow), (their_median, their_slow) = (_quantiles(each, walk.presses) for each in times)
    note = f"p50 {1000 * median:.0f} against {1000 * their_median:.0f} ms"
    return Ratio(f"{walk.what} ({note})", walk.beside.name, slow, their_slow)


def _in_turns(sides: Sequence[tuple[Screen, Sequence[str]]], presses: int) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in sides]
    for start in range(0, presses, TURN):
        for (screen, keys), found in zip(sides, times, strict=True):
            for n in range(start, start + TURN):
                took = screen.press(keys[n % len(keys)])
                if took is not None:
                    found.append(took)
    return times


def _quantiles(times: Sequence[float], presses: int) -> tuple[float, float]:
    """Median and slowest but one."""
    if len(times) < presses // 2:
        raise RuntimeError(f"only {len(times)} of {presses} keys painted anything")
    return statistics.median(times), sorted(times)[-2]
