"""Looking up people: the list, one of them, their sessions."""
