"""The one exception that a benchmark ends with on purpose."""


class BenchmarkError(Exception):
    """Something outside the benchmark is missing or wrong; the message says what to do."""
