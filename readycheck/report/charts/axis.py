"""Round values for an axis."""

from __future__ import annotations

from math import ceil, floor, log10


def ticks(top: float, count: int = 4) -> tuple[float, ...]:
    """Round values from 0 to at least `top`, about `count` steps."""
    if top <= 0:
        return (0.0, 1.0)
    power = 10.0 ** floor(log10(top / count))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * count >= top * 0.999)
    return tuple(step * n for n in range(ceil(top / step - 1e-9) + 1))
