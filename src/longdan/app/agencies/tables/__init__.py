"""The tables of agencies, a file for each part."""
