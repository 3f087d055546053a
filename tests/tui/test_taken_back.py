"""What was undone is said, and where it can be seen."""

from __future__ import annotations

from datetime import date

from readycheck.core.audit import Action, Answer, Audit, Reason, Season, Shop, Voice
from readycheck.core.plan import Plan
from readycheck.i18n import Translator
from readycheck.tui.taken_back import TakenBack, taken_back

SHOP, SEASON = Shop("Lankakauppa"), Season(2026, date(2026, 11, 1), date(2026, 12, 24))
NUMBERS = {"list/section.one": "5.6"}


def told(before: dict[str, object], after: dict[str, object], lang: str = "fi") -> tuple[str, TakenBack]:
    found = taken_back(Audit(SHOP, SEASON, **before), Audit(SHOP, SEASON, **after), NUMBERS)  # type: ignore[arg-type]
    return Translator("fi" if lang == "fi" else "en")(found.what), found


def test_an_answer_is_told_by_its_number_with_what_it_was() -> None:
    yes = {"answers": {"list/section.one": Answer(owner=Voice("yes"))}}
    words, found = told(yes, {})
    assert words == "5.6 kyllä → ei vastausta" and (found.place, found.question) == ("audit", "list/section.one")
    assert told({}, yes, "en")[0] == "5.6 no answer → yes"


def test_a_note_alone_is_no_answer() -> None:
    words, _ = told({"answers": {"list/section.one": Answer(note="a")}}, {})
    assert words == "5.6 muistiinpano"


def test_a_row_is_told_by_its_name_and_stood_on() -> None:
    one, two = Action("a", "Osta teippiä"), Action("b", "Palkkaa Anna")
    words, found = told({"actions": (one, two)}, {"actions": (one,)})
    assert words == "Toimenpiteet: Palkkaa Anna" and (found.place, found.table, found.row) == ("actions", "rows", "1")
    words, found = told({}, {"reasons": {"wismo": Reason(label={"fi": "Missä tilaus?"})}})
    assert words == "Syyt: Missä tilaus?" and (found.table, found.row) == ("pareto", "wismo")


def test_a_plan_has_a_place_and_the_shop_none() -> None:
    assert told({"plan": Plan(growth=1.2)}, {}, "en")[1].place == "january"
    changed = taken_back(Audit(SHOP, SEASON), Audit(Shop("Neulekauppa"), SEASON), NUMBERS)
    assert changed.place == "" and Translator("en")(changed.what) == "shop's details"
