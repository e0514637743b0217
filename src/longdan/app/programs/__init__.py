"""Outside programs that the readers borrow: recognising print, converting old Word files."""
