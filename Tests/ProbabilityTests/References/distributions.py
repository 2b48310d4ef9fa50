"""Reference values of the distributions: mpmath at 50 digits, and scipy beside it.

Run:  pip install mpmath==1.3.0 scipy==1.17.1 numpy==2.4.6
      python3 distributions.py > distributions.json

mpmath's values are the reference. The incomplete gamma and beta functions are summed here as series of positive
terms, with as many more digits as the complement loses, because mpmath's own routines do not return for
parameters near a million; where they do return, both must agree to 40 digits or the script stops.
scipy's values are stored beside them, and its worst relative error for each function; null is scipy's infinity,
NaN, or a value that has underflown.
"""

import json
import platform
import sys

import mpmath as mp
import numpy
import scipy
from scipy import stats

TAILS = [1e-300, 1e-100, 1e-20, 1e-8, 1e-4, 0.01, 0.1, 0.3, 0.49]
DEGREES_T = [0.5, 1, 1.5, 2, 2.5, 3, 5, 8, 17, 41, 200, 1e4, 1e6]
DEGREES_CHI = [0.5, 1, 2, 3, 7, 20, 31, 33, 50, 200, 3000, 1e5, 1e6]
DEGREES_F = [(1, 1), (1, 10), (2, 3), (3, 40), (5, 2), (0.5, 0.5), (10, 10), (30, 1000), (500, 500),
             (1e5, 3), (0.7, 1e4), (1e4, 2e4), (0.5, 1e5), (12, 2.5)]
COLUMNS = ["tail", "probability", "quantile", "quantile_scipy", "x",
           "density", "log_density", "cumulative", "upper_tail",
           "density_scipy", "log_density_scipy", "cumulative_scipy", "upper_tail_scipy"]


def digits(p):
    """Working digits: fifty, and those that 1 - p or p itself uses up."""
    return 70 + int(-mp.log10(mp.mpf(p)))


def positive_series(term, ratio):
    total, n, small = mp.mpf(0), 0, mp.mpf(10) ** (-mp.mp.dps - 5)
    while True:
        total += term
        factor = ratio(n)
        term *= factor
        n += 1
        if factor < 1 and term < total * small * (1 - factor):
            return total


def gamma_tails(a, x):
    kernel = mp.exp(a * mp.log(x) - x - mp.loggamma(a))
    lower = kernel * positive_series(1 / a, lambda n: x / (a + n + 1))
    return lower, 1 - lower, kernel


def beta_tails(a, b, x, y):
    kernel = mp.exp(a * mp.log(x) + b * mp.log(y) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b))
    if x <= y:
        lower = kernel * positive_series(1 / a, lambda n: (a + b + n) / (a + 1 + n) * x)
        return lower, 1 - lower, kernel
    upper = kernel * positive_series(1 / b, lambda n: (a + b + n) / (b + 1 + n) * y)
    return 1 - upper, upper, kernel


def check_against_mpmath():
    with mp.workdps(60):
        for a, x in [(0.25, 0.1), (0.25, 9), (3, 2.5), (12, 30), (60, 50)]:
            a, x = mp.mpf(a), mp.mpf(x)
            assert mp.almosteq(gamma_tails(a, x)[0], mp.gammainc(a, 0, x, regularized=True), 1e-40)
            assert mp.almosteq(gamma_tails(a, x)[1], mp.gammainc(a, x, mp.inf, regularized=True), 1e-40)
        for a, b, x in [(0.5, 0.25, 0.3), (2, 5, 0.7), (20, 0.5, 0.95), (40, 60, 0.3)]:
            a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
            assert mp.almosteq(beta_tails(a, b, x, 1 - x)[0], mp.betainc(a, b, 0, x, regularized=True), 1e-40)
            assert mp.almosteq(beta_tails(a, b, x, 1 - x)[1], mp.betainc(a, b, x, 1, regularized=True), 1e-40)


def newton(tail_and_slope, target, start):
    """u with tail(u) = target: Newton on the logarithm of a log-concave tail."""
    u = mp.mpf(start)
    for _ in range(400):
        tail, slope = tail_and_slope(u)
        if tail < target * mp.mpf(10) ** -50:
            # So far out that the complement has lost its digits: walk towards the body.
            u += mp.sign(slope) / 4
            continue
        # From the far side of the root the first step overshoots; twenty is a factor of e^20.
        step = max(mp.mpf(-20), min(mp.mpf(20), -mp.log(tail / target) * tail / slope))
        u += step
        if abs(step) < mp.mpf(10) ** -45 * max(1, abs(u)):
            return u
    raise ArithmeticError("no convergence")


def start_from(value, fallback):
    return mp.log(mp.mpf(float(value))) if value > 0 and numpy.isfinite(value) else fallback


