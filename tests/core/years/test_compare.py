"""Year against year, worked out by hand (DOMAIN §4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week
from readycheck.core.forecast.season import SeasonForecast, season_forecast
from readycheck.core.scoring import score
from readycheck.core.years.compare import compare
from readycheck.core.years.comparison import Comparison
from tests.core.documents import Document, audit_of, checklist, contacts, document, question, text

WEIGHTS = {"peak-season/learning": 1.0, "peak-season/proactive": 1.0}


def season(year: int, answers: dict[str, str], sections: dict[str, list[Document]], **tables: Any) -> Document:
    given = {f"peak-season/{key}": {"owner": {"value": value}} for key, value in answers.items()}
    return document(year, checklists=[checklist(sections, WEIGHTS)], answers=given, **tables)


def held(before: Document, after: Document) -> Comparison:
    return compare(audit_of(before), audit_of(after))


def kinds(found: Comparison) -> dict[str, str]:
    return {row.id.removeprefix("peak-season/"): row.kind for row in found.questions}


LAST = {"learning": [question("a"), question("b"), question("gone")], "proactive": [question("c"), question("d")]}


def test_the_shop_and_the_list_are_two_figures() -> None:
    """Last year: a no, b yes, gone yes; c partly. This year: a yes, b yes, new no; c partly; d changed.
    learning: shared a, b: 50 → 100; proactive: shared c: 50 → 50. The core goes from 50 to 75: +25.
    The headlines: (200/3 + 25) / 2 before [d is unanswered], (200/3 + 25) / 2 after [d and new count 0]:
    0 in all, so the list took 25 away."""
    now = {"learning": [question("a"), question("b"), question("new")],
           "proactive": [question("c"), question("d") | {"prompt": text("something else?")}]}
    found = held(
        season(2025, {"learning.a": "no", "learning.b": "yes", "learning.gone": "yes", "proactive.c": "partly"}, LAST),
        season(2026, {"learning.a": "yes", "learning.b": "yes", "learning.new": "no", "proactive.c": "partly"}, now),
    )
    assert (found.core_before, found.core_after, found.improved) == (50, 75, 25)
    assert found.checklist_changed == pytest.approx(-25)
    assert kinds(found) == {
        "learning.a": "better", "learning.b": "same", "learning.new": "new", "learning.gone": "removed",
        "proactive.c": "same", "proactive.d": "changed_meaning",
    }
    rows = {row.id: (row.kind, row.before, row.after) for row in found.rows}
    assert rows["peak-season/learning"] == ("better", 50, 100)
    assert rows["peak-season/proactive"] == ("same", 50, 50)
    assert {row.id for row in found.questions if row.why_not} == {
        "peak-season/learning.new", "peak-season/learning.gone", "peak-season/proactive.d"
    }


def test_coverages_belong_to_the_core_where_both_have_them_and_weights_meet_halfway() -> None:
    """learning no → yes (weight 1, then 3: 2), faq 50 → 100 (weight 2), January without data (out):
    (2·0 + 2·50) / 4 = 25 → 100. Each season's own mean has January in it, at its own weights."""
    def year(number: int, answer: str, weight: float, findable: bool) -> Document:
        weights = {"peak-season/learning": weight, "coverage/faq": 2.0, "coverage/january": 4.0}
        entry = {"title": "t", "answers": ["return"], "findable": findable}
        if findable:
            entry["reviewed"] = date(number, 10, 1)
        return document(
            number, checklists=[checklist({"learning": [question("a")]}, weights)], faq=[entry],
            answers={"peak-season/learning.a": {"owner": {"value": answer}}},
            demand={"contacts": contacts(number, reasons={"return": 5})},
        )
    found = held(year(2025, "no", 1, False), year(2026, "yes", 3, True))
    assert (found.core_before, found.core_after, found.improved) == (25, 100, 75)
    assert found.checklist_changed == pytest.approx((300 + 200) / 9 - 100 / 7 - 75)
    assert {row.key: (row.before, row.after) for row in found.settings} == {
        "readiness.peak-season/learning": ("1", "3")
    }


