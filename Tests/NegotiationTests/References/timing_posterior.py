"""Posterior of the timing model by NUTS, for timing_posterior.json.

    python timing_posterior.py      (pymc 5.28.5, nutpie 0.16.8; a minute on two cores)

The months are made anew from data/rounds of this repository by the conventions of the library: from the month in which
talks began to that of the agreement, December for the budget, the last two months before the end of the agreement
before, demanding until the first January of a US presidential term after the start, the gap of the latest ask and
offer that were public in the month. Every month is a Bernoulli trial of its own; the library groups months that are
alike. The months are kept in the file.
"""

import csv
import json
import math
import pathlib

import numpy as np
import nutpie
import pymc as pm

HERE = pathlib.Path(__file__).parent
ROUNDS = HERE.parents[2] / "data" / "rounds"


def month(text, only_year=12):
    parts = [int(p) for p in text.split("-")]
    return 12 * parts[0] + (parts[1] if len(parts) > 1 else only_year) - 1


positions = list(csv.DictReader(open(ROUNDS / "positions.csv")))
months = []
for r in csv.DictReader(open(ROUNDS / "rounds.csv")):
    if "timing" not in r["uses"].split(";"):
        continue
    start, end, expiry = month(r["talks_began"], 7), month(r["agreed_on"]), month(r["predecessor_ends"])
    january = next(12 * y for y in range(start // 12, start // 12 + 6) if y % 4 == 1 and 12 * y > start)
    for t in range(start, end + 1):
        def latest(side):
            known = [p for p in positions if p["round_id"] == r["round_id"] and p["side"] == side and p["amount"]
                     and month(p["known_on"]) <= t]
            known.sort(key=lambda p: (month(p["known_on"]), p["known_on"]))
            return float(known[-1]["amount"]) if known else None
        ask, offer = latest("ask"), latest("offer")
        gap = max(0.0, math.log(ask / offer) - 0.2) if ask and offer else 0.0
        months.append(dict(
            round=r["round_id"], month=t, budget=int(t % 12 == 11), last=int(expiry - 2 < t <= expiry),
            demanding=int(r["posture"] == "demanding" and t < january), gap=float(f"{gap:.10g}"),
            # A stopgap of one year ends the months without an agreement on a term.
            agreed=int(t == end and r["ending"] != "stopgap")))

X = np.array([[1, m["budget"], m["last"], m["demanding"], m["gap"]] for m in months], float)
y = np.array([m["agreed"] for m in months])
names = ["base", "budget-month", "last-months", "demanding", "gap"]
with pm.Model() as model:
    a = pm.Normal("a", [-2.0, 2.6, 0.8, -1.2, -0.3], [0.5, 0.6, 0.5, 0.6, 0.3], shape=5)
    pm.Bernoulli("y", logit_p=pm.math.dot(X, a), observed=y)
trace = nutpie.sample(nutpie.compile_pymc_model(model), draws=30_000, tune=2_000, chains=4, seed=20261122, progress_bar=False)
draws = trace.posterior["a"].values
summary = {}
for i, name in enumerate(names):
    v = draws[..., i]
    batches = v.reshape(v.shape[0], 50, -1).mean(axis=2).ravel()
    summary[name] = {k: float(f"{x:.6g}") for k, x in dict(
        mean=v.mean(), sd=v.std(), q05=np.quantile(v, 0.05), q50=np.quantile(v, 0.5), q95=np.quantile(v, 0.95),
        mc_error=batches.std(ddof=1) / np.sqrt(batches.size)).items()}
print(len(months), summary)
with open(HERE / "timing_posterior.json", "w") as f:
    json.dump(dict(tool=f"pymc {pm.__version__}, nutpie {nutpie.__version__}, numpy {np.__version__}",
                   draws="4 chains of 30000 after 2000", months=months, summary=summary), f, indent=1)
