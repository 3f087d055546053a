"""The scores and the comparison that go with the made-up shop: worked out by hand from its audit.

Only the opening hours are the core's own, for the suggestion that the report asks the core for stands beside them.
"""

from __future__ import annotations

from datetime import date

from readycheck.core.audit import Action, Observation
from readycheck.core.checklist import LocalText
from readycheck.core.forecast import drift_words
from readycheck.core.hours.opening import opening_hours
from readycheck.core.message import say
from readycheck.core.results import (
    Blocker,
    ConfirmationCoverage,
    Contradiction,
    Contribution,
    DataCompleteness,
    FaqCoverage,
    ParetoRow,
    PathScore,
    QuestionScore,
    Readiness,
    ReasonFaq,
    ReasonReadiness,
    Scores,
    SectionScore,
)
from readycheck.core.service_results import (
    ChannelFit,
    ChannelResponse,
    ChannelRow,
    Reference,
    ServiceQuality,
    ShareWithInterval,
)
from readycheck.core.staffing.results import JanuaryStaffing, Kernel, PlanOutcome, WeekNeed
from readycheck.core.years.comparison import (
    Comparison,
    DriftFactor,
    ForecastGrade,
    QuestionRow,
    ScoreRow,
    SettingRow,
    WeekGrade,
)
from tests.report.shop import AUDIT, CHECKLIST, WEIGHTS

HOURS = opening_hours(AUDIT)
NEEDED = 7.5 + 96.375 + 112 + 80 + 60 + 50
STAFFED = 100 * (75 + 75) / NEEDED
ANSWERED = 100 * (200 * 1 + 120 * 0.5) / (200 + 120 + 50)
READY = 100 * (200 * 0.6 + 120 * 0.25) / (200 + 120 + 80)

STANDING = {
    "peak-season/presence": (20.0, 1.0), "peak-season/self-service": (50.0, 1.0),
    "peak-season/contact-reasons": (0.0, 1.0), "peak-season/anticipation": (0.0, 0.0),
    "peak-season/proactive": (50.0, 1.0), "peak-season/january": (STAFFED, 1.0), "peak-season/learning": (50.0, 1.0),
    "coverage/opening_hours": (HOURS.score or 0.0, 1.0), "coverage/faq": (ANSWERED, 1.0),
    "coverage/contact_reasons": (READY, 1.0), "coverage/january": (STAFFED, 1.0),
}
CLAIMS = {
    "evenings": ("yes", (HOURS.evenings or 0.0) / 100, HOURS.evenings),
    "weekends": ("no", 0.0, None), "findable": ("partly", 0.5, None),
    "top-known": ("no", 0.0, None), "stages": (None, 0.0, None), "confirmation": ("partly", 0.5, None),
    "hands": ("yes", STAFFED / 100, STAFFED), "coding": ("partly", 0.5, None),
}


def _question(section: str, place: int) -> QuestionScore:
    asked = next(s for s in CHECKLIST.sections if s.id == section).questions[place]
    claim, counted, measured = CLAIMS[asked.id]
    return QuestionScore(
        f"peak-season/{section}.{asked.id}", asked, claim, counted, measured, claim is not None, True,
        measured is not None, asked.critical and claim == "no", 0.5 if asked.id == "findable" else 0.0,
    )


def _section(name: str) -> SectionScore:
    listed = next(s for s in CHECKLIST.sections if s.id == name)
    score, known = STANDING[f"peak-season/{name}"]
    return SectionScore(
        f"peak-season/{name}", listed.title, score, known,
        tuple(_question(name, place) for place in range(len(listed.questions))),
        (say("Section = 100 × {summed:.3f} / {weight} = {score:.2f}, {known:.0%} known",
             summed=score, weight=100, score=score, known=known),),
    )


