"""The comparison as a page of its own: what it tells follows from two seasons worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from readycheck.core.audit import Action
from readycheck.core.checklist import LocalText
from readycheck.core.message import say
from readycheck.core.profile import Demand
from readycheck.core.years.comparison import QuestionRow
from readycheck.report import html, json_file, markdown
from readycheck.report.case import Case
from readycheck.report.charts.heatmaps import HeatMaps
from readycheck.report.charts.multiples import Multiples
from readycheck.report.charts.pairs import Pairs
from readycheck.report.compare_json import compare_json
from readycheck.report.comparison import build_comparison
from readycheck.report.model import Bullets, Chart, KeyFigures, Missing, Paragraph, Report, Table
from readycheck.report.parts.years import years
from readycheck.report.sides import Sides
from tests.report.reports import LANGS, blocks, section
from tests.report.shop import AUDIT
from tests.report.shop_scores import SCORES
from tests.report.shop_years import MOVED, compared, years_case

P_SMALL = "p\N{NO-BREAK SPACE}<\N{NO-BREAK SPACE}0.001"
ANNA = Sides("anna", "konsultti", one_story=False)


def page(case: Case) -> Report:
    return build_comparison(case, "lankakauppa", [(2025, SCORES), (2026, SCORES)])


def two_files(**changed: object) -> Case:
    """Two people's files of one season."""
    return years_case("en", ANNA, comparison=replace(MOVED, season_before=2026, **changed), trend=None)


def charts(report: Report) -> dict[str, Chart]:
    return {block.id: block for block in blocks(report) if isinstance(block, Chart)}


def rows(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[str(cell) for cell in row] for row in table.rows]


def test_a_season_that_others_lie_after_is_not_the_last_one() -> None:
    # of the fixture's promises one was kept and two were not; only the years differ
    case = years_case("en", comparison=replace(MOVED, season_before=2024))
    found = section(page(case), "promises")
    assert found.title == "Promises of season 2024"
    said = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert said[0].startswith("The actions of season 2024: 1 done, 2 not done.")
    assert said[1:] == ["What was written down in season 2024:"]


def test_the_first_line_tells_what_the_shop_did() -> None:
    # 41.8 − 34.5; January fell from 60 to 36.96 and opening hours rose from 18.0
    report = compared("en")
    assert (report.kicker, report.title) == ("Comparison 2025–2026", "Lankakauppa Oy")
    assert report.headline == "You improved by 7.3 points in what both seasons have."
    assert "Fell most: January staffing (measured) 60.0 → 37.0 ▼." in report.summary[0]
    assert report.summary[1] == (
        "Last season's actions: 1 done, 2 not done. One of those not done is on this season's list again."
    )


@pytest.mark.parametrize(("before", "after", "headline"), [
    (41.8, 34.5, "You fell back by 7.3 points in what both seasons have."),
    (41.83, 41.84, "In what both seasons have, you are where you were."),
])
def test_a_fall_and_a_standstill_are_called_so(before: float, after: float, headline: str) -> None:
    case = years_case("en", comparison=replace(MOVED, core_before=before, core_after=after))
    assert page(case).headline == headline


def test_promises_stand_with_what_became_of_them() -> None:
    (table,) = (block for block in section(compared("en"), "promises").blocks if isinstance(block, Table))
    assert [(row[0], row[3]) for row in rows(table)] == [
        ("Return instructions into the confirmation", "✕ not done, not on this season's list"),
        ("A returns portal", "✕ not done, on this season's list for 6 Nov 2026"),
        ("Chat opened on Thursdays", "✓ done"),
    ]


