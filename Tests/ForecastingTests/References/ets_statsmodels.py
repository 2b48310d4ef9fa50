"""Makes ets-statsmodels.json: the best additive-error exponential smoothing likelihoods within R's bounds.

Run inside this folder, after models.R: python ets_statsmodels.py

The start values enter the one-step errors linearly, so for given smoothing parameters the best ones are a least-squares
solution. That leaves one to three parameters, searched on a grid and polished from its best points. The result is then
put to statsmodels' ETSModel, whose likelihood and forecasts are what is written. Bounds are R's: 0.0001 <= alpha <= 0.9999,
0.0001 <= beta <= alpha, 0.8 <= phi <= 0.98.
"""

import json
import sys
import warnings

import numpy
import pandas
import scipy
import statsmodels
from scipy.optimize import minimize
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

import json_records

HORIZON = 10
LOW, HIGH = 1e-4, 0.9999
PHI_LOW, PHI_HIGH = 0.8, 0.98
MODELS = {"ets-ann": (False, False), "ets-aan": (True, False), "ets-aadn": (True, True)}


def smoothing_parameters(point, trend, damped):
    """From the search box [0, 1]^k to (alpha, beta, phi)."""
    point = numpy.clip(point, 0, 1)
    alpha = LOW + point[0] * (HIGH - LOW)
    beta = LOW + point[1] * (alpha - LOW) if trend else numpy.zeros_like(alpha)
    phi = PHI_LOW + point[2] * (PHI_HIGH - PHI_LOW) if damped else numpy.ones_like(alpha)
    return alpha, beta, phi


def errors(y, alpha, beta, phi, level, slope):
    out = []
    for value in y:
        error = value - level - phi * slope
        level, slope = level + phi * slope + alpha * error, phi * slope + beta * error
        out.append(error)
    return numpy.array(out)


def profile(y, alpha, beta, phi, trend):
    """Sum of squared errors with the best start values, and those start values; parameters may be arrays."""
    zero, one = numpy.zeros_like(alpha), numpy.ones_like(alpha)
    base = errors(y, alpha, beta, phi, zero, zero)
    nothing = numpy.zeros_like(y)
    columns = [-errors(nothing, alpha, beta, phi, one, zero)]
    if trend:
        columns.append(-errors(nothing, alpha, beta, phi, zero, one))
    design = numpy.stack(columns, axis=-1)
    design, base = numpy.moveaxis(design, 0, -2), numpy.moveaxis(base, 0, -1)[..., None]
    q, r = numpy.linalg.qr(design)
    start = numpy.linalg.solve(r, numpy.swapaxes(q, -1, -2) @ base)
    residual = base - design @ start
    return (residual**2).sum(axis=(-1, -2)), start[..., 0]


def best_parameters(y, trend, damped):
    dimensions = 1 + trend + damped
    scale = numpy.std(y)
    centre = numpy.mean(y)
    scaled = (y - centre) / scale
    fine = numpy.linspace(0, 1, 201 if dimensions == 1 else 41)
    axes = [fine, numpy.linspace(0, 1, 31), numpy.linspace(0, 1, 9)][:dimensions]
    grid = numpy.stack([axis.ravel() for axis in numpy.meshgrid(*axes, indexing="ij")])
    values, _ = profile(scaled, *smoothing_parameters(grid, trend, damped), trend)
    order = numpy.argsort(values)
    starts = [grid[:, order[0]]]
    for index in order[1:]:
        if len(starts) == 8:
            break
        if all(numpy.abs(grid[:, index] - s).max() > 0.1 for s in starts):
            starts.append(grid[:, index])

    def objective(point):
        value, _ = profile(scaled, *smoothing_parameters(point, trend, damped), trend)
        return float(numpy.log(value))

    best = None
    for start in starts:
        found = minimize(objective, start, method="Nelder-Mead", bounds=[(0, 1)] * dimensions,
                         options={"xatol": 1e-11, "fatol": 1e-15, "maxiter": 4000, "maxfev": 4000, "adaptive": True})
        again = minimize(objective, found.x, method="L-BFGS-B", bounds=[(0, 1)] * dimensions,
                         options={"ftol": 1e-16, "gtol": 1e-10})
        for candidate in (found, again):
            if best is None or candidate.fun < best.fun:
                best = candidate
    point = numpy.clip(best.x, 0, 1)
    parameters = smoothing_parameters(point, trend, damped)
    _, start_values = profile(scaled, *parameters, trend)
    level = start_values[0] * scale + centre
    slope = start_values[1] * scale if trend else 0.0
    return parameters, level, slope


