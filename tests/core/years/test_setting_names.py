"""Settings that differ, as a person reads them in either language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readycheck.core.checklist import LocalText
from readycheck.core.message import say
from readycheck.core.years.comparison import Comparison, QuestionRow, SettingRow
from readycheck.core.years.setting_names import setting_name, setting_value, telling_settings
from readycheck.i18n import Translator
from tests.report.shop_scores import COMPARISON

PROMPT = LocalText("Onko joku paikalla?", "Is somebody there?")
FOUND: Comparison = replace(COMPARISON, questions=(
    QuestionRow("peak-season/a.b", None, "same", PROMPT, "yes", "yes", 1, 1, True),
))


@pytest.mark.parametrize(("key", "english", "finnish"), [
    ("plan.growth", "orders × last season's", "tilaukset × viime sesonki"),
    ("staffing.email.aht", "e-mail: handling time", "sähköposti: käsittelyaika"),
    ("weight.peak-season/a.b", "weight: Is somebody there?", "paino: Onko joku paikalla?"),
    ("readiness.coverage/opening_hours", "weight: Opening hours", "paino: Aukioloajat"),
    ("plan.drift", "drift of contacts from year to year", "yhteydenottojen vaihtelu vuodesta toiseen"),
    ("plan.late.share", "late deliveries: share of the orders", "myöhästyvät toimitukset: osuus tilauksista"),
    ("plan.campaigns.a.share", "campaign a.share: its days × their orders",
     "kampanja a.share: päivät × niiden tilaukset"),
    ("plan.unheard_of", "plan.unheard_of", "plan.unheard_of"),
])
def test_a_setting_is_called_by_its_name(key: str, english: str, finnish: str) -> None:
    name = setting_name(key, FOUND)
    assert (Translator("en")(name), Translator("fi")(name)) == (english, finnish)


@pytest.mark.parametrize(("key", "text", "finnish"), [
    ("plan.growth", "1.15", "1,15"), ("plan.shrinkage", "0.3", "30\u00a0%"),
    ("staffing.chat.target", "0.8", "80\u00a0%"),
    ("staffing.chat.aht", "540", "540 s"), ("plan.pooled", "true", "kyllä"), ("shop.country", "FI", "FI"),
    ("staffing.phone.aht", "–", "–"), ("plan.drift", "0.28", "28\u00a0%"), ("plan.late.share", "0.1", "10\u00a0%"),
    ("plan.late.times", "5.7", "5,7"), ("plan.kernel", "counted", "laskettu yhteydenotoista, joissa on tilausnumero"),
    ("plan.campaigns.a.share", "11-20 – 11-27 × 1.5", "11-20 – 11-27 × 1,5"), ("plan.campaigns.a", "–", "–"),
])
def test_a_value_reads_in_its_unit(key: str, text: str, finnish: str) -> None:
    assert Translator("fi")(setting_value(key, text)) == finnish


def test_the_weight_of_a_question_that_one_season_lacks_tells_nothing() -> None:
    new = SettingRow("weight.peak-season/x", "–", "2", say("why"))
    changed = replace(new, key="weight.peak-season/y", before="1")
    typed = replace(new, key="staffing.phone.aht")
    assert telling_settings(replace(FOUND, settings=(new, changed, typed))) == (changed, typed)
