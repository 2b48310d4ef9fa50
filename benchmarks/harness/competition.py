"""A competition's series: what the forecasters saw and what came."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Competition:
    """The series of one set, from a folder with train.csv and test.csv."""

    name: str
    training: Path
    history: dict
    future: dict

    @property
    def horizon(self):
        """How many years ahead, the longest of the set."""
        return max(len(values) for values in self.future.values())

    def at_least(self, length):
        """The names of the series whose history has this many points or more."""
        return [name for name, values in self.history.items() if len(values) >= length]


def read(name, folder):
    """Reads a set from its folder."""
    return Competition(name, folder / "train.csv", values(folder / "train.csv"), values(folder / "test.csv"))


def values(path):
    """The values of each series in the file's order."""
    series = defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            series[row["unique_id"]].append(float(row["y"]))
    return dict(series)