def test_an_action_is_found_on_this_season_s_list_though_its_number_is_another_s_now() -> None:
    """Last season's a2 stands there as a1, and once more as a7; last season's own a1 was forgotten."""
    promised = (Action("a1", "A returns portal"), Action("a2", "Chat on Sundays"))
    again = (Action("a1", "Chat on Sundays", due=date(2026, 11, 6)), Action("a7", "chat on sundays"))
    case = years_case("en", comparison=replace(MOVED, kept=(), not_kept=promised, carried=again))
    assert "One of those not done is on this season's list again." in page(case).summary[1]
    (table,) = (block for block in section(page(case), "promises").blocks if isinstance(block, Table))
    assert [(row[0], row[3]) for row in rows(table)] == [
        ("A returns portal", "✕ not done, not on this season's list"),
        ("Chat on Sundays", "✕ not done, on this season's list for 6 Nov 2026"),
    ]


def test_totals_of_other_days_show_no_change() -> None:
    """Contacts of 1–4 November both times, 400 and 500; orders of eight days from 28 October, 2,600, and of four."""
    last = replace(AUDIT.contacts, first=date(2024, 11, 1), last=date(2024, 11, 4), daily=(100,) * 4)
    longer = replace(AUDIT.orders, first=date(2024, 10, 28), last=date(2024, 11, 4), daily=(325,) * 8)
    before = replace(AUDIT, season=replace(AUDIT.season, year=2025), demand=Demand(last, longer))
    found = blocks(page(years_case("en", previous=before)))
    volumes = next(block for block in found if isinstance(block, Table) and block.caption == "Volumes")
    assert rows(volumes)[:2] == [
        ["Orders in the season's data", "2,600", "1,300", "–"], ["Contacts in the season's data", "400", "500", "+25%"],
    ]
    assert next(found) == Paragraph("28 Oct 2024 – 4 Nov 2024 and 1 Nov 2025 – 4 Nov 2025 are not the same part of the"
                                    " year.", "note")


def test_channels_stand_side_by_side_the_most_moved_first() -> None:
    chart = charts(compared("en"))["moved-channels"]
    assert rows(chart.table) == [
        ["E-mail", "300", "250", "75.0%", "50.0%", "−25.0", f"yes, {P_SMALL}"],
        ["Phone", "0", "100", "0.0%", "20.0%", "+20.0", f"yes, {P_SMALL}"],
        ["Chat", "100", "150", "25.0%", "30.0%", "+5.0", "no"],
    ]
    assert chart.description == (
        f"The change is larger than chance ({P_SMALL}; chi-squared test of the counts). "
        "Moved most: E-mail 75.0% → 50.0%; Phone 0.0% → 20.0%; Chat 25.0% → 30.0%."
    )
    assert isinstance(chart.picture, Pairs)
    # by size of the later season: the picture is a Pareto
    assert [(bar.name, bar.note, bar.telling) for bar in chart.picture.bars] == [
        ("E-mail", "−25.0 ▼", True), ("Chat", "+5.0 ▲", False), ("Phone", "+20.0 ▲", True),
    ]


def test_a_demand_is_called_by_the_months_that_were_counted() -> None:
    """The audit of 2026 holds the contacts of 2025's season."""
    found = charts(compared("en"))
    channels, reasons = found["moved-channels"], found["moved-reasons"]
    assert isinstance(channels.picture, Pairs) and isinstance(reasons.picture, Pairs) and channels.table is not None
    assert (channels.picture.before_word, channels.picture.after_word) == ("11/2024–1/2025", "11/2025–1/2026")
    assert channels.table.caption == "2025: 1 Nov 2024 – 31 Jan 2025; 2026: 1 Nov 2025 – 31 Jan 2026"
    assert reasons.picture.before_word == "Season 2025"  # typed by hand: no days
    assert Paragraph("Each season's audit holds the orders and contacts of the season before it.", "note") in (
        section(compared("en"), "demand-moved").blocks)


def test_what_was_not_tested_says_why_and_what_is_not_there_too() -> None:
    found = charts(compared("en"))
    said = found["moved-reasons"].description
    assert said.startswith("Too little is counted in both seasons to test it. Moved most: ")
    assert [row[-1] for row in rows(found["moved-reasons"].table)] == ["not tested", "not tested"]
    missing = [block for block in section(compared("en"), "demand-moved").blocks if isinstance(block, Missing)]
    assert missing == [Missing(("When contacts come: the audit of 2025 has no contacts",))]


