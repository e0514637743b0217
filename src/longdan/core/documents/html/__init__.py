"""Reading web pages (.html, .mht)."""
