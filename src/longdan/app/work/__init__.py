"""What agencies do about their assignments."""
