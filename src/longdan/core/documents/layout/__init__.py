"""From words with places on pages to paragraphs and tables in reading order."""
