"""The words of a comparison: the two figures, what is compared, chance, all seasons in a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from readycheck.core.audit import Action, Audit, Season, Shop
from readycheck.core.message import say
from readycheck.core.results import Contribution
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison
from readycheck.core.years.demand_moved import TOO_FEW, Moved, RateMoved, Share
from readycheck.core.years.trend import Trend, TrendLine
from readycheck.i18n import Translator
from readycheck.report.sides import Sides
from readycheck.tui.compare_contacts import contact_table, marks_on
from readycheck.tui.compare_headline import headline, short_headline
from readycheck.tui.compare_pair import Compared
from readycheck.tui.compare_promises import promise_table, promised
from readycheck.tui.compare_text import narrowed
from readycheck.tui.compare_trend import trend_table
from readycheck.tui.widgets.rows import Cell, Row
from readycheck.tui.widgets.week_pair import WeekPairPicture

EN = Translator("en")
NOTHING = ((0,) * 24,) * 7


def audit(year: int, shop: str = "Lankakauppa", actions: tuple[Action, ...] = ()) -> Audit:
    return Audit(Shop(shop), Season(year, date(year, 11, 1), date(year + 1, 1, 31)), actions=actions)


def compared(found: Comparison | None = None, named: Sides | None = None) -> Compared:
    before, after = audit(2025), audit(2026)
    return Compared(found or compare(before, after), before, after, named or Sides("2025", "2026"), {})


def headed(**changes: float | None) -> Comparison:
    """An empty comparison with other figures at its head."""
    return replace(compared().found, **changes)  # type: ignore[arg-type]  # floats alone


def asking_more(found: Comparison) -> Comparison:
    """The later season has a section that weighs in readiness, which the earlier has not."""
    scores = found.scores_after
    part = Contribution("own/gifts", 1, 50.0, 1.0, 50.0, 50.0)
    return replace(found, scores_after=replace(scores, readiness=replace(scores.readiness, contributions=(part,))))


def plain(row: Row) -> list[str]:
    return [cell.text if isinstance(cell, Cell) else cell for cell in row]


@pytest.mark.parametrize("after, said", [
    (60.6, "  ▲   +21.2  you improved: the same questions and measures, 39.4 → 60.6"),
    (39.4, "  =     0.0  you are where you were: the same questions and measures, 39.4 → 39.4"),
    (30.0, "  ▼    −9.4  you fell back: the same questions and measures, 39.4 → 30.0"),
])
def test_what_the_shop_did_stands_apart(after: float, said: str) -> None:
    found = headed(core_before=39.4, core_after=after, checklist_changed=4.1)
    lines = headline(compared(asking_more(found)), EN).splitlines()
    assert lines[1] == said
    assert lines[2] == "       +4.1  the checklist changed: asked or measured in one season only"
    assert lines[1].index(".") == lines[2].index("."), "the two figures stand under each other"


def test_the_checklist_did_not_change_where_both_ask_the_same() -> None:
    lines = headline(compared(headed(core_before=39.4, core_after=60.6, checklist_changed=4.1)), EN).splitlines()
    assert lines[2] == "       +4.1  the rest: what is not known in both"


def test_between_two_peoples_files_nobody_improves() -> None:
    found = headed(core_before=50.0, core_after=47.5, checklist_changed=0.0)
    text = headline(compared(found, Sides("maija", "jari", one_story=False)), EN)
    assert text.splitlines()[0].startswith("maija → jari") and "jari is lower:" in text and "you" not in text


def test_with_little_room_the_two_figures_are_left() -> None:
    found = headed(core_before=39.4, core_after=60.6, checklist_changed=4.1)
    figures = "2025 → 2026   ▲ +21.2 you improved · +4.1 "
    assert short_headline(compared(found), EN) == f"{figures}the rest"
    assert short_headline(compared(asking_more(found)), EN) == f"{figures}the checklist changed"


def test_a_long_name_keeps_its_beginning_and_its_end_over_a_column() -> None:
    assert compared(None, Sides("lankakauppa/2026", "maija", one_story=False)).heads == ("lankakau…/2026", "maija")


def demand() -> Comparison:
    """Of 100 contacts 40 came by chat, of 200 then 120: 40 % and 60 %."""
    chat = Share("chat", 40, 120, 0.4, 0.6, 0.0004, True)
    mail = Share("email", 60, 80, 0.6, 0.4, 0.2, False)
    channels = Moved("channels", 100, 200, (chat, mail), 0.0004, 12.0, 1, say("a test"))
    hour = Share("mon-13", 9, 30, 0.09, 0.15, 0.01, True)
    few = Share("sun-2", 1, 0, 0.01, 0.0, why_not=TOO_FEW)
    hours = Moved("contact_hours", 100, 200, (hour, few), 0.01, 40.0, 6, say("a test"), None, NOTHING, NOTHING)
    orders = Moved("order_hours", 0, 0, (), None, None, None, say("a test"), say("orders are not imported"))
    return replace(compared().found, demand=(channels, hours, orders),
                   rate=RateMoved(0.2, 0.25, 0.03, True, say("a test of rates")))


def test_a_change_is_the_difference_of_the_two_figures_beside_it() -> None:
    # 5046 / 24092 = 0.20945 and 5891 / 32928 = 0.17891 differ by 0.03054; 23.16 % and 23.34 % by 0.18
    evenings = Share("evenings", 2316, 2334, 0.2316, 0.2334, 0.8, False)
    hours = Moved("contact_hours", 10_000, 10_000, (evenings,), 0.8, 1.0, 1, say("a test"), None, NOTHING, NOTHING)
    rate = RateMoved(5046 / 24092, 5891 / 32928, 0.001, True, say("a test of rates"))
    _, rows, _ = contact_table(compared(replace(compared().found, demand=(hours,), rate=rate)), EN)
    assert plain(rows["rate"])[1:4] == ["0.209", "0.179", "−0.030"]
    assert plain(rows["contact_hours evenings"])[1:4] == ["23.2%", "23.3%", "+0.1"]


def test_what_moved_is_told_with_its_chance() -> None:
    _, rows, details = contact_table(compared(demand()), EN)
    assert plain(rows["rate"]) == ["Contacts / order", "0.200", "0.250", "+0.050", "▲ more than chance"]
    assert plain(rows["channels"]) == ["Channels of contacts", "100", "200", "", "≠ more than chance"]
    assert plain(rows["channels chat"]) == ["· chat", "40.0%", "60.0%", "+20.0", "▲ more than chance"]
    assert plain(rows["channels email"]) == ["· e-mail", "60.0%", "40.0%", "−20.0", "= may be chance"]
    assert plain(rows["contact_hours mon-13"])[0] == "· Mon 13–14"
    assert plain(rows["contact_hours sun-2"])[-1] == "? too few to tell"
    assert details["rate"] == "A test of rates. Chance alone does that in 3.0% of cases."
    assert details["channels chat"] == "40 of 100 → 120 of 200. Chance alone does that in fewer than 1 case of 1,000."
    assert details["order_hours"] == "Hours of orders. Orders are not imported."


def test_one_share_beyond_chance_makes_no_split_so() -> None:
    """The word stands beside the probability of the whole, as on the page."""
    found = demand()
    _, rows, details = contact_table(compared(replace(found, demand=(replace(found.demand[0], p=0.2),))), EN)
    assert plain(rows["channels"])[-1] == "= may be chance"
    assert details["channels"].endswith("Chance alone does that in 20.0% of cases.")


def test_hours_beyond_chance_are_marked_on_the_map() -> None:
    assert marks_on(demand().demand[1]) == {(0, 13): "▲"}


def test_both_maps_have_one_scale_of_shares() -> None:
    """Monday 0–1: 8 of 10 then, 30 of 60 now, that is 80 % and 50 %: 9 and 50 / 80 · 9 = 5.6 → 6."""
    def week(first: int, last: int) -> tuple[tuple[int, ...], ...]:
        rows = [list(row) for row in NOTHING]
        rows[0][0], rows[6][23] = first, last
        return tuple(map(tuple, rows))

    before, after = WeekPairPicture(week(8, 2), week(30, 30), ("2025", "2026")).levels
    assert (before[0][0], before[6][23], before[3][3]) == (9, 2, 0)  # 20 / 80 · 9 = 2.25
    assert (after[0][0], after[6][23]) == (6, 6)


def test_promises_are_open_again_or_done() -> None:
    left, again, done = (Action(name, name.title(), status=status) for name, status in (
        ("left", "open"), ("again", "doing"), ("done", "done")))  # type: ignore[arg-type]  # its own words
    now = replace(again, status="open", first_promised=2024)
    before, after = audit(2025, actions=(left, again, done)), audit(2026, actions=(now,))
    held = Compared(compare(before, after), before, after, Sides("2025", "2026"), {})
    _, rows, details = promise_table(held, True, EN)
    assert [plain(row)[:2] for row in rows.values()] == [
        ["✗ not done", "Left"], ["▸ not done, again", "Again"], ["✓ done", "Done"]]
    assert details["open0"] == "Left · t takes it into this season's list."
    assert details["again1"].endswith("stands on this season's list again. First promised for season 2024.")
    assert details["kept0"] == "Done"
    assert [promised(held.found, row) for row in rows] == [left, None, None]
    short, signs, _ = narrowed(promise_table(held, True, EN), 0)
    assert short[0].width == 1 and [plain(row)[0] for row in signs.values()] == ["✗", "▸", "✓"]


def trend_of(*values: float | None, broken: bool = False) -> Trend:
    between = len(values) - 1
    moved = (1.5,) + (None,) * (between - 1)
    line = TrendLine("readiness", None, values, (False,) * (between - 1) + (broken,), moved, moved)
    return Trend(tuple(range(2024, 2025 + between)), (line,), (0.0,) * between)


def test_a_trend_marks_where_figures_do_not_compare() -> None:
    columns, rows, details = trend_table(trend_of(10.0, 60.0, 100.0, broken=True), 80, EN)
    assert [column.title for column in columns] == ["score", "2024", "2025", "2026", ""]
    assert plain(rows["readiness"]) == ["Readiness", "10.0", "60.0", "/ 100.0", "▁▅/█"]
    assert details["readiness"] == (
        "Readiness, over what both seasons have: 2024 → 2025: +1.5, 2025 → 2026: nothing that compares. "
        "/ the list changed: the figures on its two sides do not compare.")


def test_two_seasons_are_no_trend_yet_and_many_show_the_last_that_fit() -> None:
    _, rows, details = trend_table(trend_of(None, 50.0), 80, EN)
    assert plain(rows["readiness"]) == ["Readiness", "–", "50.0", "·▅"]
    assert details["readiness"].endswith("Two seasons are a change, not yet a trend.")
    columns, rows, _ = trend_table(trend_of(*map(float, range(0, 100, 5))), 80, EN)  # twenty seasons
    assert columns[-2].title == "2043" and 2 < len(columns) < 10
    assert len(plain(rows["readiness"])[-1]) == 20, "the curve has them all"