@pytest.mark.parametrize(("before", "after", "kind"), [
    ("no", "partly", "better"), ("yes", "no", "worse"), ("yes", "yes", "same"), (None, "no", "became_known"),
    ("unknown", "yes", "became_known"), ("yes", "unknown", "became_unknown"), (None, "unknown", "same"),
    ("na", "yes", "new"), ("yes", "na", "removed"), ("na", "na", "same"),
])
def test_what_became_of_an_answer(before: str | None, after: str | None, kind: str) -> None:
    asked = {"learning": [question("a")]}
    old, new = ({"learning.a": value} if value else {} for value in (before, after))
    assert kinds(held(season(2025, old, asked), season(2026, new, asked))) == {"learning.a": kind}


def test_a_threshold_that_moved_does_not_compare() -> None:
    old, new = ([question("a", measure="coded", at_least=least)] for least in (70, 80))
    found = held(season(2025, {}, {"learning": old}), season(2026, {}, {"learning": new}))
    assert kinds(found) == {"learning.a": "changed_meaning"}


@pytest.mark.parametrize(("formerly", "kind"), [
    (["a?"], "better"), ([], "changed_meaning"), (["b?"], "changed_meaning"),
])
def test_better_words_for_the_same_question_compare_both_ways(formerly: list[str], kind: str) -> None:
    """The English was put into other words, the Finnish stands: an old copy and a new one ask the same."""
    reworded = question("a", formerly=formerly) | {"prompt": {"fi": "a?", "en": "is a there?"}}
    before = season(2025, {"learning.a": "no"}, {"learning": [question("a")]})
    after = season(2026, {"learning.a": "yes"}, {"learning": [reworded]})
    assert kinds(held(before, after)) == {"learning.a": kind}
    assert kinds(held(after, before)) == {"learning.a": "worse" if kind == "better" else kind}


@pytest.mark.parametrize("link", ["peak-season/learning.old", "learning.old"])
def test_a_question_with_a_new_id_goes_on_as_the_old_one(link: str) -> None:
    """Old partly, new yes, whatever the words: 50 → 100, in the section where it stands now."""
    before = season(2025, {"learning.old": "partly"}, {"learning": [question("old")], "proactive": [question("c")]})
    after = season(2026, {"learning.new": "yes"}, {
        "learning": [question("new", supersedes=link)], "proactive": [question("c")],
    })
    found = held(before, after)
    row = found.questions[0]
    assert (row.id, row.before_id, row.kind, row.comparable) == (
        "peak-season/learning.new", "peak-season/learning.old", "better", True
    )
    assert (found.core_before, found.core_after) == (50, 100)  # c is unanswered in both: it is not known, not 0
    turned = held(after, before)
    assert (turned.core_before, turned.core_after, turned.questions[0].kind) == (100, 50, "worse")


def test_a_question_that_moved_to_another_section_is_still_the_same_both_ways() -> None:
    """a: no → yes, now in proactive, where c stays partly: (0 + 50) / 2 → (100 + 50) / 2; of learning nothing is left
    to compare. Worded otherwise, it is another question."""
    before = season(2025, {"learning.a": "no", "proactive.c": "partly"}, LAST)
    now = {"learning": [question("b")], "proactive": [question("c"), question("a")]}
    after = season(2026, {"proactive.a": "yes", "proactive.c": "partly"}, now)
    found, turned = held(before, after), held(after, before)
    assert kinds(found)["proactive.a"] == "better" and "learning.a" not in kinds(found)
    assert (found.core_before, found.core_after) == (25, 75) == (turned.core_after, turned.core_before)
    rows, back = ({row.id: (row.before, row.after) for row in each.rows} for each in (found, turned))
    assert rows["peak-season/proactive"] == (25, 75) and back["peak-season/proactive"] == (75, 25)
    now["proactive"][1]["prompt"] = text("else?")
    other = held(before, season(2026, {"proactive.a": "yes"}, now))
    assert kinds(other)["proactive.a"] == "new" and kinds(other)["learning.a"] == "removed"


