"""Reading pictures of pages."""
