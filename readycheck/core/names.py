"""What things are called on screens and in reports; channels and reasons keep their own names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from readycheck.core.checklist import LocalText
from readycheck.core.message import Message, say

if TYPE_CHECKING:  # the list of shops is painted before any audit is known
    from readycheck.core.audit import Audit, StepName

CHANNEL_NAMES: Mapping[str, Message] = {
    "chat": say("chat"), "phone": say("phone"), "email": say("e-mail"), "social": say("social media"),
    "form": say("contact form"), "store": say("shop counter"), "sms": say("text message"),
    "whatsapp": say("WhatsApp"),
}
DEVICE_NAMES: Mapping[str, Message] = {
    "phone": say("mobile phone"), "computer": say("computer"), "tablet": say("tablet"),
}
SCORE_NAMES: Mapping[str, Message] = {
    "readiness": say("Readiness"),
    "coverage/opening_hours": say("Opening hours"), "coverage/faq": say("FAQ"),
    "coverage/contact_reasons": say("Contact reasons"), "coverage/january": say("January staffing"),
    "coverage/confirmation": say("Order confirmation"), "coverage/data": say("Data for next year"),
    "coverage/path": say("Purchase path"), "service": say("Service quality"), "channels": say("Channels"),
}
BAND_NAMES: Mapping[str, Message] = {
    "ready": say("ready"), "nearly": say("nearly ready"), "not_ready": say("not ready"),
}
NOT_BEGUN = say("not started")
ANSWER_NAMES: Mapping[str, Message] = {
    "yes": say("yes"), "partly": say("partly"), "no": say("no"), "unknown": say("don't know"),
    "na": say("does not concern us"),
}
STEP_NAMES: Mapping[StepName, Message] = {
    "arrive": say("Arriving"), "search": say("Search"), "product": say("Product page"), "cart": say("Cart"),
    "order": say("Ordering"), "pay": say("Payment"), "confirmation": say("Order confirmation"),
    "delivery": say("Delivery"), "return": say("Return"),
}
RESULT_NAMES: Mapping[str, Message] = {
    "pass": say("went well"), "friction": say("stumbled"), "fail": say("failed"), "untested": say("not tested"),
}
EFFORT_NAMES: Mapping[str, Message] = {
    "small": say("under two hours"), "medium": say("a day or two"), "large": say("a week or more"),
}
MEASURE_NAMES: Mapping[str, Message] = {
    "opening_hours": say("share of last season's demand while somebody answers"),
    "evenings": say("share of weekday-evening demand while somebody answers"),
    "weekends": say("share of weekend demand while somebody answers"),
    "holidays": say("share of public-holiday demand while somebody answers"),
    "any_channel": say("share of demand while any channel is open"),
    "faq": say("share of self-service questions that the FAQ answers well"),
    "contact_reasons": say("readiness of the most common contact reasons"),
    "canned_replies": say("share of the most common reasons with a canned reply"),
    "escalation": say("share of the most common reasons with a way to escalate"),
    "coded": say("share of contacts with a reason"),
    "timed": say("share of contacts with a time of day"),
    "with_channel": say("share of contacts with a channel"),
    "months": say("share of last season that the data covers"),
    "observations": say("observations written down: successes and difficulties"),
    "data": say("completeness of the data"),
    "confirmation": say("share of after-sales questions that the order confirmation answers"),
    "confirmation_lead_time": say("delivery time told in the order confirmation"),
    "confirmation_returns": say("return instructions in the order confirmation"),
    "confirmation_contact": say("contact details in the order confirmation"),
    "january": say("share of January's needed hours that are planned"),
    "before": say("share of the hours needed before 27 December that are planned"),
    "stages": say("share of the customer path's stages with a risk and what is done about it"),
    "lead_time_told": say("longer delivery times told before and after the order"),
    "path": say("purchase path as tested"),
    "path_arrive": say("testers' result on arriving"),
    "path_search": say("testers' result in search"),
    "path_product": say("testers' result on the product page"),
    "path_cart": say("testers' result in the cart"),
    "path_order": say("testers' result in ordering"),
    "path_pay": say("testers' result in payment"),
    "path_confirmation": say("testers' result on the order confirmation"),
    "path_delivery": say("testers' result on delivery"),
    "path_return": say("testers' result on returning"),
    "path_tested": say("share of the purchase path's steps that were tested"),
    "outsiders": say("share of test runs by outsiders"),
    "help_reachable": say("share of tested steps where help was within reach"),
    "first_response": say("share of channels whose first response meets the target"),
    "fcr": say("share solved at the first contact"),
    "csat": say("satisfied customers"),
    "grade_quality": say("share of grades 9–10 for the adviser"),
    "grade_overall": say("share of grades 9–10 overall"),
    "handled": say("share of contacts that were handled"),
    "channel_fit": say("share of contacts in channels that keep their promise"),
    "channels_owned": say("share of channels with an owner"),
    "same_answers": say("share of channels that give the same answers"),
}


def channel_name(channel: str) -> Message:
    """A channel's name; one that is not usual keeps its own."""
    return CHANNEL_NAMES.get(channel) or say("{name}", name=channel)


def device_name(device: str) -> Message:
    """A usual device's name; another stays as it was typed."""
    return DEVICE_NAMES.get(device.strip()) or say("{name}", name=device.strip())


def step_name(step: StepName) -> Message:
    """A purchase-path step's name."""
    return STEP_NAMES[step]


def measure_name(measure: str) -> Message:
    """What a measure measures, in words."""
    return MEASURE_NAMES.get(measure) or say("{name}", name=measure)


def score_name(identifier: str) -> Message:
    """A coverage score's name."""
    return SCORE_NAMES.get(identifier) or say("{name}", name=identifier)


def reason_name(audit: Audit, code: str) -> LocalText:
    """A contact reason's label in both languages, for a message."""
    return LocalText(reason_label(audit, code, "fi"), reason_label(audit, code, "en"))


def reason_label(audit: Audit, code: str, lang: str) -> str:
    """A contact reason's label in `lang`, else in the other language, else its code."""
    label = audit.reasons[code].label if code in audit.reasons else {}
    return label.get(lang) or next((text for text in label.values() if text), code)
