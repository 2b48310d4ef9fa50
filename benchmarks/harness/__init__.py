"""What the benchmarks share: building, running, measuring, scoring, printing. Standard library only."""
