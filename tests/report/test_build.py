"""What the report says: its words follow from the scores, in order of what matters."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from readycheck.core.audit import PathRun, PathStep, Season
from readycheck.core.checklist import Bands, LocalText
from readycheck.core.message import say
from readycheck.core.plan import Plan
from readycheck.core.results import Contribution, FaqCoverage, Readiness
from readycheck.core.staffing.results import DayNeed, WeekNeed
from readycheck.report.build import build
from readycheck.report.charts.heatmap import HeatMap
from readycheck.report.charts.weeks import Weeks
from readycheck.report.model import Bullets, Chart, Claims, KeyFigures, Missing, Paragraph, Report, Table
from tests.report.reports import full, section
from tests.report.shop import AUDIT, TODAY
from tests.report.shop_scores import COMPARISON, GRADE, JANUARY, SCORES


def report(scores=SCORES, audit=AUDIT, comparison=COMPARISON, lang="en", today=TODAY) -> Report:
    return build(audit, scores, comparison, AUDIT, lang, today)


def texts(found: Report, identifier: str) -> list[str]:
    return [block.text for block in section(found, identifier).blocks if isinstance(block, Paragraph)]


def table(found: Report, identifier: str, place: int = 0) -> Table:
    return [block for block in section(found, identifier).blocks if isinstance(block, Table)][place]


@pytest.mark.parametrize(("band", "sentence"), [
    ("ready", "Ready for the season: 90.0 points out of 100."),
    ("nearly", "Nearly ready for the season: 90.0 points out of 100."),
    ("not_ready", "Not ready for the season yet: 90.0 points out of 100."),
    (None, "Readiness for the season is 90.0 points out of 100."),
])
def test_the_headline_is_the_band_in_words(band: str | None, sentence: str) -> None:
    found = report(replace(SCORES, readiness=replace(SCORES.readiness, score=90.0, band=band)))
    assert found.headline == sentence


def test_the_summary_counts_what_stands_behind_the_headline() -> None:
    # 406 = 7.5 + 96.375 + 112 + 80 + 60 + 50; 14 Oct to 27 Nov are 44 days
    assert full("en").summary == (
        "85% of what is assessed is known; missing answers and missing data count as zero.",
        "There are 2 blockers: while any of them is open, the shop is not ready.",
        "In 2 places the answer is yes, but the shop's own data says otherwise.",
        "Most points are lost in “Anticipation”: 15.4.",
        "From 27 December to 31 January, 406 agent-hours are needed; 150 are planned.",
        "One agreed action is overdue.",  # due on 9 Oct
        "44 days are left before the first peak, 27 Nov 2026.",
    )
    calm = replace(SCORES, blockers=(), contradictions=(), readiness=replace(SCORES.readiness, known=1.0, losses=()))
    assert report(calm, today=date(2026, 11, 26)).summary == (
        "Nothing is missing from this figure: every question behind it is answered and the data is there.",
        "From 27 December to 31 January, 406 agent-hours are needed; 150 are planned.",
        "4 agreed actions are overdue.",  # 9 Oct, 10, 20 and 25 Nov
        "One day is left before the first peak, 27 Nov 2026.",
    )
    assert report(calm, today=date(2026, 11, 28)).summary[-1] == "4 agreed actions are overdue."


def first(found: Report) -> list[tuple[str, str]]:
    block = section(found, "first-steps").blocks[0]
    assert isinstance(block, Bullets)
    return [(item.text, item.more) for item in block.items]


def only(identifier: str, lost: float = 9.0):
    """Scores that lose by one score alone and have no blocker."""
    part = Contribution(identifier, 1, 10.0, 1.0, 1.0, lost)
    return replace(SCORES, blockers=(), readiness=Readiness(50.0, "not_ready", 1.0, (part,), (part,)))


def test_blockers_come_first_then_the_largest_losses_and_never_more_than_three() -> None:
    assert [text for text, _ in first(full("en"))] == [
        "Code the reasons for two weeks.",
        "Fix the purchase path at “Payment” and test it again.",
        "Answer the open question of “Anticipation”.",
    ]


@pytest.mark.parametrize(("identifier", "advice"), [
    # weekends (no) leave 3 × 1, evenings (claimed, but 8 % measured) 3 × 0.92
    ("peak-season/presence", "Try a Sunday afternoon shift (a day or two)."),
    ("peak-season/anticipation", "Answer the open question of “Anticipation”."),
    # of the three reasons, "return" leaves 120 × 0.5 and "complaint" 50 × 1
    ("coverage/faq", "Check the FAQ answer to “Return” (32%): easy to find, and up to date?"),
    # 200 × 0.4 = 80, 120 × 0.75 = 90, 80 × 1 = 80: most is left at "return", whose cause is known
    ("coverage/contact_reasons", "Give “Return” an action, an owner and a date before 27 Nov 2026."),
    # short: 7.5 + 21.375 + 37 + 80 + 60 + 50 = 255.875
    ("coverage/january", "Plan 256 more agent-hours for January; week 2 has the biggest shortage, 80."),
])
def test_what_to_do_is_what_would_win_back_most(identifier: str, advice: str) -> None:
    ((text, more),) = first(report(only(identifier)))
    assert text == advice
    assert more.endswith("up to 9.0 points to gain.")


@pytest.mark.parametrize(("today", "said"), [
    (date(2026, 11, 12), ""),  # in force on 26 Nov, a day before Black Friday
    (date(2026, 11, 13), " Not ready before the first peak: it would be in force on 27 Nov 2026."),
    (date(2026, 11, 28), ""),  # the peak is over
])
def test_a_remedy_that_comes_too_late_for_the_peak_says_so(today: date, said: str) -> None:
    ((_, more),) = first(report(only("peak-season/presence"), today=today))
    assert more == f"Presence: up to 9.0 points to gain.{said}"


def test_a_score_without_data_asks_for_the_data() -> None:
    scores = replace(only("coverage/faq"), faq=FaqCoverage(score=None, missing=empty_missing()))
    assert first(report(scores))[0][0] == "No contacts with a reason: import contacts, code them, or type rough counts."


def empty_missing():
    from readycheck.core.faq import NO_CODES

    return (NO_CODES,)


def test_opening_hours_advice_names_hours_and_what_they_bring() -> None:
    # every day brings 165 orders; 19–20 and 20–21 bring 22 + 24 of them on each: two hours on three days
    ((text, _),) = first(report(only("coverage/opening_hours")))
    assert text == (
        "Answer live at these times too: Mon 19–21, Tue 19–21, Sun 19–21. Coverage goes from 22.7 to 34.5."
    )


def test_nothing_lost_says_so() -> None:
    scores = replace(SCORES, blockers=(), readiness=Readiness(100.0, "ready", 1.0))
    assert texts(report(scores), "first-steps") == [
        "Nothing is lost and nothing blocks. Keep the plan, and write down what you learn."
    ]


def test_claim_and_data_stand_side_by_side() -> None:
    block = next(block for block in section(full("en"), "contradictions").blocks if isinstance(block, Claims))
    evenings, hands = block.claims
    assert (evenings.claim, evenings.threshold.text, evenings.note) == ("yes", "50%", "chat until 19 on Thursdays")
    assert [link.href for link in evenings.links] == ["https://shop.example/contact", ""]
    assert hands.data.text == "37.0%"  # 100 · 150 / 405.875


def test_the_heat_map_has_the_opening_hours_on_it() -> None:
    chart = next(block for block in section(full("en"), "opening-hours").blocks if isinstance(block, Chart))
    assert isinstance(chart.picture, HeatMap)
    assert chart.picture.opened[3] == ((480, 750), (780, 1140))  # Thursday 8:00–12:30 and 13:00–19:00
    assert chart.picture.opened[5] == ()
    assert chart.description.startswith("The busiest hour of the week is Mon 20–21. Open: Mon 08:00–16:00;")


def test_the_meter_stands_on_the_audit_s_own_bands() -> None:
    bands = Bands(90, 70, LocalText("", ""))
    audit = replace(AUDIT, checklists=(replace(AUDIT.checklists[0], bands=bands),))
    meter = section(report(audit=audit), "score-card").blocks[0]
    assert isinstance(meter, Chart)
    assert meter.picture.thresholds == ((70, "nearly ready 70"), (90, "ready 90"))


def days(first_day: date, count: int, contacts: float) -> tuple[DayNeed, ...]:
    return tuple(DayNeed(first_day + timedelta(days=n), contacts, 2.0, 1.0, 0.5, n) for n in range(count))


def test_under_ten_contacts_a_week_january_is_shown_by_month() -> None:
    few = replace(JANUARY, days=days(date(2026, 12, 20), 43, 1.0))
    found = report(replace(SCORES, january=few))
    rows = table(found, "january").rows
    # 27–31 December are five days, January has 31; at a contact and two hours a day
    assert [str(row[0]) for row in rows] == ["December 2026, 27 Dec–31 Dec", "January 2027, 1 Jan–31 Jan"]
    assert [row[1].value for row in rows] == [5.0, 31.0]
    assert [row[4].value for row in rows] == [10.0, 62.0]
    many = replace(JANUARY, days=days(date(2026, 12, 20), 43, 2.0))
    assert len(table(report(replace(SCORES, january=many)), "january").rows) == 6


def test_without_planned_hours_the_need_is_shown_and_no_backlog() -> None:
    january = replace(JANUARY, score=None, before=None, outcome=None)
    found = report(replace(SCORES, january=january), replace(AUDIT, plan=Plan()))
    chart = next(block for block in section(found, "january").blocks if isinstance(block, Chart))
    assert isinstance(chart.picture, Weeks)
    assert {bar.planned for bar in chart.picture.weeks} == {None}
    assert [str(cell) for cell in table(found, "january").rows[1][4:]] == ["96", "–", "–", "20", "–"]
    assert any(isinstance(block, Missing) for block in section(found, "january").blocks)


def test_what_the_plan_leads_to_is_told_in_words() -> None:
    assert texts(full("en"), "january")[1] == (
        "With the planned hours, 62% of chats and calls are answered in time and 17% give up. "
        "The backlog peaks on 31 Jan 2027 at 256 agent-hours and is not cleared by the end of January."
    )


def test_the_path_is_shown_step_by_step_under_each_tester() -> None:
    found = table(full("en"), "path")
    assert found.columns == ("Step", "Score", "Own test (own staff, computer)", "Tester 2 (outsider, mobile phone)")
    pay = next(row for row in found.rows if row[0] == "Payment")
    assert [str(cell) for cell in pay[1:]] == ["50.0", "Card: ✓ went well, 40 s", "MobilePay: ✕ failed, 2 min 10 s"]
    assert "Never tested: Product page, Order confirmation, Delivery, Return." in texts(full("en"), "path")


def test_a_step_that_failed_went_wrong_without_a_note_too() -> None:
    steps = (PathStep("delivery", "fail"), PathStep("search", "friction"), PathStep("cart", "friction", note="slow"))
    audit = replace(AUDIT, path_runs=(PathRun("Own test", steps=steps),))
    found = table(report(audit=audit), "path", 1)
    assert [(row[0], *row[2:]) for row in found.rows] == [("Delivery", "failed", "–"), ("Cart", "stumbled", "slow")]


def test_where_an_import_measured_is_said_in_the_readers_language() -> None:
    found = {lang: table(full(lang), "service", 1) for lang in ("en", "fi")}
    assert [row[-1] for row in found["fi"].rows if "zendesk" in str(row[-1])] == ["tuonti: zendesk"]
    assert [row[-1] for row in found["en"].rows if "zendesk" in str(row[-1])] == ["import: zendesk"]


@pytest.mark.parametrize(("today", "lang", "left"), [
    (date(2026, 10, 14), "en", "−5"), (date(2027, 1, 31), "en", "−114"),
    (date(2027, 2, 1), "en", "season over"), (date(2041, 11, 22), "fi", "sesonki ohi"),
])
def test_days_left_are_counted_until_the_season_is_over(today: date, lang: str, left: str) -> None:
    # the FAQ was due on 9 October 2026
    assert str(table(report(today=today, lang=lang), "actions").rows[0][3]) == left


def test_actions_stand_by_due_date_with_what_is_in_their_way() -> None:
    rows = table(full("en"), "actions").rows
    assert [(row[0], str(row[2]), row[4]) for row in rows] == [
        ("Make the FAQ show up in search", "9 Oct 2026", "Overdue."),
        ("Link into the shipping mail", "10 Nov 2026", "Not started"),
        ("January rota agreed", "20 Nov 2026", "In progress"),
        ("New returns portal", "25 Nov 2026",
         "Not ready before the first peak. Instead: a printable return form"),
    ]


def test_actions_say_since_when_they_have_been_promised() -> None:
    again = replace(AUDIT, actions=tuple(replace(action, first_promised=2024) for action in AUDIT.actions))
    told = [row[4] for row in table(build(again, SCORES, None, None, "en", TODAY), "actions").rows]
    assert "Overdue. First promised for season 2024." in told
    assert "In progress. First promised for season 2024." in told


def test_remedies_that_nobody_has_taken_up_stand_in_the_appendix() -> None:
    rows = table(full("en"), "remedies").rows
    assert ("Try a Sunday afternoon shift.", "Presence") in [(row[0], row[1]) for row in rows]
    assert not any("January rota agreed" in map(str, row) for row in rows)


def test_improvement_and_the_rest_of_the_change_are_two_figures() -> None:
    core = next(block for block in section(full("en"), "years").blocks if isinstance(block, KeyFigures))
    assert [(figure.name, figure.number.text) for figure in core.figures] == [
        ("Season 2025", "34.5"), ("Season 2026", "41.8"), ("You improved", "+7.3"), ("The rest of the change", "−1.5"),
    ]
    assert texts(full("en"), "forecast") == [
        "Last season's forecast for 27 December – 31 January was 1,610 contacts (1,290 – 2,010 in 8 cases of 10); "
        "1,544 came. The interval held. 4.1% fewer came than was forecast.",
        "What it teaches: next year's interval reckons with 27% drift from year to year instead of 30%. "
        "The app's January page takes it into the plan.",
    ]


def test_the_weeks_of_the_graded_forecast_and_what_drifted() -> None:
    weeks, drifted = (block for block in section(full("en"), "forecast").blocks if isinstance(block, Table))
    assert weeks.caption == "Week by week: the interval held in 5 of 6 weeks"
    assert [str(cell) for cell in weeks.rows[0]] == ["week 52", "45", "30", "70", "71", "✕ did not hold"]
    # 1544 / 1610 / (1.08 · 0.88) = 1.0091
    assert [[str(cell) for cell in row[:2]] for row in drifted.rows] == [
        ["Orders", "+8%"], ["Contacts per order", "−12%"], ["Lag from order to contact", "–"], ["The rest", "+1%"],
    ]
    assert drifted.rows[0][2] == "12,960 orders came from 28 Oct 2025 to 31 Jan 2026, 12,000 were expected."
    assert drifted.rows[2][2] == "The lag from order to contact is assumed, not measured."


def test_few_contacts_a_week_are_not_shown_by_week() -> None:
    # 51 contacts in 36 days are 9.9 a week
    few = replace(GRADE, forecast=51.0)
    found = report(comparison=replace(COMPARISON, forecast=few))
    tables = [block for block in section(found, "forecast").blocks if isinstance(block, Table)]
    assert [table.caption.partition(":")[0] for table in tables] == ["Where the difference comes from"]


def test_a_forecast_that_is_not_graded_says_why() -> None:
    why = say("the contacts are not imported yet")
    found = report(comparison=replace(COMPARISON, forecast=None, not_graded=why))
    assert texts(found, "forecast") == [
        "Last season's January forecast is not graded: the contacts are not imported yet."
    ]
    assert "steps-forecast" not in {part.id for part in section(found, "arithmetic").parts}


def test_without_an_earlier_season_it_says_so() -> None:
    (block,) = section(report(comparison=None), "years").blocks
    assert block == Missing(
        ("There is no earlier season to compare with.",),
        "Keep this audit: next year's report will be compared with it.",
    )


def test_weights_of_new_questions_are_no_settings_that_differ() -> None:
    new = replace(COMPARISON.settings[0], key="weight.peak-season/a.b", before="–", after="2")
    changed = replace(new, key="weight.peak-season/c.d", before="1")
    found = report(comparison=replace(COMPARISON, settings=(new, changed)))
    assert [row[0] for row in table(found, "changes", 2).rows] == ["Weight: peak-season/c.d"]


def test_every_step_of_the_arithmetic_is_in_the_appendix() -> None:
    shown = {part.id: part for part in section(full("en"), "arithmetic").parts}
    assert list(shown) == ["steps-readiness", "steps-coverage-opening_hours", "steps-coverage-january",
                           "steps-january-beside", "steps-forecast"]
    last = shown["steps-coverage-january"].blocks[0].lines[-1]
    assert last == "January staffing = 100 × 150.00 / 405.88 = 36.96"


def test_a_week_outside_the_usual_dates_is_named_by_its_own_days() -> None:
    """2023: 27 December is a Wednesday, and the window's first week has five days of the old year."""
    audit = replace(AUDIT, season=Season(2023, date(2023, 11, 1), date(2024, 1, 31)))
    weeks = (WeekNeed("2023-W52", 50.0, 40.0, 60.0, 9.0, 9.0, 1.0, 0.0),)
    found = report(replace(SCORES, january=replace(JANUARY, weeks=weeks)), audit)
    assert str(table(found, "january").rows[0][0]) == "week 52, 27 Dec–31 Dec"


def test_the_heavy_libraries_are_loaded_only_where_they_are_used() -> None:
    code = (
        "import sys\n"
        "import readycheck.report.build, readycheck.report.html, readycheck.report.calendar_file\n"
        "assert not {'jinja2', 'icalendar', 'markupsafe', 'textual', 'duckdb'} & set(sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_section_that_nobody_has_begun_is_told_by_its_questions() -> None:
    first_one, *others = SCORES.sections
    silent = tuple(replace(question, claim=None, counted=0.0) for question in first_one.questions)
    bare = replace(AUDIT, answers={})
    sections = (replace(first_one, questions=silent), *others)
    found = section(report(replace(SCORES, sections=sections), bare), "answers")
    (listed,) = (block for block in found.blocks if isinstance(block, Bullets))
    asked = [question for question in silent if question.applicable]
    item = next(item for item in listed.items if item.text == f"{first_one.title.en}: {len(asked)} questions")
    assert item.more == " · ".join(question.question.prompt.en for question in asked)
    assert first_one.title.en not in [block.caption for block in found.blocks if isinstance(block, Table)]
