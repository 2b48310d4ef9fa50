"""Makes ets-best.json: the best likelihood of every non-seasonal exponential smoothing form within R's bounds.

Run inside this folder, after ets.R: python -B ets_best.py

Bounds are R's: 0.0001 <= alpha <= 0.9999, 0.0001 <= beta <= alpha, 0.8 <= phi <= 0.98; start values are free, but with
multiplicative errors every one-step mean, and with a multiplicative trend level and growth as well, has to stay positive.
With additive errors and no multiplicative trend the start values are a least-squares solution (searched apart from the
smoothing parameters); in the other forms everything is searched together from many starts. numba only compiles the recursion.
"""

import json
import math
import sys

import numba
import numpy
import scipy
from scipy.optimize import minimize

import json_records

HORIZON = 10
LOW, HIGH = 1e-4, 0.9999
PHI_LOW, PHI_HIGH = 0.8, 0.98
NONE, ADDITIVE, MULTIPLICATIVE = 0, 1, 2
FORMS = {
    "ets-ann": (False, NONE, False), "ets-aan": (False, ADDITIVE, False), "ets-aadn": (False, ADDITIVE, True),
    "ets-amn": (False, MULTIPLICATIVE, False), "ets-amdn": (False, MULTIPLICATIVE, True), "ets-mnn": (True, NONE, False),
    "ets-man": (True, ADDITIVE, False), "ets-madn": (True, ADDITIVE, True), "ets-mmn": (True, MULTIPLICATIVE, False),
    "ets-mmdn": (True, MULTIPLICATIVE, True),
}
ADMITTED = {
    "best-auto": ("ets-ann", "ets-aan", "ets-aadn", "ets-mnn", "ets-man", "ets-madn"),
    "best-auto-multiplicative": ("ets-ann", "ets-aan", "ets-aadn", "ets-mnn", "ets-man", "ets-madn", "ets-mmn", "ets-mmdn"),
    "best-auto-unrestricted": tuple(FORMS),
}
WITH_FITTED = ("nile", "airmiles", "longley-gnp", "korea-sma")


@numba.njit(cache=False)
def smooth(y, relative, trend, alpha, beta, phi, level, slope, means):
    """-2 log-likelihood without constants, level and slope after the last year; infinity where a form is not defined."""
    total, logs = 0.0, 0.0
    for t in range(y.size):
        if trend == 2:
            if level <= 0 or slope <= 0:
                return numpy.inf, level, slope
            carried = slope**phi
            mean = level * carried
        else:
            carried = phi * slope
            mean = level + carried
        if relative and mean <= 0:
            return numpy.inf, level, slope
        error = y[t] - mean
        means[t] = mean
        if trend == 2:
            slope = carried + beta * error / level
        elif trend == 1:
            slope = carried + beta * error
        level = mean + alpha * error
        if relative:
            logs += math.log(mean)
            error /= mean
        total += error * error
    if total <= 0:
        return numpy.inf, level, slope
    return y.size * math.log(total) + 2 * logs, level, slope


@numba.njit(cache=False)
def profiled(y, trend, alpha, beta, phi):
    """Best start values for additive errors and at most an additive trend, by Gram-Schmidt, and the criterion there."""
    n = y.size
    response = numpy.empty((3, n))
    for k in range(3):
        level = 1.0 if k == 1 else 0.0
        slope = 1.0 if k == 2 else 0.0
        for t in range(n):
            mean = level + phi * slope
            error = (y[t] if k == 0 else 0.0) - mean
            response[k, t] = error
            level = mean + alpha * error
            slope = phi * slope + beta * error
    first = -response[1]
    size = math.sqrt((first * first).sum())
    q1 = first / size
    rest = response[0].copy()
    a = (q1 * rest).sum()
    rest -= a * q1
    slope = 0.0
    level = a / size
    if trend == 1:
        second = -response[2]
        shared = (q1 * second).sum()
        second = second - shared * q1
        again = (q1 * second).sum()
        second = second - again * q1
        shared += again
        size2 = math.sqrt((second * second).sum())
        q2 = second / size2
        b = (q2 * rest).sum()
        rest -= b * q2
        slope = b / size2
        level = (a - shared * slope) / size
    return n * math.log((rest * rest).sum()), level, slope


