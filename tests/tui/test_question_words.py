"""What is said of a question: why it does not concern the shop, where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readycheck.core.audit import Answer, AnswerValue, Voice
from readycheck.core.checklist import AppliesWhen
from readycheck.core.scoring import score
from readycheck.i18n import Translator
from readycheck.tui.question_text import data_text, overruled_text, passed_over, source_text, warning_text
from tests.core.documents import audit_of, checklist, contacts, document, question


@pytest.mark.parametrize(("when", "told"), [
    (AppliesWhen(channel=("phone",)), "(Kysytään vain, jos kaupalla on tämä kanava: puhelin. "),
    (AppliesWhen(channel=("chat", "phone")), "(Kysytään vain, jos kaupalla on tämä kanava: chat / puhelin. "),
    (AppliesWhen(country=("SE", "NO")), "(Kysytään vain kaupoilta, joiden maa on: SE, NO. "),
    (AppliesWhen(channel=("phone",), country=("EU",)), "(Kysytään vain kaupoilta, joiden maa on EU "),
    (AppliesWhen(country=("EEA", "GB")), "(Kysytään vain kaupoilta, joiden maa on: ETA, GB. "),
    (AppliesWhen(), "(Ei koske tätä kauppaa ja sesonkia; "),
])
def test_a_question_about_a_channel_says_which(when: AppliesWhen, told: str) -> None:
    audit = audit_of(document(checklists=[checklist({"presence": [question("evenings")]})]))
    q = score(audit).sections[0].questions[0]
    asked = replace(q, question=replace(q.question, applies_when=when))
    assert passed_over(asked, Translator("fi")).startswith(told)


@pytest.mark.parametrize(("of_list", "of_question", "told"), [
    ("S1: Season is coming; S0: Blog, 2019", "S1 §2; S0: news", "Season is coming §2; Blog, 2019: news"),
    ("S1: Season is coming", "Law 38/1978: https://law.example/s1", "Law 38/1978: https://law.example/s1"),
    ("Season is coming", "§2", "§2 (Season is coming)"),
])
def test_a_source_is_told_by_its_title(of_list: str, of_question: str, told: str) -> None:
    lists = [{**checklist({"presence": [question("evenings", source=of_question)]}), "source": of_list}]
    audit = audit_of(document(checklists=lists))
    assert source_text(score(audit).sections[0].questions[0], audit) == told


@pytest.mark.parametrize(("own", "agreed", "told"), [
    ("partly", "no", "⚠ Laskuun otetaan sovittu vastaus: ei. v vaihtaa vastaajaa."), ("no", "no", ""),
    ("partly", None, ""), (None, "no", ""),
])
def test_an_agreed_answer_that_counts_instead_is_told(
    own: AnswerValue | None, agreed: AnswerValue | None, told: str,
) -> None:
    answer = Answer(owner=Voice(own) if own else None, agreed=Voice(agreed) if agreed else None)
    assert overruled_text(answer, "owner", Translator("fi")) == told


@pytest.mark.parametrize(("guessed", "least", "told"), [
    (None, 80, ["✓ Aineiston mukaan vastaus voisi olla kyllä.", "", ""]),
    (45, 40, ["✓ Aineiston mukaan vastaus voisi olla kyllä.", "", ""]),
    (45, 80, ["⚠ Avainsanoilla löydetty: aineisto ei osoita, että syyt kirjataan."] * 3),
])
def test_a_modest_answer_hears_that_the_data_would_bear_more_where_people_wrote_it_down(
    guessed: int | None, least: int, told: list[str],
) -> None:
    """90 of 100 contacts have a reason; where rules guessed half of them, people wrote down 45 of 100."""
    rules = {"by_rule": {"return": guessed}} if guessed else {}
    demand = {"contacts": contacts(reasons={"return": 90}, uncoded=10, **rules)}
    asked = checklist({"learning": [question("a", measure="coded", at_least=least)]})
    scores = score(audit_of(document(checklists=[asked], demand=demand)))
    q, tr = scores.sections[0].questions[0], Translator("fi")
    assert [warning_text(q, given, scores, tr) for given in ("no", "yes", None)] == told
    by_keywords = data_text(q, scores, tr).plain.endswith("Niistä 50\xa0% löytyi avainsanoilla, ei kirjattuina.")
    assert by_keywords == bool(guessed)
