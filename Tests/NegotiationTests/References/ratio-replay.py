"""How the intervals of ratios would have held: the law of RatioAdjustment and RatioKernel written anew in numpy.

    python ratio-replay.py      (numpy 2.4.6, scipy 1.17.1; a minute)

At each origin the law is estimated from the changes since 2014 and every ally is drawn on its way to the 2 per cent of Wales for five years, or as far as
the record goes. `own only` is the law without common years: each change independent, one pooled spread, the error of f not clustered.
Printed are for each origin and law how many ratios lay within 90 and 50 %, how many below and above 90 %, the mean width of 90 %, and the
mean error of the median beside that of no change, in the last year in which all 30 allies have a value; and how often the law itself,
drawn once more, has no more ratios within 90 % than came.
"""

import csv
import pathlib

import numpy as np
from scipy import stats

SERIES = pathlib.Path(__file__).parents[3] / "data" / "series" / "defense-ratio-nato.csv"
DRAWS = 20_000

panel = {}
for row in csv.DictReader(open(SERIES)):
    name = row["series_id"]
    if name.startswith("nato-ratio-") and name != "nato-ratio-usa":
        panel.setdefault(name, {})[int(row["period"])] = float(row["value"])
names = sorted(panel)


def fit(origin):
    rows = [(y, max(0, 2 - s[y]), s[y + 1] - s[y]) for s in (panel[n] for n in names) for y in range(2014, origin)
            if y in s and y + 1 in s]
    year, gap, change = (np.array(c) for c in zip(*rows))
    v = 1 / (1 + gap @ gap)
    f = v * (0.1 + gap @ change)
    rest = change - f * gap
    spread2 = (0.0225 + 0.5 * (rest @ rest + (f - 0.1) ** 2)) / (2 + len(rest) / 2)
    years = np.unique(year)
    t, n = len(years), np.array([(year == y).sum() for y in years])
    means = np.array([rest[year == y].mean() for y in years])
    shape = 2 + (len(rest) - t) / 2
    rate = 0.0225 + 0.5 * sum(((rest[year == y] - rest[year == y].mean()) ** 2).sum() for y in years)
    between = (n * (means - rest.mean()) ** 2).sum() / (t - 1)
    size = (n.sum() - (n ** 2).sum() / n.sum()) / (t - 1)
    scores = np.array([(gap[year == y] * rest[year == y]).sum() for y in years])
    return dict(f=f, plain=np.sqrt(spread2 * v), spread=np.sqrt(spread2), t=t, between=between, size=size, shape=shape,
                rate=rate, error=v * np.sqrt(spread2 + t / (t - 1) * (scores ** 2).sum()),
                common=np.sqrt(max(0, between - rate / shape) / size), own=np.sqrt(rate / shape))


def simulate(law, base, horizon, common, seed):
    rng = np.random.default_rng(seed)
    z = rng.standard_normal(DRAWS)
    f = np.clip(law["f"] + law["error" if common else "plain"] * z, 0, 1)[:, None]
    u, own = np.zeros((DRAWS, horizon)), law["spread"]
    if common:
        square = law["between"] * (law["t"] - 1) / rng.chisquare(law["t"] - 1, DRAWS)
        shared = np.sqrt(np.maximum(0, square - law["rate"] / law["shape"]) / law["size"])[:, None]
        u = shared * (rng.standard_normal((DRAWS, horizon)) + rng.standard_normal((DRAWS, 1)) / np.sqrt(law["t"]))
        own = np.sqrt(2 * law["rate"] / rng.chisquare(2 * law["shape"], DRAWS))[:, None]
    x, goal = np.repeat(base[None, :], DRAWS, 0), np.maximum(base, 2)
    out = np.empty((horizon, DRAWS, len(base)))
    for h in range(horizon):
        x = np.clip(x + f * (goal - x) + u[:, h][:, None] + own * rng.standard_normal(x.shape), 0, 100)
        out[h] = x
    return out


total = {}
for origin in range(2016, 2025):
    law = fit(origin)
    print(origin, {k: round(float(x), 4) for k, x in law.items() if k not in ("shape", "rate")})
    base = np.array([panel[n][origin] for n in names])
    horizon = min(5, 2025 - origin)
    for common in (False, True):
        draws = simulate(law, base, horizon, common, 1)
        again = simulate(law, base, horizon, common, 2)
        counts, told, drawn = np.zeros(5, int), [], np.zeros(DRAWS, int)
        for h in range(horizon):
            year = origin + 1 + h
            have = [i for i, n in enumerate(names) if year in panel[n]]
            value = np.array([panel[names[i]][year] for i in have])
            q = np.quantile(draws[h][:, have], [0.05, 0.25, 0.5, 0.75, 0.95], axis=0)
            inside = (q[0] <= value) & (value <= q[4])
            one = np.array([inside.sum(), ((q[1] <= value) & (value <= q[3])).sum(), (value < q[0]).sum(),
                            (value > q[4]).sum(), len(value)])
            counts += one
            drawn += ((q[0] <= again[h][:, have]) & (again[h][:, have] <= q[4])).sum(axis=1)
            if len(have) == 30 or not told:
                told = [year, f"{one[0]}/{one[4]}", f"{one[2]} below {one[3]} above", f"width {(q[4] - q[0]).mean():.2f}",
                        f"error {np.abs(q[2] - value).mean():.3f}", f"no change {np.abs(base[have] - value).mean():.3f}"]
        name = "common years" if common else "own only    "
        total[name] = total.get(name, 0) + counts
        print(f"  {name} 90 %: {counts[0]}/{counts[4]}  50 %: {counts[1]}  below {counts[2]} above {counts[3]};", *told,
              f"; as few by the law itself: {(drawn <= counts[0]).mean():.3f}")
for name, counts in total.items():
    print(name, counts)
