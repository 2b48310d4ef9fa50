"""What Japan's own Decembers would say of an agreement by March 2027 under the status quo.

    python timing-december.py      (numpy 2.4.6; seconds)

The timing model has one effect of the budget month for both allies. Here Japan's may differ: a sixth coefficient, N(0, sd) before the record, acts in
Japan's Decembers alone. The months are those of timing_posterior.json, the other priors the library's. Posteriors by importance sampling from a
t distribution about the mode. Printed are the open Decembers under the status quo by ally, and for each sd the probability that talks open at the
end of November agree by December, and by March (December, January, and the two last months), with 5 and 95 %.
"""

import json
import pathlib

import numpy as np

months = json.load(open(pathlib.Path(__file__).with_name("timing_posterior.json")))["months"]
mean, sd = np.array([-2.0, 2.6, 0.8, -1.2, -0.3]), np.array([0.5, 0.6, 0.5, 0.6, 0.3])
X = np.array([[1, m["budget"], m["last"], m["demanding"], m["gap"]] for m in months], float)
y = np.array([m["agreed"] for m in months], float)
japan = np.array([m["round"].startswith("JP") for m in months], float)
rng = np.random.default_rng(20261123)

for ally, mine in (("Japan", japan == 1), ("Korea", japan == 0)):
    open_then = mine & (X[:, 1] == 1) & (X[:, 3] == 0)
    print(f"{ally}: {int(y[open_then].sum())} of {int(open_then.sum())} open Decembers under the status quo ended in agreement")


def posterior(X, mean, sd, draws=400_000):
    a = mean.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-X @ a))
        curvature = X.T @ (X * (p * (1 - p))[:, None]) + np.diag(1 / sd**2)
        a = a + np.linalg.solve(curvature, X.T @ (y - p) - (a - mean) / sd**2)
    root = np.linalg.cholesky(np.linalg.inv(curvature))
    z = rng.standard_normal((draws, len(a)))
    stretch = np.sqrt(7 / rng.chisquare(7, draws))
    points = a + stretch[:, None] * z @ root.T
    eta = points @ X.T
    density = -0.5 * (((points - mean) / sd) ** 2).sum(1) + (y * eta - np.logaddexp(0, eta)).sum(1)
    proposal = -0.5 * (7 + len(a)) * np.log1p((z**2).sum(1) * stretch**2 / 7)
    weight = np.exp(density - proposal - (density - proposal).max())
    return points, weight / weight.sum()


def report(name, points, weight, own):
    def hazard(logit):
        return 1 / (1 + np.exp(-logit))

    def told(p):
        order = np.argsort(p)
        ends = np.interp([0.05, 0.95], np.cumsum(weight[order]), p[order])
        return f"{weight @ p:.2f} ({ends[0]:.2f} to {ends[1]:.2f})"

    december = hazard(points[:, 0] + points[:, 1] + own)
    last = hazard(points[:, 0] + points[:, 2])
    march = 1 - (1 - december) * (1 - hazard(points[:, 0])) * (1 - last) ** 2
    print(f"{name}: by December {told(december)}, by March {told(march)}, effect {weight @ own:.2f}")


points, weight = posterior(X, mean, sd)
report("one effect", points, weight, np.zeros(len(points)))
for width in (0.6, 1.0):
    points, weight = posterior(np.c_[X, japan * X[:, 1]], np.r_[mean, 0], np.r_[sd, width])
    report(f"Japan's own, sd {width}", points, weight, points[:, 5])