def test_a_question_in_a_section_that_is_new_counts_there_from_the_start() -> None:
    """b stays yes in learning, a: no → yes goes to fresh. Learning weighs 2, then 1: 1.5. Fresh weighs 3, and where a
    came from weighed 2: 2.5. (1.5 · 100 + 2.5 · 0) / 4 = 37.5 → 100."""
    def year(number: int, said: dict[str, str], sections: dict[str, list[Document]], **weights: float) -> Document:
        by_id = {f"peak-season/{key}": weight for key, weight in weights.items()}
        return season(number, said, {}) | {"checklists": [checklist(sections, by_id)]}
    before = year(2025, {"learning.a": "no", "learning.b": "yes"}, {"learning": [question("a"), question("b")]},
                  learning=2.0)
    after = year(2026, {"fresh.a": "yes", "learning.b": "yes"}, {"learning": [question("b")], "fresh": [question("a")]},
                 learning=1.0, fresh=3.0)
    found, back = held(before, after), held(after, before)
    assert (found.core_before, found.core_after) == (37.5, 100) == (back.core_after, back.core_before)
    assert {row.id: row.kind for row in found.rows}["peak-season/fresh"] == "better"


@pytest.mark.parametrize(("versions", "proactive"), [((1, 2), (25, 75)), ((2, 1), (50, 50)), ((1, 1), None)])
def test_two_files_of_one_season_mirror_too(versions: tuple[int, int], proactive: tuple[float, float] | None) -> None:
    """a: no and yes, in learning of one file and in proactive of the other; c partly in both. The newer list says where
    a counts: in proactive (0 + 50) / 2 → (100 + 50) / 2, in learning alone and c by itself."""
    one = season(2026, {"learning.a": "no", "proactive.c": "partly"}, LAST)
    asked = {"learning": [question("b")], "proactive": [question("c"), question("a")]}
    other = season(2026, {"proactive.a": "yes", "proactive.c": "partly"}, asked)
    for doc, version in zip((one, other), versions, strict=True):
        doc["checklists"][0]["version"] = version
    found = held(one, other), held(other, one)
    rows, back = ({row.id: (row.before, row.after) for row in each.rows} for each in found)
    assert proactive in (None, rows["peak-season/proactive"])
    assert {key: (before, after) for key, (after, before) in back.items()} == rows


def test_an_old_question_goes_on_as_one_question_alone() -> None:
    """a superseded b; then x supersedes a while b is asked again: a is one of the two, the same from either side."""
    before = season(2025, {"learning.a": "no"}, {"learning": [question("a", supersedes="learning.b")]})
    heirs = [question("x", supersedes="learning.a"), question("b")]
    after = season(2026, {"learning.x": "yes", "learning.b": "yes"}, {"learning": heirs})
    found, back = held(before, after), held(after, before)
    assert sorted(kinds(found).values()) == ["better", "new"] and found.compared == back.compared == 1
    assert sorted(kinds(back).values()) == ["removed", "worse"]
    pairs = [{frozenset((q.id, q.before_id)) for q in each.questions if q.before_id} for each in (found, back)]
    assert pairs[0] == pairs[1]


def test_a_season_without_answers_compares_nothing_whatever_was_carried_over() -> None:
    """Answers yes and partly in 2025, none in 2026: nobody fell back, the sections became unknown."""
    asked = {"learning": [question("a"), question("b")]}
    begun = season(2025, {"learning.a": "yes", "learning.b": "partly"}, asked)
    found = held(begun, season(2026, {}, asked))
    assert (found.core_before, found.core_after, found.improved, found.checklist_changed) == (None,) * 4
    assert str(found.nothing_shared) == "2026 has no answers yet: nothing to compare."
    rows = {row.id: (row.kind, row.before, row.after) for row in found.rows}
    assert rows["peak-season/learning"] == ("became_unknown", 75, None)
    assert rows["coverage/data"] == ("became_unknown", 0, None), "that nothing is imported is no fall"
    assert set(kinds(found).values()) == {"became_unknown"}
    turned = held(season(2026, {}, asked), season(2027, {"learning.a": "yes"}, asked))
    assert turned.unanswered == 2026 and turned.improved is None
    assert {row.id: row.kind for row in turned.rows}["peak-season/learning"] == "became_known"


