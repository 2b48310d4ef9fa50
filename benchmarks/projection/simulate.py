#!/usr/bin/env python3
"""The agreement simulation of `burdenshare project`, written again in vectorised numpy.

It serves twice: as the peer of the speed benchmark, and as the outside reference of the simulation's tests (with
--json it writes means, quantiles and event rates of one fixed model). The model is the one that the documentation of
AgreementKernel states; nothing is taken from the Swift code but the numbers of the test model.
"""
import argparse
import json
import platform
import time

import numpy as np

STATUS_QUO, TRANSACTIONAL, DEMANDING = 0, 1, 2
EVENTS = [
    "agreed_by_budget", "agreed_by_expiry", "in_force_by_expiry", "stopgap", "lapse", "lapse_after_stopgap", "lapse_3_months", "furlough",
    "zone_of_agreement", "ceiling_binds", "posture_changed_before_agreement", "rise_of_10_percent", "ask_met",
]
LEVELS = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]


class Postures:
    """The posture chain of every draw, read in the order of months."""

    def __init__(self, rng, n, month, posture, stay, change, transactional, demanding):
        self.rng, self.stay = rng, stay
        self.change, self.transactional, self.demanding = change, transactional, demanding
        self.posture = np.full(n, posture)
        self.inauguration = 12 + 48 * ((month - 12) // 48 + 1)
        self.move = self._next(np.full(n, month))

    def _next(self, month):
        return month + 1 + (-np.log(self.rng.random(len(month))) * self.stay).astype(np.int64)

    def at(self, month):
        # One number for all draws here: the clock is the same for everyone until talks end.
        while True:
            moving = (self.move <= month) & (self.move < self.inauguration)
            if moving.any():
                neighbour = np.where(self.rng.random(len(moving)) < 0.5, STATUS_QUO, DEMANDING)
                new = np.where(self.posture == TRANSACTIONAL, neighbour, TRANSACTIONAL)
                self.posture = np.where(moving, new, self.posture)
                self.move = np.where(moving, np.iinfo(np.int64).max, self.move)
            if self.inauguration > month:
                return self.posture
            n = len(self.posture)
            changed = self.rng.random(n) < self.change
            share = self.rng.random(n)
            new = np.where(
                share < self.demanding, DEMANDING,
                np.where(share < self.demanding + self.transactional, TRANSACTIONAL, STATUS_QUO))
            self.posture = np.where(changed, new, self.posture)
            self.move = self._next(np.full(n, self.inauguration))
            self.inauguration += 48


def simulate(n, seed, model, pool=None):
    """`pool` is (weight, equally likely amounts of the first year) that are pooled with the model."""
    rng = np.random.default_rng(seed)
    m = model
    normal = lambda: rng.standard_normal(n)
    uniform = lambda: rng.random(n)
    student = lambda df: rng.standard_t(df, n)

    level = m["level"][0] + m["level"][1] * normal()
    spread = m["spread"][0] * np.exp(m["spread"][1] * normal())
    response = m["response"][0] + m["response"][1] * normal()
    spillover = m["spillover"][1] * normal()
    timing = [mean + sd * normal() for mean, sd in m["timing"]]
    change = rng.beta(6.5, 3.5, n)
    status_quo_ask = m["status_quo_ask"]
    stopgap_p = rng.beta(2.5, 1.5, n)
    stopgap_step = 0.015 + 0.015 * normal()
    weight = rng.uniform(0.05, 0.2, n)
    fx = m["fx"] * normal()
    postures = Postures(
        rng, n, m["as_of"], DEMANDING, m["stay"], change, m["share_transactional"], m["share_demanding"])

    growth_mean, growth_error, growth_spread, growth_df = m["growth"]
    drift = growth_mean + growth_error * normal()
    years = m["open_years"] + m["horizon"]
    rows = np.empty((years, n))
    log_level = np.full(n, np.log(m["last_amount"]))
    grow = lambda: drift + growth_spread * student(growth_df)
    for year in range(m["open_years"]):
        log_level = log_level + grow()
        rows[year] = np.exp(log_level)
    log_base = log_level

    def ask(posture):
        demanding = m["log_cost"] + np.log(1.5) - log_base
        reading = uniform()
        fixed = m["log_fixed"] + fx - log_base
        quo = np.log1p(status_quo_ask)
        mixed = np.where(reading < 0.5, demanding, np.where(reading < 0.8, quo, fixed))
        return np.where(posture == DEMANDING, demanding, np.where(posture == STATUS_QUO, quo, mixed))

    first_ask = ask(np.full(n, DEMANDING))
    shift = spillover * (m["precedent"] - m["other_level"])
    step = level + response * first_ask + shift + spread * student(5)
    ceiling = growth_mean + weight + growth_spread * normal()
    offer = step - 0.05 * normal()
    zone = np.minimum(offer, first_ask) - 0.05 <= ceiling
    gap = np.maximum(0, first_ask - offer - m["free_gap"])

    # Months until the amount is agreed.
    expires, patience = m["expires"], m["followed_months"]
    start = max(m["talks"], m["as_of"] + 1)
    last = expires + patience
    month = np.full(n, last)
    open_, survival, wait = np.ones(n, bool), np.ones(n), uniform()
    end = np.full(n, expires)
    stopgap, lapsing, furloughed = np.zeros(n, bool), np.zeros(n, bool), np.zeros(n, bool)
    furlough_draw, stopgap_draw = uniform() < 0.5, uniform()
    at_agreement = np.full(n, DEMANDING)
    constant = np.exp(timing[0] + timing[4] * gap)
    budget, closing, demanding, lift = np.exp(timing[1]), np.exp(timing[2]), np.exp(timing[3]), np.exp(1.0)
    for t in range(start, last):
        posture = postures.at(t)
        at_agreement = np.where(open_, posture, at_agreement)
        inauguration = 12 + 48 * ((t - 12) // 48 + 1)
        near = min(inauguration - t, t - (inauguration - 48)) <= m["transition_months"]
        late = open_ & (t > end - 1) & ~lapsing
        p = np.where((posture == DEMANDING) | near, stopgap_p, m["stopgap_otherwise"])
        extend = late & ~stopgap & (stopgap_draw < p)
        stopgap |= extend
        lapsing |= late & ~extend & (t > end)
        end = np.where(extend, end + 12, end)
        furloughed |= open_ & lapsing & (t - end > 3) & furlough_draw
        odds = constant * np.where(t % 12 == m["budget_month"], budget, 1)
        odds = odds * np.where((t <= end) & (t > end - 2), closing, 1)
        odds = odds * np.where(posture == DEMANDING, demanding, 1) * np.where(furloughed, lift, 1)
        for handover in m["handovers"]:
            if t != handover and abs(t - handover) <= m["handover_window"]:
                odds = odds * np.exp(m["before_handover"] if t < handover else m["after_handover"])
        counts = open_ & (zone | (t > expires)) & ~extend
        survival = np.where(counts, survival / (1 + odds), survival)
        agreed = counts & (1 - survival >= wait)
        month = np.where(agreed, t, month)
        open_ &= ~agreed
        if not open_.any():
            break
    approved = uniform() < 0.97
    lateness = month + m["approval_months"] - end
    in_reach = (lateness <= 0) | ((lateness == 1) & (month <= end))
    lapse = np.where(in_reach, np.where(approved, 0, np.maximum(lateness, m["late_months"])), lateness)
    late_months = month - (expires + 1)
    delay = np.maximum(np.where(late_months >= 12, late_months // 12, 0), stopgap)

    changed = at_agreement != DEMANDING
    renewed = ask(at_agreement)
    step = np.where(changed, step + response * (renewed - first_ask), step)
    final_ask = np.where(changed, renewed, first_ask)
    if pool:
        pooled = uniform() < pool[0]
        step = np.where(pooled, np.log(rng.choice(pool[1], n)) - log_base, step)
    binds = step > ceiling
    step = np.minimum(step, ceiling)

    first = m["open_years"]
    start_year = first + delay
    log_level, log_continued = log_base.copy(), log_base.copy()
    term_end = start_year + m["term"]
    term_sum, continued_sum = np.zeros(n), np.zeros(n)
    for year in range(first, max(years, first + m["term"])):
        grown = grow()
        log_continued = log_continued + grown
        if year == first:
            log_level = np.where(stopgap, log_level + stopgap_step, log_level)
        new = np.where(year > start_year, grown, 0.0)
        new = np.where(year == start_year, step, new)
        renews = (year == term_end) & (year > start_year)
        if renews.any():
            posture = postures.at(expires + 12 * (year - first))
            renewal = level + response * ask_at(m, posture, log_level, fx, status_quo_ask, uniform) + spread * student(5)
            new = np.where(renews, renewal, new)
            term_end = np.where(renews, term_end + m["term"], term_end)
        log_level = log_level + new
        amount = np.exp(log_level)
        if year < first + m["term"]:
            term_sum += amount
            continued_sum += np.exp(log_continued)
        if year < years:
            rows[year] = amount
    measures = np.stack([
        rows[first], term_sum / m["term"], np.where(stopgap, 1.0, m["term"]),
        term_sum - continued_sum])
    happened = {
        "agreed_by_budget": month <= m["budget_by"], "agreed_by_expiry": month <= expires,
        "in_force_by_expiry": (lapse == 0) & ~stopgap, "stopgap": stopgap, "lapse": (lapse > 0) & ~stopgap,
        "lapse_after_stopgap": (lapse > 0) & stopgap,
        "lapse_3_months": lapse >= 3, "furlough": furloughed, "zone_of_agreement": zone, "ceiling_binds": binds,
        "posture_changed_before_agreement": changed, "rise_of_10_percent": rows[first] >= 1.1 * np.exp(log_base),
        "ask_met": step >= final_ask,
    }
    return np.concatenate([rows, measures]), happened


def ask_at(m, posture, log_base, fx, status_quo_ask, uniform):
    demanding = m["log_cost"] + np.log(1.5) - log_base
    reading = uniform()
    mixed = np.where(
        reading < 0.5, demanding,
        np.where(reading < 0.8, np.log1p(status_quo_ask), m["log_fixed"] + fx - log_base))
    return np.where(
        posture == DEMANDING, demanding, np.where(posture == STATUS_QUO, np.log1p(status_quo_ask), mixed))


AS_OF = 12 * 2026 + 10
POOL = (0.25, [2300.0, 2450.0, 2600.0])
MODEL = dict(
    as_of=AS_OF, talks=AS_OF - 1, expires=12 * 2027 + 2, budget_month=11, budget_by=12 * 2026 + 11, term=5, horizon=10,
    open_years=1, last_amount=2274.0, level=(-0.01, 0.012), spread=(0.037, 0.25), response=(0.04, 0.022),
    spillover=(0, 0.15), other_level=0.04, precedent=0.08,
    timing=[(-2, 0.4), (2.6, 0.5), (0.8, 0.5), (-1.2, 0.5), (-0.3, 0.25)], stay=48.0, share_transactional=0.2,
    share_demanding=0.2, status_quo_ask=0.18, stopgap_otherwise=0.03, fx=0.06, growth=(0.01, 0.005, 0.02, 10),
    log_cost=float(np.log(2210)), log_fixed=float(np.log(12000)),
    # An election of the host in February 2027 and the inauguration of January 2029.
    handovers=[12 * 2027 + 1, 12 * 2029], handover_window=3, before_handover=-0.7, after_handover=1.5,
    approval_months=2, late_months=1, transition_months=6, followed_months=48, free_gap=0.2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", help="write the reference values to this file")
    options = parser.parse_args()
    begin = time.perf_counter()
    values, events = simulate(options.draws, options.seed, MODEL)
    simulated = time.perf_counter()
    quantiles = np.quantile(values, LEVELS, axis=1).T
    done = time.perf_counter()
    print(f"numpy {np.__version__}: {options.draws} draws, simulation {simulated - begin:.3f} s, "
          f"quantiles {done - simulated:.3f} s, together {done - begin:.3f} s")
    if options.json:
        result = dict(
            origin="simulate.py beside the benchmark of projections",
            tools=dict(python=platform.python_version(), numpy=np.__version__), draws=options.draws, seed=options.seed,
            levels=LEVELS, means=[float(v) for v in values.mean(axis=1)],
            standard_deviations=[float(v) for v in values.std(axis=1)],
            quantiles=[[float(q) for q in row] for row in quantiles],
            events={name: float(events[name].mean()) for name in EVENTS})
        values, events = simulate(options.draws, options.seed + 1, MODEL, POOL)
        result["pooled"] = dict(
            weight=POOL[0], amounts=POOL[1], seed=options.seed + 1, means=[float(v) for v in values.mean(axis=1)],
            standard_deviations=[float(v) for v in values.std(axis=1)],
            quantiles=[[float(q) for q in row] for row in np.quantile(values, LEVELS, axis=1).T],
            events={name: float(events[name].mean()) for name in EVENTS})
        with open(options.json, "w") as file:
            json.dump(result, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
