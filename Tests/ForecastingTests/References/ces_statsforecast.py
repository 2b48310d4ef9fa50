"""Makes ces-statsforecast.json: non-seasonal complex exponential smoothing by statsforecast, and better optima of it.

Run inside this folder: python -B ces_statsforecast.py

y_t = l_(t-1) + e_t, l_t = l_(t-1) - (1-a1) c_(t-1) + (a0-a1) e_t, c_t = l_(t-1) + (1-a0) c_(t-1) + (a0+a1) e_t
(Svetunkov, Kourentzes & Ord 2022). Three kinds of record: `peer` is statsforecast; `backcast` is its own objective at the
optimum (states found by running the recursion forward, backward and forward again from the mean of the first ten years,
0.01 <= a0 <= 1.8, 0.01 <= a1 <= 1.9) where the recursion of the errors is stable (no eigenvalue of F - g w' outside the unit
circle), which statsforecast does not ask; `free` has both start values at their least-squares solution, a0 and a1 stable.
"""

import math
import sys
import warnings

import numpy
import scipy
import statsforecast
from scipy.optimize import minimize
from statsforecast.models import AutoCES

import json_records

HORIZON = 10
LEVELS = [80, 95]
BOX = [(0.01, 1.8), (0.01, 1.9)]
WITH_FITTED = ("nile", "airmiles", "longley-gnp")


def step(level, hidden, error, a0, a1):
    return level - (1 - a1) * hidden + (a0 - a1) * error, level + (1 - a0) * hidden + (a0 + a1) * error


def run(y, a0, a1, level, hidden):
    errors, means, level = [], [], level + numpy.zeros_like(a0)
    for value in y:
        means.append(level)
        errors.append(value - level)
        level, hidden = step(level, hidden, errors[-1], a0, a1)
    return numpy.array(errors), numpy.array(means), level, hidden


def backcast(y, a0, a1):
    """Errors of the last pass, the state it starts from, the one it ends in; a pass starts one step past the other's end."""
    start = y[:min(10, len(y))].mean()
    level, hidden = start, start / 1.1
    for values in (y, y[::-1]):
        _, _, level, hidden = run(values, a0, a1, level, hidden)
        level, hidden = step(level, hidden, 0.0, a0, a1)
    errors, means, level_n, hidden_n = run(y, a0, a1, level, hidden)
    return errors, means, (level, hidden), (level_n, hidden_n)


def radius(a0, a1):
    """Largest modulus of the eigenvalues of F - g w' = [[1-a0+a1, a1-1], [1-a0-a1, 1-a0]]."""
    trace = 2 - 2 * a0 + a1
    determinant = (1 - a0 + a1) * (1 - a0) - (a1 - 1) * (1 - a0 - a1)
    root = numpy.sqrt(numpy.asarray(trace * trace - 4 * determinant, dtype=complex))
    return numpy.maximum(abs(trace + root), abs(trace - root)) / 2


def in_circles(a0, a1):
    """The same region as inequalities."""
    return ((a0 - 2.5) ** 2 + a1**2 > 1.25) & ((a0 - 0.5) ** 2 + (a1 - 1) ** 2 > 0.25) & ((a0 - 1.5) ** 2 + (a1 - 0.5) ** 2 < 1.5)


def free(y, a0, a1):
    """Least-squares start values, in which the errors are linear (at a1 = 1 the second has no effect); for arrays too."""
    zero, one = numpy.zeros_like(a0), numpy.ones_like(a0)
    base = run(y, a0, a1, zero, zero)[0]
    nothing = numpy.zeros_like(y)
    design = numpy.stack([-run(nothing, a0, a1, one, zero)[0], -run(nothing, a0, a1, zero, one)[0]], axis=-1)
    design, base = numpy.moveaxis(design, 0, -2), numpy.moveaxis(base, 0, -1)
    q, r = numpy.linalg.qr(design)
    usable = numpy.abs(r[..., 1, 1]) > 1e-9 * numpy.abs(r[..., 0, 0])
    q = q * numpy.stack([numpy.ones_like(usable), usable], axis=-1)[..., None, :]
    residual = base - numpy.einsum("...ij,...j->...i", q, numpy.einsum("...ij,...i->...j", q, base))
    return (residual**2).sum(axis=-1), design, base


def search(objective, grid, values, bounds):
    order, starts = numpy.argsort(values), []
    for index in order:
        if all(numpy.abs(grid[index] - other).max() > 0.15 for other in starts):
            starts.append(grid[index])
        if len(starts) == 8:
            break
    ends = []
    for start in starts:
        point = start
        for _ in range(3):
            point = minimize(objective, point, method="Nelder-Mead", bounds=bounds,
                             options={"xatol": 1e-11, "fatol": 1e-13, "maxfev": 2000}).x
        ends.append(point)
    return min(ends, key=objective)


def finite_log(value):
    return math.log(value) if math.isfinite(value) and value > 0 else 1e10


