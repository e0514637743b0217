"""The front matter and the foot of a document: who issued what, when, signed by whom, sent to whom."""
