"""The first points of the Sobol sequence without scrambling, for sobol.json.

    python sobol.py      (scipy 1.17.1)
"""

import json
import pathlib

import scipy
from scipy.stats import qmc

points = qmc.Sobol(24, scramble=False, bits=32).random(64)
with open(pathlib.Path(__file__).parent / "sobol.json", "w") as f:
    json.dump(dict(tool=f"scipy {scipy.__version__}", dimension=24, points=points.tolist()), f)
