"""Makes joined-breaks.json: the best joined lines by trying every place, and the probabilities of the date of one break.

Run inside this folder, after series.R: python -B joined_breaks.py
"""

import itertools
import json

import numpy

import json_records

CHOSEN = {"longley-unemployed": 3, "airmiles": 3, "australian-residents": 3, "korea-sma": 3, "uk-gas": 3,
          "korea-sma-missing": 2, "japan-hns": 2, "us-troops-japan": 2, "nile-short": 1, "japan-hns-missing": 2}


def design(times, knots):
    return numpy.column_stack([numpy.ones_like(times), times] + [numpy.maximum(times - knot, 0) for knot in knots])


def squares(times, values, knots):
    x = design(times, knots)
    beta = numpy.linalg.lstsq(x, values, rcond=None)[0]
    residual = values - x @ beta
    return float(residual @ residual), beta


def best(times, values, least, breaks):
    count = len(times)
    found = (numpy.inf, None)
    for places in itertools.combinations(range(least, count - least + 1), breaks):
        ends = (0,) + places + (count,)
        if min(b - a for a, b in zip(ends, ends[1:])) < least:
            continue
        rss, _ = squares(times, values, times[list(places)])
        if rss < found[0]:
            found = (rss, places)
    return found


def probabilities(times, values, least, joined):
    """|X'X|^(-1/2) S^(-(n-k)/2) for every date, over their sum."""
    count = len(times)
    logs = []
    for place in range(least, count - least + 1):
        after = times >= times[place]
        x = design(times, [times[place]]) if joined else numpy.column_stack([1 - after, times * ~after, after, times * after]).astype(float)
        beta = numpy.linalg.lstsq(x, values, rcond=None)[0]
        residual = values - x @ beta
        logs.append(-numpy.linalg.slogdet(x.T @ x)[1] / 2 - (count - x.shape[1]) / 2 * numpy.log(residual @ residual))
    weights = numpy.exp(numpy.array(logs) - max(logs))
    return (weights / weights.sum()).tolist()


def main():
    with open("series.json", encoding="utf-8") as file:
        series = {entry["id"]: entry for entry in json.load(file)["series"]}
    records = []
    for name, most in CHOSEN.items():
        values = series[name]["values"]
        kept = [i for i, v in enumerate(values) if v is not None]
        times = numpy.array(kept, float)
        y = numpy.array([values[i] for i in kept], float)
        count = len(y)
        least = max(5, int(0.15 * count))
        for breaks in range(0, min(most, count // least - 1) + 1):
            rss, places = best(times, y, least, breaks)
            _, beta = squares(times, y, times[list(places)])
            bic = count * (numpy.log(2 * numpy.pi * rss / count) + 1) + numpy.log(count) * (2 * breaks + 3)
            records.append({"series": name, "least": least, "breaks": breaks, "places": list(places), "rss": rss,
                            "bic": float(bic), "coefficients": beta.tolist()})
        for joined in (False, True):
            records.append({"series": name, "least": least, "joined": joined, "probabilities": probabilities(times, y, least, joined)})
    json_records.write("joined-breaks.json", {"numpy": numpy.__version__}, records)


if __name__ == "__main__":
    main()