def smoothing_parameters(point, trend, damped):
    """From the search box [0, 1]^k to (alpha, beta, phi)."""
    point = [min(max(float(p), 0.0), 1.0) for p in point]
    alpha = LOW + point[0] * (HIGH - LOW)
    beta = LOW + point[1] * (alpha - LOW) if trend else 0.0
    phi = PHI_LOW + point[2] * (PHI_HIGH - PHI_LOW) if damped else 1.0
    return alpha, beta, phi


def to_point(alpha, beta, phi, trend, damped):
    point = [(alpha - LOW) / (HIGH - LOW)]
    if trend:
        point.append((beta - LOW) / max(alpha - LOW, 1e-12))
    if damped:
        point.append((phi - PHI_LOW) / (PHI_HIGH - PHI_LOW))
    return [min(max(p, 0.0), 1.0) for p in point]


def diverse(points, values, count, distance):
    chosen = []
    for index in numpy.argsort(values):
        if not numpy.isfinite(values[index]):
            break
        if all(numpy.abs(points[index] - other).max() > distance for other in chosen):
            chosen.append(points[index])
        if len(chosen) == count:
            break
    return chosen


def polished(objective, start, bounds, rounds):
    """Nelder-Mead, restarted from its own end until that gains nothing, then a quasi-Newton step."""
    best, value = numpy.array(start, dtype=float), objective(start)
    for _ in range(rounds):
        found = minimize(objective, best, method="Nelder-Mead", bounds=bounds,
                         options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 3000, "maxfev": 3000, "adaptive": len(best) > 3})
        gain = value - found.fun
        if found.fun < value:
            best, value = found.x, found.fun
        if gain < 1e-9:
            break
    found = minimize(objective, best, method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-16, "gtol": 1e-10})
    if numpy.isfinite(found.fun) and found.fun < value:
        best, value = found.x, found.fun
    return best, value


def search_profiled(y, trend, damped, known):
    dimensions = 1 + bool(trend) + damped
    axes = [numpy.linspace(0, 1, 201 if dimensions == 1 else 41), numpy.linspace(0, 1, 31), numpy.linspace(0, 1, 7)]
    grid = numpy.stack([a.ravel() for a in numpy.meshgrid(*axes[:dimensions], indexing="ij")], axis=1)

    def objective(point):
        return profiled(y, trend, *smoothing_parameters(point, trend, damped))[0]

    values = numpy.array([objective(point) for point in grid])
    starts = diverse(grid, values, 8, 0.1) + [numpy.array(point[:dimensions]) for point in known]
    ends = [polished(objective, start, [(0, 1)] * dimensions, 4) for start in starts]
    point, _ = min(ends, key=lambda end: end[1])
    parameters = smoothing_parameters(point, trend, damped)
    _, level, slope = profiled(y, trend, *parameters)
    return parameters, level, slope


