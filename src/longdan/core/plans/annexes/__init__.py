"""Annexes: tables of tasks or figures, and tasks in numbered text."""
