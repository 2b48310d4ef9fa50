"""Makes theta-best.json: the best squared error of the standard, optimised and dynamic theta models of Fiorucci et al. (2016).

Run inside this folder, after theta_statsforecast.py: python -B theta_best.py

y_t = mu_t + e_t, mu_t = l_(t-1) + w [(1-alpha)^(t-1) A_(t-1) + (1-(1-alpha)^t)/alpha B_(t-1)], l_t = alpha y_t + (1-alpha) l_(t-1),
w = 1 - 1/theta. A and B are intercept and slope of the least-squares line on t = 1..n; in the dynamic models they are those of
the line through the years up to t-1, with A_1 = y_1, B_1 = 0. For a given alpha, mu is linear in l_0 and w, so both come from
least squares with 0 <= w < 1, and only alpha is searched, on a grid and from its best points: the global optimum.

Three objectives, which differ in the first error counted: `all` (every error; in the dynamic models mu_1 = l_0, the paper's
A_0 = B_0 = 0), `from-3` (forecTheta's for the dynamic models, with mu_1 = y_1), `from-4` (statsforecast's for all four).
"""

import json
import sys

import numpy
import scipy
from scipy.optimize import minimize_scalar

import json_records

HORIZON = 10
ALPHA_LOW, ALPHA_HIGH = 0.1, 0.99
LARGEST_WEIGHT = 1 - 1e-10
MODELS = {"theta-stm": (False, False), "theta-otm": (False, True), "theta-dstm": (True, False), "theta-dotm": (True, True)}
OBJECTIVES = {"all": 0, "from-3": 2, "from-4": 3}
WITH_FITTED = ("nile", "airmiles", "longley-gnp", "korea-sma")


def lines(y, dynamic):
    """Intercept and slope known before each year; the first of the dynamic ones are zero."""
    n = len(y)
    if not dynamic:
        slope, intercept = numpy.polyfit(numpy.arange(1, n + 1), y, 1)
        return numpy.full(n, intercept), numpy.full(n, slope)
    intercepts, slopes = numpy.zeros(n), numpy.zeros(n)
    if n > 1:
        intercepts[1] = y[0]
    for t in range(2, n):
        x = numpy.arange(1, t + 1) - (t + 1) / 2
        slopes[t] = (x * y[:t]).sum() / (x**2).sum()
        intercepts[t] = y[:t].mean() - slopes[t] * (t + 1) / 2
    return intercepts, slopes


def profile(y, intercepts, slopes, optimised, skip, alpha):
    """Sum of squared errors with the best l_0 and weight, those two, and the one-step means."""
    n, keep = len(y), 1 - alpha
    powers = keep ** numpy.arange(n)
    smoothed = numpy.zeros(n)
    for t in range(1, n):
        smoothed[t] = alpha * y[t - 1] + keep * smoothed[t - 1]
    trend = powers * intercepts + (1 - keep * powers) / alpha * slopes
    target, first, second = (y - smoothed)[skip:], powers[skip:], trend[skip:]

    def level_for(weight):
        rest = target - weight * second
        return (first @ rest) / (first @ first)

    weight = 0.5
    if optimised:
        direction = second - first * ((first @ second) / (first @ first))
        rest = target - first * ((first @ target) / (first @ first))
        size = direction @ direction
        weight = (direction @ rest) / size if size > 0 else 0.5
        weight = min(max(weight, 0.0), LARGEST_WEIGHT)
    level = level_for(weight)
    means = smoothed + powers * level + weight * trend
    return ((y - means)[skip:] ** 2).sum(), level, weight, means


