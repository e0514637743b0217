"""Fills the tables with the work of three years in an invented province, for trying and for measuring."""
