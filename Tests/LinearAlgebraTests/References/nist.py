#!/usr/bin/env python3
"""Confirms every certified value in nist-strd.json by exact arithmetic, and exits with 1 when one differs.

The data are decimal fractions, so the normal equations are solved here in rational numbers, without rounding; only
the square roots are taken in 50 decimal digits. A certified value has 15 digits, and must agree to the last but for
one unit, since NIST's own rounding is not always to the nearest.

It then writes nist-strd-doubles.json: the exact solution of the same problems once the data and the powers of the
predictors (each the product of the one before and the predictor) have been rounded to doubles. No program that is
given doubles can tell the two problems apart; how far both solutions differ is the loss that no solver can avoid.

    python3 nist.py

Needs nothing but the Python standard library (3.9 or newer).
"""

import decimal
import json
import pathlib
import sys
from fractions import Fraction

decimal.getcontext().prec = 50


def solve(matrix, right):
    """Gauss-Jordan elimination in rational numbers; several right-hand sides as columns."""
    size = len(matrix)
    work = [list(row) + list(extra) for row, extra in zip(matrix, right)]
    for column in range(size):
        pivot = next(row for row in range(column, size) if work[row][column] != 0)
        work[column], work[pivot] = work[pivot], work[column]
        work[column] = [value / work[column][column] for value in work[column]]
        for row in range(size):
            if row != column and work[row][column] != 0:
                factor = work[row][column]
                work[row] = [a - factor * b for a, b in zip(work[row], work[column])]
    return [row[size:] for row in work]


def real(number):
    return decimal.Decimal(number.numerator) / decimal.Decimal(number.denominator)


def certified_problem(dataset):
    """Columns and response in exact decimal fractions."""
    response = dataset["response"]
    columns = [[Fraction(1)] * len(response)] if dataset["intercept"] else []
    for predictor in dataset["predictors"]:
        columns += [[x**power for x in predictor] for power in range(1, dataset["degree"] + 1)]
    return columns, response


def double_problem(dataset):
    """The same, as doubles hold it."""
    response = [float(y) for y in dataset["response"]]
    columns = [[1.0] * len(response)] if dataset["intercept"] else []
    for predictor in dataset["predictors"]:
        power = [float(x) for x in predictor]
        for _ in range(dataset["degree"]):
            columns.append(power)
            power = [x * float(base) for x, base in zip(power, predictor)]
    return [[Fraction(x) for x in column] for column in columns], [Fraction(y) for y in response]


def fit(columns, response, intercept):
    """Coefficients, standard errors, residual standard deviation and R squared as 50-digit decimals."""
    gram = [[sum(a * b for a, b in zip(left, right)) for right in columns] for left in columns]
    unit = [[Fraction(row == column) for column in range(len(columns))] for row in range(len(columns))]
    inverse = solve(gram, unit)
    moments = [sum(a * b for a, b in zip(column, response)) for column in columns]
    coefficients = [sum(a * b for a, b in zip(row, moments)) for row in inverse]
    fitted = [sum(c * column[i] for c, column in zip(coefficients, columns)) for i in range(len(response))]
    residual = sum((y - f) ** 2 for y, f in zip(response, fitted))
    center = sum(response) / len(response) if intercept else 0
    total = sum((y - center) ** 2 for y in response)
    variance = residual / (len(response) - len(columns))
    return {
        "coefficients": [real(value) for value in coefficients],
        "standardErrors": [real(variance * inverse[i][i]).sqrt() for i in range(len(columns))],
        "residualStandardDeviation": [real(variance).sqrt()],
        "rSquared": [real(1 - residual / total)],
    }


def agrees(certified, exact):
    certified = real(certified)
    if certified == 0 or exact == 0:
        return certified == exact
    unit = decimal.Decimal(1).scaleb(certified.adjusted() - 14)
    return abs(certified - exact) <= unit


def main():
    folder = pathlib.Path(__file__).parent
    text = (folder / "nist-strd.json").read_text()
    datasets = json.loads(text, parse_float=Fraction, parse_int=Fraction)["datasets"]
    failures = 0
    doubles = []
    for dataset in datasets:
        dataset["degree"] = int(dataset["degree"])
        exact = fit(*certified_problem(dataset), dataset["intercept"])
        for key, values in exact.items():
            certified = dataset[key] if isinstance(dataset[key], list) else [dataset[key]]
            if len(certified) != len(values):
                failures += 1
                print(f"{dataset['name']} {key}: {len(certified)} values instead of {len(values)}")
            for index, (stored, value) in enumerate(zip(certified, values)):
                if not agrees(stored, value):
                    failures += 1
                    print(f"{dataset['name']} {key}[{index}]: {real(stored)} is {value:.18e}")
        rounded = fit(*double_problem(dataset), dataset["intercept"])
        doubles.append(
            {"name": dataset["name"]}
            | {key: [float(value) for value in rounded[key]] for key in ("coefficients", "standardErrors")})
        unavoidable = max(
            abs(a - b) / abs(b) for a, b in zip(rounded["coefficients"], exact["coefficients"]))
        digits = f"{-unavoidable.log10():.1f}" if unavoidable else "all"
        print(f"{dataset['name']}: the solution as doubles has {digits} digits of the certified one")
    result = {"madeBy": "nist.py, exact rational arithmetic", "datasets": doubles}
    (folder / "nist-strd-doubles.json").write_text(json.dumps(result, indent=2) + "\n")
    print(f"{len(datasets)} data sets, {failures} certified values differ from the exact ones")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