def test_only_questions_answered_in_both_seasons_are_compared() -> None:
    """a: no → yes, b: yes → unanswered, c: unanswered → don't know: of the three a alone, 0 → 100."""
    asked = {"learning": [question("a"), question("b"), question("c")]}
    found = held(season(2025, {"learning.a": "no", "learning.b": "yes"}, asked),
                 season(2026, {"learning.a": "yes", "learning.c": "unknown"}, asked))
    assert (found.core_before, found.core_after, found.compared, found.asked) == (0, 100, 1, 3)
    assert [row.comparable for row in found.questions] == [True, False, False]


def test_a_section_without_one_question_answered_in_both_compares_nothing() -> None:
    asked = {"learning": [question("a"), question("b")]}
    found = held(season(2025, {"learning.a": "yes"}, asked), season(2026, {"learning.b": "yes"}, asked))
    assert {row.id: (row.before, row.after) for row in found.rows}["peak-season/learning"] == (None, None)
    assert str(found.nothing_shared) == "The two seasons share nothing that can be compared."


def test_of_two_heirs_only_the_first_is_the_old_question() -> None:
    before = season(2025, {"learning.old": "yes"}, {"learning": [question("old")]})
    heirs = [question("n1", supersedes="learning.old"), question("n2", supersedes="learning.old")]
    found = held(before, season(2026, {"learning.n1": "yes", "learning.n2": "no"}, {"learning": heirs}))
    assert kinds(found) == {"learning.n1": "same", "learning.n2": "new"}
    assert found.improved == 0


def test_settings_that_differ_are_listed() -> None:
    asked = {"learning": [question("a")]}
    old = season(2025, {}, asked, staffing={"chat": {"aht": 480}}, plan={"shrinkage": 0.3})
    new = season(2026, {}, {"learning": [question("a") | {"weight": 3}]}, plan={"shrinkage": 0.35},
                 staffing={"chat": {"aht": 420, "within": 60}})
    new["season"]["ends"] = date(2027, 1, 15)
    found = {row.key: (row.before, row.after) for row in held(old, new).settings}
    assert found == {
        "season.ends": ("01-31 (+1)", "01-15 (+1)"), "plan.shrinkage": ("0.3", "0.35"),
        "staffing.chat.aht": ("480", "420"), "staffing.chat.within": ("–", "60"),
        "weight.peak-season/learning.a": ("1", "3"),
    }


def test_the_weight_of_a_question_that_goes_on_elsewhere_is_one_setting() -> None:
    """old goes on as new and weighs 3, not 1; b stands in another section and weighs what it did."""
    old = season(2025, {}, {"learning": [question("old"), question("b")], "proactive": []})
    heir = question("new", supersedes="learning.old") | {"weight": 3}
    new = season(2026, {}, {"learning": [heir], "proactive": [question("b")]})
    there, back = held(old, new).settings, held(new, old).settings
    assert [(row.key, row.before, row.after) for row in there] == [("weight.peak-season/learning.new", "1", "3")]
    assert [(row.key, row.before, row.after) for row in back] == [("weight.peak-season/learning.old", "3", "1")]


