"""What is said of a question that does not concern the shop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readycheck.core.checklist import AppliesWhen
from readycheck.core.scoring import score
from readycheck.i18n import Translator
from readycheck.tui.question_text import passed_over
from tests.core.documents import audit_of, checklist, document, question


@pytest.mark.parametrize(("when", "told"), [
    (AppliesWhen(channel=("phone",)), "(Kysytään vain, jos kaupalla on tämä kanava: puhelin. "),
    (AppliesWhen(channel=("chat", "phone")), "(Kysytään vain, jos kaupalla on tämä kanava: chat / puhelin. "),
    (AppliesWhen(country=("SE",)), "(Ei koske tätä kauppaa ja sesonkia; "),
])
def test_a_question_about_a_channel_says_which(when: AppliesWhen, told: str) -> None:
    audit = audit_of(document(checklists=[checklist({"presence": [question("evenings")]})]))
    q = score(audit).sections[0].questions[0]
    asked = replace(q, question=replace(q.question, applies_when=when))
    assert passed_over(asked, Translator("fi")).startswith(told)