def test_both_weeks_share_one_scale_of_shares() -> None:
    picture = charts(compared("en"))["moved-order_hours"].picture
    assert isinstance(picture, HeatMaps)
    # 80 of 100 is the busiest hour of both, 120 of 200 is less though more were counted
    assert (picture.most, picture.before.shares[0][9], picture.after.shares[0][9]) == (0.8, 0.8, 0.6)
    assert picture.after.shares[6][20] == 0.4
    assert [(mark.weekday, mark.hour, mark.up) for mark in picture.marks] == [(0, 9, False), (6, 20, True)]


def test_of_the_hours_those_beyond_chance_and_the_parts_of_the_week_are_listed() -> None:
    table = charts(compared("en"))["moved-order_hours"].table
    assert [row[0] for row in rows(table)] == ["Weekends", "Mon 09–10", "Sun 20–21", "Weekday evenings"]


def test_contacts_per_order_say_whether_chance_explains_them() -> None:
    second = section(compared("en"), "demand-moved").blocks[1]
    assert second == Paragraph(
        "Contacts per order: 0.200 → 0.250 (+25%). The change is larger than chance "
        "(p\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}0.030; test of two Poisson rates)."
    )


def test_the_trend_shows_what_readiness_is_made_of_and_the_table_every_score() -> None:
    chart = charts(compared("en"))["trend-picture"]
    assert isinstance(chart.picture, Multiples)
    assert [line.name for line in chart.picture.lines] == ["Readiness", "FAQ (measured)", "Presence"]
    assert chart.picture.lines[0].breaks == (False, True)
    # the last step stands as the comparison has it: readiness 41.8 − 34.5; presence 20.0 and 20.0
    assert rows(chart.table) == [
        ["Readiness", "20.0", "30.5", "41.8", "+10.5", "+7.3", "2026"],
        ["FAQ (measured)", "–", "50.0", "75.0", "–", "+25.0", "–"],
        ["Presence", "60.0", "20.0", "20.0", "−40.0", "0.0", "–"],
    ]
    assert chart.description == (
        "Readiness: 2024 20.0, 2025 30.5 (+10.5), 2026 41.8 (+7.3). "
        "Rose most from 2024 to 2026: FAQ (measured). Fell most: Presence."
    )


def test_what_does_not_compare_is_listed_by_name_with_the_reason() -> None:
    (listed,) = (block for block in section(compared("en"), "changes").blocks if isinstance(block, Bullets))
    assert [(item.text, item.more) for item in listed.items] == [
        ("peak-season/learning: one question, the question was removed", "An old one?"),
        ("peak-season/learning: one question, the question is new", "A new one?"),
    ]


def asked(identifier: str, **fields: object) -> QuestionRow:
    row = QuestionRow(identifier, None, "new", LocalText("Uusi?", "A new one?"), None, "yes", None, 1.0, False,
                      say("the question is new"))
    return replace(row, **fields)  # type: ignore[arg-type]


def test_a_section_that_is_new_as_a_whole_is_told_by_its_name_and_number() -> None:
    """Three questions, two and one of them in sections of their own; a section of one question shows the question."""
    rows = [asked(f"more/survey.q{place}") for place in range(3)] + [asked(f"more/chat.q{place}") for place in range(2)]
    case = years_case("en", comparison=replace(MOVED, questions=(*rows, asked("more/one.q"))))
    (listed,) = (block for block in section(page(case), "changes").blocks if isinstance(block, Bullets))
    assert [(item.text, item.more) for item in listed.items] == [
        ("more/one: one question, the question is new", "A new one?"),
        ("Sections that are wholly new: 5 questions", "more/survey 3, more/chat 2"),
    ]


def test_the_questions_of_each_kind_add_up_to_all() -> None:
    """One is new, and one was known in neither season: it neither moved nor compares."""
    silent = asked("more/one.r", kind="same", after=None, value_after=None, why_not=None)
    case = years_case("en", comparison=replace(MOVED, questions=(asked("more/one.q"), silent)))
    told = [block.text for block in section(page(case), "changes").blocks if isinstance(block, Paragraph)]
    assert told[0] == "Questions: new 1, known in neither 1."


