"""A made-up shop's audit, written by hand: the one that every renderer is tried on."""

from __future__ import annotations

from datetime import date

from readycheck.core.audit import (
    Action,
    Answer,
    Audit,
    ChannelCard,
    Confirmation,
    FaqEntry,
    Observation,
    PathRun,
    PathStep,
    Reason,
    Season,
    Shop,
    Voice,
)
from readycheck.core.checklist import Bands, Checklist, LocalText, Question, ReadinessWeight, Section
from readycheck.core.hours.week import ChannelHours, HoursException, Span
from readycheck.core.imported import ImportedFile, ImportEntry
from readycheck.core.plan import Campaign, Gifts, LateDeliveries, Plan, Scenario, Staffing
from readycheck.core.profile import ContactProfile, Demand, OrderProfile

TODAY = date(2026, 10, 14)
NIGHT = (1, 0, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 6, 6, 7, 9, 12, 16, 22, 24, 18, 8, 3)
OFFICE = (0, 0, 0, 0, 0, 0, 0, 3, 9, 12, 12, 10, 8, 8, 8, 6, 4, 3, 3, 4, 4, 2, 1, 0)
WEIGHTS = {
    "peak-season/presence": 1, "peak-season/self-service": 1, "peak-season/contact-reasons": 1,
    "peak-season/anticipation": 2, "peak-season/proactive": 2, "peak-season/january": 1, "peak-season/learning": 1,
    "coverage/opening_hours": 1, "coverage/faq": 1, "coverage/contact_reasons": 1, "coverage/january": 1,
}


def question(
    identifier: str, en: str, fi: str, remedy_en: str, remedy_fi: str, weight: int = 2, critical: bool = False,
    measure: str | None = None, at_least: float | None = None,
) -> Question:
    return Question(
        identifier, LocalText(fi, en), LocalText("Koska.", "Because."), LocalText(remedy_fi, remedy_en), "medium",
        weight, "S1 §1", lead_days=14, critical=critical, measure=measure, at_least=at_least,
    )


EVENINGS = question(
    "evenings", "Does a person answer on weekday evenings?", "Vastaako ihminen arki-iltaisin?",
    "Start with two evenings a week.", "Aloita kahdesta illasta viikossa.", 3, True, "evenings", 50,
)
WEEKENDS = question(
    "weekends", "Does a person answer at weekends?", "Vastaako ihminen viikonloppuisin?",
    "Try a Sunday afternoon shift.", "Kokeile sunnuntain iltapäivävuoroa.", 3,
)
FINDABLE = question(
    "findable", "Is the FAQ one click away?", "Onko UKK yhden klikkauksen päässä?",
    "Link the FAQ from the front page.", "Linkitä UKK etusivulta.",
)
KNOWN = question(
    "top-known", "Do you know your most common contact reasons?", "Tiedätkö yleisimmät yhteydenoton syyt?",
    "Code the reasons for two weeks.", "Koodaa syyt kahden viikon ajan.", 3, True,
)
STAGES = question(
    "stages", "Has the customer path been walked through?", "Onko asiakaspolku käyty läpi?",
    "Walk the path with a new pair of eyes.", "Kulkekaa polku uusin silmin.",
)
CONFIRMED = question(
    "confirmation", "Does the order confirmation answer the usual questions?", "Vastaako tilausvahvistus kysymyksiin?",
    "Add three questions and answers to it.", "Lisää siihen kolme kysymystä vastauksineen.",
)
HANDS = question(
    "hands", "Are there hands enough in January?", "Riittävätkö kädet tammikuussa?",
    "Agree on the January rota now.", "Sovi tammikuun vuorot nyt.", 3, measure="january", at_least=90,
)
CODING = question(
    "coding", "Is every contact given a reason?", "Saako jokainen yhteydenotto syyn?",
    "Make the reason a required field.", "Tee syystä pakollinen kenttä.",
)
SECTIONS = (
    Section("presence", LocalText("Läsnäolo", "Presence"), (EVENINGS, WEEKENDS)),
    Section("self-service", LocalText("Itsepalvelu", "Self-service"), (FINDABLE,)),
    Section("contact-reasons", LocalText("Yhteydenoton syyt", "Contact reasons of the shop"), (KNOWN,)),
    Section("anticipation", LocalText("Ennakointi", "Anticipation"), (STAGES,)),
    Section("proactive", LocalText("Ennen kysymystä", "Before they ask"), (CONFIRMED,)),
    Section("january", LocalText("Tammikuu", "January"), (HANDS,)),
    Section("learning", LocalText("Oppiminen", "Learning"), (CODING,)),
)
CHECKLIST = Checklist(
    "peak-season", 1, LocalText("Sesonkivalmius", "Season readiness list"), "S1", SECTIONS,
    Bands(85, 60, LocalText("Koska.", "Because.")),
    tuple(ReadinessWeight(key, weight, LocalText("Koska.", "Because.")) for key, weight in WEIGHTS.items()),
)


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span.parse(text) for text in texts)


