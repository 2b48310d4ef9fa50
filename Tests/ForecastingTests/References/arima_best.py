"""Makes arima-best.json: the best exact Gaussian likelihood of the orders in arima-r.json, and of the whole full search.

Run inside this folder, after arima.R: python -B arima_best.py

The likelihood is that of the d times differenced series under a stationary and invertible ARMA model about a constant mean
(the drift where d = 1), with mean and innovation variance at their best values given the rest. It is searched here from many
starts over partial autocorrelations (moving averages may reach the unit circle) and confirmed by statsmodels' SARIMAX, which
also says what R's coefficients are worth and what its own optimiser finds. numba only compiles the Kalman filter.
"""

import itertools
import json
import math
import sys
import warnings

import numba
import numpy
import pandas
import scipy
import statsmodels
from scipy.optimize import minimize
from statsmodels.tsa.statespace.sarimax import SARIMAX

import json_records

HORIZON = 10
SMALLEST_ROOT = 1.01
LARGEST_PARTIAL = 1 - 1e-9


@numba.njit(cache=False)
def coefficients_of(partials):
    """Levinson's recursion: autoregressive coefficients with the given partial autocorrelations."""
    out = partials.copy()
    for k in range(1, out.size):
        previous = out[:k].copy()
        for j in range(k):
            out[j] = previous[j] - out[k] * previous[k - 1 - j]
    return out


@numba.njit(cache=False)
def concentrated(w, ar, ma, constant):
    """Log-likelihood with mean and variance at their best, those two, and the filter's squared scale factors."""
    n, p, q = w.size, ar.size, ma.size
    r = max(p, q + 1)
    phi, weight = numpy.zeros(r), numpy.zeros(r)
    phi[:p] = ar
    weight[0] = 1.0
    weight[1:q + 1] = ma
    noise = numpy.outer(weight, weight)
    if p == 0:
        covariance = numpy.zeros((r, r))
        for i in range(r):
            for j in range(r):
                for k in range(r - max(i, j)):
                    covariance[i, j] += weight[i + k] * weight[j + k]
    else:
        transition = numpy.zeros((r, r))
        for i in range(r):
            transition[i, 0] = phi[i]
            if i + 1 < r:
                transition[i, i + 1] = 1.0
        covariance = noise.copy()
        power = transition.copy()
        for _ in range(60):
            step = power @ covariance @ power.T
            covariance = covariance + step
            if numpy.abs(step).max() <= 1e-17 * numpy.abs(covariance).max():
                break
            power = power @ power
    state, unit = numpy.zeros(r), numpy.zeros(r)
    logs = syy = sxy = sxx = 0.0
    next_covariance = numpy.empty((r, r))
    for t in range(n):
        factor = covariance[0, 0]
        if not factor > 0:
            return -numpy.inf, 0.0, 0.0
        error, response = w[t] - state[0], 1.0 - unit[0]
        logs += math.log(factor)
        syy += error * error / factor
        sxy += error * response / factor
        sxx += response * response / factor
        state = state + covariance[:, 0] * (error / factor)
        unit = unit + covariance[:, 0] * (response / factor)
        updated = covariance - numpy.outer(covariance[:, 0], covariance[0, :]) / factor
        first, first_unit = state[0], unit[0]
        for i in range(r):
            state[i] = phi[i] * first + (state[i + 1] if i + 1 < r else 0.0)
            unit[i] = phi[i] * first_unit + (unit[i + 1] if i + 1 < r else 0.0)
        for i in range(r):
            for j in range(r):
                value = noise[i, j] + phi[i] * phi[j] * updated[0, 0]
                if i + 1 < r:
                    value += phi[j] * updated[i + 1, 0]
                if j + 1 < r:
                    value += phi[i] * updated[0, j + 1]
                if i + 1 < r and j + 1 < r:
                    value += updated[i + 1, j + 1]
                next_covariance[i, j] = value
        covariance = next_covariance.copy()
    mean = sxy / sxx if constant else 0.0
    sse = syy - 2 * mean * sxy + mean * mean * sxx
    if not sse > 0:
        return -numpy.inf, mean, 0.0
    variance = sse / n
    return -0.5 * (n * (math.log(2 * math.pi * variance) + 1) + logs), mean, variance


def split(point, p):
    partials = numpy.clip(numpy.sin(point), -LARGEST_PARTIAL, LARGEST_PARTIAL)
    return coefficients_of(partials[:p]), -coefficients_of(numpy.sin(point[p:]))


