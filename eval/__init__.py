"""Evaluation sets over minutes: run, score, compare, report."""
