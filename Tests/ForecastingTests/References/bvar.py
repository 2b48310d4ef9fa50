"""Makes bvar.json: Bayesian vector autoregressions from the formulas, in the units of the data and in 40 digits.

The marginal likelihood is the product of the one-year-ahead multivariate t densities, updated year by year, and not the
closed form. Conditional paths are those of stacked normal vectors.
Run inside this folder, after pip install numpy scipy mpmath: python -B bvar.py
"""

import json
import sys

import mpmath
import numpy
import scipy
from mpmath import mp, mpf
from scipy.optimize import minimize
from scipy.special import gammaln, multigammaln

import json_records

mp.dps = 40
with open("series.json") as file:
    SERIES = {s["id"]: s for s in json.load(file)["series"]}


def panel(names, logs, first, last):
    columns = []
    for name, log in zip(names, logs):
        s = SERIES[name]
        values = numpy.array([s["values"][t - s["first_year"]] for t in range(first, last + 1)], float)
        columns.append(numpy.log(values) if log else values)
    return numpy.column_stack(columns)


def residual_deviations(data):
    out = []
    for y in data.T:
        x = numpy.column_stack([numpy.ones(len(y) - 1), y[:-1]])
        rest = y[1:] - x @ numpy.linalg.lstsq(x, y[1:], rcond=None)[0]
        out.append(numpy.sqrt(rest @ rest / (len(y) - 3)))
    return numpy.array(out)


def design(data, lags):
    rows = [numpy.r_[1, data[t - 1 : (t - lags - 1 if t - lags - 1 >= 0 else None) : -1].ravel()] for t in range(lags, len(data))]
    return numpy.array(rows), data[lags:]


def prior(data, lags, tight):
    n = data.shape[1]
    s = residual_deviations(data)
    k = 1 + n * lags
    omega = numpy.r_[1e7, [tight[0] ** 2 / (l**2 * s[j] ** 2) for l in range(1, lags + 1) for j in range(n)]]
    mean = numpy.zeros((k, n))
    mean[1 : n + 1] = numpy.eye(n)
    start = data[:lags].mean(axis=0) / tight[1]
    dummy_y = numpy.diag(start)
    dummy_x = numpy.column_stack([numpy.zeros(n)] + [numpy.diag(start)] * lags)
    return mean, omega, numpy.diag(s**2), n + 2, dummy_x, dummy_y


def update(state, x, y):
    """One observation into (mean, covariance, scale, degrees); also its log predictive density, a multivariate t."""
    mean, cov, scale, degrees = state
    n = y.cols
    cx = cov * x.T
    spread = (x * cx)[0, 0] + 1
    error = y - x * mean
    base = spread * scale
    quadratic = (error * (base**-1) * error.T)[0, 0]
    a = (degrees + 1) / mpf(2)
    density = (
        mpmath.loggamma(a) - mpmath.loggamma(a - n / mpf(2)) - n * mp.log(mp.pi) / 2 - mp.log(mpmath.det(base)) / 2
        - a * mp.log(1 + quadratic)
    )
    return density, (mean + cx * error / spread, cov - cx * cx.T / spread, scale + error.T * error / spread, degrees + 1)


def posterior(data, lags, tight):
    mean, omega, scale, degrees, dummy_x, dummy_y = prior(data, lags, tight)
    x, y = design(data, lags)
    state = (mp.matrix(mean.tolist()), mpmath.diag([mpf(v) for v in omega]), mp.matrix(scale.tolist()), degrees)
    for row in range(len(dummy_y)):
        _, state = update(state, mp.matrix([dummy_x[row].tolist()]), mp.matrix([dummy_y[row].tolist()]))
    total = mpf(0)
    for row in range(len(y)):
        density, state = update(state, mp.matrix([x[row].tolist()]), mp.matrix([y[row].tolist()]))
        total += density
    return total, state


def closed_form(data, lags, tight):
    """The same marginal likelihood in double precision, for the search of the mode."""
    mean, omega, scale, degrees, dummy_x, dummy_y = prior(data, lags, tight)
    x, y = design(data, lags)
    n = data.shape[1]

    def log_normaliser(x, y):
        root = 1 / numpy.sqrt(omega)
        stacked = numpy.vstack([x, numpy.diag(root)])
        target = numpy.vstack([y - x @ mean, numpy.zeros((len(omega), n))])
        b = numpy.linalg.lstsq(stacked, target, rcond=None)[0]
        rest = target - stacked @ b
        s = scale + rest.T @ rest
        precision = numpy.linalg.slogdet(stacked.T @ stacked)[1]
        rows = len(y)
        return (
            multigammaln((degrees + rows) / 2, n) - n / 2 * precision - (degrees + rows) / 2 * numpy.linalg.slogdet(s)[1]
            - n * rows / 2 * numpy.log(numpy.pi)
        )

    whole = log_normaliser(numpy.vstack([dummy_x, x]), numpy.vstack([dummy_y, y]))
    return whole - log_normaliser(dummy_x, dummy_y)