def partials_of(coefficients):
    """Levinson's recursion backwards; None outside the stationary region."""
    out, work = numpy.zeros(len(coefficients)), numpy.array(coefficients, dtype=float)
    for k in range(len(work) - 1, -1, -1):
        out[k] = work[k]
        if abs(out[k]) >= 1:
            return None
        work = (work[:k] + out[k] * work[:k][::-1]) / (1 - out[k] ** 2)
    return out


def smallest_root(coefficients, sign):
    polynomial = numpy.concatenate([[1.0], sign * numpy.asarray(coefficients)])
    while len(polynomial) > 1 and abs(polynomial[-1]) < 1e-8:
        polynomial = polynomial[:-1]
    return float(numpy.abs(numpy.roots(polynomial[::-1])).min()) if len(polynomial) > 1 else None


def best_fit(w, p, q, constant, known=()):
    k = p + q
    if k == 0:
        value, mean, variance = concentrated(w, numpy.zeros(0), numpy.zeros(0), constant)
        return value, numpy.zeros(0), numpy.zeros(0), mean, variance

    def objective(point):
        value = concentrated(w, *split(point, p), constant)[0]
        return -value if math.isfinite(value) else 1e10

    # Starts: a grid of partial autocorrelations, coarser in more dimensions, with a fixed jitter off the symmetric points.
    marks = {1: numpy.linspace(-0.98, 0.98, 41), 2: numpy.linspace(-0.95, 0.95, 9), 3: numpy.array([-0.9, -0.4, 0, 0.4, 0.9]),
             4: numpy.array([-0.7, 0, 0.7]), 5: numpy.array([-0.6, 0, 0.6])}[k]
    rng = numpy.random.default_rng(7)
    grid = numpy.arcsin(numpy.array(list(itertools.product(marks, repeat=k)))) + rng.uniform(-0.05, 0.05, (len(marks) ** k, k))
    values = numpy.array([objective(point) for point in grid])
    starts = []
    for index in numpy.argsort(values):
        if all(numpy.abs(grid[index] - other).max() > 0.4 for other in starts):
            starts.append(grid[index])
        if len(starts) == (4 if k > 2 else 6):
            break
    for ar, ma in known:
        first, second = partials_of(ar), partials_of([-m for m in ma])
        if first is not None and second is not None:
            starts.append(numpy.arcsin(numpy.concatenate([first, second])))
    best, value = None, numpy.inf
    for start in starts:
        found = minimize(objective, start, method="L-BFGS-B", options={"maxiter": 200})
        if found.fun < value:
            best, value = found.x, found.fun
        if found.fun > value + 2:
            continue
        again = minimize(objective, found.x, method="Nelder-Mead",
                         options={"xatol": 1e-9, "fatol": 1e-11, "maxfev": 300 * k, "adaptive": k > 2})
        if again.fun < value:
            best, value = again.x, again.fun
    last = minimize(objective, best, method="L-BFGS-B", options={"ftol": 1e-15, "gtol": 1e-9})
    if last.fun < value:
        best, value = last.x, last.fun
    ar, ma = split(best, p)
    loglik, mean, variance = concentrated(w, ar, ma, constant)
    return loglik, ar, ma, mean, variance


def statsmodels_model(w, p, q, constant, **options):
    """A regression on a constant with ARMA errors, started from the stationary distribution."""
    return SARIMAX(w, exog=numpy.ones(len(w)) if constant else None, order=(p, 0, q), trend="n", **options)


def statsmodels_loglik(w, ar, ma, constant):
    """SARIMAX's likelihood at given coefficients, the innovation variance at its best."""
    model = statsmodels_model(w, len(ar), len(ma), constant is not None, concentrate_scale=True)
    return float(model.loglike(numpy.concatenate([[] if constant is None else [constant], ar, ma])))


def statsmodels_search(w, p, q, constant):
    try:
        return float(statsmodels_model(w, p, q, constant).fit(disp=False, maxiter=500).llf)
    except (ValueError, numpy.linalg.LinAlgError, IndexError):
        return None


def future(y, d, ar, ma, mean):
    """Point forecasts on the original scale, and their variance by unit innovation variance (mean taken as known)."""
    w = numpy.diff(y, d)
    p, q = len(ar), len(ma)
    model = statsmodels_model(w - mean, p, q, False)
    if p + q:
        ahead = numpy.asarray(model.filter(numpy.concatenate([ar, ma, [1.0]])).forecast(HORIZON)) + mean
    else:
        ahead = numpy.full(HORIZON, mean)
    psi = numpy.zeros(HORIZON)
    for j in range(HORIZON):
        psi[j] = (1.0 if j == 0 else ma[j - 1] if j <= q else 0.0) + sum(ar[i] * psi[j - 1 - i] for i in range(min(p, j)))
    for level in range(d - 1, -1, -1):
        ahead = numpy.diff(y, level)[-1] + numpy.cumsum(ahead)
        psi = numpy.cumsum(psi)
    return ahead, numpy.cumsum(psi**2)


