"""How the text of plans runs: paragraphs, numbers, sentences, dates, names of agencies."""