def log_gamma_density(x, mode, deviation):
    r = mode**2 / deviation**2
    shape = (2 + r + numpy.sqrt((4 + r) * r)) / 2
    scale = deviation / numpy.sqrt(shape)
    return (shape - 1) * numpy.log(x) - x / scale - shape * numpy.log(scale) - gammaln(shape)


def best(data, lags):
    def objective(point):
        tight = numpy.exp(point)
        if not (1e-4 <= tight[0] <= 5 and 1e-4 <= tight[1] <= 50):
            return 1e10
        return -(closed_form(data, lags, tight) + log_gamma_density(tight[0], 0.2, 0.4) + log_gamma_density(tight[1], 1, 1))

    found = [
        minimize(objective, numpy.log(start), method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10, "maxiter": 4000})
        for start in [(0.2, 1), (1, 3), (0.05, 0.3)]
    ]
    return numpy.exp(min(found, key=lambda f: f.fun).x)


def stacked(b, sigma, data, lags, steps):
    """Mean and covariance of the future years one after the other, for given parameters."""
    n = data.shape[1]
    companion = numpy.zeros((n * lags, n * lags))
    companion[:n] = b[1:].T
    companion[n:, : n * (lags - 1)] = numpy.eye(n * (lags - 1))
    state = data[: -lags - 1 : -1].ravel()
    mean, powers = [], [numpy.eye(n * lags)]
    for _ in range(steps):
        state = companion @ state
        state[:n] += b[0]
        mean.append(state[:n].copy())
        powers.append(companion @ powers[-1])
    responses = [p[:n, :n] for p in powers]
    cov = numpy.zeros((n * steps, n * steps))
    for i in range(steps):
        for j in range(steps):
            block = sum(responses[i - s] @ sigma @ responses[j - s].T for s in range(min(i, j) + 1))
            cov[i * n : (i + 1) * n, j * n : (j + 1) * n] = block
    return numpy.concatenate(mean), cov


def through(mean, cov, rows, values):
    cross = cov @ rows.T
    gain = numpy.linalg.solve(rows @ cross, cross.T).T
    return mean + gain @ (values - rows @ mean), cov - gain @ cross.T


def numbers(matrix):
    return [float(v) for v in matrix]


CASES = [
    ("hns-three", ["japan-hns", "ratio-jpn", "us-troops-japan"], [True, False, True], 1978, 2025, 2),
    ("ratios-five", ["ratio-jpn", "ratio-kor", "ratio-usa", "ratio-deu", "ratio-grc"], [False] * 5, 1960, 2025, 2),
    ("longley", ["longley-gnp", "longley-employed", "longley-deflator"], [True] * 3, 1947, 1962, 1),
    ("hns-two-three-lags", ["japan-hns", "us-troops-japan"], [True, True], 1978, 2025, 3),
]

records = []
for name, ids, logs, first, last, lags in CASES:
    data = panel(ids, logs, first, last)
    n = data.shape[1]
    settings = []
    for tight in [(0.2, 1.0), (0.05, 10.0), (1.0, 0.2), (3.0, 40.0)]:
        total, (mean, cov, scale, degrees) = posterior(data, lags, tight)
        assert abs(total - closed_form(data, lags, tight)) < 1e-5, (name, tight)
        settings.append({
            "overall": tight[0], "sum": tight[1], "log_marginal_likelihood": float(total), "degrees": float(degrees),
            "coefficients": numbers(mean.T), "scale": numbers(scale), "covariance_diagonal": [float(cov[i, i]) for i in range(cov.rows)],
        })
    # A path through conditions at the posterior mean of the first setting.
    total, (mean, cov, scale, degrees) = posterior(data, lags, (0.2, 1.0))
    b = numpy.array(mean.tolist(), float)
    sigma = numpy.array(scale.tolist(), float) / (float(degrees) - n - 1)
    steps = 6
    level, spread = stacked(b, sigma, data, lags, steps)
    s = residual_deviations(data)
    conditions = [
        {"step": 1, "weights": [0.0] * (n - 1) + [1.0], "value": float(data[-1, -1] + 2 * s[-1])},
        {"step": 3, "weights": [1.0, -1.0] + [0.0] * (n - 2), "value": float(data[-1, 0] - data[-1, 1] - s[0])},
        {"step": 3, "weights": [0.0] * (n - 1) + [1.0], "value": float(data[-1, -1] + s[-1])},
    ]
    rows = numpy.zeros((3, n * steps))
    for i, c in enumerate(conditions):
        rows[i, c["step"] * n : (c["step"] + 1) * n] = c["weights"]
    bent, bent_spread = through(level, spread, rows, numpy.array([c["value"] for c in conditions]))
    records.append({
        "case": name, "series": ids, "logs": logs, "first": first, "last": last, "lags": lags, "settings": settings,
        "best": best(data, lags), "sigma": sigma.ravel(), "free_path": level, "free_deviations": numpy.sqrt(numpy.diag(spread)),
        "conditions": conditions, "path": bent, "deviations": numpy.sqrt(numpy.maximum(numpy.diag(bent_spread), 0)),
    })

tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}
json_records.write("bvar.json", tool, records)
