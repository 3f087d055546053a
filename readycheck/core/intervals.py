"""How sure a survey's figures are: 95 % intervals of a share and of the NPS (DOMAIN §3.8)."""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054


def wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share (0–1) seen in `n` answers."""
    middle = share + Z_95**2 / (2 * n)
    half = Z_95 * sqrt(share * (1 - share) / n + Z_95**2 / (4 * n * n))
    width = 1 + Z_95**2 / n
    return max(0.0, (middle - half) / width), min(1.0, (middle + half) / width)


def nps_interval(promoters: float, detractors: float, n: int) -> tuple[float, float] | None:
    """The NPS ± 1.96 standard errors, within −100…100, from two shares (0–1) of `n` answers.

    One answer is worth 100, 0 or −100; the standard error is √(variance / n) of that. No share, so no Wilson.
    None where all answers are alike: a standard error of zero would promise a certainty that nobody has.
    """
    spread = promoters + detractors - (promoters - detractors) ** 2
    if spread <= 1e-12:
        return None
    nps, half = 100 * (promoters - detractors), 100 * Z_95 * sqrt(spread / n)
    return max(-100.0, nps - half), min(100.0, nps + half)
