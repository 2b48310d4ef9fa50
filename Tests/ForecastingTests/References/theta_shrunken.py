"""Makes theta-shrunken.json: the shrunken dynamic theta model from its formula.

Run inside this folder: python -B theta_shrunken.py

y_t = mu_t + e_t, mu_t = l_(t-1) + w [(1-alpha)^(t-1) A_(t-1) + (1-(1-alpha)^t)/alpha B_(t-1)], l_t = alpha y_t + (1-alpha) l_(t-1),
w = 1 - 1/theta, A and B those of the least-squares line through the years before t, l_0 = y_1/theta = (1-w) y_1. The criterion is
the sum of e_t^2 from t = 4 on plus 6 m (w - 1/2)^2, m the mean square, over the same years, of what a change of w by one moves
mu_t; 0.1 <= alpha <= 0.99, 0 <= w < 1.

Everything runs year by year, with a least-squares fit by numpy in each year; alpha and w are searched together, on a grid and by
bounded quasi-Newton from its best points. Nothing is profiled and no updating formula is used.
"""

import json
import sys

import numpy
import scipy
from scipy.optimize import minimize

import json_records

HORIZON = 10
FIRST = 3
LARGEST_WEIGHT = 1 - 1e-10
PRIOR_YEARS = 6


def line_before(y, t):
    """Intercept and slope of the line through y_1 ... y_(t-1), t from 1."""
    if t == 1:
        return 0.0, 0.0
    if t == 2:
        return y[0], 0.0
    slope, intercept = numpy.polyfit(numpy.arange(1, t), y[: t - 1], 1)
    return intercept, slope


def means_of(y, lines, alpha, weight):
    level, means = (1 - weight) * y[0], []
    for t, (value, (intercept, slope)) in enumerate(zip(y, lines), start=1):
        keep = (1 - alpha) ** (t - 1)
        means.append(level + weight * (keep * intercept + (1 - (1 - alpha) * keep) / alpha * slope))
        level = alpha * value + (1 - alpha) * level
    return numpy.array(means)


def criterion(y, lines, alpha, weight):
    errors = (y - means_of(y, lines, alpha, weight))[FIRST:]
    column = (means_of(y, lines, alpha, 1.0) - means_of(y, lines, alpha, 0.0))[FIRST:]
    return (errors**2).sum() + PRIOR_YEARS * (column**2).mean() * (weight - 0.5) ** 2


def best(y):
    lines = [line_before(y, t) for t in range(1, len(y) + 1)]
    scale = ((y - y.mean()) ** 2).sum()

    def objective(point):
        return criterion(y, lines, point[0], point[1]) / scale

    grid = [(objective((a, w)), a, w) for a in numpy.linspace(0.1, 0.99, 45) for w in numpy.linspace(0, LARGEST_WEIGHT, 21)]
    found = min(grid)
    for _, a, w in sorted(grid)[:12]:
        result = minimize(objective, (a, w), method="L-BFGS-B", bounds=((0.1, 0.99), (0, LARGEST_WEIGHT)),
                          options={"ftol": 1e-15, "gtol": 1e-12, "maxiter": 500})
        polished = minimize(objective, result.x, method="Nelder-Mead", bounds=((0.1, 0.99), (0, LARGEST_WEIGHT)),
                            options={"xatol": 1e-11, "fatol": 1e-16, "maxiter": 2000})
        found = min(found, (result.fun, *result.x), (polished.fun, *polished.x))
    return found[0] * scale, found[1], found[2]


def ahead(y, alpha, weight):
    """The means of the years to come, each taken in as if it had happened."""
    values = list(y)
    for t in range(len(y) + 1, len(y) + HORIZON + 1):
        now = numpy.array(values + [0.0])
        lines = [line_before(now, s) for s in range(1, t + 1)]
        values.append(means_of(now, lines, alpha, weight)[-1])
    return values[len(y):]


def main():
    complete, _ = json_records.complete_and_missing()
    records = []
    for series in complete:
        values = series["values"]
        if len(values) < 7 or len(set(values)) < 2:
            continue
        y = numpy.array(values, dtype=float)
        value, alpha, weight = best(y)
        records.append({"series": series["id"], "alpha": alpha, "weight": weight, "objective": value,
                        "mean": ahead(y, alpha, weight)})
    tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__}
    json_records.write("theta-shrunken.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
