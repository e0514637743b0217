"""Documents, what was read in them, and the plans that people confirmed."""