def test_what_was_tried_upon_the_forecast_is_a_setting_and_what_does_nothing_is_none() -> None:
    """Dates lose their year: the same days a year later are the same setting."""
    def plan(year: int, **more: Any) -> Document:
        week = {"first": date(year, 11, 20), "last": date(year + 1, 1, 2), "orders": 1.5}
        return {"campaigns": {"a.b": week}, "gifts": {"share": 0.25, "first": date(year, 12, 1)}, **more}
    old = document(2025, plan=plan(2025, late={"share": 0.0, "times": 9.0}, drift=0.3))
    new = document(2026, plan=plan(
        2026, drift=0.2787, kernel="counted", extra={"2027-01-04": 8.0, "2027-01-05": 4.5},
        late={"share": 0.1, "last": date(2026, 12, 20)},
    ))
    assert {row.key: (row.before, row.after) for row in held(old, new).settings} == {
        "plan.drift": ("0.3", "0.28"), "plan.kernel": ("–", "counted"), "plan.extra": ("–", "12.5"),
        "plan.late.share": ("–", "0.1"), "plan.late.times": ("–", "5.7"), "plan.late.last": ("–", "12-20"),
    }
    new["plan"]["campaigns"]["a.b"]["orders"] = 2
    rows = {row.key: (row.before, row.after) for row in held(old, new).settings}
    assert rows["plan.campaigns.a.b"] == ("11-20 – 01-02 (+1) × 1.5", "11-20 – 01-02 (+1) × 2")


def test_peak_days_and_the_bands_are_settings() -> None:
    """Peaks that nobody typed follow the calendar and are none."""
    old, new = (season(year, {}, {"learning": [question("a")]}) for year in (2025, 2026))
    assert held(old, new).settings == ()
    old["season"]["peaks"] = [date(2025, 12, 1), date(2025, 11, 20)]
    new["season"]["peaks"] = [date(2026, 11, 20), date(2026, 12, 8)]
    new["checklists"][0]["bands"]["ready"] = 90
    assert {row.key: (row.before, row.after) for row in held(old, new).settings} == {
        "season.peaks": ("11-20, 12-01", "11-20, 12-08"), "bands.ready": ("85", "90"),
    }


def test_the_drift_that_nobody_typed_is_the_usual_one() -> None:
    assert held(document(2025), document(2026, plan={"drift": 0.3})).settings == ()


def test_what_was_promised_and_what_became_of_it() -> None:
    asked = {"learning": [question("a")]}
    promised = [{"id": name, "title": name, "status": status} for name, status in (
        ("done", "done"), ("open", "open"), ("later", "doing"), ("dropped", "dropped"))]
    old = season(2025, {}, asked, actions=promised, observations=[{"kind": "success", "text": "chat"}])
    new = season(2026, {}, asked, actions=[{"id": "later", "title": "later", "status": "done"}])
    found = held(old, new)
    assert [action.id for action in found.kept] == ["done", "later"]
    assert [action.id for action in found.not_kept] == ["open"]
    assert [note.text for note in found.observations] == ["chat"]


def test_what_was_to_be_done_about_a_contact_reason_was_promised_too() -> None:
    """return verified in 2025; size in 2026; refund carried on as it was; care given another action: forgotten."""
    def reasons(**done: str) -> Document:
        return {code: {"action": f"mend {code}"} | ({"done": done[code]} if code in done else {})
                for code in ("return", "size", "refund", "care")}
    now = reasons(size="seen")
    now["care"]["action"] = "another"
    found = held(document(2025, reasons=reasons(**{"return": "seen"})), document(2026, reasons=now))
    assert [action.id for action in found.kept] == ["reason-return", "reason-size"]
    assert [action.title for action in found.not_kept] == ["mend refund", "mend care"]
    assert [action.id for action in found.carried] == ["reason-refund"]


def forecasting(outcome: int, **profile: Any) -> Comparison:
    return held(expecting(), outcome_of(outcome, **profile))


def expecting() -> Document:
    """10 orders a day, a contact each: 360 contacts expected in the 36 days of January 2027's window."""
    weeks = {iso_week(date(2026, 8, 3) + timedelta(weeks=n)): 70.0 for n in range(26)}
    return document(2026, staffing={"email": {"aht": 360}}, plan={"contact_rate": 1.0, "orders": weeks},
                    demand={"contacts": contacts(2026, channels={"email": 1})})


