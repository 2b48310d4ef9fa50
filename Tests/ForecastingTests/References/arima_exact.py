"""Makes arima-exact.json: what R's own ARIMA coefficients are worth in the exact likelihood, in 50-digit arithmetic.

Run inside this folder, after arima.R and arima-candidates.R: python -B arima_exact.py

R's arima starts from Gardner's (1980) covariance, which loses its digits close to a unit root, and starts the differences with
a variance of 1e6 in place of a diffuse one. Here the Gaussian likelihood of the d times differenced series is taken at R's
coefficients, with the variance at its best, by the recursion of Durbin and Levinson on the exact autocovariances (mpmath).
"""

import json
import sys

import mpmath
from mpmath import mp, mpf

import json_records

mp.dps = 50


def autocovariances(ar, ma, n):
    """Of an ARMA process with innovations of variance one, from the linear system of Brockwell & Davis (1991), section 3.3."""
    p, q = len(ar), len(ma)
    theta = [mpf(1)] + ma
    psi = [mpf(1)]
    for m in range(1, q + 1):
        psi.append(theta[m] + sum(ar[j] * psi[m - 1 - j] for j in range(min(p, m))))
    right = [sum(theta[j] * psi[j - k] for j in range(k, q + 1)) for k in range(q + 1)]
    matrix, vector = mpmath.matrix(p + 1, p + 1), mpmath.matrix(p + 1, 1)
    for k in range(p + 1):
        matrix[k, k] += 1
        for j in range(1, p + 1):
            matrix[k, abs(k - j)] -= ar[j - 1]
        vector[k] = right[k] if k <= q else mpf(0)
    gamma = list(mpmath.lu_solve(matrix, vector))
    for k in range(p + 1, n):
        gamma.append(sum(ar[j - 1] * gamma[k - j] for j in range(1, p + 1)) + (right[k] if k <= q else 0))
    return gamma


def exact(w, ar, ma, mean):
    """The log-likelihood, or None where the coefficients are not those of a stationary process."""
    n = len(w)
    x = [value - mean for value in w]
    gamma = autocovariances(ar, ma, n)
    variance, weights = gamma[0], []
    if variance <= 0:
        return None
    squares, logs = x[0] ** 2 / variance, mpmath.log(variance)
    for t in range(1, n):
        partial = (gamma[t] - sum(weights[j] * gamma[t - 1 - j] for j in range(t - 1))) / variance
        weights = [weights[j] - partial * weights[t - 2 - j] for j in range(t - 1)] + [partial]
        variance *= 1 - partial**2
        if variance <= 0:
            return None
        error = x[t] - sum(weights[j] * x[t - 1 - j] for j in range(t))
        squares += error**2 / variance
        logs += mpmath.log(variance)
    return float(-(n * (mpmath.log(2 * mp.pi * squares / n) + 1) + logs) / 2)


def record(series, row, model):
    p, d, q = row["order"]
    w = [mpf(value) for value in series["values"]]
    for _ in range(d):
        w = [b - a for a, b in zip(w, w[1:])]
    c = [mpf(value) for value in row["coefficients"]]
    mean = c[p + q] if len(c) > p + q else mpf(0)
    return {"series": row["series"], "model": model, "order": row["order"], "constant": row["constant"], "loglik": row["loglik"],
            "loglik_exact": exact(w, c[:p], c[p:p + q], mean)}


def main():
    complete, _ = json_records.complete_and_missing()
    table = {series["id"]: series for series in complete}
    with open("arima-r.json") as file:
        fitted = [r for r in json.load(file)["records"] if r["model"] in ("given", "auto-stepwise", "auto-full") and "coefficients" in r]
    with open("arima-candidates-r.json") as file:
        candidates = json.load(file)["records"]
    records = [record(table[r["series"]], r, r["model"]) for r in fitted]
    records += [record(table[r["series"]], r, "candidate") for r in candidates]
    json_records.write("arima-exact.json", {"python": sys.version.split()[0], "mpmath": mpmath.__version__}, records)


if __name__ == "__main__":
    main()
