"""Makes transformed-means.json: means of inverse transforms. Run inside this folder: python transformed_means.py"""

import sys

import mpmath

import json_records

mpmath.mp.dps = 30


def inverse(transform, power):
    if transform == "log":
        return mpmath.exp
    if transform == "logit":
        return lambda x: 100 / (1 + mpmath.exp(-x))
    return lambda x: (1 + power * x) ** (1 / power) if 1 + power * x > 0 else mpmath.mpf(0)


def mean(transform, power, freedom, location, scale):
    back = inverse(transform, power)
    if freedom is None:
        density = mpmath.npdf
        ends = [-38, 38]
    else:
        constant = mpmath.gamma((freedom + 1) / 2) / mpmath.sqrt(freedom * mpmath.pi) / mpmath.gamma(freedom / 2)

        def density(z):
            return constant * (1 + z * z / freedom) ** (-(freedom + 1) / 2)

        ends = [-mpmath.inf, mpmath.inf]
    cut = {"log": 0, "logit": -location / scale, "box-cox": (-1 / power - location) / scale if power else 0}[transform]
    points = sorted({ends[0], *(mpmath.mpf(p) for p in (-12, -6, -3, -1, 0, 1, 3, 6, 12)), ends[1]}
                    | ({cut - 1, cut, cut + 1} if abs(cut) < 30 else set()))
    if transform == "box-cox":
        points = [p for p in points if p >= cut] if cut > ends[0] else points
    return mpmath.quad(lambda z: back(location + scale * z) * density(z), points)


def main():
    numbers = [mpmath.mpf(text) for text in ("-6", "-2", "0", "0.75", "5")]
    cases = [("logit", None, freedom, location, mpmath.mpf(scale))
             for freedom in (None, mpmath.mpf(1), mpmath.mpf(3), mpmath.mpf(46))
             for location in numbers for scale in ("0.015625", "0.5", "2", "8", "40")]
    for power in (mpmath.mpf(p) for p in ("0.0625", "0.25", "0.5", "0.75", "1", "1.5", "2")):
        for location in (mpmath.mpf("1.5"), mpmath.mpf("12")):
            for scale in ("0.125", "1", "6"):
                cases.append(("box-cox", power, None, location, mpmath.mpf(scale)))
    cases += [("log", None, None, location, mpmath.mpf(scale)) for location in numbers for scale in ("0.25", "2")]
    records = [{
        "transform": transform, "lambda": power, "degrees_of_freedom": freedom, "location": location,
        "scale": scale, "mean": mean(transform, power, freedom, location, scale),
    } for transform, power, freedom, location, scale in cases]
    plain = [{key: float(value) if isinstance(value, mpmath.mpf) else value for key, value in record.items()}
             for record in records]
    tool = {"python": sys.version.split()[0], "mpmath": mpmath.__version__}
    json_records.write("transformed-means.json", tool, plain)


if __name__ == "__main__":
    main()