def aicc_of(loglik, parameters, n):
    return 2 * parameters - 2 * loglik + 2 * parameters * (parameters + 1) / (n - parameters - 1) if n > parameters + 1 else None


def fit_record(series, row):
    y = numpy.array(series["values"], dtype=float)
    p, d, q = row["order"]
    constant = row["constant"] != "none"
    w = numpy.diff(y, d)
    from_r, at_r = row.get("loglik"), None
    known = []
    if "coefficients" in row:
        coefficients = row["coefficients"]
        r_ar, r_ma = coefficients[:p], coefficients[p:p + q]
        known.append((r_ar, r_ma))
        try:
            at_r = statsmodels_loglik(w, r_ar, r_ma, coefficients[p + q] if constant else None)
        except (ValueError, numpy.linalg.LinAlgError):
            at_r = None
    loglik, ar, ma, mean, variance = best_fit(w, p, q, constant, known)
    ahead, unit = future(y, d, ar, ma, mean)
    parameters = p + q + constant + 1
    degrees = len(w) - parameters + 1
    root_ma = smallest_root(ma, 1)
    return {
        "series": series["id"], "model": row["model"], "order": [p, d, q], "constant": row["constant"], "ar": ar, "ma": ma,
        "mean_of_differences": mean if constant else None, "variance_ml": variance, "loglik": loglik,
        "aicc": aicc_of(loglik, parameters, len(w)), "smallest_root_ar": smallest_root(ar, -1), "smallest_root_ma": root_ma,
        "ma_on_unit_circle": root_ma is not None and root_ma < 1 + 1e-4, "mean": ahead, "variance_unit": unit,
        "degrees_of_freedom": degrees, "statsmodels_loglik": statsmodels_loglik(w, ar, ma, mean if constant else None),
        "statsmodels_search_loglik": statsmodels_search(w, p, q, constant), "statsmodels_loglik_at_r": at_r, "r_loglik": from_r,
        "r_shortfall": None if from_r is None else loglik - from_r,
    }


def full_search(series, row):
    """Every order of the full search at its own optimum; R's rule on roots, but not its rule on standard errors."""
    y = numpy.array(series["values"], dtype=float)
    d = row["d"]
    w = numpy.diff(y, d)
    rows = []
    for candidate in row["candidates"]:
        p, q, constant = candidate["p"], candidate["q"], candidate["constant"]
        loglik, ar, ma, _, _ = best_fit(w, p, q, constant)
        roots = [root for root in (smallest_root(ar, -1), smallest_root(ma, 1)) if root is not None]
        aicc = aicc_of(loglik, p + q + constant + 1, len(w))
        root = min(roots, default=None)
        rows.append({"p": p, "q": q, "constant": constant, "loglik": loglik, "aicc": aicc, "smallest_root": root,
                     "admitted": aicc is not None and (root is None or root >= SMALLEST_ROOT), "r_loglik": candidate["loglik"]})
    rows.sort(key=lambda r: (not r["admitted"], r["aicc"] if r["aicc"] is not None else math.inf))
    first, *others = [r for r in rows if r["admitted"]]
    return {"series": series["id"], "model": "best-full", "order": [first["p"], d, first["q"]], "has_constant": first["constant"],
            "aicc_margin": others[0]["aicc"] - first["aicc"] if others else None, "candidates": rows}


def main():
    warnings.simplefilter("ignore")
    complete, _ = json_records.complete_and_missing()
    with open("arima-r.json") as file:
        from_r = json.load(file)["records"]
    records = []
    for series in complete:
        rows = [r for r in from_r if r["series"] == series["id"]]
        records += [fit_record(series, r) for r in rows if r["model"] in ("auto-stepwise", "auto-full", "given")]
        records += [full_search(series, r) for r in rows if r["model"] == "candidates"]
        print(series["id"], file=sys.stderr, flush=True)
    tool = {"python": sys.version.split()[0], "statsmodels": statsmodels.__version__, "scipy": scipy.__version__,
            "numpy": numpy.__version__, "numba": numba.__version__, "pandas": pandas.__version__}
    json_records.write("arima-best.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
