"""What must hold of every comparison (random small audits, the same every time)."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_sides import moved_demand
from readycheck.core.years.rate_moved import rate_moved
from readycheck.core.years.trend import trend
from tests.core.documents import Document, audit_of, contacts
from tests.core.random_audits import CHANNELS, REASONS, random_document
from tests.core.test_properties import less, next_year, questions
from tests.core.years.plain_headline import headline

SEEDS = range(12)


@cache
def two(seed: int) -> tuple[Document, Document]:
    """A season and another that is asked mostly the same."""
    before = random_document(seed)
    return before, next_year(before, seed + 1000)


def held(before: Document, after: Document) -> Comparison:
    one, other = audit_of(before), audit_of(after)
    return compare(one, other)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_headline_is_the_plain_program_s_with_every_question_and_without_any_one(seed: int) -> None:
    before, after = two(seed)
    places = questions(before)
    for gone in (None, *Random(seed).sample(places, 3)):
        pair = (before, after) if gone is None else (less(before, gone), less(after, gone))
        found = held(*pair)
        expected = headline(*pair, (found.scores_before, found.scores_after))
        if expected is None:
            assert found.core_before is found.core_after is found.improved is None
        else:
            assert (found.core_before, found.core_after) == pytest.approx(expected)
            assert found.improved == pytest.approx(expected[1] - expected[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_removed_question_leaves_every_other_section_and_row(seed: int) -> None:
    before, after = two(seed)
    whole = held(before, after)
    for gone in Random(seed).sample(questions(before), 2):
        named = {gone} | {q.id for q in whole.questions if q.before_id == gone}  # its heir is new without it
        touched = {key.rpartition(".")[0] for key in named}
        for pair in ((less(before, gone), after), (before, less(after, gone)), (less(before, gone), less(after, gone))):
            found = held(*pair)
            assert [row for row in found.rows if row.id not in touched] == [
                row for row in whole.rows if row.id not in touched
            ]
            assert {q.id: q for q in found.questions if q.id not in named} == {
                q.id: q for q in whole.questions if q.id not in named
            }
            assert found.demand == whole.demand and found.rate == whole.rate


def with_demand(seed: int, year: int) -> Document:
    """November – January, some hundred contacts in channels, reasons and hours, on days that scatter."""
    rng = Random(seed)
    cells = {(rng.randrange(7), rng.randrange(24)): rng.randrange(1, 90) for _ in range(40)}

    def days(most: int) -> Document:
        daily = " ".join(str(rng.choice((1, 1, 2)) * rng.randrange(most)) for _ in range(92))
        return contacts(year, cells=cells, daily=daily)
    counts = {"channels": {name: rng.randrange(200) for name in CHANNELS},
              "reasons": {name: rng.choice((0, 2, rng.randrange(150))) for name in REASONS if rng.random() < 0.8}}
    doc = random_document(seed)
    doc["season"] = {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)}
    return doc | {"demand": {"contacts": days(12) | counts, "orders": days(90)}}


@pytest.mark.parametrize("seed", SEEDS)
def test_moved_demand_mirrors(seed: int) -> None:
    before, after = audit_of(with_demand(seed, 2024)), audit_of(with_demand(seed + 50, 2026))
    there, back = moved_demand(before, after), moved_demand(after, before)
    for one, other in zip(there, back, strict=True):
        assert (one.p, one.statistic) == (other.p, other.statistic)
        assert one.p is not None or one.what == "reasons", "few are coded in some of them"
        assert (one.freedom, one.total_before, one.grid_before) == (other.freedom, other.total_after, other.grid_after)
        assert [(s.id, s.before, s.share_after, s.p, s.beyond_chance) for s in one.shares] == [
            (s.id, s.after, s.share_before, s.p, s.beyond_chance) for s in other.shares
        ]
        cells = [s for s in one.shares if s.id not in ("evenings", "weekends")]
        assert sum(s.before for s in cells) == one.total_before
        assert sum(s.share_after for s in cells) == pytest.approx(1)
    rate, turned = rate_moved(before, after), rate_moved(after, before)
    assert rate is not None and turned is not None
    assert (rate.before, rate.after, rate.p) == (turned.after, turned.before, turned.p)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_audit_beside_itself_moves_nothing(seed: int) -> None:
    audit = audit_of(with_demand(seed, 2025))
    found = compare(audit, audit)
    assert {row.kind for row in (*found.rows, *found.questions)} == {"same"}
    assert found.settings == () and found.improved in (0, None)
    for moved in found.demand:
        assert moved.p is None and moved.why_not is not None
        assert all(share.moved == 0 and share.p is None for share in moved.shares)
    assert found.rate is not None and found.rate.p is None and found.rate.before == found.rate.after


@pytest.mark.parametrize("seed", SEEDS)
def test_a_trend_s_steps_are_the_comparisons_and_its_values_the_seasons_own(seed: int) -> None:
    first, third = deepcopy(two(seed))
    second = deepcopy(first)
    for doc, year in ((first, 2023), (second, 2024), (third, 2025)):
        doc["season"] = {"year": year, "starts": date(year, 11, 1), "ends": date(year + 1, 1, 31)}
    audits = [audit_of(doc) for doc in (first, second, third)]
    found, scored = trend(audits), [score(audit) for audit in audits]
    pairs = [compare(one, other) for one, other in pairwise(audits)]
    whole = found.lines[0]
    assert whole.steps == tuple(pair.improved for pair in pairs)
    assert found.list_changed == tuple(pair.checklist_changed for pair in pairs)
    for line in found.lines[1:]:
        if line.title is not None:
            own = [scores.section(line.id) for scores in scored]
            assert line.values == tuple(s.score if s is not None and s.known else None for s in own)
        assert all(value is None or 0 <= value <= 100 + 1e-9 for value in line.values)
        assert not any(broken and None in ends for broken, ends in zip(
            line.breaks, pairwise(line.values), strict=True))
