"""Score the spatial models of burdenshare on resolved EU issues.

    python3 score.py --binary ../../.build/release/burdenshare --issues FILE

FILE is JSON with a list `issues`, each with `id`, `actors` as [name, position, salience] on scales 0 to 100, and `outcome`.
The issues are those of DEU III (Arregui and Perarnaud 2021, doi:10.34810/data53, CC BY 4.0), which is not part of this
project: the file is the reader's. Where it carries `expected_forecasts` or `expected_scores`, these are compared as well.
Only the standard library is used.
"""
import argparse
import csv
import io
import json
import math
import random
import statistics
import subprocess
import tempfile
import time


def run(binary, path, *options):
    arguments = [binary, "strategy", "spatial", path, "--draws", "0", "--quiet", "--format", "csv", *options]
    text = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(io.StringIO(text)))


def forecasts(binary, issue, folder):
    path = f"{folder}/{issue['id']}.csv"
    with open(path, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow("actor,position_low,position,position_high,salience,capability,source_id,note".split(","))
        for name, position, salience in issue["actors"]:
            rows.writerow([name, position, position, position, salience / 100, 1, "deu-iii", ""])
    outcomes = run(binary, path, "--rounds", "3", "--range", "100")
    found = {"constant_50": 50.0, "unweighted_mean": statistics.fmean(a[1] for a in issue["actors"])}
    last = {}
    for row in outcomes:
        # A run that has ended early has no later rounds; it stays where it ended.
        kind = row["model"], row["variant"]
        value = last[kind] = float(row["value"]) if row["value"] else last[kind]
        match row["model"], row["variant"], row["round"]:
            case "weighted-mean", _, _: found["salience_weighted_mean"] = value
            case "weighted-median", _, _: found["salience_weighted_median"] = value
            case "election-mean", _, _: found["pce_expected_position"] = value
            case "challenge-median", "program", ("1" | "3") as number:
                found[f"bdm_scholz_code_median_round_{number}"] = value
            case "challenge-mean", "program", ("1" | "3") as number:
                found[f"bdm_scholz_code_mean_round_{number}"] = value
    election = run(binary, path, "--table", "election", "--range", "100")
    distribution = [(float(row["position"]), float(row["probability"])) for row in election]
    return found, distribution


def crps(distribution, outcome):
    """E|X - y| - E|X - X'|/2 of a discrete distribution."""
    first = sum(p * abs(x - outcome) for x, p in distribution)
    second = sum(p * q * abs(x - z) for x, p in distribution for z, q in distribution)
    return first - second / 2


def distributions(issues, points, elections):
    means = [point["salience_weighted_mean"] for point in points]
    residuals = [issue["outcome"] - mean for issue, mean in zip(issues, means)]
    for number, issue in enumerate(issues):
        others = [place for place in range(len(issues)) if place != number]
        share = 1 / len(others)
        climatology = [(issues[place]["outcome"], share) for place in others]
        residual = [(min(100, max(0, means[number] + residuals[place])), share) for place in others]
        pool = [(x, p / 2) for x, p in elections[number] + residual]
        yield {
            "climatology_leave_one_out": climatology,
            "weighted_mean_plus_residuals_leave_one_out": residual,
            "pce_distribution": elections[number],
            "pool_half_pce_half_residual": pool,
        }


def paired(left, right):
    """Mean difference, and the share of random sign flips that are at least as extreme."""
    differences = [a - b for a, b in zip(left, right)]
    mean = statistics.fmean(differences)
    generator = random.Random(1)
    extreme = sum(
        abs(statistics.fmean(d if generator.random() < 0.5 else -d for d in differences)) >= abs(mean)
        for _ in range(4000))
    return mean, (extreme + 1) / 4001


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="burdenshare")
    parser.add_argument("--issues", required=True)
    options = parser.parse_args()
    data = json.load(open(options.issues))
    issues = [issue for issue in data["issues"] if issue.get("outcome") is not None]
    started = time.time()
    with tempfile.TemporaryDirectory() as folder:
        results = [forecasts(options.binary, issue, folder) for issue in issues]
    seconds = time.time() - started
    points, elections = [point for point, _ in results], [distribution for _, distribution in results]

    expected = {row["id"]: row for row in data.get("expected_forecasts", [])}
    worst = 0.0
    for issue, (point, distribution) in zip(issues, results):
        stored = expected.get(issue["id"])
        if not stored:
            continue
        for key, value in point.items():
            if key in stored:
                worst = max(worst, abs(stored[key] - value))
        if "pce_probability" in stored:
            worst = max(worst, *(abs(p - q) for (_, p), q in zip(distribution, stored["pce_probability"])))
    print(f"{len(issues)} issues, {2 * len(issues)} runs in {seconds:.1f} s")
    if expected:
        print(f"largest difference from the stored forecasts: {worst:.2g}")

    scores = data.get("expected_scores", {})
    print("\n| point forecast | MAE | RMSE | median error | against weighted mean, p |\n| --- | --- | --- | --- | --- |")
    base = [abs(p["salience_weighted_mean"] - i["outcome"]) for p, i in zip(points, issues)]
    for key in points[0]:
        errors = [abs(point[key] - issue["outcome"]) for point, issue in zip(points, issues)]
        mae, median = statistics.fmean(errors), statistics.median(errors)
        rmse = math.sqrt(statistics.fmean(e * e for e in errors))
        mean, p = paired(errors, base)
        versus = "" if key == "salience_weighted_mean" else f"{mean:+.2f}, {p:.4f}"
        print(f"| {key} | {mae:.2f} | {rmse:.2f} | {median:.2f} | {versus} |")
        stored = scores.get("point", {}).get(key)
        if stored and max(abs(stored["mae"] - mae), abs(stored["rmse"] - rmse), abs(stored["median_ae"] - median)) > 1e-3:
            print(f"  differs from the stored {stored}")
    print("\n| distribution | CRPS |\n| --- | --- |")
    totals = {}
    for issue, found in zip(issues, distributions(issues, points, elections)):
        for key, distribution in found.items():
            totals.setdefault(key, []).append(crps(distribution, issue["outcome"]))
    for key, values in totals.items():
        print(f"| {key} | {statistics.fmean(values):.2f} |")
        stored = scores.get("crps", {}).get(key)
        if stored and abs(stored - statistics.fmean(values)) > 1e-3:
            print(f"  differs from the stored {stored}")
    mean, p = paired(totals["pool_half_pce_half_residual"], totals["weighted_mean_plus_residuals_leave_one_out"])
    print(f"\npool against the mean with past errors: {mean:+.2f}, p = {p:.4f}")


if __name__ == "__main__":
    main()
