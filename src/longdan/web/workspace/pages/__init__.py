"""What the templates of each screen get."""
