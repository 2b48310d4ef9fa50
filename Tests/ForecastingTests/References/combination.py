"""Makes combination.json: combinations of three stated normal forecasts, by construction.

Run inside this folder: python -B combination.py

`mixture` is the linear pool, density sum of w_i N(mean_i, sd_i); its quantiles solve sum of w_i Phi((q - mean_i)/sd_i) = p.
`averaged` takes the weighted mean of the members' quantiles (Vincent's), and `median` the middle one of the members' quantiles.
Inverse-error weights are (1/error_i) / sum of (1/error_j).
"""

import sys

import numpy
import scipy
from scipy.optimize import brentq
from scipy.stats import norm

import json_records

PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]
CASES = [
    {"case": "equal spread", "means": [100.0, 104.0, 111.0], "standard_deviations": [5.0, 5.0, 5.0], "errors": [2.0, 4.0, 4.0]},
    {"case": "unequal spread", "means": [10.0, 12.0, 11.0], "standard_deviations": [1.0, 3.0, 0.5], "errors": [1.0, 2.0, 5.0]},
    {"case": "far apart", "means": [0.0, 50.0, -30.0], "standard_deviations": [2.0, 4.0, 1.0], "errors": [0.3, 0.7, 0.1]},
    {"case": "identical", "means": [7.0, 7.0, 7.0], "standard_deviations": [2.0, 2.0, 2.0], "errors": [1.0, 1.0, 3.0]},
    {"case": "one without width", "means": [5.0, 6.0, 8.0], "standard_deviations": [1e-6, 1.0, 2.0], "errors": [1.0, 1.0, 1.0]},
]


def mixture_quantile(p, weights, means, deviations):
    ends = norm.ppf(p, means, deviations)
    low, high = ends.min(), ends.max()
    if high - low < 1e-300:
        return float(low)
    return float(brentq(lambda q: float((weights * norm.cdf(q, means, deviations)).sum()) - p, low - 1e-9 * (1 + abs(low)),
                        high + 1e-9 * (1 + abs(high)), xtol=1e-14, rtol=8.9e-16, maxiter=500))


def records_of(case):
    means, deviations = numpy.array(case["means"]), numpy.array(case["standard_deviations"])
    inverse = 1 / numpy.array(case["errors"])
    quantiles = numpy.array([norm.ppf(p, means, deviations) for p in PROBABILITIES])
    rows = []
    for name, weights in (("mean", numpy.full(3, 1 / 3)), ("inverse-error", inverse / inverse.sum())):
        mean = float(weights @ means)
        variance = float(weights @ (deviations**2 + (means - mean) ** 2))
        rows.append({**case, "combination": name, "weights": weights, "mean": mean, "mixture_variance": variance,
                     "averaged_quantiles": quantiles @ weights,
                     "mixture_quantiles": [mixture_quantile(p, weights, means, deviations) for p in PROBABILITIES]})
    rows.append({**case, "combination": "median", "mean": float(numpy.median(means)),
                 "median_quantiles": numpy.median(quantiles, axis=1)})
    return rows


def main():
    records = [row for case in CASES for row in records_of(case)]
    tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__}
    json_records.write("combination.json", tool, records, probabilities=PROBABILITIES)


if __name__ == "__main__":
    main()
