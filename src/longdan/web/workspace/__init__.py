"""The screens of a signed-in official."""