def statsmodels_fit(y, trend, damped, values):
    """ETSModel's own likelihood, states and forecasts at given parameters."""
    known = dict(initialization_method="known", initial_level=float(values[-2] if trend else values[-1]))
    if trend:
        known["initial_trend"] = float(values[-1])
    model = ETSModel(pandas.Series(y), error="add", trend="add" if trend else None, damped_trend=damped, **known)
    return model.smooth(numpy.array(values))


def own_search(y, trend, damped):
    """What statsmodels' default optimiser finds, within the same bounds on phi."""
    try:
        model = ETSModel(y, error="add", trend="add" if trend else None, damped_trend=damped)
        return model.fit(disp=False, maxiter=5000).llf
    except (ValueError, numpy.linalg.LinAlgError):
        return None


def record(series, model, parameters, level, slope, **extra):
    trend, damped = MODELS[model]
    alpha, beta, phi = (float(p) for p in parameters)
    values = [alpha] + ([beta] if trend else []) + ([phi] if damped else []) + [level] + ([slope] if trend else [])
    y = numpy.array(series["values"], dtype=float)
    n, count = len(y), len(values)
    result = statsmodels_fit(y, trend, damped, values)
    sse = float((numpy.asarray(result.resid) ** 2).sum())
    to_r = n / 2 * (numpy.log(2 * numpy.pi / n) + 1)
    prediction = result.get_prediction(start=n, end=n + HORIZON - 1)
    unit = numpy.asarray(prediction.forecast_variance) / float(result.mse)
    k = count + 1
    # R divides by n minus the estimated parameters after a fit, and by one less where every parameter is given.
    degrees = n - count - (1 if extra.get("fixed") else 0)
    return {
        "series": series["id"], "model": model, **extra, "alpha": alpha, "beta": beta if trend else None,
        "phi": phi if damped else None, "l0": level, "b0": slope if trend else None,
        "level_n": float(numpy.asarray(result.level)[-1]),
        "slope_n": float(numpy.asarray(result.slope)[-1]) if trend else None, "sse": sse,
        "degrees_of_freedom": degrees, "sigma2": sse / degrees,
        "loglik_gaussian": float(result.llf), "loglik": float(result.llf + to_r),
        "aicc": float(-2 * (result.llf + to_r) + 2 * k + 2 * k * (k + 1) / (n - k - 1)) if n > k + 1 else None,
        "mean": numpy.asarray(prediction.predicted_mean), "variance": unit * sse / degrees,
    }


def main():
    warnings.simplefilter("ignore")
    complete, _ = json_records.complete_and_missing()
    with open("models-r.json") as file:
        from_r = json.load(file)["records"]
    fitted = {(r["series"], r["model"]): r for r in from_r if r["model"] in MODELS and "fixed" not in r}
    records = []
    for series in complete:
        y = numpy.array(series["values"], dtype=float)
        for model, (trend, damped) in MODELS.items():
            parameters, level, slope = best_parameters(y, trend, damped)
            one = record(series, model, parameters, level, slope)
            r_loglik = fitted[series["id"], model]["loglik"]
            one["statsmodels_search_loglik_gaussian"] = own_search(y, trend, damped)
            one["r_loglik"] = r_loglik
            one["r_shortfall"] = None if r_loglik is None else one["loglik"] - r_loglik
            records.append(one)
    by_id = {s["id"]: s for s in complete}
    for r in from_r:
        if r.get("fixed"):
            parameters = (r["alpha"], r["beta"] or 0.0, r["phi"] or 1.0)
            records.append(record(by_id[r["series"]], r["model"], parameters, r["l0"], r["b0"], fixed=True))
    tool = {"python": sys.version.split()[0], "statsmodels": statsmodels.__version__, "scipy": scipy.__version__,
            "numpy": numpy.__version__}
    json_records.write("ets-statsmodels.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
