"""Makes theta-statsforecast.json: the four two-line theta models and their automatic choice by statsforecast.

Run inside this folder: python -B theta_statsforecast.py

Intervals are statsforecast's own: quantiles of 200 simulated paths from its fixed seed.
"""

import sys
import warnings

import numpy
import statsforecast
from statsforecast.models import AutoTheta, DynamicOptimizedTheta, DynamicTheta, OptimizedTheta, Theta

import json_records

HORIZON = 10
LEVELS = [80, 95]
MODELS = {"theta-stm": Theta, "theta-otm": OptimizedTheta, "theta-dstm": DynamicTheta, "theta-dotm": DynamicOptimizedTheta,
          "theta-auto": AutoTheta}
WITH_FITTED = ("nile", "airmiles", "longley-gnp", "korea-sma")


def record(series, name):
    y = numpy.array(series["values"], dtype=float)
    model = MODELS[name](season_length=1).fit(y)
    fit = model.model_
    ahead = model.predict(h=HORIZON, level=LEVELS)
    residuals, last = numpy.asarray(fit["residuals"]), fit["states"][-1]
    out = {
        "series": series["id"], "model": name, "chosen": "theta-" + fit["modeltype"].lower(),
        "alpha": fit["par"]["alpha"], "theta": fit["par"]["theta"], "l0": fit["par"]["initial_smoothed"],
        "objective": fit["mse"], "sse_from_4": float((residuals[3:] ** 2).sum()), "sse_from_3": float((residuals[2:] ** 2).sum()),
        "sse": float((residuals**2).sum()), "interval_sigma": float(numpy.std(residuals[3:], ddof=1)), "level_n": last[0],
        "intercept_n": last[2], "slope_n": last[3], "mean": ahead["mean"], "lower80": ahead["lo-80"], "upper80": ahead["hi-80"],
        "lower95": ahead["lo-95"], "upper95": ahead["hi-95"],
    }
    if series["id"] in WITH_FITTED:
        out["fitted"] = y - residuals
    return out


def main():
    warnings.simplefilter("ignore")
    complete, _ = json_records.complete_and_missing()
    records = [record(series, name) for series in complete for name in MODELS]
    tool = {"python": sys.version.split()[0], "statsforecast": statsforecast.__version__, "numpy": numpy.__version__}
    json_records.write("theta-statsforecast.json", tool, records, h=HORIZON, levels=LEVELS, simulation_paths=200)


if __name__ == "__main__":
    main()
