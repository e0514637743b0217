"""How dates and figures are written, by language."""
