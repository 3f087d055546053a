"""Checklists from YAML: all mistakes at once, each with its line and key, counted by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readycheck.core.checklist import AppliesWhen, Checklist, LocalText
from readycheck.core.countries import GROUPS
from readycheck.core.measures import MEASURES
from readycheck.core.scoring import score
from readycheck.storage.checklists import (
    checklist_to_document,
    read_checklist,
    reason_codes,
    shipped_checklists,
    template,
)
from readycheck.storage.decode import Mistakes, decode
from readycheck.storage.document import audit_of, dump_document, parse_document
from tests.storage.shops import audit, refusal, told

WHOLE = """\
id: gifts
version: 3
title: {fi: Lahjat, en: Gifts}
source: "own: no, yes"
sections:
  - id: wrapping
    title: {fi: Paketointi, en: Wrapping}
    intro: {fi: 10:30, en: no}
    questions:
      - id: paper
        prompt:
          fi: >
            Onko paperia
            varastossa?
          en: |
            Is there
            paper?
        why: {fi: "on", en: "1.10"}
        remedy: {fi: tilaa, en: 'order'}
        effort: small
        lead_days: 7
        weight: 2
        critical: true
        source: S1
        measure: faq
        at_least: 37.5
        applies_when: {channel: [chat, phone], country: [NO], data: [orders]}
        since: 2026-06-19
        until: 2027-01-01
        supersedes: old.paper
"""
# Line by line: what is wrong there is named beside it.
MISTAKEN = """\
id: Gifts and more
version: 1.10
titel: {fi: Lahjat, en: Gifts}
source: own
sections:
  - id: wrapping
    title: {fi: Paketointi}
    questions:
      - id: paper
        prompt: {fi: "", en: Is there paper?}
        why: because
        remedy: {fi: tilaa, en: order}
        effort: tiny
        weight: 4
        source: S1
        lead_days: soon
        critical: yes
        measure: fag
        at_least: 50
      - id: paper
        prompt: {fi: a, en: b}
        why: {fi: a, en: b}
        remedy: {fi: a, en: b}
        effort: small
        weight: 1
        source: S1
        measure: faq
        since: 2026-02-30
      - id: tape
        prompt: {fi: a, en: b}
        why: {fi: a, en: b}
        remedy: {fi: a, en: b}
        effort: small
        weight: 1
        source: S1
        since: 2027-01-01
        until: 2026-01-01
        weight: 2
        applies_when: {channels: [chat], data: [stock]}
  - id: wrapping
    title: {fi: a, en: b}
