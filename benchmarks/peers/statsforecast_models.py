"""Forecasts a set with the models of statsforecast: statsforecast_models.py TRAIN HORIZON FOLDER [--quick]

Writes forecasts.csv, timings.csv and versions.csv into the folder. A time is the user CPU of fitting and forecasting all
series, warm: each model first forecasts one series, untimed, so that imports and compilation are not counted. Where a model fails
on a series, statsforecast's own fallback to the last value stands in.
"""

import csv
import resource
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast import models as library

QUANTITIES = ["point", "lower_80", "upper_80", "lower_95", "upper_95"]
ENSEMBLE = ["AutoETS", "AutoARIMA", "AutoCES", "DynamicOptimizedTheta"]
MODELS = {
    "HistoricAverage": lambda: library.HistoricAverage(),
    "Naive": lambda: library.Naive(),
    "RandomWalkWithDrift": lambda: library.RandomWalkWithDrift(),
    "SES": lambda: library.AutoETS(season_length=1, model="ANN"),
    "Holt": lambda: library.Holt(season_length=1),
    "DampedHolt": lambda: library.AutoETS(season_length=1, model="AAN", damped=True),
    "AutoETS": lambda: library.AutoETS(season_length=1, model="ZZN"),
    "Theta": lambda: library.Theta(season_length=1),
    "OptimizedTheta": lambda: library.OptimizedTheta(season_length=1),
    "DynamicOptimizedTheta": lambda: library.DynamicOptimizedTheta(season_length=1),
    "AutoTheta": lambda: library.AutoTheta(season_length=1),
}
SLOW_MODELS = {
    "AutoARIMA": lambda: library.AutoARIMA(season_length=1),
    "AutoCES": lambda: library.AutoCES(season_length=1, model="Z"),
}


def forecast(make, data, horizon):
    """The forecasts of all series, and the user CPU seconds that they took."""
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    engine = StatsForecast(models=[make()], freq=1, n_jobs=1, fallback_model=library.Naive())
    made = engine.forecast(df=data, h=horizon, level=[80, 95])
    return made, resource.getrusage(resource.RUSAGE_SELF).ru_utime - start


def tidy(made):
    """The forecasts with the benchmark's column names."""
    name = next(c for c in made.columns if c not in ("unique_id", "ds") and "-lo-" not in c and "-hi-" not in c)
    names = {name: "point"}
    for level in (80, 95):
        names |= {f"{name}-lo-{level}": f"lower_{level}", f"{name}-hi-{level}": f"upper_{level}"}
    return made.rename(columns=names)[["unique_id", "ds", *QUANTITIES]].reset_index(drop=True)


def ensemble(members):
    """The median of the members' forecasts and of each end of their intervals."""
    combined = members[0][["unique_id", "ds"]].copy()
    combined[QUANTITIES] = np.median([member[QUANTITIES] for member in members], axis=0)
    return combined


def main():
    """Runs every model and writes the three files."""
    train, horizon, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    chosen = MODELS if "--quick" in sys.argv else MODELS | SLOW_MODELS
    data = pd.read_csv(train, dtype={"unique_id": str})
    # The engine sorts the series by name; in this order nothing of that is timed.
    data = data.sort_values(["unique_id", "ds"], kind="stable", ignore_index=True)
    first = data[data["unique_id"] == data["unique_id"].iloc[0]]
    made, times = {}, {}
    for name, make in chosen.items():
        forecast(make, first, horizon)
        # Three runs of the quick ones, for their times are small enough to shake.
        runs = [forecast(make, data, horizon) for _ in range(1 if name in SLOW_MODELS else 3)]
        made[name], times[name] = tidy(runs[0][0]), median(cpu for _, cpu in runs)
        print(f"statsforecast {name}: {times[name]:.2f} s", file=sys.stderr, flush=True)
    if all(name in made for name in ENSEMBLE):
        made["median ensemble"] = ensemble([made[name] for name in ENSEMBLE])
        times["median ensemble"] = sum(times[name] for name in ENSEMBLE)
    everything = pd.concat([table.assign(model=name) for name, table in made.items()])
    everything.to_csv(folder / "forecasts.csv", index=False)
    write(folder / "timings.csv", ("model", "cpu_s"), times.items())
    packages = ("statsforecast", "numpy", "pandas")
    write(folder / "versions.csv", ("name", "version"), [("Python", sys.version.split()[0])] + [(p, version(p)) for p in packages])


def write(path, columns, rows):
    """Writes a small table."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


if __name__ == "__main__":
    main()
