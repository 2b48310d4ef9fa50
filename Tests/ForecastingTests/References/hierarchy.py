"""Makes hierarchy.json: reconciled forecasts and shrunken covariances by hierarchicalforecast, bounded ones by SciPy.

The package's solver under bounds ends far from the optimum (0.35 where it is 0), so SciPy's NNLS takes its place.

Run inside this folder, after pip install numpy scipy hierarchicalforecast: python -B hierarchy.py
"""

import sys
from importlib.metadata import version

import numpy
import scipy
import scipy.optimize
from hierarchicalforecast.methods import BottomUp, MinTrace

import json_records

CHILDREN = {"total": ["A", "B"], "A": ["a1", "a2", "a3"], "B": ["b1", "b2"]}
NODES = ["total", "A", "B", "a1", "a2", "a3", "b1", "b2"]
BOTTOM = NODES[3:]


def leaves(node):
    return [leaf for child in CHILDREN[node] for leaf in leaves(child)] if node in CHILDREN else [node]


S = numpy.array([[1.0 if b in leaves(n) else 0.0 for b in BOTTOM] for n in NODES])


def shrunken(residuals):
    """The formula of Schäfer & Strimmer (2005) on centred residuals, to be compared with what the package used."""
    n = residuals.shape[1]
    centred = residuals - residuals.mean(axis=1, keepdims=True)
    cov = centred @ centred.T / (n - 1)
    x = centred / numpy.sqrt(numpy.diag(cov))[:, None]
    r = x @ x.T / (n - 1)
    w = x[:, None, :] * x[None, :, :]
    variance = n / (n - 1) ** 3 * ((w - w.mean(axis=2, keepdims=True)) ** 2).sum(axis=2)
    off = ~numpy.eye(len(r), dtype=bool)
    intensity = min(1, max(0, variance[off].sum() / (r[off] ** 2).sum()))
    return intensity * numpy.diag(numpy.diag(cov)) + (1 - intensity) * cov, intensity


records = []
for number, (count, shift) in enumerate([(30, 0.0), (12, 0.0), (60, -26.0)]):
    generator = numpy.random.default_rng(number + 1)
    mixing = generator.normal(size=(8, 8)) * 0.6 + numpy.eye(8)
    residuals = mixing @ generator.normal(size=(8, count)) * numpy.array([5, 3, 3, 2, 2, 1, 2, 1])[:, None]
    base = S @ (generator.uniform(2, 20, size=5)) + generator.normal(size=8) * 3
    base[3] += shift
    base[1] += shift
    own, intensity = shrunken(residuals)
    zeros = numpy.zeros_like(residuals)
    results = []
    for method in ["bottom_up", "ols", "wls_struct", "wls_var", "mint_shrink"]:
        for nonnegative in [False, True]:
            if method == "bottom_up":
                if nonnegative:
                    continue
                model = BottomUp()  # The bottom rows are the last five.
                mean = model.fit_predict(S=S, y_hat=base[:, None])["mean"]
                w = None
            else:
                model = MinTrace(method=method)
                mean = model.fit_predict(
                    S=S, y_hat=base[:, None], y_insample=residuals, y_hat_insample=zeros
                )["mean"]
                w = numpy.asarray(model.W.todense() if hasattr(model.W, "todense") else model.W)
            if nonnegative:
                lower = numpy.linalg.cholesky(w)
                leaves = scipy.optimize.nnls(numpy.linalg.solve(lower, S), numpy.linalg.solve(lower, base))[0]
                mean = S @ leaves
            if method == "mint_shrink" and not nonnegative:
                assert numpy.abs(w / own - 1).max() < 1e-7
            keeps = w is not None and not nonnegative and number < 2
            results.append({
                "method": method, "nonnegative": nonnegative, "weights": w if keeps else None,
                "mean": numpy.asarray(mean).ravel(),
            })
    records.append({"case": number, "base": base, "residuals": residuals, "intensity": intensity, "results": results})

tool = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "hierarchicalforecast": version("hierarchicalforecast")}
json_records.write("hierarchy.json", tool, records)
