"""Scores units by the editions of indices: facts in, marks with their reasons out."""
