"""Measures that a user can run on gold data of their own (``dragoman bench``)."""

from dragoman.bench.report import Metric, Report
from dragoman.bench.run import run_bench

__all__ = ["Metric", "Report", "run_bench"]
