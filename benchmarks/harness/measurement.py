"""Runs a program and tells what it cost."""

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

# A thread pool of a numeric library would move work to other cores and out of sight of a one-core figure.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}

# Settings for the OpenBLAS of the system; the one inside a Python wheel is another build and picks for itself.
SYSTEM_BLAS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


@dataclass(frozen=True)
class Run:
    """One finished program: exit status, wall and user CPU seconds, peak memory, standard error."""

    status: int
    wall: float
    cpu: float
    peak_mib: float
    errors: str


def one_core():
    """Binds this process and all that it starts to one core, where the system can; tells which kind of run this is."""
    if not hasattr(os, "sched_setaffinity"):
        return "not bound to a core"
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return "bound to one core"


def environment(one_thread=True, without=()):
    """The caller's environment, numeric libraries held to one thread, less the variables named."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return kept | ONE_THREAD if one_thread else kept


def run(command, output=None, env=None):
    """Runs a command to its end; standard output goes to the file `output`, or nowhere."""
    with open(output or os.devnull, "wb") as out:
        start = time.perf_counter()
        # Read through a pipe: what is told there is short, but a pipe that nobody reads could stop the program.
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, env=env)
        with process.stderr:
            errors = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(process.returncode, wall, usage.ru_utime, mib(usage.ru_maxrss), errors)


def mib(maximum_resident):
    """A peak of memory as the system counts it (KiB, on macOS bytes) in MiB."""
    return maximum_resident / (1024 * 1024 if sys.platform == "darwin" else 1024)


def own_peak_mib():
    """This process's own peak: a child's peak cannot be told where it is smaller, for a child starts as a copy."""
    return mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
