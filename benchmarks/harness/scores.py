"""Scores of forecasts, averaged over the horizons of a series and then over the series, so that each series weighs the same.

With y the actual, f the forecast, [l, u] the interval and Q = mean |y_t - y_(t-1)| over the history:

    sMAPE   200 |y-f| / (|y|+|f|)
    MASE    |y-f| / Q
    OWA     mean of sMAPE and MASE, each divided by that of the last value repeated on the same series
    cov     share of actuals in [l, u]
    IS_a    (u-l) + 2/a max(l-y, 0) + 2/a max(y-u, 0);  MSIS = IS / Q, a = 0.20 for the 80 % interval, 0.05 for the 95 %
    WIS     (|y-f|/2 + 0.10 IS_0.20 + 0.025 IS_0.05) / 2.5 / Q, the weighted interval score of {median, 80 %, 95 %}
"""

import math
from collections import namedtuple
from statistics import NormalDist, fmean

Forecast = namedtuple("Forecast", "point lower_80 upper_80 lower_95 upper_95")
Scores = namedtuple("Scores", "smape mase cov80 cov95 wis msis80 msis95")
Summary = namedtuple("Summary", "series smape mase owa cov80 cov95 wis msis80 msis95")


def scale(history):
    """The mean absolute first difference of a history."""
    return fmean(abs(after - before) for before, after in zip(history, history[1:]))


def interval_score(actual, lower, upper, alpha):
    """The interval's width, and a fine of 2/alpha for each unit by which the actual lies outside."""
    return (upper - lower) + 2 / alpha * (max(lower - actual, 0) + max(actual - upper, 0))


def of_step(actual, forecast, unit):
    """The scores of one forecast of one year, scaled by `unit`."""
    error = abs(actual - forecast.point)
    size = abs(actual) + abs(forecast.point)
    wide = interval_score(actual, forecast.lower_80, forecast.upper_80, 0.20)
    wider = interval_score(actual, forecast.lower_95, forecast.upper_95, 0.05)
    return Scores(
        smape=200 * error / size if size > 0 else 0.0,
        mase=error / unit,
        cov80=float(forecast.lower_80 <= actual <= forecast.upper_80),
        cov95=float(forecast.lower_95 <= actual <= forecast.upper_95),
        wis=(error / 2 + 0.10 * wide + 0.025 * wider) / 2.5 / unit,
        msis80=wide / unit,
        msis95=wider / unit,
    )


def of_series(history, future, forecasts):
    """The scores of one series, averaged over its horizons."""
    unit = scale(history)
    steps = [of_step(actual, forecast, unit) for actual, forecast in zip(future, forecasts)]
    return Scores(*map(fmean, zip(*steps)))


def naive(history, horizon):
    """The last value repeated, with the intervals of a Gaussian random walk."""
    steps = [after - before for before, after in zip(history, history[1:])]
    spread = math.sqrt(fmean(step * step for step in steps))
    normal = NormalDist()
    forecasts = []
    for ahead in range(1, horizon + 1):
        narrow, wide = (normal.inv_cdf(tail) * spread * math.sqrt(ahead) for tail in (0.90, 0.975))
        last = history[-1]
        forecasts.append(Forecast(last, last - narrow, last + narrow, last - wide, last + wide))
    return forecasts


def usable(competition, name, forecasts):
    """Whether a series can be scored: its history moves, and each of its years has a finite forecast with intervals."""
    made = forecasts.get(name, [])
    enough = len(made) >= len(competition.future[name])
    return enough and scale(competition.history[name]) > 0 and all(math.isfinite(x) for step in made for x in step)


def summary(competition, forecasts, names):
    """The mean scores over those of the named series that can be scored, or None if there are none."""
    scored = [name for name in names if usable(competition, name, forecasts)]
    if not scored:
        return None
    history, future = competition.history, competition.future
    mean = mean_scores(of_series(history[name], future[name], forecasts[name]) for name in scored)
    base = mean_scores(of_series(history[name], future[name], naive(history[name], len(future[name]))) for name in scored)
    owa = (mean.smape / base.smape + mean.mase / base.mase) / 2
    return Summary(len(scored), mean.smape, mean.mase, owa, *mean[2:])


def mean_scores(of_each):
    """The mean of each score."""
    return Scores(*map(fmean, zip(*of_each)))
