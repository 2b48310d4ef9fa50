"""Blocks of Philox4x32-10 from randomgen, a public implementation of its own.

Run:  pip install randomgen==2.5.1 numpy==2.4.6
      python3 philox.py > philox.json

randomgen raises the 128-bit counter before each block, hence the one that is taken off. Each entry has the seed
(the key), the stream (the upper half of the counter), the first block index (the lower half) and the 32-bit words
of three blocks in a row, in hexadecimal.
"""

import json
import platform

import numpy
import randomgen

SEEDS = [(0, 0, 0), (1, 0, 0), (20261122, 7, 0), (20261122, 7, 2**32 - 2), (2**64 - 1, 2**64 - 1, 2**63),
         (0x9E3779B97F4A7C15, 12345678901234567, 1000000)]


def entry(seed, stream, index):
    counter = (stream << 64 | index) - 1
    generator = randomgen.Philox(key=seed, counter=counter % 2**128, number=4, width=32)
    words = [f"{word:08x}" for word in generator.random_raw(12)]
    return {"seed": f"{seed:016x}", "stream": f"{stream:016x}", "index": f"{index:016x}", "words": words}


tools = {"python": platform.python_version(), "randomgen": randomgen.__version__, "numpy": numpy.__version__}
print("{")
print(f' "origin": "philox.py, beside this file",\n "tools": {json.dumps(tools)},\n "sequences": [')
print(",\n".join("  " + json.dumps(entry(*seed)) for seed in SEEDS) + "\n ]\n}")
