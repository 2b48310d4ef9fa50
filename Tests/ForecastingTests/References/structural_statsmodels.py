"""Makes structural-statsmodels.json: local level and local linear trend by exact diffuse maximum likelihood.

Run inside this folder, after models.R: python structural_statsmodels.py

The likelihood left after the diffuse start is that of the series' error contrasts, so the variances can be searched apart from
any filter: their common scale has a closed form, and the ratios are searched on every face of the simplex (all variances
positive, one zero, two zero) from a grid. statsmodels then gives the likelihood, states and forecasts at the best
point, and its own optimiser runs beside it from several starts.
"""

import itertools
import json
import sys
import warnings

import numpy
import scipy
import statsmodels
from scipy.linalg import solve_triangular
from scipy.optimize import minimize
from statsmodels.tsa.statespace.structural import UnobservedComponents

import json_records

HORIZON = 10
MODELS = {"local-level": ("llevel", 1), "local-trend": ("lltrend", 2)}
# statsmodels' order of the variances.
NAMES = {"local-level": ("irregular", "level"), "local-trend": ("irregular", "level", "slope")}


class Contrasts:
    """Likelihood of the contrasts that do not depend on the state at the first year."""

    def __init__(self, y, model):
        n = len(y)
        seen = numpy.flatnonzero(~numpy.isnan(y))
        self.diffuse = MODELS[model][1]
        steps = numpy.arange(n)
        design = numpy.stack([numpy.ones(n), steps], axis=1)[seen][:, : self.diffuse]
        q, r = numpy.linalg.qr(design, mode="complete")
        basis = q[:, self.diffuse:]
        level = numpy.tril(numpy.ones((n, n)), -1)
        parts = [numpy.eye(n), level @ level.T]
        if model == "local-trend":
            slope = level @ level
            parts.append(slope @ slope.T)
        self.parts = [basis.T @ part[numpy.ix_(seen, seen)] @ basis for part in parts]
        self.y = basis.T @ y[seen]
        self.count = len(seen)
        self.constant = -0.5 * self.count * numpy.log(2 * numpy.pi) - numpy.log(numpy.abs(numpy.diag(r[: self.diffuse]))).sum()

    def profile(self, weights):
        """(log-likelihood, scale) at the best common scale of the given variance weights."""
        covariance = sum(w * part for w, part in zip(weights, self.parts) if w > 0)
        size = len(self.y)
        try:
            factor = numpy.linalg.cholesky(covariance)
        except numpy.linalg.LinAlgError:
            return -numpy.inf, 1.0
        white = solve_triangular(factor, self.y, lower=True)
        scale = white @ white / size
        half_log_determinant = numpy.log(numpy.diag(factor)).sum()
        return self.constant - half_log_determinant - 0.5 * size * (numpy.log(scale) + 1), scale

    def best(self):
        count = len(self.parts)
        natural = [1 / numpy.trace(part) for part in self.parts]
        found = []
        for size in range(1, count + 1):
            for face in itertools.combinations(range(count), size):
                found.append(self.best_on_face(face, natural))
        top = max(value for value, _, _ in found)
        # A face with fewer variances wins a tie: a variance that adds nothing is zero.
        value, variances, _ = next(f for f in found if f[0] > top - 1e-9)
        return value, variances

    def best_on_face(self, face, natural):
        def weights(logs):
            out = [0.0] * len(self.parts)
            for index, log in zip(face, [0.0, *logs]):
                out[index] = natural[index] * numpy.exp(log)
            return out

        def objective(logs):
            return -self.profile(weights(logs))[0]

        if len(face) == 1:
            logs = []
        else:
            axis = numpy.linspace(-16, 16, 65 if len(face) == 2 else 25)
            points = sorted(itertools.product(axis, repeat=len(face) - 1), key=objective)
            starts = [points[0]]
            for point in points[1:]:
                if len(starts) == 4:
                    break
                if all(max(abs(a - b) for a, b in zip(point, s)) > 3 for s in starts):
                    starts.append(point)
            runs = [minimize(objective, s, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-13, "maxiter": 3000})
                    for s in starts]
            logs = min(runs, key=lambda r: r.fun).x
        value, scale = self.profile(weights(logs))
        return value, [w * scale for w in weights(logs)], face


def exact_diffuse(y, kind):
    model = UnobservedComponents(y, kind, use_exact_diffuse=True)
    # The filter's steady-state shortcut has an absolute tolerance, too wide for series with small variances.
    model.ssm.tolerance = 0
    return model


def with_r_start(y, kind, variances, prior_variance):
    """R's likelihood, convention included: StructTS starts at (first value, 0) with every element of P, off-diagonal too, equal."""
    model = UnobservedComponents(y, kind, loglikelihood_burn=0)
    model.ssm.tolerance = 0
    model.update(numpy.array(variances))
    states = model.k_states
    transition = numpy.array([[1.0, 1.0], [0.0, 1.0]])[:states, :states]
    start = transition @ numpy.array([y[0], 0.0])[:states]
    covariance = transition @ numpy.full((states, states), prior_variance) @ transition.T + numpy.diag(variances[1:])
    model.ssm.initialize_known(start, covariance)
    return model.loglike(numpy.array(variances))


