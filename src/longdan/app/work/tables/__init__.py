"""The tables of the area."""
