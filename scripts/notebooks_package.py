"""Writes notebooks-out/datapackage.json: a schema, size and hash for every CSV file, read from the files themselves."""

import csv
import hashlib
import json
import pathlib
import sys

TEXT = {
    "series_id", "unit", "model", "origin", "period", "status", "source_id", "scenario", "measure", "round_id",
    "event", "driver", "ally", "posture", "as_of", "estimate", "ask", "score", "against", "shown",
}
WHOLE = {"horizon", "forecasts", "rounds", "series"}


def field(name):
    kind = "string" if name in TEXT else "integer" if name in WHOLE else "number"
    return {"name": name, "type": kind}


def resource(root, path):
    data = path.read_bytes()
    header = next(csv.reader(data.decode().splitlines()))
    return {
        "name": path.relative_to(root).with_suffix("").as_posix().replace("/", "-"),
        "path": path.relative_to(root).as_posix(),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "schema": {"fields": [field(name) for name in header]},
    }


def main():
    root = pathlib.Path(sys.argv[1])
    package = {
        "name": "burdenshare-notebooks",
        "title": "What burdenshare shows: forecasts, projections, replays, and how they did",
        "resources": [resource(root, path) for path in sorted(root.rglob("*.csv"))],
    }
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    (root / "datapackage.json").write_text(text, encoding="utf-8")


main()
