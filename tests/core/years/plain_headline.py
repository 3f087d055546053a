"""DOMAIN §4's headline once more, straight from two audits' documents and nothing of core/years.

Only what data says of a question (`measures`) and the coverage scores are taken from the scored audits.
"""

from __future__ import annotations

from typing import Any

from readycheck.core.results import Scores
from tests.core.documents import Document

POINTS = {"yes": 1.0, "partly": 0.5, "no": 0.0, "unknown": 0.0}
WORST_FIRST = ["no", "unknown", "partly", "yes", "na"]
Asked = dict[str, tuple[Document, str | None, bool]]
"""Full id → the question, the answer that counts, whether it concerns the shop."""


def headline(one: Document, two: Document, scored: tuple[Scores, Scores]) -> tuple[float, float] | None:
    """The mean over what both have, in each season."""
    asked = asked_in(one), asked_in(two)
    answered = [any(known(q) for q in side.values()) for side in asked]
    if answered[0] != answered[1]:
        return None
    both: dict[str, tuple[float, float]] = coverages(scored)
    for section, pairs in shared(*asked).items():
        weights = [(then[0]["weight"] + now[0]["weight"]) / 2 for then, now in pairs]
        values = [worth(then, now, scored) for then, now in pairs]
        both[section] = tuple(  # type: ignore[assignment]
            100 * sum(w * value[side] for w, value in zip(weights, values, strict=True)) / sum(weights)
            for side in (0, 1)
        )
    weighing = [weights_of(doc, side) for doc, side in zip((one, two), asked, strict=True)]
    weights_of_both = {key: (w + weighing[1][key]) / 2 for key, w in weighing[0].items() if key in weighing[1]}
    total = sum(w for key, w in weights_of_both.items() if key in both)
    if not total:
        return None
    first, second = (sum(w * both[key][n] for key, w in weights_of_both.items() if key in both) / total for n in (0, 1))
    return first, second


def asked_in(doc: Document) -> Asked:
    found: Asked = {}
    for section in doc["checklists"][0]["sections"]:
        for question in section["questions"]:
            key = f"peak-season/{section['id']}.{question['id']}"
            found[key] = question, claim(doc["answers"].get(key, {})), concerns(doc, question)
    return found


def claim(answer: Document) -> str | None:
    if "agreed" in answer:
        return str(answer["agreed"]["value"])
    return min((voice["value"] for voice in answer.values()), key=WORST_FIRST.index, default=None)


def concerns(doc: Document, question: Document) -> bool:
    countries = question.get("applies_when", {}).get("country", [doc["shop"]["country"]])
    season = doc["season"]
    return (doc["shop"]["country"] in countries and question.get("since", season["starts"]) <= season["ends"]
            and question.get("until", season["ends"]) >= season["starts"])


def known(asked: tuple[Document, str | None, bool]) -> bool:
    return asked[2] and asked[1] in ("yes", "partly", "no")


def shared(then: Asked, now: Asked) -> dict[str, list[tuple[Any, Any]]]:
    """Section → pairs that ask the same and are known in both; one under a new id counts where it now stands."""
    found: dict[str, list[tuple[Any, Any]]] = {}
    for key, q in now.items():
        old = key if key in then else f"peak-season/{q[0].get('supersedes')}"
        if old not in then or not known(then[old]) or not known(q):
            continue
        if old != key and old in now:
            continue
        if old == key and meaning(then[old][0]) != meaning(q[0]):
            continue
        found.setdefault(key.rpartition(".")[0], []).append((then[old], q))
    return found


def meaning(question: Document) -> Any:
    return question["prompt"], question.get("measure"), question.get("at_least")


def worth(then: Any, now: Any, scored: tuple[Scores, Scores]) -> list[float]:
    """0–1 each: the answer, held down by what the data says, where both seasons have the data."""
    data = [scores.measures.get(q[0].get("measure", "")) for q, scores in zip((then, now), scored, strict=True)]
    alone = (data[0] is None) != (data[1] is None)
    return [
        POINTS[q[1]] if alone or value is None or value >= q[0]["at_least"] else min(POINTS[q[1]], value / 100)
        for q, value in zip((then, now), data, strict=True)
    ]


def coverages(scored: tuple[Scores, Scores]) -> dict[str, tuple[float, float]]:
    names = {"opening_hours": "hours", "faq": "faq", "contact_reasons": "reasons", "january": "january"}
    pairs = {f"coverage/{name}": tuple(getattr(s, field).score for s in scored) for name, field in names.items()}
    return {key: pair for key, pair in pairs.items() if None not in pair}  # type: ignore[misc]


def weights_of(doc: Document, asked: Asked) -> dict[str, float]:
    """What weighs in a season's own mean: every coverage, and sections with a question that concerns the shop."""
    alive = {key.rpartition(".")[0] for key, q in asked.items() if q[2] and q[1] != "na"}
    return {part["id"]: part["weight"] for part in doc["checklists"][0]["readiness"]
            if part["id"].startswith("coverage/") or part["id"] in alive}
