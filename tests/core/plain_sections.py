"""Sections, contradictions, blockers and readiness (DOMAIN §1, §3.10) slow and plain, from the document."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]
VALUE = {"yes": 1.0, "partly": 0.5, "no": 0.0, "unknown": 0.0}
LOWER = ["no", "unknown", "partly", "yes", "na"]


def measures(figures: Document) -> dict[str, float | None]:
    """What the random checklists hold claims against."""
    hours, reasons, january = figures["opening_hours"], figures["contact_reasons"], figures["january"]
    coded = reasons.get("coded")
    return {
        "opening_hours": hours["score"], "evenings": hours.get("evenings"), "weekends": hours.get("weekends"),
        "any_channel": hours.get("any_channel"), "faq": figures["faq"]["score"],
        "contact_reasons": reasons["score"], "canned_replies": reasons.get("canned_replies"),
        "escalation": reasons.get("escalation"), "coded": None if coded is None else 100 * coded,
        "january": january["score"], "before": january.get("before"), "path": figures["path"]["score"],
    }


def claim_of(doc: Document, identifier: str) -> str | None:
    """The agreed answer, else the lower voice."""
    answer = doc.get("answers", {}).get(identifier, {})
    if "agreed" in answer:
        return str(answer["agreed"]["value"])
    voices = [answer[who]["value"] for who in ("owner", "consultant") if who in answer]
    return min(voices, key=LOWER.index) if voices else None


def concerns(doc: Document, question: Document) -> bool:
    when, season = question.get("applies_when", {}), doc["season"]
    if "country" in when and doc["shop"]["country"] not in when["country"]:
        return False
    if "data" in when and not any(kind in doc.get("demand", {}) for kind in when["data"]):
        return False
    if "since" in question and question["since"] > season["ends"]:
        return False
    return not ("until" in question and question["until"] < season["starts"])


def judge(doc: Document, figures: Document) -> Document:
    """Sections by id, readiness with its known share and band, blockers and contradictions."""
    measured = measures(figures)
    sections, blockers, contradictions = {}, [], []
    for checklist in doc["checklists"]:
        for section in checklist["sections"]:
            points = weights = known = 0.0
            for question in section["questions"]:
                identifier = f"{checklist['id']}/{section['id']}.{question['id']}"
                claim = claim_of(doc, identifier)
                if claim == "na" or not concerns(doc, question):
                    continue
                value = VALUE[claim] if claim else 0.0
                seen = measured[question["measure"]] if "measure" in question else None
                if seen is not None and seen < question["at_least"]:
                    value = min(value, seen / 100)
                    if claim == "yes":
                        contradictions.append(identifier)
                if claim == "no" and question.get("critical", False):
                    blockers.append(identifier)
                points += question["weight"] * value
                weights += question["weight"]
                known += question["weight"] if claim not in (None, "unknown") else 0
            sections[f"{checklist['id']}/{section['id']}"] = {
                "score": 100 * points / weights if weights else None, "known": known / weights if weights else None,
            }
    failed = {step["step"] for run in doc.get("path_runs", []) for step in run["steps"] if step["result"] == "fail"}
    blockers += [f"path/{step}" for step in ("cart", "order", "pay") if step in failed]
    return {
        "sections": sections, "blockers": blockers, "contradictions": contradictions,
        "readiness": readiness(doc, sections, figures, bool(blockers)),
    }


def not_applicable(doc: Document, key: str, figures: Document) -> bool:
    """A coverage that has nothing to measure, rather than no data: nothing self-service can answer,
    or nothing required in January."""
    if key == "coverage/faq":
        return figures["contact_reasons"]["score"] is not None
    return key == "coverage/january" and bool(figures["january"].get("weeks")) and "hours" in doc.get("plan", {})


def readiness(doc: Document, sections: Document, figures: Document, blocked: bool) -> Document:
    checklist = next(one for one in doc["checklists"] if one["id"] == "peak-season")
    total = points = known = 0.0
    for entry in checklist["readiness"]:
        key, weight = entry["id"], entry["weight"]
        if key.startswith("coverage/"):
            score = figures[key.removeprefix("coverage/")]["score"]
            if score is None and not_applicable(doc, key, figures):
                continue
            part = {"score": score or 0.0, "known": 0.0 if score is None else 1.0}
        else:
            part = sections[key]
            if part["score"] is None:
                continue
        total += weight
        points += weight * part["score"]
        known += weight * part["known"]
    if not total:
        return {"score": None, "band": None}
    score = points / total
    band = "ready" if score >= 85 and not blocked else "nearly" if score >= 60 else "not_ready"
    return {"score": score, "known": known / total, "band": band}