def search_together(y, relative, trend, damped, known):
    dimensions = 1 + bool(trend) + damped
    means = numpy.empty_like(y)

    def unpack(point):
        alpha, beta, phi = smoothing_parameters(point[:dimensions], trend, damped)
        slope = 0.0 if not trend else math.exp(min(max(point[-1], -20), 20)) if trend == MULTIPLICATIVE else point[-1]
        return alpha, beta, phi, point[dimensions], slope

    def objective(point):
        value = smooth(y, relative, trend, *unpack(point), means)[0]
        return value if math.isfinite(value) else 1e10

    t = numpy.arange(1, len(y) + 1)
    early = slice(0, min(10, len(y)))
    level_starts, pairs = [y[0], y[early].mean(), y.mean()], []
    if trend == ADDITIVE:
        for part in (early, slice(None)):
            slope, intercept = numpy.polyfit(t[part], y[part], 1)
            pairs.append((intercept, slope))
        pairs += [(y[0] - (y[1] - y[0]), y[1] - y[0])] + [(level, 0.0) for level in level_starts]
    elif trend == MULTIPLICATIVE:
        for part in (early, slice(None)):
            if y[part].min() > 0:
                slope, intercept = numpy.polyfit(t[part], numpy.log(y[part]), 1)
                pairs.append((math.exp(intercept), slope))
        pairs += [(level, drift) for level in level_starts for drift in (-0.05, 0.0, 0.05)]
        if y[0] > 0 and y[1] > 0:
            pairs.append((y[0] ** 2 / y[1], math.log(y[1] / y[0])))
    else:
        pairs = [(level,) for level in level_starts]
    axes = [numpy.linspace(0.005, 0.995, 15), numpy.array([0, 0.02, 0.1, 0.3, 0.6, 1.0]), numpy.array([0.0, 0.5, 1.0])]
    grid = numpy.stack([a.ravel() for a in numpy.meshgrid(*axes[:dimensions], indexing="ij")], axis=1)
    points = numpy.array([numpy.concatenate([g, pair]) for g in grid for pair in pairs])
    values = numpy.array([objective(point) for point in points])
    starts = diverse(points, values, 10, 0.15)
    for point in known:
        *box, level, slope = point
        tail = [level] + ([math.log(slope)] if trend == MULTIPLICATIVE and slope > 0 else [slope] if trend == ADDITIVE else [])
        if len(tail) == 1 + bool(trend):
            starts.append(numpy.array(box[:dimensions] + tail))
    bounds = [(0, 1)] * dimensions + [(None, None)] * (1 + bool(trend))
    ends = [polished(objective, start, bounds, 2) for start in starts if objective(start) < 1e10]
    if not ends:
        return None
    ends.sort(key=lambda end: end[1])
    ends = [polished(objective, end[0], bounds, 8) for end in ends[:3]]
    point, _ = min(ends, key=lambda end: end[1])
    alpha, beta, phi, level, slope = unpack(point)
    return (alpha, beta, phi), level, slope


def forecasts(relative, trend, alpha, beta, phi, level, slope, sigma2):
    """Point forecasts, and their variance where a closed form exists (no multiplicative trend)."""
    means, carried = [], slope
    for _ in range(HORIZON):
        carried = carried**phi if trend == MULTIPLICATIVE else carried * phi
        level = level * carried if trend == MULTIPLICATIVE else level + carried
        means.append(level)
    means = numpy.array(means)
    if trend == MULTIPLICATIVE:
        return means, None
    weights = alpha + beta * numpy.cumsum(phi ** numpy.arange(1, HORIZON)) if trend else numpy.full(HORIZON - 1, alpha)
    if not relative:
        return means, sigma2 * (1 + numpy.concatenate([[0], numpy.cumsum(weights**2)]))
    second = numpy.empty(HORIZON)
    for h in range(HORIZON):
        second[h] = means[h] ** 2 + sigma2 * sum(weights[h - 1 - j] ** 2 * second[j] for j in range(h))
    return means, (1 + sigma2) * second - means**2


def known_points(rows, scale, trend, damped):
    out = []
    for row in rows:
        if row.get("alpha") is None or row.get("loglik") is None:
            continue
        box = to_point(row["alpha"], row.get("beta") or 0.0, row.get("phi") or 1.0, trend, damped)
        slope = row.get("b0") or 0.0
        out.append(box + [row["l0"] / scale, slope if trend == MULTIPLICATIVE else slope / scale])
    return out


