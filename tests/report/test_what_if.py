"""What if: the settings that are in the plan, and kept scenarios held against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from readycheck.core.audit import Audit
from readycheck.core.lag.kernel import kernel_of
from readycheck.core.plan import Campaign, Gifts, LateDeliveries, Scenario
from readycheck.core.scoring import score
from readycheck.i18n import Lang, Translator
from readycheck.report.case import Case
from readycheck.report.model import Chart, Paragraph, Table
from readycheck.report.parts.january import january
from readycheck.report.parts.january_lag import lag_chart
from readycheck.report.parts.what_if import what_if
from tests.core.documents import audit_of
from tests.core.staffing.test_january import EMAIL, WEEKS, shop


def audit(scenarios: dict[str, Scenario] | None = None, **plan: Any) -> Audit:
    """20 agent-hours a day are needed (128 contacts of 360 s, / 0.8 / 0.8), 12 are planned: 60 %."""
    document = shop(128, {"email": EMAIL}, max_occupancy=0.8, shrinkage=0.2, hours=dict.fromkeys(WEEKS, 84.0))
    made = audit_of(document)
    return replace(made, plan=replace(made.plan, **plan), scenarios=scenarios or {})


def case(of: Audit, lang: Lang = "en") -> Case:
    return Case(of, score(of), None, None, (), Translator(lang), date(2026, 10, 14))


def rows(of: Audit) -> list[list[str]]:
    table = what_if(case(of))[-1]
    assert isinstance(table, Table)
    return [[str(cell) for cell in row] for row in table.rows]


def test_a_scenario_stands_beside_the_plan_as_it_is() -> None:
    # 36 days of 20 h are 720, of 12 h 432, and 8 h a day wait from 1 November on: 92 * 8 = 736
    kept = {"Half the time": Scenario(("staffing.email.aht=180",), "with a macro")}
    found = rows(audit(kept))
    assert found[0] == ["The plan as it is", "60.0", "720", "432", "736", ""]
    # 10 h a day are needed then: 12 are enough, and nothing waits
    words = "e-mail: handling time 360 s → 180 s (with a macro)"
    assert found[1] == ["Half the time", "100.0", "360", "432", "0", words]


def test_a_scenario_that_no_longer_fits_says_so_and_the_others_stay() -> None:
    kept = {"Old": Scenario(("staffing.chat.speed=3",)), "Wrong": Scenario(("plan.shrinkage=2",)),
            "Good": Scenario(("plan.hours.2026-W53=210",))}
    found = rows(audit(kept))
    assert [row[0] for row in found] == ["The plan as it is", "Old", "Wrong", "Good"]
    assert found[1][1:5] == found[2][1:5] == ["–"] * 4
    assert found[1][5].startswith("does not fit: staffing.chat.speed:")
    assert found[2][5].startswith("does not fit: plan.shrinkage:")
    # week 53 is covered: (7 * 20 + 29 * 12) / 720
    assert found[3][1] == "67.8"


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "late deliveries: share of the orders – → 20%; late deliveries: contacts × an order in time – → 5.7;"
           " planned hours, week 53: 84 → 210"),
    ("fi", "myöhästyvät toimitukset: osuus tilauksista – → 20\u00a0%;"),
])
def test_what_a_scenario_changes_is_said_in_words(lang: Lang, said: str) -> None:
    kept = {"Late": Scenario(("plan.late.share=0.2", "plan.hours.2026-W53=210"))}
    table = what_if(case(audit(kept), lang))[-1]
    assert isinstance(table, Table)
    assert str(table.rows[1][-1]).startswith(said) and "plan." not in str(table.rows[1][-1])


def test_without_scenarios_there_is_no_table() -> None:
    blocks = what_if(case(audit()))
    assert [type(block) for block in blocks] == [Paragraph]
    assert "No campaigns, late deliveries or gifts are in the plan" in blocks[0].text  # type: ignore[union-attr]


def test_each_setting_of_the_plan_is_said() -> None:
    of = audit(
        late=LateDeliveries(0.1), gifts=Gifts(0.25),
        campaigns={"Joulu": Campaign(date(2026, 12, 1), date(2026, 12, 6), 2)},
    )
    (paragraph,) = what_if(case(of))
    assert isinstance(paragraph, Paragraph)
    # late orders are those from Black Friday on, gifts those of December, unless other days are given
    assert paragraph.text == (
        "Campaign “Joulu”, 1 Dec 2026 – 6 Dec 2026: 2 times the orders that would come without it. "
        "Late deliveries: 10% of the orders of 27 Nov 2026 – 23 Dec 2026 bring 5.7 times the contacts. "
        "Gifts: 25% of the orders of 1 Dec 2026 – 23 Dec 2026 bring their later contacts from Christmas Eve on."
    )


def test_a_setting_without_effect_is_not_said() -> None:
    (paragraph,) = what_if(case(audit(late=LateDeliveries(0.0, 9.0), gifts=Gifts(0.0))))
    assert isinstance(paragraph, Paragraph) and "9" not in paragraph.text


@pytest.mark.parametrize(("lang", "says"), [
    ("en", "Half of the contacts come within 8 days of the order, 16% after 30 days; an order brings 0.18 contacts in"
           " all. The lag is assumed, not measured."),
    ("fi", "Puolet yhteydenotoista tulee 8 päivän kuluessa tilauksesta, 16\u00a0% vasta 30 päivän jälkeen; tilaus tuo"
           " kaikkiaan 0,18 yhteydenottoa. Viive on oletettu, ei mitattu."),
])
def test_the_lag_in_words_and_in_figures(lang: Lang, says: str) -> None:
    # half of 0.182 has come after day 0 (0.062) and 7.25 days of 0.004; 30 days of 0.001 lie after day 30
    kernel = kernel_of((0.062, *(0.004,) * 20, *(0.001,) * 40), "assumed")
    chart = lag_chart(case(audit(), lang), kernel)
    assert chart.description == says
    assert chart.table is not None
    figures = [[cell.value for cell in row[1:]] for row in chart.table.rows]  # type: ignore[union-attr]
    shares = [0.062, 0.028, 0.028, 0.025, 0.009, 0.03]
    assert [row[0] for row in figures] == pytest.approx([share / 0.182 for share in shares])
    assert figures[-1][1] == pytest.approx(1.0)


def test_orders_that_bring_no_contacts_have_no_lag() -> None:
    charts = [block.id for block in january(case(audit(contact_rate=0.0))).blocks if isinstance(block, Chart)]
    assert charts == ["january-weeks"]
