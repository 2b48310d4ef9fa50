"""Posterior of the settlement model by NUTS, for settlement_posterior.json.

    python settlement_posterior.py      (pymc 5.28.5, nutpie 0.16.8; two minutes on two cores)

The rounds are read from data/rounds of this repository, cut at a date: a round counts when it was agreed by then, an ask
or an offer when it was public by then, a date of a month or a year by its last day. The model is written down anew here:
levels are not centred, tau is sampled as such, and asks are summed out over 1,500 points of each part, where the
library uses eight points of Gauss's rule. The inputs are kept in the file, so that a change of the record does not
change the reference.
"""

import calendar
import csv
import json
import pathlib

import numpy as np
import nutpie
import pymc as pm
import pytensor.tensor as pt

HERE = pathlib.Path(__file__).parent
ROUNDS = HERE.parents[2] / "data" / "rounds"
PARTS = {
    "status-quo": [(1.0, 0.18, 0.10, 0.0, 0.5)],
    "demanding": [(1.0, 2.5, 2.0, 0.0, 8.0)],
    "transactional": [(0.5, 0.46, 0.1, 0.0, 1.0), (0.3, 0.18, 0.10, 0.0, 0.5), (0.2, 4.3, 0.7, 0.0, 8.0)],
}


def last_day(text):
    parts = [int(p) for p in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return (year, month, day)


def inputs(date):
    positions = list(csv.DictReader(open(ROUNDS / "positions.csv")))
    rounds = []
    for r in csv.DictReader(open(ROUNDS / "rounds.csv")):
        if "step" not in r["uses"].split(";") or last_day(r["agreed_on"]) > last_day(date):
            continue
        def opening(side):
            known = [p for p in positions if p["round_id"] == r["round_id"] and p["side"] == side and p["amount"]
                     and last_day(p["known_on"]) <= last_day(date)]
            known.sort(key=lambda p: last_day(p["known_on"]))
            return (float(known[0]["amount"]), known[0]["known_on"]) if known else (None, None)
        (ask, ask_known), (offer, offer_known) = opening("ask"), opening("offer")
        rounds.append(dict(
            round=r["round_id"], ally=r["ally"], year=int(r["first_year"]), agreed=r["agreed_on"],
            posture=r["posture"], base=float(r["base"]), settlement=float(r["settlement"]),
            ask=ask, ask_known=ask_known, offer=offer, offer_known=offer_known))
    rounds.sort(key=lambda r: (r["year"], r["round"]))
    for r in rounds:
        y, m, _ = last_day(r["agreed"])
        best = None
        for o in rounds:
            oy, om, _ = last_day(o["agreed"])
            if o["ally"] != r["ally"] and last_day(o["agreed"]) < last_day(r["agreed"]) \
                    and 12 * (y - oy) + m - om <= 24:
                if best is None or last_day(o["agreed"]) > last_day(best["agreed"]):
                    best = o
        r["precedent"] = best and best["round"]
    return rounds


def ask_grid(posture, report):
    parts = PARTS[posture] if report is None else [p for q in PARTS.values() for p in q]
    xs, ws = [], []
    for weight, mean, sd, lower, upper in parts:
        edges = np.linspace(lower, upper, 1501)
        a = 0.5 * (edges[1:] + edges[:-1])
        density = np.exp(-0.5 * ((a - mean) / sd) ** 2)
        xs.append(np.log1p(a))
        ws.append(weight * density / density.sum())
    x, w = np.concatenate(xs), np.concatenate(ws)
    if report is not None:
        w = w * np.exp(-0.5 * ((x - report) / 0.3) ** 2)
    return x, w / w.sum()


def fit(rounds, extra, seed):
    allies = sorted({r["ally"] for r in rounds} | set(extra))
    index = [allies.index(r["ally"]) for r in rounds]
    y = np.array([np.log(r["settlement"] / r["base"]) for r in rounds])
    steps = {r["round"]: v for r, v in zip(rounds, y)}
    ally = {r["round"]: r["ally"] for r in rounds}
    grids = [ask_grid(r["posture"], r["ask"] and np.log(r["ask"] / r["base"])) for r in rounds]
    # Binned to 300 points by equal width, each at its own mean: a tenth of a percent of the range of x.
    def binned(x, w):
        bins = np.minimum((300 * (x - x.min()) / (np.ptp(x) or 1)).astype(int), 299)
        mass = np.bincount(bins, w, 300)
        mean = np.bincount(bins, w * x, 300) / np.where(mass > 0, mass, 1)
        return mean, mass
    grids = [binned(x, w) for x, w in grids]
    X, W = np.array([g[0] for g in grids]), np.array([g[1] for g in grids])
    has = np.array([r["precedent"] is not None for r in rounds], float)
    other_y = np.array([steps[r["precedent"]] if r["precedent"] else 0.0 for r in rounds])
    other = np.array([allies.index(ally[r["precedent"]]) if r["precedent"] else 0 for r in rounds])
    beyond = np.array([np.log(r["settlement"] / r["offer"]) for r in rounds if r["offer"]])
    with pm.Model() as model:
        m = pm.Normal("step-mean", 0.02, 0.04)
        tau = pm.HalfNormal("level-deviation", 0.05)
        beta = pm.Normal("ask-response", 0.05, 0.04)
        rho = pm.Normal("spillover", 0, 0.15)
        d = pm.Normal("offer-offset", 0.01, 0.03)
        z = pm.Normal("z", 0, 1, shape=len(allies))
        mu = pm.Deterministic("level", m + tau * z)
        logs = pm.Normal("log_spread", np.log(0.05), 0.6, shape=len(allies))
        s = pm.Deterministic("spread", pt.exp(logs))
        centre = mu[index] + rho * has * (other_y - mu[other])
        rest = (y - centre)[:, None] - beta * X
        kernel = (1 + (rest / s[index][:, None]) ** 2 / 5) ** -3
        pm.Potential("steps", pt.sum(pt.log(pt.sum(W * kernel, axis=1)) - logs[index]))
        if len(beyond):
            pm.StudentT("offers", nu=5, mu=d, sigma=0.05, observed=beyond)
    trace = nutpie.sample(nutpie.compile_pymc_model(model), draws=120_000, tune=2_000, chains=4, seed=seed,
                          target_accept=0.97, progress_bar=False)
    posterior = trace.posterior
    flat = {}
    for name in ["step-mean", "level-deviation", "ask-response", "spillover", "offer-offset"]:
        flat[name] = posterior[name].values
    for i, a in enumerate(allies):
        flat[f"level {a}"] = posterior["level"].values[..., i]
        flat[f"spread {a}"] = posterior["spread"].values[..., i]
    out = {}
    for name, v in flat.items():
        # Monte Carlo error of the mean from 50 batches in each chain.
        batches = v.reshape(v.shape[0], 50, -1).mean(axis=2).ravel()
        # And of the deviation, from that of the squares: sd² has an error of 2 sd times its own.
        squares = ((v - v.mean()) ** 2).reshape(v.shape[0], 50, -1).mean(axis=2).ravel()
        out[name] = dict(mean=v.mean(), sd=v.std(), q05=np.quantile(v, 0.05), q50=np.quantile(v, 0.5), q95=np.quantile(v, 0.95),
                         mc_error=batches.std(ddof=1) / np.sqrt(batches.size),
                         sd_error=squares.std(ddof=1) / np.sqrt(squares.size) / (2 * v.std()))
    # The predictive of Japan's next step: no ask or offer public, status quo, and with an ask of 2.5 times the base.
    rng = np.random.default_rng(seed)
    n = flat["step-mean"].size
    predictive = {}
    for name, (posture, report) in dict(unasked=("status-quo", None), asked=("demanding", np.log(2.5))).items():
        x, w = ask_grid(posture, report)
        ask = rng.choice(x, n, p=w)
        p = flat["level JPN"].ravel() + flat["ask-response"].ravel() * ask
        p = p + flat["spread JPN"].ravel() * rng.standard_t(5, n)
        predictive[name] = {f"q{int(100 * q):02d}": np.quantile(p, q) for q in (0.05, 0.25, 0.5, 0.75, 0.95)}
    return dict(summary=out, predictive=predictive, divergences=int(trace.sample_stats.diverging.sum()))


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return float(f"{value:.6g}") if isinstance(value, (float, np.floating)) else value


cases = []
for name, date, extra in [("all", "2026-11-22", ["NEW"]), ("early", "2003-06-30", ["JPN"])]:
    rounds = inputs(date)
    cases.append(dict(case=name, date=date, rounds=rounds, **rounded(fit(rounds, extra, 777))))
    print(name, cases[-1]["divergences"], cases[-1]["summary"])
with open(HERE / "settlement_posterior.json", "w") as f:
    json.dump(dict(tool=f"pymc {pm.__version__}, nutpie {nutpie.__version__}, numpy {np.__version__}",
                   draws="4 chains of 120000 after 2000", cases=cases), f, indent=1)
