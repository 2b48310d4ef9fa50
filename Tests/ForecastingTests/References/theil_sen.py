"""Makes theil-sen.json: robust trend lines. Run inside this folder: python theil_sen.py"""

import sys

import numpy
import scipy
from scipy.stats import theilslopes

import json_records

HORIZON = 10


def main():
    complete, _ = json_records.complete_and_missing()
    records = []
    for series in complete:
        y = numpy.array(series["values"], dtype=float)
        t = numpy.arange(1, len(y) + 1, dtype=float)
        separate = theilslopes(y, t, alpha=0.95, method="separate")
        joint = theilslopes(y, t, alpha=0.95, method="joint")
        future = len(y) + numpy.arange(1, HORIZON + 1)
        records.append({
            "series": series["id"], "model": "theil-sen", "slope": separate.slope,
            "intercept_of_medians": separate.intercept, "intercept_median_residual": joint.intercept,
            "slope_low95": separate.low_slope, "slope_high95": separate.high_slope,
            "mean_of_medians": separate.intercept + separate.slope * future,
            "mean_median_residual": joint.intercept + joint.slope * future,
        })
    tool = {"python": sys.version.split()[0], "scipy": scipy.__version__, "numpy": numpy.__version__}
    json_records.write("theil-sen.json", tool, records, h=HORIZON)


if __name__ == "__main__":
    main()
