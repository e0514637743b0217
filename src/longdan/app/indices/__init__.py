"""Indices: the editions in use, the figures that are known, what they come to."""
