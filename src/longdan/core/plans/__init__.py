"""Reading a plan: a document becomes statements, each with its words and how sure they are."""
