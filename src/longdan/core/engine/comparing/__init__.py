"""Sets marks side by side: with last year's, with other units', with a class of units."""
