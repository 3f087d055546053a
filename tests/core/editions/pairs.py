"""Two editions of a small checklist with every kind of change, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from readycheck.core.checklist import Checklist
from readycheck.storage.decode import Mistakes, decode
from tests.core.documents import Document, checklist, question, text

READINESS = {"peak-season/presence": 1, "peak-season/january": 1}
OLD: Document = checklist({
    "presence": [question("evenings", weight=2), question("weekends"), question("night")],
    "january": [question("hands"), question("gone")],
}, READINESS)
NEW: Document = {**checklist({
    "presence": [
        question("evenings", weight=3, critical=True, prompt=text("At night?"), formerly=["evenings?"]),
        question("weekends", prompt=text("Sundays?")),
    ],
    "january": [
        question("people", prompt=text("People?"), supersedes="january.hands"), question("night"), question("fresh"),
    ],
}, {**READINESS, "peak-season/january": 3}), "version": 2}
ANSWERS: dict[str, Any] = {
    f"peak-season/{key}": {"owner": {"value": value}} for key, value in (
        ("presence.evenings", "yes"), ("presence.weekends", "yes"), ("presence.night", "partly"),
        ("january.hands", "no"), ("january.gone", "yes"),
    )
}


def typed(document: Document) -> Checklist:
    """The list as typed values; its mistakes fail the test."""
    mistakes = Mistakes(unknown_keys=True)
    found = decode(Checklist, document, mistakes)
    assert found is not None, mistakes.found
    return found


@st.composite
def editions(draw: st.DrawFn, version: int) -> Document:
    """A list of up to six questions of few ids, so that two of them have much in common."""
    sections: dict[str, list[Document]] = {"presence": [], "january": []}
    for n in range(6):
        where = draw(st.sampled_from(["presence", "january", "presence", ""]))
        if where:
            prompt = draw(st.sampled_from([f"{n}?", f"{n} anew?"]))
            more: Document = {"weight": draw(st.integers(1, 2)), "prompt": text(prompt)}
            if draw(st.booleans()):
                more["formerly"] = [f"{n}?", f"{n} anew?"]
            if draw(st.integers(0, 3)) == 0:
                more["supersedes"] = f"{draw(st.sampled_from(['presence', 'january']))}.q{draw(st.integers(0, 5))}"
            sections[where].append(question(f"q{n}", **more))
    return {**checklist({key: asked for key, asked in sections.items() if asked} or {"presence": [question("q0")]}),
            "version": version}
