"""Editions, scorecards, comparisons and proposals as plain text for a terminal of 80 columns."""
