"""Readiness on its scale: the score as a bar, and from where a shop is nearly ready and ready."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.svg import Drawn, box, label, line, svg, tag

WIDTH, BAR, TOP, HEIGHT, MARGIN = 720, 18, 26, 68, 8


@dataclass(frozen=True)
class Meter:
    """The score (0–100), its text, and each threshold with its name."""

    score: float
    score_text: str
    thresholds: tuple[tuple[float, str], ...]


def draw(identifier: str, title: str, description: str, meter: Meter) -> Drawn:
    """The picture; the thresholds are strokes with their names under them."""
    shapes = [
        box(MARGIN, TOP, WIDTH - 2 * MARGIN, BAR, "track"), box(MARGIN, TOP, _x(meter.score) - MARGIN, BAR, "bar"),
        *_score(meter), *(shape for place, name in meter.thresholds for shape in _threshold(place, name)),
        label("0", MARGIN, TOP + BAR + 18, "axis"), label("100", WIDTH - MARGIN, TOP + BAR + 18, "axis", "end"),
    ]
    return svg(identifier, title, description, WIDTH, HEIGHT, *shapes)


def _x(score: float) -> float:
    return MARGIN + (WIDTH - 2 * MARGIN) * score / 100


def _score(meter: Meter) -> list[Drawn]:
    """The score over a small pointer at the bar's end, kept inside the picture."""
    x = _x(meter.score)
    pointer = tag("path", d=f"M{x - 5:.2f} {TOP - 8}L{x + 5:.2f} {TOP - 8}L{x:.2f} {TOP - 1}Z", class_="head")
    return [pointer, label(meter.score_text, min(max(x, 26), WIDTH - 26), TOP - 12, "strip", "middle")]


def _threshold(place: float, name: str) -> list[Drawn]:
    x = _x(place)
    return [line(x, TOP - 3, x, TOP + BAR + 5, "mark"), label(name, x, TOP + BAR + 18, "axis", "middle")]
