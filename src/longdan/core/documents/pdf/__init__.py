"""Reading PDF files, those with words in them as well as scans."""