def loglik_at(y, relative, trend, row):
    """This file's likelihood at R's parameters: R's number again, or null where R left the region of positive means."""
    beta, phi, slope = row["beta"] or 0.0, row["phi"] or 1.0, row["b0"] or 0.0
    value, _, _ = smooth(y, relative, trend, row["alpha"], beta, phi, row["l0"], slope, numpy.empty_like(y))
    return -value / 2 if math.isfinite(value) else None


def record(series, name, from_r):
    relative, trend, damped = FORMS[name]
    y = numpy.array(series["values"], dtype=float)
    n, count = len(y), 2 + 2 * bool(trend) + damped
    base = {"series": series["id"], "model": name}
    if relative and y.min() <= 0:
        return {**base, "refused": "multiplicative errors need positive values"}
    scale = numpy.abs(y).mean()
    scaled = y / scale
    known = known_points(from_r, scale, trend, damped)
    if not relative and trend != MULTIPLICATIVE:
        found = search_profiled(scaled, trend, damped, [point[:-2] for point in known])
    else:
        found = search_together(scaled, relative, trend, damped, known)
    if found is None:
        return {**base, "refused": "no start values with positive level"}
    (alpha, beta, phi), level, slope = found
    level *= scale
    slope = slope if trend == MULTIPLICATIVE else slope * scale
    means = numpy.empty_like(y)
    value, level_n, slope_n = smooth(y, relative, trend, alpha, beta, phi, level, slope, means)
    errors = (y - means) / means if relative else y - means
    sse = float((errors**2).sum())
    sigma2 = sse / (n - count) if n > count else None
    mean, variance = forecasts(relative, trend, alpha, beta, phi, level_n, slope_n, sigma2 or 0.0)
    loglik, k = -value / 2, count + 1
    fitted_by_r = next((row for row in from_r if row.get("loglik") is not None), None)
    r_loglik, at_r = (None, None) if fitted_by_r is None else (fitted_by_r["loglik"], loglik_at(y, relative, trend, fitted_by_r))
    out = {
        **base, "alpha": alpha, "beta": beta if trend else None, "phi": phi if damped else None, "l0": level,
        "b0": slope if trend else None, "level_n": level_n, "slope_n": slope_n if trend else None, "sse": sse,
        "degrees_of_freedom": n - count, "sigma2": sigma2, "loglik": loglik,
        "loglik_gaussian": loglik - n / 2 * (math.log(2 * math.pi / n) + 1),
        "aicc": 2 * k - 2 * loglik + 2 * k * (k + 1) / (n - k - 1) if n > k + 1 else None, "mean": mean,
        "variance": variance if sigma2 is not None else None, "r_loglik": r_loglik,
        "loglik_at_r": at_r, "r_shortfall": None if r_loglik is None else loglik - r_loglik,
    }
    if series["id"] in WITH_FITTED:
        out["fitted"] = means
    return out


def selections(series, rows):
    """The form with the least AICc at the optima. R fits a form only where n exceeds its parameters by at least two."""
    out = []
    for name, forms in ADMITTED.items():
        usable = [row for row in rows if row["model"] in forms and row.get("aicc") is not None]
        usable.sort(key=lambda row: row["aicc"])
        margin = usable[1]["aicc"] - usable[0]["aicc"] if len(usable) > 1 else None
        out.append({"series": series["id"], "model": name, "chosen": usable[0]["model"] if usable else None,
                    "second": usable[1]["model"] if len(usable) > 1 else None, "aicc_margin": margin})
    return out


def main():
    complete, _ = json_records.complete_and_missing()
    with open("ets-r.json") as file:
        from_r = json.load(file)["records"]
    records = []
    for series in complete:
        rows = [record(series, name, [r for r in from_r if r["series"] == series["id"] and r["model"] == name]) for name in FORMS]
        records += rows + selections(series, rows)
        print(series["id"], file=sys.stderr, flush=True)
    tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "numba": numba.__version__}
    json_records.write("ets-best.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
