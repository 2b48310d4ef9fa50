"""Reads series.json and writes reference files with one record per line and shortest round-trip numbers."""

import json
import math

import numpy


def complete_and_missing():
    with open("series.json") as file:
        series = json.load(file)["series"]
    complete = [s for s in series if None not in s["values"]]
    missing = [s for s in series if None in s["values"]]
    return complete, missing


def plain(value):
    """JSON has no NaN or infinity: they become null, as do absent values."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, numpy.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, (bool, numpy.bool_)):
        return bool(value)
    if isinstance(value, (int, numpy.integer)):
        return int(value)
    if isinstance(value, (float, numpy.floating)):
        return float(value) if math.isfinite(value) else None
    return value


def write(path, tool, records, **extra):
    header = {"tool": tool, **extra}
    lines = [f'"{key}": {json.dumps(value, separators=(",", ":"))},' for key, value in header.items()]
    body = [json.dumps(plain(record), separators=(",", ":"), allow_nan=False) for record in records]
    with open(path, "w") as file:
        file.write("{\n" + "\n".join(lines) + '\n"records": [\n  ' + ",\n  ".join(body) + "\n]\n}\n")
