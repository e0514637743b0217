"""The body of a plan: its sections, tasks, who does them, by when, with which reports."""