def best_backcast(y):
    def objective(point):
        if radius(*point) > 1:
            return 1e10
        return finite_log(float((backcast(y, *point)[0] ** 2).sum()))

    axes = numpy.meshgrid(numpy.linspace(*BOX[0], 91), numpy.linspace(*BOX[1], 96), indexing="ij")
    grid = numpy.stack([a.ravel() for a in axes], axis=1)
    grid = grid[radius(grid[:, 0], grid[:, 1]) < 1]
    values = (backcast(y, grid[:, 0], grid[:, 1])[0] ** 2).sum(axis=0)
    a0, a1 = search(objective, grid, values, BOX)
    errors, means, start, end = backcast(y, a0, a1)
    return a0, a1, errors, means, start, end


def best_free(y):
    scale = numpy.abs(y).mean()
    scaled = y / scale

    def objective(point):
        if radius(*point) > 1:
            return 1e10
        return finite_log(float(free(scaled, *point)[0]))

    axes = numpy.meshgrid(numpy.linspace(0.0, 2.8, 141), numpy.linspace(-0.7, 1.8, 126), indexing="ij")
    grid = numpy.stack([a.ravel() for a in axes], axis=1)
    inside = radius(grid[:, 0], grid[:, 1])
    if (in_circles(grid[:, 0], grid[:, 1]) != (inside < 1))[numpy.abs(inside - 1) > 1e-6].any():
        raise ValueError("eigenvalues and circles disagree")
    grid = grid[inside < 1]
    values = free(scaled, grid[:, 0], grid[:, 1])[0]
    a0, a1 = search(objective, grid, values, None)
    _, design, base = free(scaled, numpy.float64(a0), numpy.float64(a1))
    start = numpy.linalg.lstsq(design, base, rcond=1e-9)[0] * scale
    errors, means, level, hidden = run(y, a0, a1, *start)
    return a0, a1, errors, means, tuple(start), (level, hidden)


def ahead(a0, a1, level, hidden):
    """Point forecasts, and their exact variance by unit innovation variance: the model is linear."""
    means, response, squares = [], step(0.0, 0.0, 1.0, a0, a1), [1.0]
    for _ in range(HORIZON):
        means.append(level)
        level, hidden = step(level, hidden, 0.0, a0, a1)
        squares.append(response[0] ** 2)
        response = step(*response, 0.0, a0, a1)
    return numpy.array(means), numpy.cumsum(squares[:HORIZON])


def aicc_of(loglik, k, n):
    return 2 * k - 2 * loglik + 2 * k * (k + 1) / (n - k - 1) if n > k + 1 else None


def records_of(series):
    y = numpy.array(series["values"], dtype=float)
    n, keep = len(y), series["id"] in WITH_FITTED
    model = AutoCES(season_length=1, model="Z").fit(y)
    fixed = AutoCES(season_length=1, model="N").fit(y)
    fit, forecast = model.model_, model.predict(h=HORIZON, level=LEVELS)
    a0, a1 = fit["par"]["alpha_0"], fit["par"]["alpha_1"]
    again = backcast(y, a0, a1)
    peer = {
        "series": series["id"], "model": "ces", "kind": "peer", "chosen": fit["seasontype"],
        "same_as_fixed": bool(fixed.model_["loglik"] == fit["loglik"]), "alpha0": a0, "alpha1": a1,
        "stability_radius": float(radius(a0, a1)), "l0": fit["states"][0][0], "c0": fit["states"][0][1],
        "level_n": fit["states"][n][0], "hidden_n": fit["states"][n][1],
        "sse": float((numpy.asarray(fit["residuals"]) ** 2).sum()), "loglik": fit["loglik"], "aicc": fit["aicc"],
        "sigma2": fit["sigma2"], "loglik_reproduced": -n / 2 * math.log((again[0] ** 2).sum()),
        "mean_reproduced": ahead(a0, a1, *again[3])[0], "mean": forecast["mean"], "lower80": forecast["lo-80"],
        "upper80": forecast["hi-80"], "lower95": forecast["lo-95"], "upper95": forecast["hi-95"],
    }
    if keep:
        peer["fitted"] = fit["fitted"]
    out = [peer]
    for kind, found, k in (("backcast", best_backcast(y), 3), ("free", best_free(y), 5)):
        a0, a1, errors, means, start, end = found
        sse = float((errors**2).sum())
        loglik = -n / 2 * math.log(sse)
        mean, unit = ahead(a0, a1, *end)
        row = {"series": series["id"], "model": "ces", "kind": kind, "alpha0": a0, "alpha1": a1, "l0": start[0], "c0": start[1],
               "level_n": end[0], "hidden_n": end[1], "sse": sse, "loglik": loglik, "aicc": aicc_of(loglik, k, n), "mean": mean,
               "variance_unit": unit, "stability_radius": float(radius(a0, a1)), "statsforecast_loglik": fit["loglik"],
               "statsforecast_shortfall": loglik - fit["loglik"]}
        if keep:
            row["fitted"] = means
        out.append(row)
    return out


def main():
    warnings.simplefilter("ignore")
    complete, _ = json_records.complete_and_missing()
    records = [row for series in complete for row in records_of(series)]
    tool = {"python": sys.version.split()[0], "statsforecast": statsforecast.__version__, "numpy": numpy.__version__,
            "scipy": scipy.__version__}
    json_records.write("ces-statsforecast.json", tool, records, h=HORIZON, levels=LEVELS)


if __name__ == "__main__":
    main()