def own_search(model, variances, y):
    """The best likelihood statsmodels' optimiser reaches from several starts."""
    spread = numpy.nanvar(y)
    starts = [None, [max(v, 1e-6 * spread) for v in variances]]
    starts += [[spread * f for f in row[: len(variances)]]
               for row in ((0.5, 0.5, 0.1), (0.05, 0.9, 0.01), (0.9, 0.05, 0.001), (0.1, 0.01, 0.1))]
    best = None
    for start in starts:
        try:
            fit = model.fit(start_params=start, method="lbfgs", maxiter=1000, pgtol=1e-10, factr=10, disp=False)
            best = fit.llf if best is None or fit.llf > best else best
        except (ValueError, numpy.linalg.LinAlgError):
            continue
    return best


def record(series, name, structts, with_states):
    y = numpy.array([numpy.nan if v is None else v for v in series["values"]], dtype=float)
    kind, diffuse = MODELS[name]
    contrasts = Contrasts(y, name)
    value, variances = contrasts.best()
    model = exact_diffuse(y, kind)
    result = model.smooth(numpy.array(variances))
    forecast = result.get_forecast(HORIZON)
    out = {"series": series["id"], "model": name, "observations": contrasts.count}
    out.update({f"{n}_variance": v for n, v in zip(NAMES[name], variances)})
    out.update({
        "loglik": result.llf, "loglik_contrasts": value, "statsmodels_search_loglik": own_search(model, variances, y),
        "level_n": result.filtered_state[0, -1], "slope_n": result.filtered_state[1, -1] if diffuse == 2 else None,
        "mean": forecast.predicted_mean, "standard_error": forecast.se_mean,
    })
    if structts is not None:
        order = {"irregular": "irregular_variance", "level": "level_variance", "slope": "slope_variance"}
        from_r = [structts[order[n]] for n in NAMES[name]]
        at_r = model.loglike(numpy.array(from_r))
        out.update({"r_loglik": structts["loglik"], "r_loglik_reproduced": with_r_start(y, kind, from_r, structts["prior_variance"])})
        if diffuse == 1:
            out["r_loglik_converted"] = structts["loglik"] + 0.5 * numpy.log(structts["prior_variance"])
        out.update({"loglik_at_r": at_r, "r_shortfall": result.llf - at_r})
    if with_states:
        out.update({
            "smoothed_level": result.smoothed_state[0], "smoothed_level_variance": result.smoothed_state_cov[0, 0],
            "filtered_level": result.filtered_state[0], "one_step_mean": result.forecasts[0],
            "one_step_variance": result.forecasts_error_cov[0, 0],
        })
    return out


def fixed_record(series, name, variances):
    """Everything the filter and smoother give at stated variances: the recursions apart from the search."""
    y = numpy.array([numpy.nan if v is None else v for v in series["values"]], dtype=float)
    kind, diffuse = MODELS[name]
    result = exact_diffuse(y, kind).smooth(numpy.array(variances))
    forecast = result.get_forecast(HORIZON)
    out = {"series": series["id"], "model": name, "fixed": True}
    out.update({f"{n}_variance": v for n, v in zip(NAMES[name], variances)})
    out.update({
        "loglik": result.llf, "level_n": result.filtered_state[0, -1],
        "slope_n": result.filtered_state[1, -1] if diffuse == 2 else None,
        "mean": forecast.predicted_mean, "standard_error": forecast.se_mean,
        "smoothed_level": result.smoothed_state[0], "smoothed_level_variance": result.smoothed_state_cov[0, 0],
        "smoothed_slope": result.smoothed_state[1] if diffuse == 2 else None,
        "filtered_level": result.filtered_state[0], "filtered_level_variance": result.filtered_state_cov[0, 0],
        "one_step_mean": result.forecasts[0], "one_step_variance": result.forecasts_error_cov[0, 0],
        "diffuse_steps": result.nobs_diffuse,
    })
    return out


def main():
    warnings.simplefilter("ignore")
    complete, missing = json_records.complete_and_missing()
    with open("models-r.json") as file:
        structts = {(r["series"], r["model"]): r for r in json.load(file)["records"] if r["model"] in MODELS}
    records = [record(s, name, structts.get((s["id"], name)), s in missing) for s in complete + missing for name in MODELS]
    by_id = {s["id"]: s for s in complete + missing}
    for identity in ("nile", "korea-sma", "temperature-short", "nile-missing", "korea-sma-missing"):
        spread = float(numpy.round(numpy.nanvar(numpy.array(by_id[identity]["values"], dtype=float)), 6))
        for name in MODELS:
            full = [0.25 * spread, 0.125 * spread, 0.0625 * spread][: len(NAMES[name])]
            records.append(fixed_record(by_id[identity], name, full))
            records.append(fixed_record(by_id[identity], name, [0.5 * spread, 0.0, 0.03125 * spread][: len(full)]))
    tool = {"python": sys.version.split()[0], "statsmodels": statsmodels.__version__, "scipy": scipy.__version__,
            "numpy": numpy.__version__}
    json_records.write("structural-statsmodels.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
