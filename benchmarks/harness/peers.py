"""The peers' homes: a Python environment of the benchmark's own, and R where it is installed with its forecast package."""

import shutil
import subprocess
import sys
from pathlib import Path

from harness.errors import BenchmarkError
from harness.release import ROOT

PEERS = ROOT / "benchmarks" / "peers"
HOME = ROOT / ".build" / "benchmarks"


def python(packages):
    """The interpreter of the benchmark's environment, with these packages in it; installs what is missing."""
    home = HOME / "venv"
    interpreter = home / "bin" / "python"
    if not interpreter.exists():
        step([sys.executable, "-m", "venv", str(home)], "make a Python environment (on Debian: apt-get install python3-venv)")
    have = subprocess.run([interpreter, "-c", "import " + ", ".join(packages)], capture_output=True)
    if have.returncode != 0:
        step([interpreter, "-m", "pip", "install", "--quiet", *packages], "install " + ", ".join(packages))
    return interpreter


def step(command, purpose):
    """Runs a preparation; a failure ends the benchmark and says what it was for."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise BenchmarkError(f"cannot {purpose}: {(done.stderr or done.stdout).strip()[-400:]}")


def rscript():
    """The path of Rscript if R has the forecast package, else None."""
    program = shutil.which("Rscript")
    if program is None:
        return None
    asked = [program, "-e", 'quit(status = !requireNamespace("forecast", quietly = TRUE))']
    return Path(program) if subprocess.run(asked, capture_output=True).returncode == 0 else None


def r_versions(program):
    """The versions of R and of its forecast package, by name."""
    asked = [program, "-e", 'cat(as.character(getRversion()), as.character(packageVersion("forecast")))']
    r, forecast = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    return {"R": r, "R forecast": forecast}
