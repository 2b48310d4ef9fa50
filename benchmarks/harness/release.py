"""Our program: built in release mode, or as given."""

import csv
import io
import subprocess
from pathlib import Path

from harness.errors import BenchmarkError

ROOT = Path(__file__).resolve().parents[2]


def binary(given=None):
    """The path of the program: the one given, or the release build of this checkout."""
    if given:
        path = Path(given).resolve()
        if not path.is_file():
            raise BenchmarkError(f"no program at {given}")
        return path
    build = ["swift", "build", "-c", "release", "--product", "burdenshare"]
    try:
        done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise BenchmarkError("the release build fails:\n" + "\n".join((done.stdout + done.stderr).splitlines()[-20:]))
        place = subprocess.run(
            ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, capture_output=True, text=True, check=True)
    except FileNotFoundError as missing:
        raise BenchmarkError("no Swift toolchain; give a built program with --binary PATH") from missing
    return Path(place.stdout.strip()) / "burdenshare"


def ask(program, *arguments):
    """What the program prints for these arguments."""
    try:
        done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    except OSError as failure:
        raise BenchmarkError(f"cannot run {program}: {failure}") from failure
    if done.returncode != 0:
        raise BenchmarkError(f"burdenshare {' '.join(arguments)} fails: {done.stderr.strip()}")
    return done.stdout


def models(program):
    """The names of the models that the program lists."""
    return [row["model"] for row in csv.DictReader(io.StringIO(ask(program, "models", "list", "--format", "csv")))]


def version(program):
    """The program's version."""
    return ask(program, "--version").strip()
