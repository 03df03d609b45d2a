from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054


def wilson_interval(successes: float, trials: int) -> tuple[float, float]:
    """The 95 % score interval of a share, between 0 and 1 (Wilson 1927); (0, 1) for no trials.

    Points of partly right answers count as parts of a success.
    """
    if trials <= 0:
        return 0.0, 1.0
    share, z2 = successes / trials, Z_95**2
    centre = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    spread = share * (1 - share) / trials + z2 / (4 * trials**2)
    half = Z_95 * sqrt(max(0.0, spread)) / (1 + z2 / trials)
    return max(0.0, centre - half), min(1.0, centre + half)
