"""Sheets of accounts before they are acted upon: read, compared with who is there."""
