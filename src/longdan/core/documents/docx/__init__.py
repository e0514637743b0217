"""Reading Word files (.docx)."""