class Normal:
    name, parameters, frozen = "normal", [], stats.norm()

    def at(self, x):
        density = mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
        return density, -x * x / 2 - mp.log(2 * mp.pi) / 2, mp.erfc(-x / mp.sqrt(2)) / 2, mp.erfc(x / mp.sqrt(2)) / 2

    def quantile(self, p, upper):
        def tail(u):
            return mp.erfc(mp.exp(u) / mp.sqrt(2)) / 2, -mp.exp(-mp.exp(2 * u) / 2 + u) / mp.sqrt(2 * mp.pi)

        value = mp.exp(newton(tail, p, mp.log(mp.mpf(float(self.frozen.isf(float(p)))))))
        return value if upper else -value


class StudentT:
    name = "student_t"

    def __init__(self, nu):
        self.parameters, self.nu, self.frozen = [nu], mp.mpf(nu), stats.t(nu)

    def at(self, t):
        nu = self.nu
        log_density = (mp.loggamma((nu + 1) / 2) - mp.loggamma(nu / 2) - mp.log(nu * mp.pi) / 2
                       - (nu + 1) / 2 * mp.log1p(t * t / nu))
        two = beta_tails(nu / 2, mp.mpf(1) / 2, nu / (nu + t * t), t * t / (nu + t * t))
        near, far = two[0] / 2, (1 + two[1]) / 2
        return mp.exp(log_density), log_density, (far if t > 0 else near), (near if t > 0 else far)

    def quantile(self, p, upper):
        nu = self.nu
        # u = log(nu / t^2), the log odds of x = nu/(nu + t^2).
        begin = start_from(self.frozen.isf(float(p)), None)
        begin = 2 / nu * mp.log(2 * p) if begin is None else mp.log(nu) - 2 * begin

        def outer(u):
            r = mp.exp(u)
            lower, _, kernel = beta_tails(nu / 2, mp.mpf(1) / 2, r / (1 + r), 1 / (1 + r))
            return lower, kernel

        def inner(u):
            r = mp.exp(u)
            _, central, kernel = beta_tails(nu / 2, mp.mpf(1) / 2, r / (1 + r), 1 / (1 + r))
            return central, -kernel

        u = newton(outer, 2 * p, begin) if p < 0.25 else newton(inner, 1 - 2 * p, begin)
        value = mp.sqrt(nu) * mp.exp(-u / 2)
        return value if upper else -value


class ChiSquared:
    name = "chi_squared"

    def __init__(self, nu):
        self.parameters, self.nu, self.frozen = [nu], mp.mpf(nu), stats.chi2(nu)

    def at(self, x):
        lower, upper, kernel = gamma_tails(self.nu / 2, x / 2)
        return kernel / x, mp.log(kernel / x), lower, upper

    def quantile(self, p, upper):
        a = self.nu / 2
        fallback = (mp.log(p) + mp.loggamma(a + 1)) / a
        begin = start_from(self.frozen.isf(float(p)) if upper else self.frozen.ppf(float(p)), None)
        begin = fallback if begin is None else begin - mp.log(2)

        def tail(u):
            tails = gamma_tails(a, mp.exp(u))
            return (tails[1], -tails[2]) if upper else (tails[0], tails[2])

        return 2 * mp.exp(newton(tail, p, begin))


class FisherF:
    name = "fisher_f"

    def __init__(self, pair):
        self.parameters, self.d1, self.d2 = list(pair), mp.mpf(pair[0]), mp.mpf(pair[1])
        self.frozen = stats.f(*pair)

    def tails(self, f):
        odds = self.d1 * f / self.d2
        return beta_tails(self.d1 / 2, self.d2 / 2, odds / (1 + odds), 1 / (1 + odds))

    def at(self, f):
        lower, upper, kernel = self.tails(f)
        return kernel / f, mp.log(kernel / f), lower, upper

    def quantile(self, p, upper):
        a = (self.d2 if upper else self.d1) / 2
        power_law = (mp.log(p * a * mp.beta(self.d1 / 2, self.d2 / 2))) / a
        begin = start_from(self.frozen.isf(float(p)) if upper else self.frozen.ppf(float(p)), None)
        # scipy's far tails can be wrong by a factor of e^100, which is no place to start from.
        if begin is None or p < 1e-50:
            begin = (-power_law if upper else power_law) + mp.log(self.d2 / self.d1)

        def tail(u):
            tails = self.tails(mp.exp(u))
            return (tails[1], -tails[2]) if upper else (tails[0], tails[2])

        return mp.exp(newton(tail, p, begin))


def number(value):
    value = float(value)
    return value if numpy.isfinite(value) and abs(value) > 2.3e-308 else None


