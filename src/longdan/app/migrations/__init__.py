"""The one line of history of the tables."""
