"""What is done about people: let in, locked out, invited, given posts, ended, handed over."""
