"""Screens: requests in, one call into the app, pages out."""
