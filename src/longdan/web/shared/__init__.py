"""What every screen is made of: tokens, components, scripts, guards of each request."""
