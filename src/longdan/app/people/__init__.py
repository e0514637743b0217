"""People and their ways in: sign-ins, passwords, sessions, posts that are given, ended, handed over."""
