"""Reference values of assumed values: means and quantiles by scipy.

Run:  pip install scipy==1.17.1 numpy==2.4.6
      python3 assumed_values.py > assumed-values.json
"""

import json
import platform

import numpy
import scipy
from scipy import stats

PROBABILITIES = [1e-6, 0.01, 0.25, 0.5, 0.9, 0.999]
VALUES = {
    "uniform(0.2, 0.6)": stats.uniform(0.2, 0.4),
    "normal(0.015, 0.015)": stats.norm(0.015, 0.015),
    "normal(0.18, 0.1, 0, 0.5)": stats.truncnorm(-1.8, 3.2, 0.18, 0.1),
    "normal(0, 1, 2, 3)": stats.truncnorm(2, 3),
    "normal(0, 1, -3, -2)": stats.truncnorm(-3, -2),
    "normal(0.5, 2, 0, 1)": stats.truncnorm(-0.25, 0.25, 0.5, 2),
    "beta(6.5, 3.5)": stats.beta(6.5, 3.5),
    "beta(0.5, 17.5)": stats.beta(0.5, 17.5),
    "beta(3.88, 0.12)": stats.beta(3.88, 0.12),
}


def main():
    rows = [{"text": text, "mean": float(value.mean()), "median": float(value.median()),
             "quantiles": [[p, float(value.ppf(p))] for p in PROBABILITIES]} for text, value in VALUES.items()]
    print(json.dumps({"origin": "assumed_values.py, beside this file",
                      "tools": {"python": platform.python_version(), "scipy": scipy.__version__,
                                "numpy": numpy.__version__}, "values": rows}, indent=1))


main()
