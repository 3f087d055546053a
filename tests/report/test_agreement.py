"""The one-page agreement: byte for byte, on one page, harmless whatever the shop's texts hold.

After a change that is meant: `python -m tests.report.test_agreement` writes the files anew; read the difference.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from readycheck.core.audit import Action, Answer, Audit, Voice
from readycheck.core.checklist import LocalText, Section
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.report.agreement import html, markdown
from readycheck.report.agreement.build import build
from readycheck.report.agreement.model import Agreement
from readycheck.report.agreement.page import ANSWERS, PLAIN, WHYS, height, room
from tests.report.reports import LANGS
from tests.report.shop import AUDIT, TODAY
from tests.report.shop import WEEKENDS as WEEKENDS_ASKED
from tests.report.test_html import Page, check_harmless
from tests.report.test_markdown import PAYLOADS, SHAPE, outline, tokens

GOLDEN = Path(__file__).parent / "golden"
FORMATS: dict[str, ModuleType] = {"html": html, "md": markdown}
EVENINGS, WEEKENDS, FINDABLE = "peak-season/presence.evenings", "peak-season/presence.weekends", (
    "peak-season/self-service.findable")


def said(owner: str | None, consultant: str | None, agreed: str | None = None) -> Answer:
    values: list[Any] = [owner, consultant, agreed]
    return Answer(*(None if value is None else Voice(value, TODAY) for value in values))


def talked(**more: Any) -> Audit:
    """Evenings agreed on, weekends left open, the FAQ only half asked; one action is late, one has no owner."""
    answers = {
        EVENINGS: said("yes", "no", "partly"), WEEKENDS: said("yes", "unknown"), FINDABLE: said("yes", None),
    }
    actions = (
        Action("a1", "Iltavuoro kahtena iltana", "Maija", date(2026, 11, 10), lead_days=14, question=EVENINGS),
        Action("a2", "Pyhien päivystys", "", date(2026, 10, 1)),
        Action("a3", "Tehty jo", "Maija", date(2026, 10, 1), status="done"),
    )
    return replace(AUDIT, **{"answers": answers, "actions": actions, "reasons": {}, **more})


def made(lang: Any = "en", audit: Audit | None = None) -> Agreement:
    audit = audit or talked()
    return build(audit, score(audit), lang, TODAY)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", FORMATS)
def test_the_agreement_is_as_it_was(ending: str, lang: str) -> None:
    expected = (GOLDEN / f"agreement.{lang}.{ending}").read_bytes().decode()
    assert FORMATS[ending].render(made(lang)).splitlines() == expected.splitlines()


def test_what_it_says() -> None:
    agreed, actions, left = made().parts
    assert [(line.text, line.cells) for line in agreed.lines] == [
        ("Does a person answer on weekday evenings?", ("partly",))]
    assert [(line.text, line.cells, line.mark) for line in actions.lines] == [
        ("Pyhien päivystys", ("–", "1 Oct 2026"), "overdue"),
        ("Iltavuoro kahtena iltana", ("Maija", "10 Nov 2026"), ""),
    ]
    assert [(line.text, line.cells) for line in left.lines] == [
        ("Does a person answer at weekends?", ("one knows, the other does not",))]


def test_an_answer_that_only_one_has_given_is_not_told() -> None:
    assert all("FAQ one click" not in module.render(made()) for module in FORMATS.values())


@pytest.mark.parametrize(("lang", "due"), [("en", "no date"), ("fi", "ei päivää")])
def test_an_action_without_a_date_says_so_beside_its_mark(lang: str, due: str) -> None:
    """From 14 October sixty days of work reach over the peak of 27 November."""
    page = made(lang, talked(actions=(Action("late", "Uusi palautusportaali", "", None, lead_days=60),)))
    (line,) = page.parts[1].lines
    assert line.cells == ("–", due) and line.mark
    assert "– –" not in html.render(page) and f"{due} – {line.mark}" in markdown.render(page)


@pytest.mark.parametrize(("lang", "mark"), [("en", "the data: 8%"), ("fi", "aineisto: 8\u00a0%")])
def test_an_agreed_yes_stands_beside_what_the_data_says(lang: Any, mark: str) -> None:
    """Half of the evenings' demand was wanted; nobody signs a bare yes to less."""
    audit = talked(answers={EVENINGS: said("yes", "no", "yes")})
    scores = score(audit)
    sections = tuple(
        replace(section, questions=tuple(
            replace(q, measured=8.0, contradicted=True) if q.id == EVENINGS else q for q in section.questions
        )) for section in scores.sections
    )
    page = build(audit, replace(scores, sections=sections), lang, TODAY)
    assert [line.mark for line in page.parts[0].lines] == [mark]


