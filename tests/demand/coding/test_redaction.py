"""People taken out of a text that is shown for a moment: numbers by shape, addresses, names as far as a rule can."""

from __future__ import annotations

import gc
import json
import re
import time
from typing import Any

import pytest

from readycheck.demand.coding import lexicon, matching, names, redact, stems
from readycheck.demand.coding.keywords import rules_of
from readycheck.demand.coding.matching import Matcher
from readycheck.demand.preview import HIDDEN
from readycheck.storage.checklists import reason_codes
from tests.demand.imports import HOSTILE

SAMPLES = json.loads((HOSTILE / "pii_samples.json").read_text(encoding="utf-8"))
REDOS = json.loads((HOSTILE / "redos.json").read_text(encoding="utf-8"))
MATCHER = Matcher(rules_of(reason_codes(), {}))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["text"][:20])
def test_the_samples_of_personal_data(sample: dict[str, Any]) -> None:
    shown = redact.redact(sample["text"], MATCHER.knows)
    assert [secret for secret in sample["must_hide"] if secret in shown] == []
    assert [kept for kept in sample.get("must_keep", ()) if kept not in shown] == []


@pytest.mark.parametrize(("text", "shown"), [
    ("Palautus 12345", "Palautus 12345"),
    ("Palautus 1234567", f"Palautus {HIDDEN}"),
    ("soita 0 4 0 1 2 3 4 5 6 7", f"soita {HIDDEN}"),
    ("puh 040/1234567.", f"puh {HIDDEN}."),
    ("hetu 131052–308T", f"hetu {HIDDEN}"),
    ("hetu 131052 - 308t", f"hetu {HIDDEN}"),
    ("iban fi2112345600000785", f"iban {HIDDEN}"),
    ("NL91 ABNA 0417 1643 00", HIDDEN),
    ("viesti <maija@example.fi>, kiitos", f"viesti {HIDDEN} kiitos"),
    ("maija (at) example.fi", HIDDEN),
    ("seuranta https://posti.fi/x?id=9", f"seuranta {HIDDEN}"),
    ("osoite on hämeentie 5 b 12", f"osoite on {HIDDEN}"),
    ("Hämeentiellä 5 asuu", f"{HIDDEN} asuu"),
    ("bor på Storgatan 5, 111 22", f"bor på {HIDDEN}, 111 22"),
    ("at 12 Baker Street now", f"at {HIDDEN} now"),
    ("PL 123", HIDDEN),
    ("a\x1b[31mb\x07", "a�[31mb�"),
])
def test_numbers_and_addresses(text: str, shown: str) -> None:
    assert redact.redact(text, MATCHER.knows) == shown


@pytest.mark.parametrize(("text", "shown"), [
    ("Palautus, Maija Meikäläinen", f"Palautus, {HIDDEN}"),
    ("Maija Meikäläinen palauttaa", f"{HIDDEN} palauttaa"),
    ("maksu tilaajalta Virtanen", f"maksu tilaajalta {HIDDEN}"),
    ("Kiitos! Maija", f"Kiitos! {HIDDEN}"),
    ("Hei Žarko, missä pakettini on?", f"Hei {HIDDEN}, missä pakettini on?"),
    ("terv. maija meikäläinen", f"terv. {HIDDEN}"),
    ("Ystävällisin terveisin maija m, Oulu", f"Ystävällisin terveisin {HIDDEN}, {HIDDEN}"),
    ("t. maija", f"t. {HIDDEN}"),
    ("uusi t-paita", "uusi t-paita"),
    ("nimeni on maija meikäläinen ja palautan", f"nimeni on {HIDDEN} ja palautan"),
    ("Nimi: Anna-Liisa O'Brien", f"Nimi: {HIDDEN}"),
    ("jag heter åsa öberg", f"jag heter {HIDDEN}"),
    ("Mvh Åsa Öberg", f"Mvh {HIDDEN}"),
    ("Kind regards, John Smith", f"Kind regards, {HIDDEN}"),
    ("MAIJA MEIKÄLÄINEN PALAUTUS", f"{HIDDEN} PALAUTUS"),
    ("MISSÄ PAKETTINI ON", "MISSÄ PAKETTINI ON"),       # keywords are no names, in capitals either
    ("Missä tilaukseni viipyy", "Missä tilaukseni viipyy"),
    ("Return of Order", "Return of Order"),
])
def test_names(text: str, shown: str) -> None:
    assert redact.redact(text, MATCHER.knows) == shown


def patterns() -> list[re.Pattern[str]]:
    """Every pattern that the room's modules hold."""
    held = [value for module in (lexicon, matching, names, redact, stems) for value in vars(module).values()]
    held += [item for value in held if isinstance(value, tuple) for item in value]
    return [value for value in held if isinstance(value, re.Pattern)]


def bombs() -> list[str]:
    """The inputs that measured patterns took seconds for, and some of our own."""
    def made(text: str) -> str:
        sign, _, times = text.partition("*")
        times, _, tail = times.partition("+")
        return {"space": " "}.get(sign, sign) * int(times) + tail

    own = ("+" * 50_000, "1 " * 20_000, "FI21" * 10_000, "Aa " * 10_000, "tie " * 10_000, "(" * 50_000, "a@" * 20_000)
    return [*(made(case["input"]) for case in REDOS), *own]


def test_every_pattern_takes_time_in_proportion_to_the_text() -> None:
    gc.collect()
    assert len(patterns()) >= 10
    for pattern in patterns():
        for bomb in bombs():
            begun = time.process_time()
            pattern.sub("", bomb)
            assert time.process_time() - begun < 1.0, (pattern.pattern, bomb[:10])


def test_a_long_text_is_cut_before_it_is_looked_at() -> None:
    for bomb in bombs():
        begun = time.process_time()
        assert len(redact.redact(bomb)) <= 2 * redact.LONGEST
        MATCHER.reason_of(bomb, bomb, bomb)
        assert time.process_time() - begun < 1.0
