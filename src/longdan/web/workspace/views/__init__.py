"""Requests in, one action or query each, pages out."""
