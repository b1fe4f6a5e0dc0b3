"""Timings of the analysis engines on seeded models; ``python -m benchmarks.engines``."""
