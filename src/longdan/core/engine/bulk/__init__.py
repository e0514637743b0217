"""Scores many units in many periods at once in float64, equal to the exact engine to nine digits."""
