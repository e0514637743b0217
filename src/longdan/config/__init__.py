"""The settings, read once from the environment, and the two doors that servers use."""