def best(y, dynamic, optimised, skip):
    intercepts, slopes = lines(y, dynamic)

    def objective(alpha):
        return profile(y, intercepts, slopes, optimised, skip, alpha)[0]

    grid = numpy.linspace(ALPHA_LOW, ALPHA_HIGH, 446)
    values = numpy.array([objective(a) for a in grid])
    basins = [i for i in range(len(grid)) if values[i] <= values[max(i - 1, 0)] and values[i] <= values[min(i + 1, len(grid) - 1)]]
    candidates = [(values[i], grid[i]) for i in (0, len(grid) - 1)]
    for i in basins:
        found = minimize_scalar(objective, method="bounded", options={"xatol": 1e-12},
                                bounds=(grid[max(i - 1, 0)], grid[min(i + 1, len(grid) - 1)]))
        candidates += [(values[i], grid[i]), (found.fun, found.x)]
    alpha = min(candidates)[1]
    return (alpha, *profile(y, intercepts, slopes, optimised, skip, alpha))


def recursion(y, dynamic, alpha, weight, level, horizon, shock=None):
    """The model year by year, then ahead with each mean in place of the value; `shock` adds to one future value."""
    n, values, intercept, slope, mean_so_far, means = len(y), list(y), 0.0, 0.0, 0.0, []
    if not dynamic:
        slope, intercept = numpy.polyfit(numpy.arange(1, n + 1), y, 1)
    for t in range(1, n + horizon + 1):
        keep = (1 - alpha) ** (t - 1)
        mean = level + weight * (keep * intercept + (1 - (1 - alpha) * keep) / alpha * slope)
        means.append(mean)
        if t > n:
            values.append(mean + (1.0 if shock == t - n else 0.0))
        value = values[t - 1]
        level = alpha * value + (1 - alpha) * level
        if dynamic:
            if t > 1:
                slope = ((t - 2) * slope + 6 / t * (value - mean_so_far)) / (t + 1)
            mean_so_far = ((t - 1) * mean_so_far + value) / t
            intercept = mean_so_far - slope * (t + 1) / 2
    return numpy.array(means), level


def variance_unit(y, dynamic, alpha, weight, level):
    """Variance h years ahead for innovations of variance one; the models are linear in the values, so this is exact."""
    scale = numpy.zeros_like(y)
    total = numpy.ones(HORIZON)
    plain, _ = recursion(scale, dynamic, alpha, weight, 0.0, HORIZON)
    for j in range(1, HORIZON):
        shocked, _ = recursion(scale, dynamic, alpha, weight, 0.0, HORIZON, shock=j)
        total[j:] += (shocked - plain)[len(y) + j:] ** 2
    return total


def record(series, name, objective, peer):
    y = numpy.array(series["values"], dtype=float)
    dynamic, optimised = MODELS[name]
    skip = OBJECTIVES[objective]
    alpha, sse, level, weight, means = best(y, dynamic, optimised, skip)
    run, level_n = recursion(y, dynamic, alpha, weight, level, HORIZON)
    start = max(skip, 1) if dynamic else skip
    scale = numpy.abs(y).max() + abs(level) * (1 - alpha) ** start
    if numpy.abs(run[:len(y)] - means)[start:].max() > 1e-9 * scale:
        raise ValueError(f"{series['id']} {name}: recursion and closed form differ")
    own = peer["sse_from_4"] if objective == "from-4" else None
    out = {
        "series": series["id"], "model": name, "objective": objective, "alpha": alpha, "theta": 1 / (1 - weight), "weight": weight,
        "l0": level, "sse": sse, "errors_counted": len(y) - skip, "level_n": level_n, "mean": run[len(y):],
        "variance_unit": variance_unit(y, dynamic, alpha, weight, level), "statsforecast_sse": own,
        "statsforecast_excess": None if own is None or sse <= 0 else own / sse - 1,
    }
    if series["id"] in WITH_FITTED:
        out["fitted"] = run[:len(y)]
    return out


def main():
    complete, _ = json_records.complete_and_missing()
    with open("theta-statsforecast.json") as file:
        peers = {(r["series"], r["model"]): r for r in json.load(file)["records"]}
    records = [record(series, name, objective, peers[series["id"], name])
               for series in complete for name in MODELS for objective in OBJECTIVES]
    tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__}
    json_records.write("theta-best.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