def test_two_peoples_files_differ_and_nobody_fell_back() -> None:
    report = page(two_files(demand=MOVED.demand[:1]))
    text = markdown.render(report)
    assert report.headline == "In what both have, konsultti is 7.3 points above anna."
    core = next(block for block in blocks(report) if isinstance(block, KeyFigures))
    assert [figure.name for figure in core.figures] == [
        "anna", "konsultti", "konsultti is higher by", "The rest of the difference",
    ]
    assert report.summary[0].startswith("konsultti is furthest above in: Opening hours (measured) 18.0 → ")
    for wrong in ("improved", "fell back", "better", "worse", "became", "Last season", "both seasons", "moved"):
        assert wrong not in text
    lower = page(two_files(core_before=41.8, core_after=34.5))
    figure = next(block for block in blocks(lower) if isinstance(block, KeyFigures)).figures[2]
    assert (figure.name, figure.number.text) == ("konsultti is lower by", "7.3")
    assert figure.number.value == pytest.approx(7.3)


def test_two_files_without_a_shared_answer_say_so() -> None:
    report = page(two_files(core_before=None, core_after=None, improved=None, checklist_changed=None, unanswered=2026))
    assert report.headline == "The two files share nothing that can be compared."


def test_two_files_with_one_demand_say_it_once() -> None:
    alike = tuple(
        replace(found, shares=tuple(replace(share, after=share.before) for share in found.shares))
        for found in MOVED.demand if found.shares
    )
    part = section(page(two_files(demand=alike)), "demand-moved")
    assert part.blocks == (Paragraph("Both rest on the same data of orders and contacts."),)


def test_two_shops_are_called_two_shops_first_of_all() -> None:
    sides = Sides("Lanka 2025", "Nappi 2026", one_story=False, shops=("Lanka", "Nappi"))
    report = page(years_case("en", sides))
    assert report.title == "Lanka – Nappi"
    first = report.sections[0].blocks[0]
    assert isinstance(first, Paragraph) and first.tone == "warning"
    assert first.text == "These are two shops, Lanka and Nappi: what differs is no change of either."
    assert {"promises", "forecast"}.isdisjoint(part.id for part in report.sections)


def test_the_seasons_report_tells_the_same_under_one_heading() -> None:
    found = years(years_case("en"))
    assert (found.title, [part.id for part in found.parts]) == (
        "Year against year", ["trend", "promises", "demand-moved", "forecast"],
    )


def test_two_seasons_are_no_trend() -> None:
    assert "trend" not in {part.id for part in years(years_case("en", trend=None)).parts}


def test_json_of_the_page_holds_what_the_command_prints() -> None:
    facts = json.loads(json_file.render(compared("en")))
    printed = json.loads(json.dumps(compare_json(years_case("en"), "lankakauppa", [(2025, SCORES), (2026, SCORES)])))
    assert {key: facts[key] for key in printed} == printed
    assert printed["core"]["improved"] == 7.3 and printed["actions"]["carried"] == ["c"]
    channels = printed["demand"][0]
    assert (channels["statistic"], channels["freedom"], len(channels["shares"])) == (90.0, 2, 3)
    assert printed["trend"]["lines"][0] == {
        "id": "readiness", "values": [20.0, 30.5, 41.8], "breaks": [False, True], "steps": [10.5, 7.3],
    }


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_of_a_text_becomes_markup(lang: str) -> None:
    evil = "<script>alert(1)</script>|=1+1"
    shares = tuple(replace(share, id=evil) for share in MOVED.demand[0].shares[:1])
    case = years_case(lang, replace(ANNA, before=evil, shops=(evil, "b")), comparison=replace(
        MOVED, demand=(replace(MOVED.demand[0], shares=shares, why_not=say("{what}", what=evil)),)))
    report = page(case)
    assert "<script" not in html.render(report)
    assert "<script" not in markdown.render(report)