CONTRIBUTIONS = tuple(
    Contribution(key, weight, score, known, weight * score / 13, 100 * weight / 13 - weight * score / 13)
    for key, weight in WEIGHTS.items() for score, known in [STANDING[key]]
)
LOSSES = tuple(sorted(CONTRIBUTIONS, key=lambda part: -part.lost)[:3])
WEEKS = (
    WeekNeed("2026-W52", 30.0, 18.0, 45.0, 7.5, 0.0, 2.5, 7.5, 6.0, 10.25),
    WeekNeed("2026-W53", 410.25, 330.0, 505.0, 96.375, 75.0, 20.125, 28.875, 82.0, 115.5),
    WeekNeed("2027-W01", 498.0, 390.0, 620.0, 112.0, 75.0, 18.0, 65.875, 93.5, 137.0),
    WeekNeed("2027-W02", 320.0, 250.0, 400.0, 80.0, 0.0, 22.0, 145.875, 69.0, 96.0),
    WeekNeed("2027-W03", 210.0, 160.0, 270.0, 60.0, 0.0, 26.0, 205.875, 52.5, 71.0),
    WeekNeed("2027-W04", 150.0, 110.0, 195.0, 50.0, 0.0, 28.0, 255.875, 44.0, 58.5),
)
# an order brings 0.062 contacts on its day, 0.08 over the next 20 days and 0.04 over 40 more: half of 0.182 has come
# after a quarter of day 8, and 30 of the last 40 days lie after day 30
KERNEL = Kernel((0.062, *(0.004,) * 20, *(0.001,) * 40), "assumed", 8.25, 0.03 / 0.182)
JANUARY = JanuaryStaffing(
    score=STAFFED, before=93.0, weeks=WEEKS, before_weeks=(WeekNeed("2026-W48", 600, 480, 750, 120, 110, 10, 0),),
    outcome=PlanOutcome(0.62, 0.17, 255.875, date(2027, 1, 31), None), ratio=0.83,
    kernel=KERNEL, notes=(say("The lag from order to contact is assumed, not measured."),),
    steps=(say("{name} = 100 × {covered:.2f} / {required:.2f} = {score:.2f}", name=say("January staffing"),
               covered=150.0, required=NEEDED, score=STAFFED),),
)
SECTION_SCORES = tuple(_section(section.id) for section in CHECKLIST.sections)
SCORES = Scores(
    readiness=Readiness(
        sum(part.points for part in CONTRIBUTIONS), "not_ready", 11 / 13, CONTRIBUTIONS, LOSSES,
        (say("Readiness = the sum of these = {score:.2f}", score=sum(part.points for part in CONTRIBUTIONS)),),
    ),
    hours=HOURS,
    faq=FaqCoverage(score=ANSWERED, reasons=(
        ReasonFaq("where-is-my-order", 200 / 370, 1.0, "Delivery times"),
        ReasonFaq("return", 120 / 370, 0.5, "Returns"),
        ReasonFaq("complaint", 50 / 370, 0.0, ""),
    )),
    reasons=ReasonReadiness(
        score=READY, top=("where-is-my-order", "return", "product-question"), top_share=0.8,
        coded=0.9, preventable=120.0,
        canned_replies=50.0, escalation=0.0, pareto=(
            ParetoRow("where-is-my-order", 200, 200 / 450, 200 / 450, 0.6),
            ParetoRow("return", 120, 120 / 450, 320 / 450, 0.25),
            ParetoRow("product-question", 80, 80 / 450, 400 / 450, 0.0), ParetoRow("complaint", 50, 50 / 450, 1.0, 0.0),
        ),
    ),
    january=JANUARY,
    confirmation=ConfirmationCoverage(
        score=100 * 120 / 370, answered=("return",), unanswered=("where-is-my-order", "complaint"),
    ),
    data=DataCompleteness(score=68.5, coded=90.0, timed=98.0, with_channel=100.0, months=4.5, observations=50.0),
    path=PathScore(
        score=75.0,
        by_step={"arrive": 100.0, "search": 75.0, "product": None, "cart": 100.0, "order": 75.0, "pay": 50.0,
                 "confirmation": None, "delivery": None, "return": None},
        failed=("pay",), runs=2, outsiders=1, devices=("computer", "phone"), payment_methods=("Card", "MobilePay"),
        never_tested=("product", "confirmation", "delivery", "return"), help_reachable=0.0, help_told=1,
    ),
    service=ServiceQuality(
        score=50.0, fcr=ShareWithInterval(0.785, 0.7, 0.85, 93), nps=41.0, nps_interval=(26.0, 56.0), nps_n=96, n=96,
        grades={"recommend": ShareWithInterval(0.6, 0.5, 0.69, 96)}, handled=0.97,
        responses={
            "email": ChannelResponse(30000, 14400, False, p90_s=93600, n=360, unanswered=12,
                                     measured_from="import: zendesk",
                                     within_target=ShareWithInterval(0.25, 0.208, 0.297, 360)),
            "chat": ChannelResponse(46, 60, True, measured_from="chatin raportti 9/2026"),
            "phone": ChannelResponse(25, 45, True, p90_s=70, n=50, unanswered=4, at_most=0.9, estimated=True,
                                     within_target=ShareWithInterval(0.7, None, None, 50),
                                     measured_from="import: vaihde, varapuhelin"),
        },
        references=(Reference(say("85% solved at the first contact"), say("Avarda 2022, in Finnish")),),
    ),
    channels=ChannelFit(score=40.0, rows=(
        ChannelRow("email", True, 0.6, None, 14400, 30000, False, "", True, False),
        ChannelRow("chat", True, 0.4, None, 60, 46, True, "Anna", None, True),
    )),
    sections=SECTION_SCORES,
    blockers=(Blocker("peak-season/contact-reasons.top-known", "question"), Blocker("path/pay", "path")),
    contradictions=(
        Contradiction("peak-season/presence.evenings", "yes", "evenings", HOURS.evenings or 0.0, 50.0),
        Contradiction("peak-season/january.hands", "yes", "january", STAFFED, 90.0),
    ),
    differences=(_question("self-service", 0),),
    measures={"evenings": HOURS.evenings, "january": STAFFED},
)
GRADE = ForecastGrade(
    1610.0, 1290.0, 2010.0, 1544, 66 / 1544, True, 0.3, 0.27,
    weeks=(
        WeekGrade("2025-W52", 45.0, 30.0, 70.0, 71), WeekGrade("2026-W01", 315.0, 250.0, 400.0, 300),
        WeekGrade("2026-W02", 400.0, 310.0, 510.0, 380), WeekGrade("2026-W03", 350.0, 270.0, 450.0, 345),
        WeekGrade("2026-W04", 300.0, 230.0, 390.0, 280), WeekGrade("2026-W05", 200.0, 150.0, 265.0, 168),
    ),
    factors=(
        DriftFactor("orders", 1.08, drift_words.orders(12_960, 12_000, 2, (date(2025, 10, 28), date(2026, 1, 31)))),
        DriftFactor("rate", 0.88, drift_words.rate(0.132, 0.15)),
        DriftFactor("lag", None, say("The lag from order to contact is assumed, not measured.")),
        DriftFactor("rest", 1544 / 1610 / 1.08 / 0.88, drift_words.rest(True)),
    ),
    steps=(drift_words.product_step((1.08, 0.88, 1544 / 1610 / 1.08 / 0.88), 1610.0, 1544),),
)
COMPARISON = Comparison(
    2025, 2026, SCORES, SCORES, 34.5, 41.8, 7.3, -1.5,
    rows=(
        ScoreRow("coverage/opening_hours", "better", 18.0, HOURS.score),
        ScoreRow("coverage/january", "worse", 60.0, STAFFED),
        ScoreRow("coverage/faq", "became_known", None, ANSWERED),
        ScoreRow("peak-season/presence", "same", 20.0, 20.0, LocalText("Läsnäolo", "Presence")),
    ),
    questions=(
        QuestionRow("peak-season/learning.coding", None, "better", LocalText("Koodataanko syyt?", "Are reasons coded?"),
                    "no", "partly", 0.0, 0.5, True),
        QuestionRow("peak-season/presence.weekends", None, "same", LocalText("Viikonloput?", "Weekends?"),
                    "no", "no", 0.0, 0.0, True),
    ),
    settings=(SettingRow("staffing.chat.aht", "540", "480", say("it changes the hours that January needs")),),
    kept=(Action("a", "Chat opened on Thursdays", "Anna"),),
    not_kept=(Action("b", "Return instructions into the confirmation", "Ville", date(2025, 11, 1)),),
    observations=(Observation("difficulty", "Parcels stood still for a week"),),
    forecast=GRADE,
)
