"""Past talks forecast at their start with the priors of that date, for replay_talks.json.

    python replay_talks.py      (numpy 2.4.6; a minute on one core)

The rounds are those of data/rounds of this repository that have the month of agreement timed; they are kept in the file. At the
start of each round's talks the months of all talks known then are made anew by the conventions of the library (see
timing_posterior.py), the priors are those of the date as written out below, and the posterior of the five coefficients is
summed over a regular grid of 4.5 prior standard deviations either way: no random numbers, and no part of the library.
With 27 points to 5 standard deviations, in place of 21, no probability moves by more than 6e-6 of itself.
"""

import calendar
import csv
import json
import math
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
ROUNDS = HERE.parents[2] / "data" / "rounds"
POINTS = np.linspace(-4.5, 4.5, 21)


def month(text, only_year=12):
    parts = [int(p) for p in text.split("-")]
    return 12 * parts[0] + (parts[1] if len(parts) > 1 else only_year) - 1


def last_day(text):
    parts = [int(p) for p in text.split("-")] + [None, None]
    m = parts[1] or 12
    return parts[0], m, parts[2] or calendar.monthrange(parts[0], m)[1]


def prior(date):
    """Means and standard deviations of base, budget month, last two months, demanding posture, gap."""
    mean, sd = [-2.0, 2.6, 0.8, -1.2, -0.3], [0.5, 0.6, 0.5, 0.6, 0.3]
    if date < (2006, 12, 6):
        sd[0] = 1.0
    if date < (2015, 12, 16):
        mean[1], sd[1] = 2.0, 1.0
    mean[3] = 0.0 if date < (2019, 2, 10) else -0.6 if date < (2020, 10, 31) else -1.2
    return np.array(mean), np.array(sd)


positions = list(csv.DictReader(open(ROUNDS / "positions.csv")))
rounds = [r for r in csv.DictReader(open(ROUNDS / "rounds.csv")) if "timing" in r["uses"].split(";")]


def gap(r, t, date):
    def latest(side):
        known = [p for p in positions if p["round_id"] == r["round_id"] and p["side"] == side and p["amount"]
                 and month(p["known_on"]) <= t and last_day(p["known_on"]) <= date]
        known.sort(key=lambda p: last_day(p["known_on"]))
        return float(known[-1]["amount"]) if known else None
    ask, offer = latest("ask"), latest("offer")
    return max(0.0, math.log(ask / offer) - 0.2) if ask and offer else 0.0


def months(date):
    """How often each kind of month was seen by a date, and how often it ended in an agreement on a term."""
    counts = {}
    now = 12 * date[0] + date[1] - 1
    for r in rounds:
        start, expiry = month(r["talks_began"], 7), month(r["predecessor_ends"])
        if start > now:
            continue
        known = last_day(r["agreed_on"]) <= date
        end = month(r["agreed_on"]) if known else now - 1
        january = next(12 * y for y in range(start // 12, start // 12 + 6) if y % 4 == 1 and 12 * y > start)
        for t in range(start, end + 1):
            kind = (t % 12 == 11, expiry - 2 < t <= expiry, r["posture"] == "demanding" and t < january, gap(r, t, date))
            agreed = known and t == end and r["ending"] != "stopgap"
            n, k = counts.get(kind, (0, 0))
            counts[kind] = (n + 1, k + agreed)
    return counts


def grid(row, mean, sd):
    """The logit of a kind of month on the grid, one axis for each coefficient that acts on it."""
    total = 0.0
    for axis, x in enumerate(row):
        shape = [1] * 5
        shape[axis] = POINTS.size
        if x:
            total = total + x * (mean[axis] + sd[axis] * POINTS).reshape(shape)
    return total


talks = []
for r in rounds:
    if "stopgap" not in r["uses"].split(";") or not r["agreed_on"]:
        continue
    start, expiry = month(r["talks_began"], 7), month(r["predecessor_ends"])
    date = (start // 12, start % 12 + 1, 1)
    if sum(last_day(o["agreed_on"]) <= date for o in rounds) < 3:
        continue
    mean, sd = prior(date)
    log_density = np.zeros([POINTS.size] * 5)
    for axis in range(5):
        shape = [1] * 5
        shape[axis] = POINTS.size
        log_density = log_density - 0.5 * (POINTS ** 2).reshape(shape)
    for kind, (n, k) in months(date).items():
        logit = grid([1, *kind], mean, sd)
        log_density += k * logit - n * np.logaddexp(0, logit)
    weight = np.exp(log_density - log_density.max())
    weight /= weight.sum()
    # What acts on the gap is that of the first month, as is known when talks begin.
    still_open, open_gap = np.ones([1] * 5), gap(r, start, date)
    for t in range(start, expiry + 1):
        logit = grid([1, t % 12 == 11, expiry - 2 < t <= expiry, r["posture"] == "demanding", open_gap], mean, sd)
        still_open = still_open / (1 + np.exp(logit))
    talks.append(dict(round=r["round_id"], date="%04d-%02d-%02d" % date, demanding=mean[3],
                      probability=float(f"{(weight * (1 - still_open)).sum():.7g}")))
    print(talks[-1], flush=True)

kept = []
for r in rounds:
    own = [p for p in positions if p["round_id"] == r["round_id"] and p["amount"] and p["side"] in ("ask", "offer")]
    kept.append(dict(
        round=r["round_id"], ally=r["ally"], year=int(r["first_year"]), posture=r["posture"], ending=r["ending"],
        talks=r["talks_began"], agreed=r["agreed_on"], expires=r["predecessor_ends"], uses=r["uses"].split(";"),
        positions=[dict(side=p["side"], amount=float(p["amount"]), known=p["known_on"]) for p in own]))
with open(HERE / "replay_talks.json", "w") as f:
    json.dump(dict(tool=f"numpy {np.__version__}", rounds=kept, talks=talks), f, indent=1)
