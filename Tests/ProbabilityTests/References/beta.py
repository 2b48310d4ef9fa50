"""Reference values of the beta distribution, and of normals that are cut: mpmath at 50 digits.

Run:  pip install mpmath==1.3.0
      python3 beta.py > beta.json

Quantiles are roots of the regularised incomplete beta function, found by bisection and secant steps on log x or
log(1 - x), whichever end is nearer.
"""

import json
import platform

import mpmath as mp

SHAPES = [(6.5, 3.5), (2.5, 1.5), (0.5, 17.5), (1.5, 1.5), (3.88, 0.12), (3, 1), (1, 1), (0.5, 0.5), (40, 60)]
PROBABILITIES = [1e-6, 0.001, 0.05, 0.3, 0.5, 0.8, 0.975, 0.9999]


def quantile(a, b, p):
    if mp.betainc(a, b, 0, mp.mpf(1) / 2, regularized=True) > p:
        tail, target = lambda u: mp.betainc(a, b, 0, mp.exp(u), regularized=True), p
        return mp.exp(root(lambda u: tail(u) - target))
    tail = lambda u: mp.betainc(b, a, 0, mp.exp(u), regularized=True)
    return 1 - mp.exp(root(lambda u: tail(u) - (1 - p)))


def root(f):
    low, high = mp.mpf(-2), mp.mpf(0)
    while f(low) > 0:
        low *= 2
    for _ in range(180):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return (low + high) / 2


def main():
    mp.mp.dps = 50
    rows = []
    for a, b in SHAPES:
        a, b = mp.mpf(a), mp.mpf(b)
        for p in PROBABILITIES:
            x = mp.mpf(float(quantile(a, b, mp.mpf(p))))
            exact = quantile(a, b, mp.mpf(p))
            log_density = (a - 1) * mp.log(x) + (b - 1) * mp.log1p(-x) - mp.log(mp.beta(a, b)) if x < 1 else None
            rows.append({
                "successes": float(a), "failures": float(b), "probability": p, "quantile": float(exact), "x": float(x),
                "log_density": None if log_density is None else float(log_density),
                "cumulative": float(mp.betainc(a, b, 0, x, regularized=True)),
                "upper_tail": float(mp.betainc(b, a, 0, 1 - x, regularized=True)) if x < 1 else 0.0,
            })
    out = {"origin": "beta.py, beside this file",
           "tools": {"python": platform.python_version(), "mpmath": mp.__version__}, "rows": rows}
    text = json.dumps(out, indent=None).replace("{\"successes\"", "\n  {\"successes\"").replace("]}", "\n ]}")
    print(text)


main()
