"""Reference values for the fits of the record, from lifelines, SciPy and NumPy: evidence-fits.json beside this file.

pip install numpy scipy lifelines; python evidence-fits.py

Durations: lifelines (Kaplan-Meier, Nelson-Aalen with its default of ties one after the other, Weibull). Pooled groups: the
joint normal of effects and data, conditioned by linear algebra for a known spread, integrated over the spread by
adaptive quadrature for a half-normal one. Regression with a constant: the joint density of coefficient and variance,
integrated by adaptive quadrature instead of the closed form.
"""

import json
import pathlib
import platform
import sys

import lifelines
import numpy as np
import scipy
from scipy import integrate, optimize, stats

HERE = pathlib.Path(__file__).parent


def durations():
    generator = np.random.default_rng(20261122)
    cases = []
    for count, shape in [(40, 0.7), (25, 3.0)]:
        times = np.ceil(10 * 8 * generator.weibull(shape, count)) / 10
        limits = np.ceil(10 * generator.uniform(2, 16, count)) / 10
        observed = times <= limits
        times = np.minimum(times, limits)
        survival = lifelines.KaplanMeierFitter().fit(times, observed)
        hazard = lifelines.NelsonAalenFitter(nelson_aalen_smoothing=True).fit(times, observed)
        weibull = lifelines.WeibullFitter().fit(times, observed)
        at = sorted(set(times[observed].tolist()))
        cases.append({
            "times": times.tolist(),
            "observed": observed.tolist(),
            "at": at,
            "survival": [float(survival.survival_function_at_times(t).iloc[0]) for t in at],
            "cumulative_hazard": [float(hazard.cumulative_hazard_at_times(t).iloc[0]) for t in at],
            "rate": float(observed.sum() / times.sum()),
            "shape": float(weibull.rho_),
            "scale": float(weibull.lambda_),
            "log_likelihood": float(weibull.log_likelihood_),
        })
    return cases


def conditioned(y, error, spread, center):
    """Moments of center, effects and a new effect given the data: the rows of one joint normal."""
    count = len(y)
    mean, deviation = center
    # center, effects, new effect
    prior = np.full((count + 2, count + 2), deviation**2)
    for index in range(1, count + 2):
        prior[index, index] += spread**2
    pick = np.zeros((count, count + 2))
    for index in range(count):
        pick[index, index + 1] = 1
    noise = pick @ prior @ pick.T + np.diag(np.square(error))
    gain = prior @ pick.T @ np.linalg.inv(noise)
    residual = np.asarray(y) - mean
    posterior = mean + gain @ residual
    covariance = prior - gain @ pick @ prior
    log_likelihood = stats.multivariate_normal(np.full(count, mean), noise).logpdf(y)
    return posterior, np.diag(covariance), log_likelihood


def groups():
    y, error, center = [0.05, 0.5, 0.93, 1.0], [0.07, 0.2, 0.36, 0.2], (0.3, 0.5)
    mean, variance, _ = conditioned(y, error, 0.3, center)
    known = {"mean": mean.tolist(), "sd": np.sqrt(variance).tolist()}
    scale = 0.4
    top = max(conditioned(y, error, t, center)[2] for t in np.linspace(0, 3, 301))

    def weight(t):
        return float(np.exp(conditioned(y, error, t, center)[2] - top) * stats.halfnorm(scale=scale).pdf(t))

    def integral(function):
        return integrate.quad(lambda t: weight(t) * function(t), 0, 8 * scale, epsabs=1e-12, epsrel=1e-10, limit=400)[0]

    total = integral(lambda t: 1)
    first = [integral(lambda t, i=i: conditioned(y, error, t, center)[0][i]) / total for i in range(6)]
    second = []
    for i in range(6):
        def square(t, i=i):
            m, v, _ = conditioned(y, error, t, center)
            return v[i] + m[i] ** 2
        second.append(integral(square) / total - first[i] ** 2)
    spread = integral(lambda t: t) / total
    return {
        "estimate": y, "error": error, "center": list(center), "known_spread": 0.3, "known": known,
        "half_normal_scale": scale,
        "half_normal": {"mean": first, "sd": np.sqrt(second).tolist(), "spread": spread},
    }


def schools():
    """Quantiles of the spread between the eight schools, uniform up to 400, by adaptive quadrature."""
    y = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
    error = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])

    def weight(t):
        variance = error**2 + t * t
        inverse = 1 / np.sum(1 / variance)
        mean = inverse * np.sum(y / variance)
        return np.exp(0.5 * np.log(inverse) - 0.5 * np.sum(np.log(variance) + (y - mean) ** 2 / variance) + 30)

    total = integrate.quad(weight, 0, 400, limit=1000, points=[5, 10, 20, 50, 100])[0]
    levels = [0.05, 0.5, 0.9]
    quantiles = [
        optimize.brentq(lambda x, p=p: integrate.quad(weight, 0, x, limit=1000)[0] / total - p, 0.01, 100, xtol=1e-11)
        for p in levels
    ]
    return {"levels": levels, "quantiles": quantiles}


def regression():
    x = [0.0, 0.2, 0.4, 0.9, 1.3, 0.1, 0.6]
    y = [0.02, 0.05, -0.01, 0.22, 0.1, 0.03, 0.09]
    m0, v0, a0, b0 = 0.1, 1.0, 2.0, 0.0225
    prior = stats.invgamma(a0, scale=b0)

    def joint(beta, variance):
        value = stats.norm(m0, np.sqrt(v0 * variance)).pdf(beta) * prior.pdf(variance)
        for a, b in zip(x, y):
            value *= stats.norm(beta * a, np.sqrt(variance)).pdf(b)
        return value

    betas = np.linspace(-0.6, 0.9, 1501)
    variances = np.exp(np.linspace(np.log(2e-4), np.log(2), 1201))
    grid = np.zeros((len(betas), len(variances)))
    log_grid = np.log(joint(betas[:, None], variances[None, :]) * variances[None, :])
    grid = np.exp(log_grid - log_grid.max())
    grid /= grid.sum()
    marginal = grid.sum(1)
    mean = float(marginal @ betas)
    return {
        "x": x, "y": y, "prior": {"mean": m0, "scale": v0, "shape": a0, "rate": b0},
        "mean": mean,
        "sd": float(np.sqrt(marginal @ (betas - mean) ** 2)),
        "expected_variance": float(grid.sum(0) @ variances),
    }


def main():
    result = {
        "origin": "lifelines, SciPy and NumPy through evidence-fits.py",
        "tools": {
            "python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__,
            "lifelines": lifelines.__version__,
        },
        "durations": durations(), "groups": groups(), "schools": schools(),
        "regression": regression(),
    }
    (HERE / "evidence-fits.json").write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