CHAT = ChannelHours(
    live=True, mon=spans("08:00-16:00"), tue=spans("08:00-16:00"), wed=spans("08:00-16:00"),
    thu=spans("08:00-12:30", "13:00-19:00"), fri=spans("08:00-16:00"),
    exceptions=(HoursException(date(2026, 11, 27), spans("08:00-22:00")), HoursException(date(2026, 12, 23))),
)
EMAIL = ChannelHours(holidays="open", mon=spans("08:00-17:00"), fri=spans("08:00-15:00"))
REASONS = {
    "where-is-my-order": Reason(
        {"fi": "Missä tilaukseni on", "en": "Where is my order"}, after_sales=True, preventable=0.6,
        cause="Tracking link is missing", action="Link into the shipping mail", owner="Anna", due=date(2026, 11, 10),
        canned_reply=True,
    ),
    "return": Reason({"fi": "Palautus", "en": "Return"}, after_sales=True, cause="Instructions are hard to find"),
    "product-question": Reason({"fi": "Tuotekysymys", "en": "Product question"}, self_service=False),
    "complaint": Reason({"fi": "Reklamaatio", "en": "Complaint"}, after_sales=True),
}
STAFF_RUN = PathRun("Own test", False, "computer", date(2026, 10, 1), (
    PathStep("arrive", "pass", 20), PathStep("search", "pass", 30), PathStep("cart", "pass", 15),
    PathStep("order", "pass", 60), PathStep("pay", "pass", 40, payment_method="Card"),
))
OUTSIDER_RUN = PathRun("", True, "phone", date(2026, 10, 3), (
    PathStep("arrive", "pass", 45), PathStep("search", "friction", 95, note="\"wool\" finds nothing, \"yarn\" does"),
    PathStep("cart", "pass", 25), PathStep("order", "friction", 150, help_reachable=False),
    PathStep("pay", "fail", 130, payment_method="MobilePay", note="came back to an empty cart"),
    PathStep("delivery"),
))
AUDIT = Audit(
    Shop("Lankakauppa Oy"), Season(2026, date(2026, 11, 1), date(2027, 1, 31)),
    answers={
        "peak-season/presence.evenings": Answer(
            Voice("yes", date(2026, 10, 12)), Voice("partly", date(2026, 10, 14)), Voice("yes"),
            note="chat until 19 on Thursdays", evidence=("https://shop.example/contact", "shots/chat.png"),
        ),
        "peak-season/presence.weekends": Answer(Voice("no")),
        "peak-season/self-service.findable": Answer(Voice("yes"), Voice("partly")),
        "peak-season/contact-reasons.top-known": Answer(Voice("no")),
        "peak-season/proactive.confirmation": Answer(Voice("partly")),
        "peak-season/january.hands": Answer(Voice("yes")),
        "peak-season/learning.coding": Answer(Voice("partly"), note="since spring"),
    },
    hours={"chat": CHAT, "email": EMAIL},
    staffing={"chat": Staffing(480, 2, 0.8, 60), "email": Staffing(360)},
    plan=Plan(
        hours={"2026-W53": 75.0, "2027-W01": 75.0}, contact_rate=0.18, top_reasons=3,
        late=LateDeliveries(0.1), gifts=Gifts(0.25, date(2026, 11, 20)),
        campaigns={"Black <Friday>": Campaign(date(2026, 11, 26), date(2026, 11, 30), 1.25)},
    ),
    scenarios={"More hands": Scenario(("plan.hours.2027-W02=80",), "one more on the phone"),
               "Old *names*": Scenario(("staffing.chat.speed=3",))},
    reasons=REASONS,
    faq=(FaqEntry("Delivery times", "/faq#delivery", ("where-is-my-order",), True, date(2026, 9, 30)),
         FaqEntry("Returns", "/faq#returns", ("return",))),
    demand=Demand(
        ContactProfile(
            date(2025, 11, 1), date(2025, 11, 4), (OFFICE,) * 5 + ((0,) * 24,) * 2, (120, 130, 110, 140), timed=490,
            with_channel=500, channels={"email": 300, "chat": 200},
            reasons={"where-is-my-order": 200, "return": 120, "product-question": 80, "complaint": 50}, uncoded=50,
        ),
        OrderProfile(date(2025, 11, 1), date(2025, 11, 4), (NIGHT,) * 7, (300, 350, 310, 340)),
    ),
    imports=(ImportEntry(
        "orders", "shopify", (ImportedFile("orders.csv"),), 1320, date(2025, 11, 1), date(2025, 11, 4),
        rejected={"time not readable": 3},
    ),),
    path_runs=(STAFF_RUN, OUTSIDER_RUN),
    actions=(
        Action("faq-search", "Make the FAQ show up in search", "Anna", date(2026, 10, 9), 3, question="a/b.c"),
        Action("rota", "January rota agreed", "Ville", date(2026, 11, 20), 5, "doing"),
        Action("returns", "New returns portal", "Ville", date(2026, 11, 25), 60, fallback="a printable return form"),
    ),
    observations=(Observation("success", "Chat sold well on Black Friday"),),
    confirmation=Confirmation(("return",)),
    channels={"chat": ChannelCard(True, "Anna", 60), "email": ChannelCard(True, "", 14400, True)},
    checklists=(CHECKLIST,),
)