def outcome_of(outcome: int, **profile: Any) -> Document:
    """The season after, which knows that so many came on 27 December and none in January."""
    came = [5] * 56 + [outcome] + [0] * 35
    return document(2027, demand={"contacts": contacts(2027) | {"daily": " ".join(map(str, came)), **profile}})


def test_scores_at_hand_are_taken_and_the_forecast_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = audit_of(expecting()), audit_of(outcome_of(400))
    whole, scores, made = compare(before, after), (score(before), score(after)), list[int]()

    def counted(audit: Audit) -> SeasonForecast:
        made.append(audit.season.year)
        return season_forecast(audit)
    monkeypatch.setattr("readycheck.core.forecast.grading.season_forecast", counted)
    monkeypatch.setattr("readycheck.core.years.compare.score", lambda _: pytest.fail("scored once more"))
    found = compare(before, after, *scores)
    assert found == whole and found.scores_before is scores[0]
    assert made == [2026]


@pytest.mark.parametrize(("outcome", "error", "stands"), [(400, -0.1, True), (720, -0.5, False), (150, 1.4, False)])
def test_last_year_s_forecast_against_what_came(outcome: int, error: float, stands: bool) -> None:
    """27 December is the 57th day from 1 November. The drift alone is e^(±1.28 · 0.3): 245 … 529."""
    graded = forecasting(outcome).forecast
    assert graded is not None
    assert (graded.forecast, graded.outcome) == (pytest.approx(360), outcome)
    assert graded.error == pytest.approx(error)
    assert graded.held is stands
    assert graded.low < 245 and graded.high > 529


def test_a_forecast_is_not_graded_on_half_a_january_and_says_so() -> None:
    found = forecasting(400, last=date(2027, 1, 30), daily=" ".join(["5"] * 91))
    assert found.forecast is None
    assert str(found.not_graded).endswith("do not reach over the whole of 2026-12-27 – 2027-01-31")
    assert forecasting(400).not_graded is None


def test_where_nothing_came_the_error_is_not_nothing() -> None:
    graded = forecasting(0).forecast
    assert graded is not None and graded.error == pytest.approx(360)


def coded(year: int, by_reason: int, answer: str) -> Document:
    """A question held against the share of coded contacts: of 92 in the season before, so many."""
    profile = {"contacts": contacts(year, reasons={"return": by_reason}, uncoded=92 - by_reason)} if by_reason else {}
    asked = {"learning": [question("a", measure="coded", at_least=80)]}
    return season(year, {"learning.a": answer}, asked, demand=profile)


def test_data_that_one_season_lacks_makes_no_answer_better() -> None:
    """Partly in both, 23 of 92 contacts coded at first, nothing imported then: 50 → 50, and not 25 → 50."""
    found = held(coded(2025, 23, "partly"), coded(2026, 0, "partly"))
    row = found.questions[0]
    assert (found.core_before, found.core_after, row.kind, row.answers_alone) == (50, 50, "same", True)
    assert (row.value_before, row.value_after) == (0.25, 0.5)
    both = held(coded(2025, 23, "partly"), coded(2026, 46, "partly"))
    assert both.questions[0].kind == "better" and not both.questions[0].answers_alone


def test_a_score_that_reads_the_same_has_not_moved() -> None:
    """An answer to 333 of 1,000 contacts' reasons, then to 3,334 of 10,000: both read 33.3; to 3,340: 33.4."""
    def year(number: int, answered: int, other: int) -> Document:
        entry = {"title": "t", "answers": ["return"], "findable": True, "reviewed": date(number, 10, 1)}
        counts = {"return": answered, "size": other}
        return season(number, {"learning.a": "yes"}, {"learning": [question("a")]}, faq=[entry],
                      demand={"contacts": contacts(number, reasons=counts)})

    def faq(answered: int, other: int) -> str:
        found = held(year(2025, 333, 667), year(2026, answered, other))
        return next(row.kind for row in found.rows if row.id == "coverage/faq")
    assert faq(3334, 6666) == "same" and faq(3340, 6660) == "better"
