"""Makes regression-statsmodels.json: the cases of given order without gaps, by statsmodels' SARIMAX on differences.

The prediction with estimated coefficients is worked out on dense covariance matrices (universal kriging).
Run inside this folder, after pip install numpy scipy statsmodels: python -B regression_statsmodels.py
"""

import json
import sys
import warnings

import numpy
import scipy
import statsmodels
from scipy.linalg import cho_factor, cho_solve
from statsmodels.tsa.arima_process import arma_acovf
from statsmodels.tsa.statespace.sarimax import SARIMAX

import json_records

warnings.simplefilter("ignore")
with open("series.json") as file:
    SERIES = {s["id"]: s for s in json.load(file)["series"]}
with open("regression-cases.json") as file:
    CASES = json.load(file)["cases"]


def column(driver, years):
    name, _, shift = driver.partition("@")
    year = int(shift or 0)
    if name == "step":
        return (years >= year).astype(float)
    if name == "ramp":
        return numpy.maximum(years - year + 1, 0).astype(float)
    if name == "pulse":
        return (years == year).astype(float)
    values = SERIES[name]["values"]
    places = years + year - SERIES[name]["first_year"]
    return numpy.array([values[p] for p in places], float)


def optimum(model, free):
    """The best of several starts, each polished by Nelder-Mead."""
    best = None
    for start in [0.0, 0.4, -0.4, 0.8, -0.8]:
        params = model.start_params.copy()
        params[free] = start
        for method in ["lbfgs", "nm", "lbfgs"]:
            options = {"maxiter": 4000, "disp": 0}
            if method == "nm":
                options.update(xtol=1e-9, ftol=1e-11)
            else:
                options.update(pgtol=1e-10, factr=10)
            try:
                found = model.fit(params, method=method, **options)
            except numpy.linalg.LinAlgError:
                break
            params = found.params
            if best is None or found.llf > best.llf:
                best = found
    return best


def record(case):
    p, d, q = case["order"]
    years = numpy.arange(case["first"], case["last"] + 1)
    ahead = numpy.arange(case["last"] + 1, case["last"] + 1 + case["horizon"])
    y = column(case["series"], years)
    x = numpy.column_stack([column(name, years) for name in case["drivers"]])
    future = numpy.column_stack([column(name, ahead) for name in case["drivers"]])
    whole = numpy.vstack([x, future])
    w, f, g = y, x, whole
    for _ in range(d):
        w, f, g = numpy.diff(w), numpy.diff(f, axis=0), numpy.diff(g, axis=0)
    g = g[len(w):]
    # Columns of like size, with the constant first: an optimiser sees no units.
    if case["constant"] != "none":
        f = numpy.column_stack([numpy.ones(len(f)), f])
        g = numpy.column_stack([numpy.ones(len(g)), g])
    scale = numpy.abs(f).max(axis=0)
    unit = numpy.abs(w).max()
    model = SARIMAX(w / unit, f / scale, order=(p, 0, q), trend="n", concentrate_scale=True)
    free = numpy.arange(f.shape[1], f.shape[1] + p + q)
    best = optimum(model, free)
    names = best.model.param_names
    params = dict(zip(names, best.params))
    phi = [params[f"ar.L{i + 1}"] for i in range(p)]
    theta = [params[f"ma.L{i + 1}"] for i in range(q)]
    beta = best.params[: f.shape[1]] * unit / scale
    n, k = len(w), f.shape[1]
    # Dense: covariances of past and future differences in units of the innovation variance.
    h = len(ahead)
    gamma = arma_acovf(numpy.r_[1, -numpy.array(phi)], numpy.r_[1, theta], nobs=n + h)
    omega = gamma[numpy.abs(numpy.subtract.outer(numpy.arange(n + h), numpy.arange(n + h)))]
    past = cho_factor(omega[:n, :n])
    design = f / scale
    information = design.T @ cho_solve(past, design)
    errors = w - design @ (best.params[:k] * unit)
    sigma2 = errors @ cho_solve(past, errors) / (n - p - q - k)
    # Levels are sums of differences: the d-fold summation as a matrix on the future.
    summing = numpy.eye(h)
    for _ in range(d):
        summing = numpy.tril(numpy.ones((h, h))) @ summing
    weights = cho_solve(past, omega[:n, n:])
    mean = g / scale @ (best.params[:k] * unit) + weights.T @ errors
    known = omega[n:, n:] - omega[n:, :n] @ weights
    response = g / scale - weights.T @ design
    full = known + response @ numpy.linalg.solve(information, response.T)
    level = summing @ mean
    if d == 1:
        level = level + y[-1]
    if d == 2:
        level = level + y[-1] + (y[-1] - y[-2]) * numpy.arange(1, h + 1)
    deviations = [numpy.sqrt(numpy.diag(summing @ c @ summing.T) * sigma2) for c in (known, full)]
    return {
        "case": case["name"], "ar": phi, "ma": theta,
        "coefficients": beta, "loglik": best.llf - n * numpy.log(unit), "mean": level,
        "standard_error_known": deviations[0], "standard_error": deviations[1],
    }


chosen = [c for c in CASES if "order" in c and "gaps" not in c["name"]]
tool = {
    "python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
}
json_records.write("regression-statsmodels.json", tool, [record(c) for c in chosen])
