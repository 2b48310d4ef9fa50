"""Reference values of the Brier score's parts with forecasts put into bins: exact fractions.

Run:  python3 murphy_bins.py > murphy_bins.json

Written from the formulas of Stephenson, Coelho and Jolliffe (2008), "Two extra components in the Brier score
decomposition", Weather and Forecasting 23, 752-757: with bins k, their mean forecasts and frequencies,
reliability - resolution + uncertainty + within-bin variance - within-bin covariance is the mean Brier score.
The script stops where that does not hold exactly.
"""

import json
import platform
import random
from fractions import Fraction
from math import floor


def parts(probabilities, outcomes):
    bins = {}
    for p, o in zip(probabilities, outcomes):
        bins.setdefault(floor(p * 10 + Fraction(1, 2)), []).append((p, Fraction(o)))
    n = len(outcomes)
    base = Fraction(sum(outcomes), n)
    reliability = resolution = variance = covariance = Fraction(0)
    for members in bins.values():
        mean = sum(p for p, _ in members) / len(members)
        rate = sum(o for _, o in members) / len(members)
        reliability += len(members) * (mean - rate) ** 2
        resolution += len(members) * (rate - base) ** 2
        variance += sum((p - mean) ** 2 for p, _ in members)
        covariance += 2 * sum((o - rate) * (p - mean) for p, o in members)
    brier = sum((p - o) ** 2 for p, o in zip(probabilities, outcomes)) / n
    found = [reliability / n, resolution / n, base * (1 - base), (variance - covariance) / n]
    assert found[0] - found[1] + found[2] + found[3] == brier
    return found, brier


def probability():
    # The middle between two tenths is left out: there a double may fall on either side.
    while True:
        p = random.randrange(0, 1001)
        if p % 100 != 50:
            return Fraction(p, 1000)


def case(count, seed):
    random.seed(seed)
    probabilities = [probability() for _ in range(count)]
    outcomes = [int(random.random() < p) for p in probabilities]
    found, brier = parts(probabilities, outcomes)
    names = ["reliability", "resolution", "uncertainty", "within_bins"]
    return {
        "probabilities": [float(p) for p in probabilities], "outcomes": outcomes,
        **{name: float(value) for name, value in zip(names, found)}, "brier": float(brier),
    }


cases = [case(count, seed) for seed, count in enumerate([1, 2, 7, 11, 60, 400])]
print(json.dumps({"tool": f"Python {platform.python_version()}, fractions", "cases": cases}))
