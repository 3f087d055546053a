"""Ratios of times within one run: `python -m tests.bench`. Nothing is asserted, and pytest does not collect it."""
