"""For every screen: how to get there, and what each of its keys is to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from readycheck.i18n import Lang
from tests.tui.made_up import TODAY
from tests.tui.pressed import (
    Does,
    closes,
    either,
    ends,
    goes,
    goes_on,
    looks_other,
    moves,
    opens,
    redraws,
    saves,
    shows,
    stays,
    tells,
)


@dataclass(frozen=True)
class After:
    """What is expected of a key once others were pressed."""

    keys: str
    does: Does


@dataclass(frozen=True)
class Screen:
    """`way` are the keys to it from the audit's questions, `keys` what each id does there.

    `more` replaces tables of the audit. `whole`: `keys` are all that are offered, but for those in
    `leave_out` and what the screen has as every screen of an audit does; else those that are in question.
    """

    name: str
    way: str
    keys: Mapping[str, Does | After]
    lang: Lang = "en"
    more: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = True
    leave_out: frozenset[str] = frozenset()


EVENINGS, WEEKENDS = "peak-season/presence.evenings", "peak-season/presence.weekends"
EVENING = f"answers/{EVENINGS}/owner/value"
AUDIT: dict[str, Any] = {
    "answers": {
        EVENINGS: {"note": "Iltaisin vastaa kone. " * 60},
        WEEKENDS: {"owner": {"value": "yes", "on": TODAY}, "consultant": {"value": "no", "on": TODAY}},
    },
    "path_runs": [
        {"tester": "Anna", "outsider": True, "device": "phone", "on": TODAY - timedelta(days=1), "steps": [
            {"step": "arrive", "result": "friction", "seconds": 30, "note": "hidas"}]},
        {"tester": "Pekka", "outsider": True, "device": "desktop", "on": TODAY, "steps": [
            {"step": "arrive", "result": "untested"}, {"step": "pay", "result": "pass", "payment_method": "MobilePay"},
        ]},
    ],
    "observations": [{"kind": "difficulty", "text": "Jono venyi", "on": TODAY}],
    "stages": [{"stage": "toimitus", "risk": "viivästys", "mitigation": "kerrotaan"}],
    "service": {"fcr": 0.85, "n": 200, "chat": {"first_response_s": 75, "target_s": 60}},
    "channels": {"chat": {"offered": True, "owner": "Maija", "target_s": 86400}},
    "confirmation": {"answers": ["return"], "on": TODAY},
}

GO: dict[str, Does | After] = {
    f"go.{place}": goes(place) for place in ("audit", "hours", "reasons", "january", "path", "compare", "sparring")
}
ON_AUDIT: dict[str, Does | After] = {
    "theme": looks_other, "language": looks_other, "quit": ends,
    **GO,
    "go.audit": stays,
    "go.more": opens("ChooseScreen", "Observations"),
    "help": opens("KeyList"),
    "undo": After("question_mark", saves(EVENING, None)),
    "redo": After("question_mark ctrl+z", saves(EVENING, "unknown")),
    "report": opens("ChooseScreen"),
    "import": opens("ImportScreen"),
    "season.new": opens("FormScreen", "Season"),
    "leave": opens("ShopsScreen"),
    "next": goes_on,
    "two-places": tells("Nothing was changed in two places."), "hand-over": opens("ChooseScreen", "All seasons"),
    "commands": opens("SearchScreen"), "find": opens("SearchScreen"),
}
WINDOW: dict[str, Does | After] = {
    "help": opens("KeyList"), "close": closes, "quit": ends,
    "language": looks_other,
}
FORM: dict[str, Does | After] = {
    **WINDOW, "form.save": closes, "form.enter": moves, "form.tab": moves, "form.back": After("tab", moves),
    "form.next": moves, "form.previous": After("tab", moves), "form.revert": After("x", redraws),
}
OPENS: dict[str, Does | After] = {"rows.open": opens("FormScreen")}
ROWS: dict[str, Does | After] = {"rows.first": After("end", moves), "rows.last": moves}
LISTING: dict[str, Does | After] = {**OPENS, "listing.edit": opens("FormScreen"), "listing.add": opens("FormScreen")}
CARRIED = either(*(
    saves(f"hours/chat/{span}", hours) for span, hours in (
        ("tue/1", "12:00-16:00"), ("tue/0", "08:00-09:00"), ("mon/1", "11:00-16:00"), ("wed/1", "11:00-16:00"),
    )
))
"""The hour beside a closed one, in each of the four directions."""
SCREENS = (
    Screen("audit", "", {
        **ON_AUDIT,
        "answer.yes.en": saves(EVENING, "yes"), "answer.partly.en": saves(EVENING, "partly"),
        "answer.no.en": saves(EVENING, "no"), "answer.unknown": saves(EVENING, "unknown"),
        "answer.na": opens("FormScreen", "Why not?"), "answer.clear": After("y", saves(EVENING, None)),
        "card.down": moves, "card.up": After("pagedown", moves),
        "question.open": moves, "question.next": moves, "question.previous": After("down", moves),
        "section.next": moves, "section.previous": After("right", moves),
        "question.first": After("end", moves), "question.last": moves,
        "question.scores": opens("ScoresScreen"),
        "question.conflict": moves, "question.note": opens("FormScreen", "Note"),
        "question.evidence": opens("FormScreen", "Evidence"), "question.action": opens("FormScreen", "By when"),
        "question.observation": opens("FormScreen", "What happened"),
        "question.data": opens("ReadingScreen"), "question.voice": moves, "question.shop": opens("FormScreen"),
        "question.focus": After("shift+tab", moves),
    }),
    Screen("audit in Finnish", "", {
        "answer.yes.fi": saves(EVENING, "yes"), "answer.partly.fi": saves(EVENING, "partly"),
        "answer.no.fi": saves(EVENING, "no"),
    }, lang="fi", whole=False),
    Screen("hours", "2", {
        "leave": goes("audit"),
        "heat-map.move": After("right down", moves), "heat-map.home": moves, "heat-map.end": moves,
        "heat-map.paint": saves("hours/chat/mon/0", "09:00-16:00"),
        "heat-map.carry": After("down right right space", CARRIED),
        "hours.channel": shows("[e-mail]"), "hours.suggest": redraws,
        "hours.live": saves("hours/chat/live", False), "hours.holidays": saves("hours/chat/holidays", "open"),
        "hours.exceptions": opens("ChooseScreen"),
        "claims": either(opens("ChooseScreen"), tells("No answer contradicts the data here.")),
        "hours.copy-day": After("space", saves("hours/chat/tue/0", "09:00-16:00")),
        "hours.add-channel": opens("ChooseScreen"), "hours.remove-channel": saves("hours/chat/live", None),
        "hours.more": After("s", redraws), "hours.less": After("s", redraws),
        "hours.type": opens("FormScreen"), "hours.demand": shows("last season's contacts by hour"),
    }),
    Screen("reasons", "3", {
        **ROWS, **OPENS,
        "reasons.other": moves, "reasons.edit": opens("FormScreen"), "reasons.add": opens("ChooseScreen"),
        "reasons.counts": tells("An import has counted the reasons already"),
        "reasons.canned": saves("reasons/where-is-my-order/canned_reply", True),
        "reasons.confirmed": saves("confirmation/answers/*", "where-is-my-order"),
        "reasons.add-faq": opens("FormScreen", "New FAQ entry"),
        "reasons.reviewed": After("tab", saves("faq/0/reviewed", TODAY)),
        "reasons.remove": After("tab", saves("faq/0/title", None)),
    }),
    Screen("january", "4", {
        "leave": goes("audit"), "rows.open": moves,
        "undo": After("plus t", saves("plan/hours/2026-W52", None)),
        "redo": After("plus t ctrl+z", saves("plan/hours/2026-W52", 5.0)),
        "january.change": moves, "january.more": shows("planned hours, week 52: 0 → 5"),
        "january.less": After("plus plus", shows("planned hours, week 52: 0 → 5")),
        "january.hours": shows("Planned"), "january.orders": shows("Orders, week 52"),
        "january.add": opens("ChooseScreen"), "january.remove": either(tells("channel"), redraws),
        "january.rota": opens("RotaScreen"), "january.lag": opens("LagScreen"), "january.drift": shows("36.2%"),
        "january.keep": After("plus", opens("FormScreen", "Keep the trial as a scenario")),
        "january.scenarios": tells("No scenario is kept yet"),
        "january.weeks": redraws, "january.picture": shows("hours needed"),
    }, leave_out=frozenset({"rows.first", "rows.last"})),
    Screen("january's trial", "4 plus", {
        "january.take": saves("plan/hours/2026-W52", 5.0), "leave": shows("trial nothing yet"),
    }, whole=False),
    Screen("a value of January", "4 e 7", {
        "value.keep": shows("0 → 7"), "value.drop": shows("trial nothing yet"), "value.turn": redraws,
        "value.next": moves, "value.before": After("down", moves),
    }, whole=False),
    Screen("January's days", "4 s", {
        "rota.take": either(redraws, closes), "rota.next": moves, "rota.previous": After("down", moves),
        "close": closes,
    }, whole=False),
    Screen("path", "5", {
        **OPENS, **GO, "go.path": stays, "leave": goes("audit"),
        "path.other": moves, "path.watch": After("space", saves("path_runs/1/steps/0/seconds", 0)),
        "path.pass.en": saves("path_runs/1/steps/0/result", "pass"),
        "path.friction.en": saves("path_runs/1/steps/0/result", "friction"),
        "path.fail.en": saves("path_runs/1/steps/0/result", "fail"),
        "path.untested": After("p up", saves("path_runs/1/steps/0/result", "untested")),
        "path.new": opens("FormScreen", "Device"),
        "path.help": saves("path_runs/1/steps/0/help_reachable", True),
        "path.method": opens("ChooseScreen", "Payment method"),
        "path.note": opens("FormScreen"), "path.beside": redraws, "path.edit": opens("FormScreen"),
        "path.run": opens("FormScreen", "Pekka"),
        "path.remove": saves("path_runs/1/steps/0/result", "pass"),
    }),
    Screen("path in Finnish", "5", {
        "path.pass.fi": saves("path_runs/1/steps/0/result", "pass"),
        "path.friction.fi": saves("path_runs/1/steps/0/result", "friction"),
        "path.fail.fi": saves("path_runs/1/steps/0/result", "fail"),
    }, lang="fi", whole=False),
    Screen("path side by side", "5 v", {
        "path.walk-before": moves, "path.walk-next": After("left", moves), "path.beside": redraws,
    }, whole=False),
    Screen("compare", "6", {
        **ROWS, "compare.next": shows("[Questions]"), "compare.previous": shows("[Settings]"),
        "compare.filter": shows("[Questions]"), "compare.years": opens("ChooseScreen", "a file"),
        "compare.take": shows("[Promises]"), "compare.map": shows("[Demand]"),
        "compare.question": After("right", goes("audit")),
        "compare.page": opens("ChooseScreen", "-comparison-"),
    }),
    Screen("compare with a file", "6 y up enter", {"file.take": shows("Type the path")}, whole=False),
    Screen("actions", "7 1", {
        **LISTING, **ROWS,
        "listing.remove": saves("actions/0/id", "returns"),
        "actions.status": saves("actions/0/status", "doing"), "actions.show": shows("Only: agreed and open"),
        "actions.whose": opens("ChooseScreen", "Maija"), "actions.calendar": tells(".ics"),
        "actions.carry": tells("nothing open"), "actions.instead": saves("actions/2/id", "faq-search-instead"),
    }),
    Screen("observations", "7 2", {**LISTING, "listing.remove": saves("observations/0/text", None)}),
    Screen("service", "7 3", {
        **OPENS, "settings.edit": opens("FormScreen"),
        "settings.clear": saves("service/fcr", None),
    }),
    Screen("channels", "7 4", {
        **LISTING, "listing.add": opens("ChooseScreen"),
        "listing.remove": After("down", saves("channels/chat/owner", None)),
    }),
    Screen("stages", "7 5", {**LISTING, "listing.remove": saves("stages/0/stage", None)}),
    Screen("confirmation", "7 6", {
        **OPENS, "settings.edit": opens("FormScreen"),
        "settings.step": After("down", saves("confirmation/*", True)),
        "settings.clear": After("end", saves("confirmation/on", None)),
    }),
    Screen("sparring", "8", {
        "undo": After("y", saves(EVENING, None)), "redo": After("y ctrl+z", saves(EVENING, "yes")),
        "answer.yes.en": saves(EVENING, "yes"), "answer.partly.en": saves(EVENING, "partly"),
        "answer.no.en": saves(EVENING, "no"), "answer.unknown": saves(EVENING, "unknown"),
        "answer.na": saves(EVENING, "na"), "sparring.clear": After("y up v", saves(EVENING, None)),
        "sparring.onward": After("w", redraws), "sparring.voice": shows("Answers now: CONSULTANT"),
        "sparring.agenda": shows("Are weekends answe"), "sparring.back": goes("audit"),
        "sparring.next": After("w", redraws), "sparring.previous": After("w down", redraws),
        "sparring.section": After("w", redraws), "sparring.section.previous": After("w right", redraws),
        "sparring.which": shows("All questions"), "sparring.clock": redraws, "sparring.private": opens("ChooseScreen"),
        "sparring.minutes": opens("FormScreen"), "sparring.agreement": tells("The agreement is here:"),
    }, leave_out=frozenset({"card.down", "card.up"})),
    Screen("the agenda of the sparring", "8 a", {
        "sparring.agenda": redraws, "sparring.back": goes("audit"), "rows.open": redraws,
        "sparring.which": redraws, "sparring.private": opens("ChooseScreen"),
        "sparring.minutes": opens("FormScreen"), "sparring.agreement": tells("The agreement is here:"),
        "sparring.action": opens("FormScreen", "By when"), "sparring.note": opens("FormScreen"),
        "sparring.data": tells("There is no figure to check"),
    }, whole=False),
    Screen("checklists", "7 8 down", {
        **ROWS, "rows.open": opens("EditionScreen"),
        "lists.add": opens("AskFileScreen"),
        "lists.remove": After("up", tells("the audit's only checklist")),
    }),
    Screen("a checklist to be added", "7 8 down enter", {
        **WINDOW, "edition.take": saves("checklists/1/id", "purchase-path"),
    }),
    Screen("shops", "q", {
        "shops.open": goes("audit"), "shops.new": opens("NewShopForm"),
        "shops.sort": redraws, "shops.filter": moves, "shops.only": opens("ChooseScreen", "Only"),
        "shops.mark": redraws, "shops.all": After("f z z enter", redraws),
        "shops.season": opens("FormScreen"), "shops.forget": opens("FormScreen", "Forget"), "help": opens("KeyList"),
        "shops.take": opens("AskFileScreen"),
        "commands": opens("SearchScreen"), "find": opens("SearchScreen"), "leave": ends, "quit": ends,
        "theme": looks_other, "language": looks_other,
    }),
    Screen("the filter of the shops", "q f", {
        "filter.leave": moves, "filter.drop": After("l a", redraws),
    }, whole=False),
    Screen("a form", "5 g", FORM),
    Screen("a long text in a form", "7 1 a", {"form.newline": redraws, "form.enter": moves}, whole=False),
    Screen("a choice in a form", "5 g tab", {
        "choice.next": moves, "choice.previous": After("right", moves), "form.enter": moves,
    }, whole=False),
    Screen("a yes or no in a form", "7 5 a tab tab tab", {
        "choice.yes.en": moves, "choice.no.en": After("y", moves),
    }, whole=False),
    Screen("a yes or no in a Finnish form", "7 5 a tab tab tab", {
        "choice.yes.fi": moves, "choice.no.fi": After("k", moves),
    }, lang="fi", whole=False),
    Screen("ticks in a form", "3 n tab tab tab tab", {
        "ticks.down": moves, "ticks.up": After("down", moves), "ticks.tick": moves,
    }, whole=False),
    Screen("a menu", "7", {
        **WINDOW, "choose.marked": goes("actions"),
        **{f"choose.{n}": goes(place) for n, place in enumerate(
            ("actions", "observations", "service", "channels", "stages", "confirmation", "sparring", "checklists"), 1)},
        "choose.9": stays,
    }),
    Screen("the list of keys", "f1", {"close": closes, "quit": ends, "language": WINDOW["language"]}),
    Screen("search", "slash", {
        **WINDOW, "search.next": moves, "search.previous": After("down down", moves), "search.open": closes,
    }),
    Screen("import", "i", {**WINDOW, "path.complete": moves}, whole=False),
)
ELSEWHERE = {
    "importing.stop": "test_import_ending",
    **{f"importing.{name}": "test_import_screen" for name in ("read", "look", "matches", "file", "plain", "again")},
    **{f"mapping.{name}": "test_import_screen" for name in (
        "choose", "drop", "move", "first", "last", "next", "before")},
    "scenarios.remove": "test_january_trials", "scenarios.take": "test_january_trials",
}
"""Keys that need more about them than an audit: which test presses them."""
