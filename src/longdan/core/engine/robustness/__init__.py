"""How far ranks hang on choices of method, on weights, on sampling error: simulation, variance-based sensitivity."""
