"""Whole-number arithmetic of Python, around the sizes at which a 128-bit representation ends.

Run: python3 integers.py > integers.json
"""
import json
import math
import platform
import random

random.seed(20261122)
EDGES = [0, 1, -1, 2**63, 2**64 - 1, -(2**64), 2**127 - 1, 2**127, -(2**127), -(2**127) - 1, 2**128, 2**192 - 1,
         -(2**256) + 1, 10**18, 10**36, 10**60 - 1, 2**128 - 2**64, (2**64 - 1) * 2**64]


def number():
    size = random.choice([1, 20, 63, 64, 65, 100, 126, 127, 128, 129, 190, 256, 400])
    return random.choice([1, -1]) * random.getrandbits(size)


pairs = [(a, b) for a in EDGES for b in EDGES] + [(number(), number()) for _ in range(400)]
# Quotient digits at the ends of their range, where a guess has to be corrected.
for _ in range(100):
    b = (2**64 - 1) * 2**64 + random.getrandbits(3) if random.random() < 0.5 else 2**127 + random.getrandbits(64)
    b *= random.choice([1, 2**64, 2**65 + 1])
    pairs.append((b * random.getrandbits(130) + random.choice([0, 1, b - 1]), b))


def case(a, b):
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1) if b else None
    return {
        "a": str(a), "b": str(b), "sum": str(a + b), "difference": str(a - b), "product": str(a * b),
        "quotient": str(quotient) if b else None, "remainder": str(a - quotient * b) if b else None,
        "gcd": str(math.gcd(a, b)), "isLess": a < b,
        # As hexadecimal text, which loses nothing.
        "ratio": (a / b).hex() if b and abs(a / b if abs(a) < 2**900 else 0) < 1e300 else None,
    }


print(json.dumps({"origin": "Python " + platform.python_version(), "cases": [case(a, b) for a, b in pairs]}, indent=None, separators=(",", ":")))