def test_all_that_was_agreed_on_is_told() -> None:
    """What blocks comes first, then what they had differed on; where both had said the same they agreed too."""
    answers = {FINDABLE: said("yes", "yes", "yes"), WEEKENDS: said("yes", "no", "partly"),
               EVENINGS: said("no", "no", "no")}
    agreed, _, left = made(audit=talked(answers=answers)).parts
    assert [(line.text, line.cells[0], line.mark) for line in agreed.lines] == [
        ("Does a person answer on weekday evenings?", "no", "blocks"),
        ("Does a person answer at weekends?", "partly", ""), ("Is the FAQ one click away?", "yes", ""),
    ]
    assert (left.lines, left.nothing) == ((), "Of what was discussed, nothing stayed open.")


def test_a_step_that_blocks_is_named_as_no_question_says_it() -> None:
    assert "Purchase path: Payment failed in a test." in made().known


def test_too_much_for_a_page_says_how_much_more_there_is() -> None:
    """Thirty actions of one line each: those whose question weighs go first, and are shown by due date."""
    many = tuple(Action(f"x{n}", f"Asia {n}", "M", date(2026, 11, 1 + n % 20)) for n in range(29))
    heavy = Action("heavy", "Raskain", "M", date(2026, 12, 24), question=EVENINGS)
    part = made(audit=talked(actions=(*many, heavy))).parts[1]
    assert part.lines[-1].text == "Raskain"
    assert part.more == f"{30 - len(part.lines)} more are in the report."
    assert 10 <= len(part.lines) < 30


def settled(count: int, **more: Any) -> Audit:
    """A section of so many questions of one line each, agreed on after a yes and a no; nothing else was answered."""
    questions = tuple(replace(WEEKENDS_ASKED, id=f"q{n}", weight=1 + n % 3) for n in range(count))
    section = Section("long", LocalText("Pitkä", "Long"), tuple(
        replace(q, prompt=LocalText(f"Kysymys {q.id}?", f"Question {q.id}?")) for q in questions
    ))
    (listed,) = AUDIT.checklists
    answers = {f"peak-season/long.{q.id}": said("yes", "no", "partly") for q in questions}
    return talked(checklists=(replace(listed, sections=(*listed.sections, section)),), answers=answers, **more)


def test_the_answers_get_the_room_that_nothing_else_needs() -> None:
    """Fourteen answers on a page without actions are all there, those of weight 3 first, then 2, then 1."""
    part = made(audit=settled(14, actions=())).parts[0]
    by_weight = [2, 5, 8, 11, 1, 4, 7, 10, 13, 0, 3, 6, 9, 12]
    assert [line.text for line in part.lines] == [f"Question q{n}?" for n in by_weight]
    assert part.more == ""


@pytest.mark.parametrize(("lang", "rest"), [
    ("fi", "Loput {n} sovittua vastausta ovat raportin liitteessä."),
    ("en", "The other {n} agreed answers are in the report's appendix."),
])
def test_the_answers_that_did_not_fit_are_counted(lang: str, rest: str) -> None:
    """Beside many actions the page holds fewer; the actions keep their share."""
    many = tuple(Action(f"x{n}", f"Asia {n}", "M", date(2026, 11, 1 + n % 20)) for n in range(29))
    agreed, actions, _ = made(lang, settled(30, actions=many)).parts
    assert agreed.more == rest.format(n=30 - len(agreed.lines))
    assert 6 <= len(agreed.lines) < 30 and len(actions.lines) >= 8


def test_it_stays_one_page_whatever_the_texts_are() -> None:
    words = "pitkä sana " * 2000
    actions = tuple(Action(f"x{n}", words, words, date(2026, 11, 1)) for n in range(40))
    page = made(audit=talked(actions=actions))
    parts = page.parts
    taken = sum(height(part.lines, widths) for part, widths in zip(parts, (ANSWERS, PLAIN, WHYS), strict=True))
    assert taken <= room(page.title, page.headline, page.known, 3) < 40
    assert all(len(line.text) <= 240 for part in parts for line in part.lines)


def with_text(payload: str) -> Agreement:
    """Everything that a person can type is `payload`."""
    audit = talked(actions=(Action("a", payload, payload, TODAY),), shop=replace(AUDIT.shop, name=payload))
    return build(audit, score_of_talked(), "en", TODAY)


@cache
def score_of_talked() -> Scores:
    return score(talked())


def test_hostile_texts_do_nothing() -> None:
    """The same tags, headings and cells as with a tame text, and nothing that runs or is fetched."""
    tame_page, tame_text = Page(html.render(with_text("tame"))), outline(tokens(markdown.render(with_text("tame"))))
    for payload in PAYLOADS:
        page = Page(html.render(with_text(payload)))
        check_harmless(page)
        assert [tag for tag, _ in page.tags] == [tag for tag, _ in tame_page.tags], payload
        found = tokens(markdown.render(with_text(payload)))
        assert not SHAPE & {token.type for token in found} and outline(found) == tame_text, payload


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = html.render(made())
    assert "default-src 'none'" in page
    assert not any(sign in page for sign in ("<script", "http://", "https://", "@import", "url("))


if __name__ == "__main__":
    for language in LANGS:
        for suffix, module in FORMATS.items():
            (GOLDEN / f"agreement.{language}.{suffix}").write_bytes(module.render(made(language)).encode())