"""
WRONG = {
    (1, "id"): 'must be small letters, digits and hyphens, not "Gifts and more".',
    (1, None): 'the key "title" is missing.',
    (2, "version"): 'must be a whole number, not "1.10".',
    (3, "titel"): "is not a known key.",
    (7, "sections[1].title"): 'the key "en" is missing.',
    (10, "sections[1].questions[1].prompt.fi"): "is empty.",
    (11, "sections[1].questions[1].why"): 'must be a table of keys, not "because".',
    (13, "sections[1].questions[1].effort"): 'must be one of small, medium, large, not "tiny".',
    (14, "sections[1].questions[1].weight"): "must be at most 3, not 4.",
    (16, "sections[1].questions[1].lead_days"): 'must be a whole number, not "soon".',
    (17, "sections[1].questions[1].critical"): 'must be true or false, not "yes".',
    (18, "sections[1].questions[1].measure"): 'no measure is called "fag".',
    (20, "sections[1].questions[2].id"): '"paper" is here twice.',
    (27, "sections[1].questions[2].measure"): 'is given without "at_least".',
    (28, "sections[1].questions[2].since"): 'must be a date such as 2026-11-27, not "2026-02-30".',
    (37, "sections[1].questions[3].until"): 'is before "since".',
    (38, "sections[1].questions[3].weight"): "is here twice.",
    (39, "sections[1].questions[3].applies_when.channels"): "is not a known key.",
    (39, "sections[1].questions[3].applies_when.data[1]"): 'must be one of orders, contacts, not "stock".',
    (40, "sections[2].id"): '"wrapping" is here twice.',
    (40, "sections[2]"): 'the key "questions" is missing.',
}


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_checklist_is_read_to_the_letter(tmp_path: Path) -> None:
    found = read_checklist(written(tmp_path, WHOLE))
    assert (found.id, found.version, found.source) == ("gifts", 3, "own: no, yes")
    (section,) = found.sections
    assert section.intro == LocalText("10:30", "no")
    (question,) = section.questions
    assert question.prompt == LocalText("Onko paperia varastossa? ", "Is there paper? ")
    assert question.why == LocalText("on", "1.10")
    assert (question.effort, question.lead_days, question.weight, question.critical) == ("small", 7, 2, True)
    assert (question.measure, question.at_least) == ("faq", 37.5)
    assert question.applies_when == AppliesWhen(("chat", "phone"), ("NO",), ("orders",))
    assert (question.since, question.until) == (date(2026, 6, 19), date(2027, 1, 1))
    assert question.supersedes == "old.paper"
    assert list(found.questions()) == ["gifts/wrapping.paper"]


def test_all_mistakes_are_told_at_once_in_order_of_lines(tmp_path: Path) -> None:
    path = written(tmp_path, MISTAKEN)
    problems = refusal(lambda: read_checklist(path))
    assert {(problem.line, problem.key): str(problem.what) for problem in problems} == WRONG
    lines = [problem.line or 0 for problem in problems]
    assert lines == sorted(lines)
    assert {problem.file for problem in problems} == {str(path)}


@pytest.mark.parametrize(("country", "told_so"), [
    ("[EU, GB]", None), ("[EEA]", None),
    ("[UK]", "Did you mean GB?"), ("[fi]", "Did you mean FI?"), ("[eu]", "Did you mean EU?"),
    ("[XX]", "Give two capital letters such as FI or GB, or EU or EEA for all members."),
])
def test_a_country_that_no_shop_can_be_in_is_a_mistake(country: str, told_so: str | None, tmp_path: Path) -> None:
    local = "        locally: [{country: COUNTRY, why: {fi: a, en: b}}]\n"
    for text in (WHOLE.replace("[NO]", country), WHOLE + local.replace("COUNTRY", country)):
        if told_so is None:
            read_checklist(written(tmp_path, text))
        else:
            problem, = refusal(lambda text=text: read_checklist(written(tmp_path, text)))
            assert str(problem.remedy) == told_so


def test_remedies_stand_beside_the_mistakes(tmp_path: Path) -> None:
    remedies = {problem.line: str(problem.remedy) for problem in refusal(
        lambda: read_checklist(written(tmp_path, MISTAKEN))) if problem.remedy}
    assert remedies[3] == "Did you mean title?"
    assert remedies[18].startswith("Did you mean faq")
    assert remedies[20] == "Give each its own."
    assert remedies[27] == "Give both or neither."
    assert remedies[38] == "Keep one of them."


@pytest.mark.parametrize(("text", "what"), [
    ("", "must be a table of keys, not nothing."),
    ("- a\n- b\n", "line 1: must be a table of keys, not a list."),
    ("id: a\n  version: 1\n", "line 2: is not YAML: mapping values are not allowed in this context."),
    ("id: [a\n", "is not YAML: did not find expected ',' or ']'."),
    ("id: a\n---\nid: b\n", "line 2: holds a second document (---). Put it into a file of its own."),
    ("id: &a x\n", "line 1: holds an anchor or alias (& or *). Write the text out."),
    ("id: x\nversion: *a\n", "line 2: holds an anchor or alias"),
    ("a: {b: {<<: 1}}\nc: !!str x\n", "line 2: holds a tag (!). Take it out."),
    ("? [a]\n: b\n", "line 1: has a key that is no plain text."),
    ("? !!str a\n: b\n", "line 1: has a key that is no plain text."),
    ("a: " + "[" * 33 + "]" * 33, "line 1: is nested too deeply."),
    ("x" * 1_000_001, "is larger than 1 MB. Split it."),
    ("a: \"\x00\"", "is not YAML"),
    ("a: \"\\q\"", "line 1: is not YAML"),
    ("%YAML 9.9\n---\na: b\n", "is not YAML"),
])
def test_what_cannot_be_read_at_all_is_one_sentence(text: str, what: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    sentence = told(lambda: read_checklist(path))
    assert sentence.startswith(f"{path}: ")
    assert what in sentence
    assert "\n" not in sentence


def test_what_is_no_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes("id: a\ntitle: Mäkinen\n".encode("cp1252"))
    assert told(lambda: read_checklist(path)) == f"{path}: line 2: is not UTF-8. Save it as UTF-8."
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert read_checklist(path).id == "gifts"


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert told(lambda: read_checklist(tmp_path / "none.yaml")) == f"{tmp_path}/none.yaml: there is no such file."
    assert told(lambda: read_checklist(tmp_path)) == f"{tmp_path}: is no file."


def test_the_template_is_a_checklist_as_it_stands(tmp_path: Path) -> None:
    found = read_checklist(written(tmp_path, template("own-list")))
    assert found.id == "own-list"
    assert len(found.questions()) == 1


def test_five_checklists_and_the_reasons_are_shipped() -> None:
    assert [checklist.id for checklist in shipped_checklists()] == [
        "peak-season", "purchase-path", "service-quality", "channels", "service-process",
    ]
    assert [section.id for section in shipped_checklists()[0].sections] == [
        "presence", "self-service", "contact-reasons", "anticipation", "proactive", "january", "learning",
    ]
    for checklist in shipped_checklists():
        for section in checklist.sections:
            assert 3 <= len(section.questions) <= 6, f"{checklist.id}/{section.id}"
    # DOMAIN §1: return and complaint are different reasons
    assert {"return", "complaint"} <= {code.id for code in reason_codes().reasons}


@pytest.mark.parametrize("checklist", shipped_checklists(), ids=lambda checklist: checklist.id)
def test_an_audits_copy_of_a_checklist_is_the_checklist(checklist: Checklist) -> None:
    document = parse_document(dump_document(audit(checklists=[checklist_to_document(checklist)])), "a")
    assert audit_of(document, "a").checklists == (checklist,)
    mistakes = Mistakes(unknown_keys=True)
    assert decode(Checklist, document["checklists"][0], mistakes) == checklist
    assert mistakes.found == []


def test_every_measure_that_a_shipped_question_names_exists() -> None:
    named = {question.measure for checklist in shipped_checklists() for question in checklist.questions().values()}
    assert named - {None} <= set(MEASURES)
    assert len(named) > 10


@pytest.mark.parametrize("country", ["GB", "US", "DE", "SE", "NO", "CH"])
def test_a_shop_abroad_is_not_told_of_finland(country: str) -> None:
    """Neither its laws and authorities nor its days; EU law is told in the EU only, some of it in the EEA."""
    answering = audit_of(audit(channels={"phone": {"offered": True}}), "a")
    shop = replace(answering, checklists=shipped_checklists(), shop=replace(answering.shop, country=country))
    asked = [q.question for section in score(shop).sections for q in section.questions if q.applicable]
    for question in asked:
        told = " ".join((question.prompt.en, question.why.en, question.remedy.en, question.source))
        assert not re.search(r"\b010\b|MAO|KKV|Finland|Epiphany|Independence|laki\b|Ombudsman|euros", told), question.id
        assert country in GROUPS["EEA"] or not re.search(r"Directive|Regulation \(EU\)|ODR", told), question.id
    assert ("basic-rate-number" in {question.id for question in asked}) == (country not in ("US", "CH"))
    assert ("withdrawal-function" in {question.id for question in asked}) == (country in GROUPS["EU"])