def rows(distribution, worst):
    for upper in (False, True):
        for p in TAILS:
            with mp.workdps(digits(p)):
                quantile = distribution.quantile(mp.mpf(p), upper)
            frozen = distribution.frozen
            scipy_quantile = frozen.isf(p) if upper else frozen.ppf(p)
            if not 1e-300 < abs(quantile) < mp.mpf(10) ** 300:
                continue
            x = float(mp.nstr(quantile, 6))
            with mp.workdps(digits(p) + 10):
                exact = [number(v) for v in distribution.at(mp.mpf(x))]
            beside = [number(v) for v in (frozen.pdf(x), frozen.logpdf(x), frozen.cdf(x), frozen.sf(x))]
            row = ["upper" if upper else "lower", p, number(quantile), number(scipy_quantile), x] + exact + beside
            for name, ours, theirs in zip(["quantile", "density", "log_density", "cumulative", "upper_tail"],
                                          [row[2]] + exact, [row[3]] + beside):
                if ours is None:
                    continue
                error = abs(theirs / ours - 1) if theirs is not None else float("inf")
                region = "body" if p >= 1e-4 else "tails"
                key = f"{distribution.name}.{name}.{region}"
                if error > worst.get(key, {"relative_error": 0})["relative_error"]:
                    worst[key] = {"relative_error": error, "parameters": distribution.parameters,
                                  "probability": p, "tail": row[0]}
            yield row
            print(distribution.name, distribution.parameters, row[0], p, file=sys.stderr)


def temme_coefficients(count):
    """The Taylor coefficients of eta/mu in eta, eta^2/2 = mu - log(1 + mu), from mu mu' = eta (1 + mu)."""
    with mp.workdps(60):
        mu = [mp.mpf(0), mp.mpf(1)]
        for n in range(2, count + 2):
            mu.append((mu[n - 1] - sum(mu[i] * (n + 1 - i) * mu[n + 1 - i] for i in range(2, n))) / (n + 1))
        mu, quotient = mu[1:], [mp.mpf(1)]
        for n in range(1, count):
            quotient.append(-sum(mu[k] * quotient[n - k] for k in range(1, n + 1)))
        return [mp.nstr(value, 20) for value in quotient]


def special_functions():
    """The pieces that the densities are made of."""
    with mp.workdps(60):
        remainders = [(x, mp.log1p(mp.mpf(x)) - mp.mpf(x)) for x in
                      (-0.999, -0.41, -0.39, -0.1, -1e-3, -1e-9, 1e-200, 1e-12, 1e-4, 0.02, 0.3, 0.59, 0.61, 5.0, 1e9)]
        stirling, ratios = [], []
        for a in (1e-300, 1e-9, 0.01, 0.25, 0.5, 1.0, 1.5, 3.7, 9.99, 10.0, 15.5, 100.0, 5e5, 1e12):
            exact = mp.mpf(a)
            stirling.append((a, mp.loggamma(exact) - (exact - 0.5) * mp.log(exact) + exact - mp.log(2 * mp.pi) / 2))
            ratios.append((a, mp.exp(mp.loggamma(exact + 0.5) - mp.loggamma(exact))))
        return {"logarithm_remainder": [[x, float(v)] for x, v in remainders],
                "stirling_remainder": [[x, float(v)] for x, v in stirling],
                "gamma_half_step_ratio": [[x, float(v)] for x, v in ratios]}


def main():
    check_against_mpmath()
    worst, sets = {}, []
    everything = ([Normal()] + [StudentT(nu) for nu in DEGREES_T] + [ChiSquared(nu) for nu in DEGREES_CHI]
                  + [FisherF(pair) for pair in DEGREES_F])
    for distribution in everything:
        sets.append((distribution.name, distribution.parameters, list(rows(distribution, worst))))
    for entry in worst.values():
        if entry["relative_error"] == float("inf"):
            entry["relative_error"] = None
    tools = {"python": platform.python_version(), "mpmath": mp.__version__,
             "scipy": scipy.__version__, "numpy": numpy.__version__}
    print("{")
    print(f' "origin": "distributions.py, beside this file",\n "tools": {json.dumps(tools)},')
    print(' "scipy_worst_relative_error": {')
    print(",\n".join(f'  "{key}": {json.dumps(value)}' for key, value in sorted(worst.items())) + "\n },")
    print(f' "temme_coefficients": {json.dumps(temme_coefficients(28))},')
    print(f' "special_functions": {json.dumps(special_functions())},')
    print(f' "columns": {json.dumps(COLUMNS)},\n "sets": [')
    blocks = []
    for name, parameters, table in sets:
        lines = ",\n".join("   " + json.dumps(row) for row in table)
        blocks.append(f'  {{"distribution": "{name}", "parameters": {json.dumps(parameters)}, "rows": [\n{lines}\n  ]}}')
    print(",\n".join(blocks) + "\n ]\n}")


main()
