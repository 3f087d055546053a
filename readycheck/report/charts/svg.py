"""Small pieces of SVG."""

from __future__ import annotations

from collections.abc import Callable

from readycheck.report.markup import Drawn as Drawn
from readycheck.report.markup import plain as plain
from readycheck.report.markup import tag as tag


def svg(identifier: str, title: str, description: str, width: float, height: float, *shapes: Drawn) -> Drawn:
    """A whole picture with its title and description for who does not see it."""
    names = f"{identifier}-title", f"{identifier}-desc"
    return tag(
        "svg", tag("title", title, id=names[0]), tag("desc", description, id=names[1]), *shapes,
        role="img", aria_labelledby=" ".join(names), viewBox=f"0 0 {plain(width)} {plain(height)}",
    )


def label(text: str, x: float, y: float, class_: str = "", anchor: str = "start") -> Drawn:
    """A text at (x, y): its base line, and `anchor` start, middle or end."""
    return tag("text", text, x=x, y=y, class_=class_ or "label", text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Drawn:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str, title: str = "") -> Drawn:
    """A rectangle, with a text for who points at it."""
    inside = [tag("title", title)] if title else []
    return tag("rect", *inside, x=x, y=y, width=max(width, 0), height=max(height, 0), class_=class_)


def hatch(x: float, y: float, width: float, height: float, step: float = 5, class_: str = "hatch") -> Drawn:
    """Slanting lines inside a rectangle: a filling that needs no colour to be told from another."""
    strokes = []
    offset = step / 2
    while offset < width + height:
        left, right = max(0.0, offset - height), min(offset, width)
        strokes.append(f"M{plain(x + left)} {plain(y + offset - left)}L{plain(x + right)} {plain(y + offset - right)}")
        offset += step
    return tag("path", d="".join(strokes), class_=class_)


def shortened(text: str, width: float, size: float = 12) -> str:
    """`text` cut to what about fits into `width`; the whole of it stands in the table."""
    letters = max(3, int(width / (size * 0.54)))
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


Mark = Callable[[float, float], tuple[Drawn, ...]]
"""Draws a legend's mark at its left end and its middle height."""


def legend(x: float, y: float, *entries: tuple[Mark, str]) -> list[Drawn]:
    """Marks with their texts from `x` on, as far apart as the texts are long; `y` is the base line."""
    shapes: list[Drawn] = []
    for mark, text in entries:
        shapes += [*mark(x, y - 4), label(text, x + 24, y, "axis")]
        x += 24 + 6 * len(text) + 26
    return shapes


def swatch(class_: str, hatched: bool = False) -> Mark:
    """A legend's mark: a small rectangle, hatched or not."""
    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        plain_box = box(x, y - 5, 18, 10, class_)
        return (plain_box, hatch(x, y - 5, 18, 10)) if hatched else (plain_box,)
    return draw


def stroke(class_: str, dotted: bool = False) -> Mark:
    """A legend's mark: a short line, with a dot on it or not."""
    def draw(x: float, y: float) -> tuple[Drawn, ...]:
        dash = line(x, y, x + 18, y, class_)
        return (dash, tag("circle", cx=x + 9, cy=y, r=3.5, class_="dot")) if dotted else (dash,)
    return draw


def disc(class_: str, radius: float) -> Mark:
    """A legend's mark: a circle."""
    return lambda x, y: (tag("circle", cx=x + 9, cy=y, r=radius, class_=class_),)
